"""Files that would run something if they were let: one or more of each kind that a browser or an office program runs.

Each tries to ask this site for CANARY, to mark its window, and to open a dialog.
"""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from docx import Document
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject
from xlsxwriter import Workbook

CANARY = "kenari"
"""No page of the site asks for an address of this name."""
ASKED = f"new Image().src='/{CANARY}';fetch('/{CANARY}');alert('{CANARY}')"
SCRIPT = f"window.{CANARY}=1;try{{top.{CANARY}=1}}catch(e){{}}{ASKED}"
PAGE = f'<!doctype html><title>x</title><img src=x onerror="{SCRIPT}"><script>{SCRIPT}</script>'
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" onload="{SCRIPT}"><script>{SCRIPT}</script></svg>'
XHTML = f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><script>{SCRIPT}</script></head><body/></html>'
STYLED = f"""<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="#gaya"?>
<!DOCTYPE doc [<!ATTLIST xsl:stylesheet id ID #REQUIRED>]>
<doc><xsl:stylesheet id="gaya" version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/"><html xmlns="http://www.w3.org/1999/xhtml"><script>{SCRIPT}</script></html></xsl:template>
</xsl:stylesheet></doc>"""
ARCHIVED = f"""From: <Saved by Blink>
Snapshot-Content-Location: http://127.0.0.1/
Subject: x
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="batas"

--batas
Content-Type: text/html

{PAGE}
--batas--
"""
LETTER = (
    f"From: a@contoh.invalid\nTo: b@contoh.invalid\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/html\n\n{PAGE}"
)
SHORTCUT = f"[InternetShortcut]\nURL=javascript:{SCRIPT}\n"
GIF = b"GIF89a/*" + bytes(40) + f"*/=1;{SCRIPT}".encode()
BMP = b"BM/*" + bytes(60) + f"*/=1;{SCRIPT}".encode()
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xfe\x20\x00" + PAGE.encode() + bytes(200) + b"\xff\xd9"
PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0:~\x9bU\0\0\0\nIDATx\x9cch\0\0\0\x82\0\x81w\xcdr\xb6"
    b"\0\0\0\0IEND\xaeB`\x82" + PAGE.encode()
)
WEBP = b"RIFF" + (4 + 8 + len(PAGE)).to_bytes(4, "little") + b"WEBPVP8 " + PAGE.encode()
FLASH = b"FWS\x06" + (40).to_bytes(4, "little") + b"\x78\x00\x05\x5f\x00\x00\x0f\xa0\x00\x00\x0c\x01\x00" + bytes(19)


def _pdf(path: Path, opened: Callable[[PdfWriter], None]) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    opened(writer)
    writer.write(path)


def pdf_with_script(path: Path) -> None:
    """A PDF whose own script runs when it is opened, as far as a viewer lets it."""
    said = f"app.alert('{CANARY}'); this.submitForm('/{CANARY}'); app.launchURL('/{CANARY}'); this.getURL('/{CANARY}');"
    runs = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(said)}

    def run(writer: PdfWriter) -> None:
        names = ArrayObject([TextStringObject("x"), DictionaryObject(runs)])
        tree = DictionaryObject({NameObject("/JavaScript"): DictionaryObject({NameObject("/Names"): names})})
        writer._root_object[NameObject("/Names")] = tree
        writer._root_object[NameObject("/OpenAction")] = DictionaryObject(runs)

    _pdf(path, run)


def pdf_with_action(path: Path) -> None:
    """A PDF that leads to an address when it is opened, and starts a program on its page."""
    leads = {NameObject("/S"): NameObject("/URI"), NameObject("/URI"): TextStringObject(f"/{CANARY}")}

    def lead(writer: PdfWriter) -> None:
        writer._root_object[NameObject("/OpenAction")] = DictionaryObject(leads)
        starts = {NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("cmd.exe")}
        writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): DictionaryObject(starts)})

    _pdf(path, lead)


def pdf_with_page_behind(path: Path) -> None:
    """A PDF to a reader, and an HTML page to who looks at its first bytes only for markup."""
    made = io.BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(made)
    path.write_bytes(f"<html><script>{SCRIPT}</script><!--\n".encode() + made.getvalue() + b"-->")


def word_with_macro(path: Path) -> None:
    """A DOCM: a Word file that says it has macros, and has a part for them."""
    made = io.BytesIO()
    Document().save(made)
    _with_macros(made, path, "word/vbaProject.bin")


def workbook_with_macro(path: Path) -> None:
    """An XLSM, with a formula that starts a program where a spreadsheet lets it."""
    made = io.BytesIO()
    with Workbook(made) as book:
        book.add_worksheet().write_formula(0, 0, "=cmd|'/C calc'!A0")
    _with_macros(made, path, "xl/vbaProject.bin")


def _with_macros(made: io.BytesIO, path: Path, part: str) -> None:
    kinds = {
        b"wordprocessingml.document.main": b"ms-word.document.macroEnabled.main",
        b"spreadsheetml.sheet.main": b"ms-excel.sheet.macroEnabled.main",
    }
    with zipfile.ZipFile(made) as plain, zipfile.ZipFile(path, "w") as package:
        for name in plain.namelist():
            content = plain.read(name)
            if name == "[Content_Types].xml":
                for known, macros in kinds.items():
                    content = content.replace(b"officedocument." + known, macros)
            package.writestr(name, content)
        package.writestr(part, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))


def zip_of_page(path: Path) -> None:
    """A ZIP that begins as a page does."""
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(zipfile.ZipInfo(PAGE[:200]), PAGE)


CONTENTS: Mapping[str, str | bytes | Callable[[Path], None]] = {
    "halaman.html": PAGE,
    "halaman.xhtml": XHTML,
    "halaman.shtml": PAGE,
    "utf7.htm": b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "gambar.svg": SVG,
    "gaya.xml": STYLED,
    "gaya.xsl": STYLED,
    "skrip.pdf": pdf_with_script,
    "tindakan.pdf": pdf_with_action,
    "depan.pdf": pdf_with_page_behind,
    "film.swf": FLASH,
    "program.hta": PAGE,
    "program.js": SCRIPT,
    "program.vbs": f'MsgBox "{CANARY}"',
    "pintasan.url": SHORTCUT,
    "simpanan.mhtml": ARCHIVED,
    "surat.eml": LETTER,
    "makro.docm": word_with_macro,
    "makro.xlsm": workbook_with_macro,
    "halaman bernama.pdf": PAGE,
    "halaman bernama.png": PAGE,
    "halaman bernama.jpg": PAGE,
    "halaman bernama.doc": PAGE,
    "svg bernama.png": SVG,
    "surat bernama.jpg": ARCHIVED,
    "catatan.txt": PAGE,
    "catatan.md": f"[x](javascript:{SCRIPT}) <script>{SCRIPT}</script>",
    "tabel.csv": f"=cmd|'/C calc'!A0,<script>{SCRIPT}</script>\n",
    "dua muka.gif": GIF,
    "dua muka.bmp": BMP,
    "dua muka.jpg": JPEG,
    "dua muka.png": PNG,
    "dua muka.webp": WEBP,
    "bungkus.zip": zip_of_page,
}
"""By name."""


def fill(folder: Path) -> None:
    """Write every one of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in CONTENTS.items():
        file = folder / name
        if callable(content):
            content(file)
        else:
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
