"""Sheets are read as a person sees them, whichever program and format they come from."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from tests.extract.contract import ExtractorContract
from tests.extract.made import convert
from ziarchive.extract import bounds
from ziarchive.extract.office import extent, sheets
from ziarchive.model import ReadState
from ziarchive.ports import Extracted, Extractor

Settle = Callable[[Extractor, Path], Extracted]
SEEN = "Tanggal\tNilai\tLulus\n2024-03-15\t7\tTRUE\n\t0.5\t#DIV/0!\n"


def make(path: Path) -> Path:
    """Write a workbook with every kind of cell, a chart and a hidden sheet."""
    with xlsxwriter.Workbook(path) as book:
        first = book.add_worksheet("Rekap Nilai")
        first.write_row(0, 0, ["Tanggal", "Nilai", "Lulus"])
        first.write_datetime(1, 0, datetime(2024, 3, 15), book.add_format({"num_format": "dd/mm/yyyy"}))
        first.write_row(1, 1, [7.0, True])
        first.write_number(4, 1, 0.5)
        first.write_formula(4, 2, "=1/0", None, "#DIV/0!")
        hidden = book.add_worksheet("Kunci")
        hidden.hide()
        hidden.write(0, 0, "jawaban")
        book.set_properties({"title": "Rekap 2024", "created": datetime(2024, 4, 1)})
    return path


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("buku") / "nilai.xlsx")


@pytest.fixture(scope="session")
def old(book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return convert(tmp_path_factory.mktemp("lama"), book, "xls")


@pytest.fixture(scope="session")
def opened(book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return convert(tmp_path_factory.mktemp("terbuka"), book, "ods")


def copied(source: Path, folder: Path) -> Path:
    (folder / source.name).write_bytes(source.read_bytes())
    return folder / source.name


class TestXlsx(ExtractorContract):
    """New Excel files."""

    extractor = staticmethod(sheets.extract)
    words = ("Tanggal", "jawaban")

    @pytest.fixture
    def sample(self, book: Path, tmp_path: Path) -> Path:
        return copied(book, tmp_path)


class TestXls(TestXlsx):
    """Old Excel files."""

    @pytest.fixture
    def sample(self, old: Path, tmp_path: Path) -> Path:
        return copied(old, tmp_path)


class TestOds(TestXlsx):
    """OpenDocument sheets."""

    @pytest.fixture
    def sample(self, opened: Path, tmp_path: Path) -> Path:
        return copied(opened, tmp_path)


@pytest.mark.parametrize("kind", ["book", "old", "opened"])
def test_tells_what_a_person_sees(kind: str, request: pytest.FixtureRequest) -> None:
    """Every format gives the same rows, names, title and day; empty rows are dropped."""
    found = sheets.extract(request.getfixturevalue(kind))
    # calamine knows that a cell of an old file is an error, but not which.
    assert found.pages == (SEEN.replace("\t#DIV/0!", "") if kind == "old" else SEEN, "jawaban\n")
    assert (found.labels, found.flags, found.title) == (("Rekap Nilai", "Kunci"), ("hidden",), "Rekap 2024")
    assert found.dates[0] == date(2024, 4, 1)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
@pytest.mark.parametrize("kind", ["book", "old", "opened"])
def test_a_part_of_a_file_is_a_failure(
    kind: str, share: float, request: pytest.FixtureRequest, tmp_path: Path, settle: Settle
) -> None:
    """A copy that broke off is never told as an empty sheet."""
    raw = request.getfixturevalue(kind).read_bytes()
    (tmp_path / "potong").write_bytes(raw[: int(len(raw) * share)])
    found = settle(sheets.extract, tmp_path / "potong")
    assert found.state.failed or any(found.pages)


def rewritten(source: Path, target: Path, **changes: bytes | None) -> Path:
    """Copy a package with members changed (`xl__x` stands for xl/x, `None` removes)."""
    wanted = {name.replace("__", "/").replace("_DOT_", "."): content for name, content in changes.items()}
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        members = {name: old.read(name) for name in old.namelist()} | wanted
        for name, content in members.items():
            if content is not None:
                new.writestr(name, content)
    return target


def test_macros_are_flagged(book: Path, tmp_path: Path) -> None:
    """A workbook with a VBA project is read as any other, and says so."""
    found = sheets.extract(rewritten(book, tmp_path / "makro.xlsm", xl__vbaProject_DOT_bin=b"x"))
    assert (found.state, found.flags) == (ReadState.OK, ("hidden", "macro"))


def test_a_damaged_sheet_costs_only_itself(book: Path, tmp_path: Path) -> None:
    """The other sheets are read, and the damaged one is named."""
    broken = rewritten(book, tmp_path / "rusak.xlsx", xl__worksheets__sheet1_DOT_xml=b"<worksheet><sheetData><row")
    found = sheets.extract(broken)
    assert (found.state, found.pages, found.flags) == (ReadState.OK, ("", "jawaban\n"), ("hidden", "partial"))
    assert "Rekap Nilai" in found.why


def test_without_a_workbook_it_is_corrupt(tmp_path: Path) -> None:
    """A package that holds no workbook is corrupt, with a reason."""
    with zipfile.ZipFile(tmp_path / "kosong.xlsx", "w") as file:
        file.writestr("xl/lain.xml", "<a/>")
    found = sheets.extract(tmp_path / "kosong.xlsx")
    assert found.state is ReadState.CORRUPT and found.why


def test_a_stray_cell_far_away_is_not_laid_out(tmp_path: Path) -> None:
    """A sheet whose two cells lie at both ends is left out and named; the next one is read."""
    with xlsxwriter.Workbook(tmp_path / "jauh.xlsx") as book:
        far = book.add_worksheet("Jauh")
        far.write(0, 0, "a")
        far.write(1_048_575, 16_383, "z")
        book.add_worksheet("Dekat").write(0, 0, "isi")
    found = sheets.extract(tmp_path / "jauh.xlsx")
    assert (found.state, found.pages, found.flags) == (ReadState.OK, ("", "isi\n"), ("cut",))
    assert "Jauh" in found.why


def test_only_a_stray_cell_is_out_of_memory(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When nothing else can be read, that is the state."""
    monkeypatch.setattr(sheets, "MAX_CELLS", 0)
    assert sheets.extract(book).state is ReadState.OUT_OF_MEMORY


