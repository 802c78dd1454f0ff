"""The styles of the DOCX: the built-in ones, which a word processor knows, and a few of our own."""

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from ziarchive.papers.look import INK, SOFT

ABOVE, OFFICE, ADDRESS, RULE = "Kop Instansi", "Kop Kantor", "Kop Alamat", "Kop Garis"
CELL, CELL_SOFT, NOTE, SIGNATURE = "Sel Tabel", "Sel Keterangan", "Catatan Laporan", "Tanda Tangan Pejabat"
_FONT = "Arial"


def prepare(document: Document) -> None:
    """Give the document its styles, and its language."""
    styles = document.styles
    _set(styles["Normal"], _Look(9.5, after=4))
    _set(styles["Title"], _Look(14, bold=True, centred=True, after=2))
    _set(styles["Subtitle"], _Look(10.5, centred=True, after=2))
    _set(styles["Heading 1"], _Look(13, bold=True, before=12, after=6))
    _set(styles["Heading 2"], _Look(10.5, bold=True, before=10, after=3))
    _set(styles["Footer"], _Look(8, colour=SOFT))
    _bare(styles["Title"])
    for name, size, bold in ((ABOVE, 12, False), (OFFICE, 12, True), (ADDRESS, 9, False)):
        _set(_own(document, name), _Look(size, bold=bold, centred=True))
    _ruled(_own(document, RULE))
    _set(_own(document, CELL), _Look(8, before=1.5, after=1.5))
    _set(_own(document, CELL_SOFT), _Look(7.5, after=1.5, colour=SOFT, italic=True))
    _set(_own(document, NOTE), _Look(9, after=3))
    _set(_own(document, SIGNATURE), _Look(10))
    styles[SIGNATURE].paragraph_format.left_indent = Cm(9)
    styles[NOTE].paragraph_format.left_indent = Cm(0.4)
    _speak(document)


def _own(document: Document, name: str) -> ParagraphStyle:
    style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    return style


@dataclass(frozen=True, slots=True)
class _Look:
    """Sizes in points."""

    size: float
    bold: bool = False
    italic: bool = False
    centred: bool = False
    before: float = 0
    after: float = 0
    colour: str = INK


def _set(style: ParagraphStyle, look: _Look) -> None:
    font, form = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.italic = _FONT, Pt(look.size), look.bold, look.italic
    font.color.rgb = RGBColor.from_string(look.colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for spread in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spread)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)
    form.space_before, form.space_after, form.line_spacing = Pt(look.before), Pt(look.after), 1.0
    form.alignment = WD_ALIGN_PARAGRAPH.CENTER if look.centred else WD_ALIGN_PARAGRAPH.LEFT


def _bare(style: ParagraphStyle) -> None:
    """Take away the line that the built-in title has."""
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _ruled(style: ParagraphStyle) -> None:
    """Give a style a thick and a thin rule above it."""
    _set(style, _Look(4, before=4, after=6))
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "thickThinSmallGap"), ("sz", "18"), ("space", "3"), ("color", INK)):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _speak(document: Document) -> None:
    """Let spelling be checked in Indonesian."""
    properties = document.styles["Normal"].element.get_or_add_rPr()
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "id-ID")
    properties.append(language)
