"""Files of every kind that break off, and office files behind a password."""

import os
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
import xlsxwriter
from PIL import Image
from pptx import Presentation
from reportlab.pdfgen.canvas import Canvas

from tests.extract.compound import compound
from tests.extract.hostile.conftest import Reader
from tests.extract.hostile.offices import ODT
from ziarchive.model import ReadState

SHARES = (10, 50, 99)
"""Percent of the file that are left."""


def pdf(path: Path) -> None:
    canvas = Canvas(str(path))
    for number in range(20):
        canvas.drawString(72, 700, f"Laporan {number}")
        canvas.showPage()
    canvas.save()


def word(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Laporan")
    document.save(str(path))


def sheet(path: Path) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet().write(0, 0, "Laporan")


def slides(path: Path) -> None:
    shown = Presentation()
    shown.slides.add_slide(shown.slide_layouts[0]).shapes.title.text = "Laporan"
    shown.save(str(path))


def odt(path: Path) -> None:
    ODT.text(path.parent, ODT.item * 100)


def picture(path: Path) -> None:
    Image.effect_noise((300, 200), 50).save(path)


def packed(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("laporan.txt", "Laporan Maret " * 100)


def letter(path: Path) -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@b.id", "c@d.id", "Undangan"
    message.set_content("Dengan hormat")
    message.add_attachment(os.urandom(4_000), "application", "octet-stream", filename="bukti.bin")
    path.write_bytes(message.as_bytes())


LOST = ({ReadState.TRUNCATED}, "terpotong")
PARTLY = ({ReadState.OK, ReadState.TRUNCATED}, "hilang")
KINDS = {
    ".pdf": (pdf, PARTLY),
    ".docx": (word, LOST),
    ".xlsx": (sheet, LOST),
    ".pptx": (slides, LOST),
    ".odt": (odt, LOST),
    ".png": (picture, LOST),
    ".jpg": (picture, LOST),
    ".tiff": (picture, LOST),
    ".zip": (packed, LOST),
    ".eml": (letter, ({ReadState.OK}, "Surel ini terpotong")),
}


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("suffix", KINDS)
def test_a_file_that_breaks_off(tmp_path: Path, reader: Reader, suffix: str, share: int) -> None:
    """What is left of a file is read where it can be; always it is told that the end is missing."""
    make, (states, why) = KINDS[suffix]
    path = tmp_path / f"berkas{suffix}"
    make(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * share // 100])
    found = reader(path)
    assert found.state in states and why in found.why
    assert "suffix_lies" not in found.flags
    assert found.state is not ReadState.OK or "partial" in found.flags


@pytest.mark.parametrize("suffix", KINDS)
def test_the_same_file_whole(tmp_path: Path, reader: Reader, suffix: str) -> None:
    """Uncut, each of these files is whole."""
    path = tmp_path / f"berkas{suffix}"
    KINDS[suffix][0](path)
    found = reader(path)
    assert not found.state.failed and "partial" not in found.flags


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".pptx"])
def test_an_office_file_behind_a_password(tmp_path: Path, reader: Reader, suffix: str) -> None:
    """Office hides a file with a password in a package of the old kind."""
    path = tmp_path / f"rahasia{suffix}"
    path.write_bytes(compound({"EncryptionInfo": b"\4\0\4\0" + bytes(300), "EncryptedPackage": os.urandom(9_000)}))
    found = reader(path)
    assert found.state is ReadState.ENCRYPTED and "berkata sandi" in found.why
    assert found.flags == ()