@pytest.mark.parametrize("kind", ["book", "opened"])
def test_a_bomb_is_not_unpacked(kind: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package beyond the limits is refused, with a reason."""
    monkeypatch.setattr(bounds, "MEMBERS", 2)
    found = sheets.extract(request.getfixturevalue(kind))
    assert found.state is ReadState.OUT_OF_MEMORY and found.why.endswith(".")


@pytest.mark.parametrize("kind", ["book", "opened"])
def test_more_text_than_the_limit_is_cut_and_said(
    kind: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beyond the limit of characters nothing more is kept, and the file is flagged."""
    for module in ("office.sheets", "office.ods", "plain.paging"):
        monkeypatch.setattr(f"ziarchive.extract.{module}.MAX_CHARS", 10)
    found = sheets.extract(request.getfixturevalue(kind))
    assert found.pages[0] == SEEN[:10] and "cut" in found.flags


def test_a_password_is_told(old: Path, opened: Path, book: Path, tmp_path: Path) -> None:
    """Locked files of each format are encrypted, not corrupt."""
    raw = old.read_bytes()
    # The workbook's first record is made to be followed by that of a password.
    following = raw.index(b"\x09\x08\x10\x00\x00\x06\x05\x00") + 4 + 16
    (tmp_path / "a.xls").write_bytes(raw[:following] + b"\x2f\x00" + raw[following + 2 :])
    manifest = b'<m xmlns:manifest="urn:m"><manifest:encryption-data/></m>'
    rewritten(opened, tmp_path / "b.ods", **{"META-INF__manifest_DOT_xml": manifest})
    locked = bytearray(book.read_bytes())
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "c.xlsx").write_bytes(locked)
    states = [sheets.extract(path).state for path in sorted(tmp_path.iterdir())]
    assert states == [ReadState.ENCRYPTED] * 3


NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
)


def ods(path: Path, rows: str, before: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr(
            "content.xml",
            f'{before}<office:document-content {NAMES}><table:table table:name="A">{rows}</table:table>'
            "</office:document-content>",
        )
    return path


CELL = "<table:table-cell {}><text:p>{}</text:p></table:table-cell>"
ROWS = {
    "repeated cells": (
        CELL.format('table:number-columns-repeated="3"', "5") + '<table:table-cell table:number-columns-repeated="2"/>'
        + CELL.format("", "6"),
        "5\t5\t5\t\t\t6\n",
    ),
    "a date beyond the calendar": (CELL.format('office:date-value="-0044-03-15"', "15/3/44 SM"), "15/3/44 SM\n"),
    "no words, but a value": ('<table:table-cell office:value="12"/>', "12\n"),
    "a comment is no cell": (
        "<table:table-cell><office:annotation><text:p>catatan</text:p></office:annotation><text:p>isi</text:p>"
        "</table:table-cell>",
        "isi\n",
    ),
    "a repeat that is no number": (CELL.format('table:number-columns-repeated="x"', "1"), "1\n"),
}  # fmt: skip


@pytest.mark.parametrize(("cells", "expected"), ROWS.values(), ids=ROWS.keys())
def test_reads_an_opendocument_row(tmp_path: Path, cells: str, expected: str) -> None:
    """Each construct of a row gives its words in their columns."""
    found = sheets.extract(ods(tmp_path / "a.ods", f"<table:table-row>{cells}</table:table-row>"))
    assert found.pages == (expected,)


def test_repeats_are_bounded(tmp_path: Path) -> None:
    """A cell that claims to fill a whole sheet does not fill the memory."""
    cell = CELL.format('table:number-columns-repeated="16384"', "x")
    rows = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>' * 3
    found = sheets.extract(ods(tmp_path / "bom.ods", rows))
    assert found.state is ReadState.OK and len(found.pages[0]) < 1_000_000


def test_sheets_are_never_expanded(tmp_path: Path) -> None:
    """No entity gets into the text, and none is fetched."""
    (tmp_path / "rahasia").write_text("RAHASIA")
    entity = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{(tmp_path / "rahasia").as_uri()}"><!ENTITY y "BOM">]>'
    row = f"<table:table-row>{CELL.format('', 'aman&x;&y;')}</table:table-row>"
    assert "RAHASIA" not in "".join(sheets.extract(ods(tmp_path / "e.ods", row, entity)).pages)


def test_what_comes_before_damage_is_kept(tmp_path: Path) -> None:
    """Rows before the place where the XML breaks are read, and the file is marked partial."""
    row = f"<table:table-row>{CELL.format('', 'awal')}</table:table-row>"
    found = sheets.extract(ods(tmp_path / "rusak.ods", f"{row}<table:table-row><"))
    assert (found.pages, found.flags) == (("awal\n",), ("partial",))


def test_looks_up_errors_and_extent() -> None:
    """Empty cells do not count to the extent, and an error's words are found in their place."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as file:
        file.writestr(
            "xl/worksheets/a.xml",
            '<c r="B2"><v>1</v></c><c r="AA3" t="e"><f>1/0</f><v>#REF!</v></c><c r="XFD1048576" s="1"/>',
        )
    with zipfile.ZipFile(raw) as archive:
        found = extent.extent_of(extent.Package(archive), "xl/worksheets/a.xml")
    assert (found.cells, found.errors) == (2 * 26, {(2, 26): "#REF!"})
