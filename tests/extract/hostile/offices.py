"""The smallest office packages, with a main part that a test fills as it likes."""

from dataclasses import dataclass
from pathlib import Path

from tests.extract.conftest import NAMESPACES, OFFICE, relations
from tests.extract.hostile.forged import Part, forge, part

_FORMATS = "http://schemas.openxmlformats.org/"
_SLIDE = f'xmlns:a="{_FORMATS}drawingml/2006/main" xmlns:p="{_FORMATS}presentationml/2006/main" xmlns:r="{OFFICE[:-1]}"'
_SHEET = f'xmlns="{_FORMATS}spreadsheetml/2006/main" xmlns:r="{OFFICE[:-1]}"'
_ODF = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text"))


@dataclass(frozen=True)
class Kind:
    """One kind of office file."""

    suffix: str
    place: str
    """The part that holds the words."""
    head: str
    item: str
    """One line of words, in which "aman" stands."""
    tail: str
    group: str
    """An element that may hold others of its own name."""
    others: tuple[Part, ...]

    def save(self, folder: Path, words: Part) -> Path:
        return forge(folder / f"berkas{self.suffix}", *self.others, words)

    def text(self, folder: Path, body: str, doctype: str = "") -> Path:
        """Write a file with this XML for its body."""
        whole = f'<?xml version="1.0" encoding="UTF-8"?>{doctype}{self.head}{body}{self.tail}'
        return self.save(folder, part(self.place, whole.encode()))


def _office(main: str, kind: str, link: tuple[str, str] | None, content: str = "") -> tuple[Part, ...]:
    folder, _, name = main.rpartition("/")
    types = (
        f'<Types xmlns="{_FORMATS}package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/>'
        "</Types>"
    )
    named = {"[Content_Types].xml": types, "_rels/.rels": relations((f"{OFFICE}officeDocument", main))}
    if link:
        named |= {main: content, f"{folder}/_rels/{name}.rels": relations((OFFICE + link[0], link[1]))}
    return tuple(part(each, text.encode()) for each, text in named.items())


DOCX = Kind(
    ".docx",
    "word/document.xml",
    f"<w:document {NAMESPACES}><w:body>",
    "<w:p><w:r><w:t>aman</w:t></w:r></w:p>",
    "</w:body></w:document>",
    "w:sdtContent",
    _office("word/document.xml", "wordprocessingml.document", None),
)
XLSX = Kind(
    ".xlsx",
    "xl/worksheets/sheet1.xml",
    f"<worksheet {_SHEET}><sheetData>",
    '<row><c t="inlineStr"><is><t>aman</t></is></c></row>',
    "</sheetData></worksheet>",
    "x",
    _office(
        "xl/workbook.xml",
        "spreadsheetml.sheet",
        ("worksheet", "worksheets/sheet1.xml"),
        f'<workbook {_SHEET}><sheets><sheet name="Data" sheetId="1" r:id="rId0"/></sheets></workbook>',
    ),
)
PPTX = Kind(
    ".pptx",
    "ppt/slides/slide1.xml",
    f"<p:sld {_SLIDE}><p:cSld><p:spTree>",
    "<p:sp><p:txBody><a:p><a:r><a:t>aman</a:t></a:r></a:p></p:txBody></p:sp>",
    "</p:spTree></p:cSld></p:sld>",
    "p:grpSp",
    _office(
        "ppt/presentation.xml",
        "presentationml.presentation",
        ("slide", "slides/slide1.xml"),
        f'<p:presentation {_SLIDE}><p:sldIdLst><p:sldId id="256" r:id="rId0"/></p:sldIdLst></p:presentation>',
    ),
)
ODT = Kind(
    ".odt",
    "content.xml",
    f"<office:document-content {_ODF}><office:body><office:text>",
    "<text:p>aman</text:p>",
    "</office:text></office:body></office:document-content>",
    "text:section",
    (part("mimetype", b"application/vnd.oasis.opendocument.text"), part("META-INF/manifest.xml", b"<manifest/>")),
)
ZIP = Kind(".zip", "besar.txt", "", "aman ", "", "", (part("jujur.txt", b"Laporan Maret"),))
OFFICES = (DOCX, XLSX, PPTX, ODT)


def by_suffix(kind: Kind) -> str:
    """Return what pytest calls a case."""
    return kind.suffix
