"""The paper as a DOCX that an office can go on editing: real styles and headings, fields for the page numbers."""

from collections.abc import Callable
from datetime import UTC
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from ziarchive.papers import wordlook, words
from ziarchive.papers.paper import Paper
from ziarchive.papers.wordtables import Tables

_A4 = Cm(21), Cm(29.7)
_MARGIN = Cm(1.8)
_LOGO = 2.2
"""Centimetres of the box that holds the logo."""


def made(paper: Paper, done: Callable[[], None]) -> bytes:
    """Return the document; `done` is called after each row of the list."""
    document = docx.Document()
    wordlook.prepare(document)
    _properties(document, paper)
    tables = Tables(document)
    _first_page(document, tables, paper)
    _section(document, across=True)
    document.add_heading(words.MATRIX, 1)
    tables.matrix(paper)
    _list(document, tables, paper, done)
    _section(document, across=False)
    _notes(document, paper)
    _signature(document, paper)
    out = BytesIO()
    document.save(out)
    return _dated(out, paper)


def _properties(document: Document, paper: Paper) -> None:
    properties = document.core_properties
    properties.title, properties.subject, properties.language = paper.title, paper.plan[:255], "id-ID"
    properties.author = properties.last_modified_by = paper.letterhead.office[:255]
    properties.comments = ""
    properties.created = properties.modified = paper.made.astimezone(UTC).replace(tzinfo=None, microsecond=0)


def _first_page(document: Document, tables: Tables, paper: Paper) -> None:
    _sized(document.sections[0], across=False)
    _foot(document.sections[0], paper)
    _letterhead(document, tables, paper)
    document.add_paragraph(words.TITLE.upper(), style="Title")
    document.add_paragraph(paper.plan, style="Subtitle")
    document.add_paragraph(f"Keadaan {paper.day}", style="Subtitle").runs[0].bold = True
    if paper.scope:
        document.add_paragraph(f"Hanya {paper.scope}", style="Subtitle").runs[0].italic = True
    document.add_heading(words.SUMMARY, 1)
    tables.figures(paper)
    document.add_paragraph().paragraph_format.space_after = Pt(2)
    tables.states(paper)


def _letterhead(document: Document, tables: Tables, paper: Paper) -> None:
    head = paper.letterhead
    place: Document | _Cell = document
    if head.logo:
        left, place = tables.side_by_side(2.6, 14.8)
        width, height = head.logo.within(_LOGO, _LOGO)
        left.paragraphs[0].add_run().add_picture(BytesIO(head.logo.png), Cm(width), Cm(height))
    lines = [(line.upper(), wordlook.ABOVE) for line in head.above]
    lines += [(head.office.upper(), wordlook.OFFICE), *((line, wordlook.ADDRESS) for line in head.address)]
    for text, style in lines:
        place.add_paragraph(text, style=style)
    if head.logo:
        first = place.paragraphs[0]._p
        first.getparent().remove(first)
    document.add_paragraph(style=wordlook.RULE)


def _list(document: Document, tables: Tables, paper: Paper, done: Callable[[], None]) -> None:
    heading = document.add_heading(words.LIST, 1)
    heading.paragraph_format.page_break_before = True
    if not paper.areas:
        document.add_paragraph(words.NOTHING)
    for area in paper.areas:
        document.add_heading(f"Area {area.name}", 2)
        document.add_paragraph(area.said).paragraph_format.keep_with_next = True
        tables.area(area, done)


def _notes(document: Document, paper: Paper) -> None:
    if paper.notes:
        document.add_heading(words.NOTES, 1)
    for kind in paper.notes:
        document.add_heading(kind.title, 2)
        for code, said in kind.lines:
            paragraph = document.add_paragraph(style=wordlook.NOTE)
            paragraph.add_run(code).bold = True
            paragraph.add_run(f"  {said}")


def _signature(document: Document, paper: Paper) -> None:
    head = paper.letterhead
    texts = (
        paper.signed_at,
        f"{head.position or words.DOTS},",
        head.signer or words.DOTS * 2,
        f"NIP {head.nip or words.DOTS}",
    )
    paragraphs = [document.add_paragraph(text, style=wordlook.SIGNATURE) for text in texts]
    paragraphs[0].paragraph_format.space_before = Pt(24)
    name = paragraphs[2]
    name.paragraph_format.space_before = Cm(2)
    name.runs[0].bold = name.runs[0].underline = bool(head.signer)
    for paragraph in paragraphs[:-1]:
        paragraph.paragraph_format.keep_with_next = True


def _section(document: Document, across: bool) -> None:
    """Begin a new page, upright or across; the foot goes on."""
    _sized(document.add_section(), across)


def _sized(section: Section, across: bool) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = reversed(_A4) if across else _A4
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    section.footer_distance = Cm(0.8)
    section.different_first_page_header_footer = False


def _foot(section: Section, paper: Paper) -> None:
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.add_run(f"{paper.title}  |  Halaman ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" dari ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Paragraph, name: str) -> None:
    """Add a field that the word processor fills."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = paragraph.add_run("1")._r
    run.getparent().replace(run, field)
    field.append(run)


def _dated(file: BytesIO, paper: Paper) -> bytes:
    """Return the package with the paper's own moment on its parts, where python-docx puts the clock's."""
    out, moment = BytesIO(), paper.made.astimezone(UTC)
    with ZipFile(file) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            info = ZipInfo(name, moment.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return out.getvalue()
