"""Word files are read completely, in reading order, and page by page."""

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx as python_docx
import pytest
from lxml import etree

from tests.extract.conftest import CORE, NAMESPACES, OFFICE, W, paragraph, relations
from tests.extract.contract import ExtractorContract
from ziarchive.extract.office import docx, package
from ziarchive.model import ReadState

Make = Callable[..., Path]
BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
DRAWN = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>{}</w:t></w:r></w:p>"


def text(path: Path) -> str:
    return "\f".join(docx.extract(path).pages)


class TestDocx(ExtractorContract):
    """The reader of Word files keeps the extractor's contract."""

    extractor = staticmethod(docx.extract)
    words = ("Notulen Rapat", "lampiran")

    @pytest.fixture
    def sample(self, tmp_path: Path) -> Path:
        document = python_docx.Document()
        document.add_heading("Notulen Rapat")
        document.add_page_break()
        document.add_paragraph("lampiran")
        document.save(str(tmp_path / "sampel.docx"))
        return tmp_path / "sampel.docx"


BODIES = {
    "paragraphs": (paragraph("satu") + paragraph("dua"), "satu\ndua\n"),
    "runs of one word": ("<w:p><w:r><w:t>mak</w:t></w:r><w:r><w:t>lumat</w:t></w:r></w:p>", "maklumat\n"),
    "tabs, breaks and hyphens": (
        '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t>'
        "<w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:cr/></w:r></w:p>",
        "a\tb\nc-d\n\n",
    ),
    "a table": (
        f"<w:tbl><w:tr><w:tc>{paragraph('No')}</w:tc><w:tc>{paragraph('Nama')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{paragraph('1')}</w:tc><w:tc>{paragraph('Siti')}{paragraph('Ani')}</w:tc></w:tr></w:tbl>",
        "No\tNama\n1\tSiti\nAni\n",
    ),
    "an empty first cell": (
        f"<w:tbl><w:tr><w:tc>{paragraph('No')}</w:tc><w:tc>{paragraph('Nama')}</w:tc></w:tr>"
        f"<w:tr><w:tc><w:p/></w:tc><w:tc>{paragraph('Siti')}</w:tc></w:tr></w:tbl>",
        "No\tNama\n\tSiti\n",
    ),
    "a nested table": (
        f"<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>{paragraph('dalam')}</w:tc></w:tr></w:tbl>{paragraph('luar')}"
        "</w:tc></w:tr></w:tbl>",
        "dalam\nluar\n",
    ),
    "a hyperlink": (
        "<w:p><w:hyperlink><w:r><w:t>tautan</w:t></w:r></w:hyperlink></w:p>",
        "tautan\n",
    ),
    "content controls": (
        f"<w:sdt><w:sdtContent>{paragraph('isian')}</w:sdtContent></w:sdt>"
        "<w:p><w:sdt><w:sdtContent><w:r><w:t>pilihan</w:t></w:r></w:sdtContent></w:sdt></w:p>",
        "isian\npilihan\n",
    ),
    "tracked changes": (
        "<w:p><w:ins><w:r><w:t>baru</w:t></w:r></w:ins><w:del><w:r><w:delText>lama</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>pindah</w:t></w:r></w:moveFrom></w:p>",
        "baru\n",
    ),
    "field codes": (
        "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>",
        "7\n",
    ),
    "symbols": (
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:char="00B0"/><w:sym w:char="F012"/></w:r></w:p>',
        "✓°\n",
    ),
    "a text box, once, after its paragraph": (
        "<w:p><w:r><w:t>sebelum </w:t><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>"
        f"{paragraph('kotak')}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>"
        f"{paragraph('kotak')}</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent>"
        "<w:t>sesudah</w:t></w:r></w:p>",
        "sebelum sesudah\nkotak\n",
    ),
    "a box within a box": (
        "<w:p><w:r><w:t>a</w:t><v:textbox><w:txbxContent><w:p><w:r><w:t>b</w:t><v:textbox><w:txbxContent>"
        f"{paragraph('c')}</w:txbxContent></v:textbox></w:r></w:p></w:txbxContent></v:textbox></w:r></w:p>",
        "a\nc\nb\n",
    ),
    "older drawings": (
        '<w:p><w:r><v:shape><v:textpath string="SALINAN"/></v:shape></w:r></w:p>',
        "SALINAN\n",
    ),
    "an explicit page break": (paragraph("1") + BREAK + paragraph("2"), "1\n\f\n2\n"),
    "an empty page": (paragraph("1") + BREAK + BREAK + paragraph("3"), "1\n\f\n\f\n3\n"),
    "a drawn page break": (paragraph("1") + DRAWN.format("2"), "1\n\f2\n"),
    "an explicit break that was drawn": (paragraph("1") + BREAK + DRAWN.format("2"), "1\n\f\n2\n"),
    "a paragraph that begins a page": (
        paragraph("1") + "<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>2</w:t></w:r></w:p>"
        '<w:p><w:pPr><w:pageBreakBefore w:val="0"/></w:pPr><w:r><w:t>juga 2</w:t></w:r></w:p>',
        "1\n\f2\njuga 2\n",
    ),
    "a row over two pages": (
        paragraph("1")
        + f"<w:tbl><w:tr><w:tc>{DRAWN.format('a')}</w:tc><w:tc>{DRAWN.format('b')}</w:tc></w:tr></w:tbl>",
        "1\n\fa\tb\n",
    ),
    "sections": (
        "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>1</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>2</w:t></w:r></w:p>"
        f'{paragraph("juga 2")}<w:sectPr><w:type w:val="continuous"/></w:sectPr>',
        "1\n\f2\njuga 2\n",
    ),
}


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=BODIES.keys())
def test_reads_a_body_in_order(make_docx: Make, body: str, expected: str) -> None:
    """Each construct of a body gives its words once, in order, on its page."""
    assert text(make_docx(body)) == expected


