"""Files that hold a plan: Word, Excel, PDF, and text in; Excel out.

Each reader gives plain rows with where they stood; what they mean is for `plan.printed` to say.
"""

from collections.abc import Callable
from pathlib import Path

from ziarchive.errors import UsageError
from ziarchive.model import Plan
from ziarchive.plan import flat
from ziarchive.plan.grid import Printed
from ziarchive.planfile import pdf, sheet, text, word


def _workbook(path: Path) -> Printed:
    return sheet.read(sheet.sheets(path))


_READERS: dict[str, Callable[[Path], Printed]] = {
    ".docx": word.read,
    ".docm": word.read,
    ".xlsx": _workbook,
    ".xlsm": _workbook,
    ".xls": _workbook,
    ".ods": _workbook,
    ".pdf": pdf.read,
    ".md": text.read,
    ".txt": text.read,
    ".tsv": text.read,
}
_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
_INSTEAD = {
    ".doc": "Buka di Word, lalu simpan sebagai .docx.",
    ".odt": "Simpan sebagai .docx.",
    ".rtf": "Simpan sebagai .docx.",
    ".jpg": "Gambar tidak berisi tabel yang dapat dibaca: minta berkas Word atau Excel aslinya.",
    ".png": "Gambar tidak berisi tabel yang dapat dibaca: minta berkas Word atau Excel aslinya.",
}


def exported(path: Path) -> Plan | None:
    """Return the plan of a workbook that `workbook.write` made, or None for any other file.

    Raises `PlanInvalid` when a person's edits left wrong rows.
    """
    if path.suffix.casefold() not in _WORKBOOKS:
        return None
    found = sheet.sheets(path)
    return flat.load(found, path.name) if flat.is_own(found) else None


def read(path: Path) -> Printed:
    """Return the tables of a file, by its suffix; raises `UsageError` for what holds no table."""
    suffix = path.suffix.casefold()
    if suffix not in _READERS:
        instead = _INSTEAD.get(suffix, "Simpan rencana kerja sebagai salah satunya.")
        raise UsageError(
            f"{path.name}: berkas «{suffix or 'tanpa akhiran'}» tidak dibaca sebagai rencana kerja. "
            f"Yang dibaca: {', '.join(sorted((*_READERS, '.yaml')))}. {instead}"
        )
    return _READERS[suffix](path)
