"""A PDF that may do something by itself is known, however it hides it."""

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from tests.conftest import make_pdf
from ziarchive.extract.pdf import extract
from ziarchive.extract.pdf.acting import SCRIPT, acts
from ziarchive.extract.pdf.source import opened

ACTION = b"<</S/JavaScript/JS(app.alert\\(1\\))>>"


def packed(content: bytes, dictionary: bytes = b"/Filter/FlateDecode", level: int = 6) -> bytes:
    """Return a PDF, as far as a scan looks, whose only object stream holds this."""
    body = zlib.compress(content, level)
    return b"%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4" + dictionary + b">>stream\n" + body + b"\nendstream\nendobj"


ACTING = {
    "a script": b"%PDF-1.7\n1 0 obj\n" + ACTION,
    "spaces": b"%PDF-1.7\n1 0 obj\n<< /S  /JavaScript >>",
    "letters as numbers": b"%PDF-1.7\n1 0 obj\n<</S/J#61va#53cr#69pt>>",
    "a program": b"%PDF-1.7\n1 0 obj\n<</S/Launch/F(cmd.exe)>>",
    "a form that is sent": b"%PDF-1.7\n1 0 obj\n<</S/SubmitForm/F(http://x)>>",
    "in an object stream": packed(ACTION),
    "behind a word that ends a stream": packed(b"endstream" * 9 + ACTION, level=0),
    "the stream's type as numbers": packed(ACTION).replace(b"/ObjStm", b"/Obj#53tm"),
    "packed in another way": packed(b"1 0 <<>>", b"/Filter/LZWDecode"),
    "packed twice": packed(b"1 0 <<>>", b"/Filter[/FlateDecode/ASCIIHexDecode]"),
    "damaged": packed(b"1 0 <<>>").replace(b"stream\n\x78", b"stream\n\x00"),
    "encrypted": packed(b"1 0 <<>>") + b"\ntrailer<</Encrypt 9 0 R>>",
    "the stream lies far away": packed(b"1 0 <<>>", b"/X(" + b"x" * 5000 + b")/Filter/FlateDecode"),
}
QUIET = {
    "nothing": b"%PDF-1.7\n1 0 obj\n<<>>",
    "an honest object stream": packed(b"1 0 <</Type/Catalog/OpenAction[3 0 R/Fit]>>"),
    "a word in a text": b"%PDF-1.7\n1 0 obj\n(JavaScript and Launch are words)",
    "a longer name": b"%PDF-1.7\n1 0 obj\n<</LaunchPad 1>>",
}


def judged(file: Path) -> bool:
    with opened(file) as source:
        return acts(source)


@pytest.mark.parametrize("content", ACTING.values(), ids=ACTING)
def test_what_acts_is_found(tmp_path: Path, content: bytes) -> None:
    """So is what nobody can look into."""
    file = tmp_path / "berkas.pdf"
    file.write_bytes(content)
    assert judged(file)


@pytest.mark.parametrize("content", QUIET.values(), ids=QUIET)
def test_what_is_quiet_is_left_alone(tmp_path: Path, content: bytes) -> None:
    """Words and other names are no actions."""
    file = tmp_path / "berkas.pdf"
    file.write_bytes(content)
    assert not judged(file)


def opening(path: Path, change: Callable[[PdfWriter], None]) -> Path:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    change(writer)
    writer.write(path)
    return path


def address(writer: PdfWriter) -> None:
    leads = {NameObject("/S"): NameObject("/URI"), NameObject("/URI"): TextStringObject("http://x")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(leads)


def place(writer: PdfWriter) -> None:
    page = writer.pages[0].indirect_reference
    assert page
    writer.root_object[NameObject("/OpenAction")] = ArrayObject([page, NameObject("/Fit")])


@pytest.mark.parametrize(("change", "acting"), [(address, True), (place, False)], ids=["an address", "a page"])
def test_what_is_done_when_it_is_opened(tmp_path: Path, change: Callable[[PdfWriter], None], acting: bool) -> None:
    """A file may lead to one of its own pages, as most do, and nowhere else."""
    file = opening(tmp_path / "berkas.pdf", change)
    assert judged(file) is acting


def test_an_encrypted_file_is_looked_into(tmp_path: Path) -> None:
    """One without a password to open it is judged as any other."""
    file = opening(tmp_path / "berkas.pdf", lambda writer: writer.encrypt("", "pemilik", algorithm="AES-256"))
    assert SCRIPT not in extract(file).flags


def test_the_reader_flags_it(tmp_path: Path) -> None:
    """The flag is among what was read; an ordinary file has none."""
    plain = make_pdf(tmp_path / "biasa.pdf", "halaman satu")
    assert SCRIPT not in extract(plain).flags
    file = opening(tmp_path / "berkas.pdf", address)
    assert SCRIPT in extract(file).flags