def test_the_strict_dialect_is_read_too(make_docx: Make) -> None:
    """A file saved as Strict Open XML says the same as a usual one."""
    path = make_docx("", {"word/x.xml": ""})
    strict = W.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006",
        "http://purl.oclc.org/ooxml/wordprocessingml",
    )
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("word/document.xml", f"<w:document {strict}><w:body>{paragraph('ketat')}</w:body></w:document>")
    assert text(path) == "ketat\n"


NOTES = {
    "word/_rels/document.xml.rels": relations(
        *((OFFICE + kind, f"{kind}.xml") for kind in ("footnotes", "endnotes", "comments")),
        (OFFICE + "header", "header1.xml"),
        (OFFICE + "header", "/word/header2.xml"),
        (OFFICE + "footer", "footer1.xml"),
        (OFFICE + "image", "media/hilang.png"),
    ),
    **{
        f"word/{kind}s.xml": f'<w:{kind}s {W}><w:{kind} w:id="1">{paragraph(f"catatan {kind}")}</w:{kind}></w:{kind}s>'
        for kind in ("footnote", "endnote", "comment")
    },
    "word/header1.xml": f"<w:hdr {W}>{paragraph('KOP SURAT')}</w:hdr>",
    "word/header2.xml": f"<w:hdr {W}>{paragraph('KOP SURAT')}</w:hdr>",
    "word/footer1.xml": f"<w:ftr {W}>{paragraph('Dok. 7')}</w:ftr>",
}


def test_notes_stand_on_the_page_that_refers_to_them(make_docx: Make) -> None:
    """Footnotes follow their page; notes that nothing refers to are not lost; headers come once."""
    body = f'<w:p><w:r><w:t>satu</w:t><w:footnoteReference w:id="1"/></w:r></w:p>{BREAK}{paragraph("dua")}'
    first, second = docx.extract(make_docx(body, NOTES)).pages
    assert first == "KOP SURAT\nsatu\ncatatan footnote\nDok. 7\n"
    assert second == "\ndua\ncatatan endnote\ncatatan comment\n"


def test_diagrams_and_title_are_read(make_docx: Make) -> None:
    """The words of an organisation chart and the title of the properties are found."""
    parts = {
        "word/_rels/document.xml.rels": relations((OFFICE + "diagramData", "diagrams/data1.xml")),
        "word/diagrams/data1.xml": '<d xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:t>Ketua</a:t></d>',
        "_rels/.rels": relations(
            (CORE + "core-properties", "docProps/core.xml"), (CORE + "core-properties", "docProps/core2.xml")
        ),
        "docProps/core.xml": "<c/>",
        "docProps/core2.xml": '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> SK </dc:title></c>',
    }
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = make_docx(paragraph("bagan"), parts)
    found = docx.extract(path)
    assert (found.pages, found.title) == (("bagan\nKetua\n",), "SK")


def test_merged_columns_take_no_time(tmp_path: Path) -> None:
    """A long vertically merged column, on which a table's cells cannot be listed, is read at once."""
    document = python_docx.Document()
    table = document.add_table(rows=1, cols=2)
    merged = "<w:tr {}><w:tc><w:tcPr><w:vMerge{}/></w:tcPr><w:p/></w:tc><w:tc>{}</w:tc></w:tr>"
    for row in range(5_000):
        start = "" if row else ' w:val="restart"'
        table._tbl.append(etree.fromstring(merged.format(W, start, paragraph(str(row)))))
    document.save(str(tmp_path / "gabung.docx"))
    assert "\t4999\n" in text(tmp_path / "gabung.docx")


