"""Excel and OpenDocument sheets: one page a sheet, hidden sheets too.

calamine reads all Excel formats, old and new, many times faster than any reader in Python. It lays a
sheet out from its first to its last cell whatever lies between, and ends the process when that does not
fit the memory; so the extent is looked up first.
"""

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from ziarchive.extract import bounds
from ziarchive.extract.office import odf, ods, ole, package, properties
from ziarchive.extract.office.cells import line, shown
from ziarchive.extract.office.extent import MAX_CELLS, Extent, extent_of, sheet_parts
from ziarchive.extract.office.overlay import overlay_of
from ziarchive.extract.office.package import Package
from ziarchive.extract.outcome import Properties, Reading, failed, judged
from ziarchive.extract.plain.paging import MAX_CHARS
from ziarchive.model import ReadState
from ziarchive.ports import Extracted

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OLD_MEDIA_TYPE = "application/vnd.ms-excel"
_OLE = b"\xd0\xcf\x11\xe0"
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_LOCKED = "Lembar kerja ini berkata sandi. Simpan salinan tanpa kata sandi."
_BROKEN = "Lembar kerja ini rusak: tidak satu lembar pun terbaca. Minta salinan yang utuh."


class _Unreadable(Exception):
    """calamine cannot read the workbook or the sheet."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """A package with the part of each sheet by its name: it tells of a sheet what calamine does not."""

    package: Package
    names: Mapping[str, str]


@dataclass(slots=True)
class _Workbook:
    """An Excel file, opened, and what is gathered from it."""

    book: CalamineWorkbook
    parts: _Parts | None
    """None of an old file."""
    labels: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def read(self, about: Properties, macro: bool) -> Reading:
        """Read every sheet of cells until the text is long enough."""
        room, flags = MAX_CHARS, ["macro"] if macro else []
        for sheet in self.book.sheets_metadata:
            if sheet.typ is not SheetTypeEnum.ChartSheet:
                self.labels.append(sheet.name)
                self.pages.append(self._page(sheet.name, room))
                room -= len(self.pages[-1])
                if sheet.visible is not SheetVisibleEnum.Visible and "hidden" not in flags:
                    flags.insert(0, "hidden")
        return Reading(self.pages, self.labels, about, tuple(flags), self.damaged, left_out=self.left_out)

    def _page(self, name: str, room: int) -> str:
        return self._cells(name, room) + (self._overlay(self.parts, name) if self.parts else "")

    def _overlay(self, parts: _Parts, name: str) -> str:
        before = len(parts.package.damaged)
        text = overlay_of(parts.package, parts.names.get(name))
        self.damaged += parts.package.damaged[before:]
        return text

    def _cells(self, name: str, room: int) -> str:
        extent = extent_of(self.parts.package, self.parts.names.get(name)) if self.parts else Extent()
        if extent.cells > MAX_CELLS:
            self.left_out.append(name)
            return ""
        try:
            return _text(self.book, name, extent, room)
        except _Unreadable:
            self.damaged.append(name)
            return ""


def extract(path: Path) -> Extracted:
    """Return one page a sheet, called as the sheet is; a row a line, cells parted by tabs."""
    with path.open("rb") as stream:
        old = stream.read(4) == _OLE
    if old:
        return _old(path)
    with package.opened(path) as parts:
        media_type = odf.media_type(parts.archive)
        if media_type.startswith(_OPEN_DOCUMENT):
            return odf.refused(parts, media_type) or judged(ods.read(parts), media_type, "ods")
        return _refused(parts) or _new(path, parts)


def _old(path: Path) -> Extracted:
    about, macro = Properties(), False
    with ole.opened(path) as file:
        if file and ole.locked(file):
            return failed(ReadState.ENCRYPTED, _LOCKED, OLD_MEDIA_TYPE)
        if file:
            about, macro = ole.about(file), ole.has_macros(file)
    return _excel(path, OLD_MEDIA_TYPE, None, about, macro)


def _refused(parts: Package) -> Extracted | None:
    if parts.locked():
        return failed(ReadState.ENCRYPTED, _LOCKED, MEDIA_TYPE)
    why = bounds.refusal(parts.archive)
    return failed(ReadState.OUT_OF_MEMORY, why, MEDIA_TYPE) if why else None


def _new(path: Path, parts: Package) -> Extracted:
    about, macro = properties.core(parts), parts.has("xl/vbaProject.bin")
    return _excel(path, MEDIA_TYPE, _Parts(parts, sheet_parts(parts)), about, macro)


def _excel(path: Path, media_type: str, parts: _Parts | None, about: Properties, macro: bool) -> Extracted:
    try:
        with _guarded():
            book = CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
    except _Unreadable:
        return failed(ReadState.CORRUPT, _BROKEN, media_type)
    return judged(_Workbook(book, parts).read(about, macro), media_type, "calamine")


def _text(book: CalamineWorkbook, name: str, extent: Extent, room: int) -> str:
    with _guarded():
        sheet = book.get_sheet_by_name(name)
        top, left = sheet.start or (0, 0)
        lines: list[str] = []
        for number, row in enumerate(sheet.iter_rows(), top):
            cells = [shown(value) for value in row]
            if extent.errors:
                cells = [text or extent.errors.get((number, column), "") for column, text in enumerate(cells, left)]
            if text := line(cells):
                lines.append(f"{text}\n")
                room -= len(text)
                if room < 0:
                    break
        return "".join(lines)


@contextmanager
def _guarded() -> Iterator[None]:
    """Turn calamine's own failures into one; a panic of its Rust code is no `Exception`."""
    try:
        yield
    except (CalamineError, ValueError, OverflowError) as error:
        raise _Unreadable from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise _Unreadable from error
