"""The period that a document names in its heading: "LAPORAN PENGADUAN BULAN MARET 2024", "Periode : Maret 2024".

A report is signed in the month after the one it reports on, so its heading says more than its date.
A heading tells no period where another document is only spoken of: a meeting, a letter, a decree.
"""

import re
from collections.abc import Iterator

from ziarchive.model import Period
from ziarchive.naming import periods
from ziarchive.naming.periodforms import Found

_REACH, _LINES = 1500, 15
"""The characters and the lines of a first page that are its heading."""
_SHORT = 160
_LABEL = r"(?:periode|bulan|masa|triwulan|semester)(?:[ \t]+laporan)?[ \t]*:?[ \t]*"
_LABELLED = re.compile(rf"\W*(?:untuk[ \t]+)?(?:{_LABEL}){{1,3}}", re.IGNORECASE)
_REPORTED = re.compile(rf"\W*(?:laporan|rekap|rekapitulasi)\b.*\b{_LABEL}", re.IGNORECASE)
_REPORT = re.compile(r"\W*(?:laporan|rekap|rekapitulasi)\b", re.IGNORECASE)
_BEGINNING = re.compile(r"\W*(?:untuk|periode|bulan|masa|triwulan|tw|semester|laporan|rekap)", re.IGNORECASE)
"""With what a line begins that names a period, in any of the ways below; few do, and the others are soon told."""
_OTHERS = re.compile(r"\b(?:notul\w*|risalah|undangan|keputusan|surat tugas|berita acara)\b", re.IGNORECASE)
_END = " \t.,;:)"


def find_heading(page: str) -> Period | None:
    """Return the month, quarter or semester that the first lines of a first page agree on, or None."""
    lines = [line.strip() for line in page[:_REACH].splitlines() if line.strip()][:_LINES]
    told = {period for line in lines if len(line) <= _SHORT and _BEGINNING.match(line) for period in _told(line)}
    return told.pop() if len(told) == 1 and not any(map(_OTHERS.search, lines)) else None


def _told(line: str) -> Iterator[Period]:
    found = periods.find(line)
    last = found[-1] if found else None
    if last and not line[last.end :].strip(_END) and _is_part_of_year(last.period) and _is_heading(line, last):
        yield last.period


def _is_heading(line: str, found: Found) -> bool:
    before, said = line[: found.start], line[found.start : found.end].casefold()
    names_itself = said.startswith(("bulan", "triwulan", "tw", "semester"))
    if not before.strip() or _LABELLED.fullmatch(before):
        return names_itself or bool(before.strip())
    if _REPORTED.fullmatch(before):
        return True
    return bool(_REPORT.match(before)) and (line.isupper() or names_itself)


def _is_part_of_year(period: Period) -> bool:
    return 27 <= (period.end - period.start).days < 200