def test_a_file_without_words_has_no_text(make_docx: Make) -> None:
    """A document of pictures only is readable, and says that it has no text."""
    found = docx.extract(make_docx("<w:p/>"))
    assert (found.state, len(found.pages)) == (ReadState.NO_TEXT, 1) and found.why


def test_a_damaged_side_part_costs_only_itself(make_docx: Make) -> None:
    """When a footnote part is broken the body is read, and the damage is named."""
    found = docx.extract(make_docx(paragraph("isi"), {**NOTES, "word/footnotes.xml": "<bukan xml"}))
    assert "isi" in found.pages[0] and found.flags == ("partial",)
    assert "word/footnotes.xml" in found.why


def test_a_damaged_body_gives_what_comes_before(make_docx: Make) -> None:
    """A body that breaks off in the middle is read so far, and marked partial."""
    path = make_docx("x")
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("word/document.xml", f"<w:document {W}><w:body>{paragraph('awal')}<w:p><w:r>")
    found = docx.extract(path)
    assert (found.state, found.flags) == (ReadState.OK, ("partial",)) and "awal" in found.pages[0]


@pytest.mark.parametrize("body", ["", "bukan xml", None], ids=["empty", "rubbish", "missing"])
def test_without_a_body_it_is_corrupt(tmp_path: Path, body: str | None) -> None:
    """A package whose main part is missing or no XML is corrupt, with a reason."""
    with zipfile.ZipFile(tmp_path / "rusak.docx", "w") as file:
        file.writestr("word/lain.xml" if body is None else "word/document.xml", body or "")
    found = docx.extract(tmp_path / "rusak.docx")
    assert found.state is ReadState.CORRUPT and found.why


def test_entities_are_never_expanded(tmp_path: Path) -> None:
    """Neither a file on this computer nor a bomb of entities gets into the text."""
    secret = tmp_path / "rahasia.txt"
    secret.write_text("RAHASIA")
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 50}">' for n in range(1, 9))
    xml = (
        f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY e0 "BOM">{bomb}]>'
        f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>aman</w:t><w:t>&x;</w:t><w:t>&e8;</w:t></w:r></w:p>"
        "</w:body></w:document>"
    )
    with zipfile.ZipFile(tmp_path / "bom.docx", "w") as file:
        file.writestr("word/document.xml", xml)
    assert text(tmp_path / "bom.docx") == "aman\n"


def test_a_part_that_unpacks_too_large_is_refused(make_docx: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ZIP bomb is not unpacked, and the reason says how large it would be."""
    monkeypatch.setattr(package, "PART_BYTES", 1024 * 1024)
    found = docx.extract(make_docx("<w:p/>" * 300_000))
    assert found.state is ReadState.OUT_OF_MEMORY and "1 MB" in found.why


def test_deep_nesting_is_no_obstacle(make_docx: Make) -> None:
    """Nesting far beyond any document neither hangs nor overflows the stack."""
    found = docx.extract(make_docx(paragraph("atas") + "<w:sdt>" * 5_000 + "</w:sdt>" * 5_000))
    assert found.state is ReadState.OK and "atas" in found.pages[0]


def test_an_encrypted_member_is_a_password(make_docx: Make) -> None:
    """A ZIP whose members are locked is encrypted, not corrupt."""
    path = make_docx(paragraph("x"))
    raw = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = raw.find(mark)
        while at >= 0:
            raw[at + offset] |= 1
            at = raw.find(mark, at + 4)
    path.write_bytes(raw)
    assert docx.extract(path).state is ReadState.ENCRYPTED


def test_more_text_than_the_limit_is_cut_and_said(make_docx: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit of characters nothing more is kept, and the document is flagged."""
    monkeypatch.setattr(docx, "MAX_CHARS", 6)
    found = docx.extract(make_docx(paragraph("satu") + BREAK + paragraph("dua")))
    assert (found.pages, found.flags) == (("satu\n", "\n"), ("cut",)) and "awal" in found.why


def test_macros_are_flagged_and_dates_told(make_docx: Make) -> None:
    """A file with a VBA project is read as any other, and says so; its properties' days are kept."""
    terms = 'xmlns:t="http://purl.org/dc/terms/"'
    parts = {
        "word/vbaProject.bin": "x",
        "_rels/.rels": relations(
            (OFFICE + "officeDocument", "word/document.xml"), (CORE + "core-properties", "docProps/core.xml")
        ),
        "docProps/core.xml": f"<c {terms}><t:created>2024-03-15T01:00:00Z</t:created></c>",
    }
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = make_docx(paragraph("isi"), parts, name="surat.docm")
    found = docx.extract(path)
    assert (found.state, found.flags, found.dates) == (ReadState.OK, ("macro",), (date(2024, 3, 15),))
