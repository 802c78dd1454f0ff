"""The DOCX: styles that can be edited, heads that repeat, pages across where the list stands."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from tests.papers.made import MADE, NASTY, WAIVED, crowded, laid_out, paper
from ziarchive.papers.words import plain


@pytest.fixture(scope="module")
def content() -> bytes:
    return laid_out("docx", paper())


@pytest.fixture(scope="module")
def document(content: bytes) -> Document:
    return docx.Document(BytesIO(content))


def test_headings_lead_through_it(document: Document) -> None:
    """The parts are headings of the first level, the areas of the second."""
    headings = [(each.style.name, each.text) for each in document.paragraphs if each.style.name.startswith("Heading")]
    assert [text for name, text in headings if name == "Heading 1"] == [
        "Ringkasan", "Matriks menurut komponen", "Daftar bukti menurut area", "Catatan",
    ]  # fmt: skip
    assert sum(text.startswith("Area ") for name, text in headings if name == "Heading 2") == 6


def test_the_pages_turn(document: Document) -> None:
    """Summary and notes stand upright on A4, matrix and list across it."""
    turned = [section.orientation == WD_ORIENT.LANDSCAPE for section in document.sections]
    assert turned == [False, True, False]
    assert all(round(max(section.page_width, section.page_height).cm, 1) == 29.7 for section in document.sections)


def test_heads_repeat(document: Document) -> None:
    """Every table's first row is its head on each page."""
    heads = [table._tbl.tr_lst[0] for table in document.tables]
    assert len(heads) == 3 + 6
    assert all(head.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for head in heads)


def test_pages_are_numbered_by_the_word_processor(document: Document) -> None:
    """The foot says which page of how many, as fields, in all sections."""
    foot = document.sections[0].footer
    fields = [field.get(qn("w:instr")) for field in foot._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert all(section.footer.is_linked_to_previous for section in list(document.sections)[1:])


def test_file_names_are_whole(document: Document) -> None:
    """Names stand as they are, whatever they hold."""
    texts = {each.text for each in document.element.iter(qn("w:p"))}
    assert {plain(name) for name in NASTY} <= texts
    assert f"Tidak berlaku: {WAIVED}" in texts


def test_it_says_what_it_is(document: Document, content: bytes) -> None:
    """Title, office, language and the moment of the report are in its properties; no clock was read."""
    properties = document.core_properties
    assert (properties.title, properties.author) == (paper().title, "Balai Contoh")
    assert properties.created == MADE.replace(tzinfo=None) or properties.created == MADE
    with ZipFile(BytesIO(content)) as package:
        assert {info.date_time for info in package.infolist()} == {(2024, 7, 10, 9, 0, 0)}


def test_long_rows_may_be_parted() -> None:
    """A row of many files may go on on the next page; a short one stays together."""
    rows = docx.Document(BytesIO(laid_out("docx", crowded(200)))).tables[3]._tbl.tr_lst
    whole = [row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows[1:4]]
    assert whole == [True, False, True]


def test_who_signs_is_left_to_be_filled_in(document: Document) -> None:
    """Without a name in the settings the signature has dots to write on."""
    texts = [each.text for each in document.paragraphs if each.style.name == "Tanda Tangan Pejabat"]
    assert texts[0] == "Pati, 10 Juli 2024"
    assert all("……" in text for text in texts[1:])
