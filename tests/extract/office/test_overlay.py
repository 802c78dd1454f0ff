"""What lies over the cells of a sheet is read with it: comments, conversations and text boxes."""

import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from tests.extract.office.test_sheets import rewritten
from ziarchive.extract.office import sheets

NOTED = "isi\nKomentar B2: Periksa lagi\nKomentar C7: Sudah\nCatatan tim\nJuli 2024\n"


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    """A workbook with comments and a text box, beside a sheet without."""
    with xlsxwriter.Workbook(tmp_path / "catatan.xlsx") as book:
        sheet = book.add_worksheet("Rekap")
        sheet.write(0, 0, "isi")
        sheet.write_comment("B2", "Periksa lagi")
        sheet.write_comment("C7", "Sudah")
        sheet.insert_textbox("E5", "Catatan tim\nJuli 2024")
        book.add_worksheet("Lain").write(0, 0, "lain")
    return tmp_path / "catatan.xlsx"


def test_comments_and_text_boxes_stand_below_their_sheet(noted: Path) -> None:
    """Comments are called by their cells, and both stand on the page of their own sheet."""
    assert sheets.extract(noted).pages == (NOTED, "lain\n")


THREADED = (
    b'<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
    b'<threadedComment ref="B2" id="1"><text>Apakah benar?</text></threadedComment>'
    b'<threadedComment ref="B2" id="2" parentId="1"><text>Benar</text></threadedComment></ThreadedComments>'
)
STAND_IN = (
    b'<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>tc={1}</author>'
    b'</authors><commentList><comment ref="B2" authorId="0"><text><t>[Threaded comment]</t></text></comment>'
    b"</commentList></comments>"
)
THREAD = (
    b'<Relationship Id="rId9" Target="../threadedComments/t1.xml" '
    b'Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"/></Relationships>'
)


def test_a_conversation_is_read_once(noted: Path, tmp_path: Path) -> None:
    """Of a comment with answers each is read, and not what stands in its place for old programs."""
    links = "xl/worksheets/_rels/sheet1.xml.rels"
    with zipfile.ZipFile(noted) as file:
        linked = file.read(links).replace(b"</Relationships>", THREAD)
    changes = {links: linked, "xl/comments1.xml": STAND_IN, "xl/threadedComments/t1.xml": THREADED}
    path = rewritten(noted, tmp_path / "utas.xlsx", **changes)
    assert sheets.extract(path).pages[0] == (
        "isi\nKomentar B2: Apakah benar?\nKomentar B2: Benar\nCatatan tim\nJuli 2024\n"
    )


def test_damaged_comments_cost_only_themselves(noted: Path, tmp_path: Path) -> None:
    """The cells are read, and the damage is told."""
    found = sheets.extract(rewritten(noted, tmp_path / "rusak.xlsx", xl__comments1_DOT_xml=b"rusak"))
    assert found.pages == ("isi\nCatatan tim\nJuli 2024\n", "lain\n")
    assert found.flags == ("partial",) and "comments1.xml" in found.why
