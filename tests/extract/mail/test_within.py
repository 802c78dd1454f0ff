"""Pictures and scans inside archives, letters and chats wait to be recognised, and are, each at its place."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A6
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.extract.mail import test_outlook as outlook
from tests.extract.mail.test_nested import letter, zipped
from tests.extract.pictured import WORDS, need_tesseract, page, recall
from ziarchive.extract import read
from ziarchive.extract.mail import nested, within
from ziarchive.extract.pictures import engines, ocr
from ziarchive.model import ReadState

LINES = WORDS[:3]
CHAT = "12/03/24 10.15 - Siti: Rapat di aula\n13/03/24 08.00 - Budi: Ya\n"


@pytest.fixture(scope="module")
def photo() -> bytes:
    """A photographed page."""
    stream = io.BytesIO()
    page(LINES, (620, 300), 20).save(stream, "PNG")
    return stream.getvalue()


@pytest.fixture(scope="module")
def scan(photo: bytes) -> bytes:
    """A PDF whose second page is a picture."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A6)
    canvas.drawString(72, 300, "Surat pengantar")
    canvas.showPage()
    canvas.drawImage(ImageReader(io.BytesIO(photo)), 0, 100, A6[0], A6[0] * 300 / 620)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bukti"


def test_pictures_inside_wait(path: Path, photo: bytes, scan: bytes) -> None:
    """Each has its page, called by its file; the file is flagged as a scan is, and nothing outdated is listed."""
    path.write_bytes(zipped({"foto.png": photo, "surat.pdf": scan, "catatan.txt": "isi"}))
    found = read(path)
    assert found.labels == (
        "Daftar isi",
        "foto.png",
        "surat.pdf, halaman 1",
        "surat.pdf, halaman 2",
        "catatan.txt, halaman 1",
    )
    assert (found.state, found.why, found.flags) == (ReadState.OK, "", ("scan",))
    assert (found.scans, found.origins) == ((1, 3), ((), (0, 0), (), (1, 1), ()))
    assert (found.pages[1], found.pages[3]) == ("", "")
    assert [line.partition(" (")[0] for line in found.pages[0].splitlines()[1:]] == [
        "- foto.png",
        "- surat.pdf",
        "- catatan.txt",
    ]
    assert "dikenali" not in found.pages[0] and "pindai" not in found.pages[0]


def test_files_without_pictures_have_no_origins(path: Path) -> None:
    """Where nothing waits, nothing is said of it."""
    path.write_bytes(zipped({"catatan.txt": "isi"}))
    assert (read(path).scans, read(path).origins, read(path).flags) == ((), (), ())


def mail_in_archive(photo: bytes, scan: bytes) -> bytes:
    return zipped({"a.txt": "isi", "surel.eml": letter({"b.txt": b"isi", "dalam.zip": zipped({"s.pdf": scan})})})


def mail_in_outlook(photo: bytes, scan: bytes) -> bytes:
    inner = outlook.storage(24, outlook.LETTER, **{"__attach_version1.0_#00000000": outlook.attached("f.png", photo)})
    about = {(0x3001, outlook.STRING): outlook.text("Undangan")}
    return outlook.letter(outlook.LETTER, outlook.storage(8, about, **{"__substg1.0_3701000D": inner}))


HOLDERS: dict[str, tuple[Callable[[bytes, bytes], bytes], Sequence[str]]] = {
    "an archive": (lambda photo, scan: zipped({"s.pdf": scan, "f.png": photo}), ("s.pdf, halaman 2", "f.png")),
    "a letter": (lambda photo, scan: letter({"a.txt": b"isi", "f.png": photo}), ("Lampiran: f.png",)),
    "an archive in a letter in an archive": (
        mail_in_archive,
        ("surel.eml, Lampiran: dalam.zip, s.pdf, halaman 2",),
    ),
    "a letter in a letter of Outlook": (mail_in_outlook, ("Lampiran: Undangan.msg, Lampiran: f.png",)),
    "a chat": (
        lambda photo, scan: zipped({"f.png": photo, "_chat.txt": CHAT, "s.pdf": scan}),
        ("f.png", "s.pdf, halaman 2"),
    ),
    "a chat in an archive": (
        lambda photo, scan: zipped({"0.txt": "isi", "chat.zip": zipped({"_chat.txt": CHAT, "f.png": photo})}),
        ("chat.zip, f.png",),
    ),
}


@pytest.mark.parametrize(("make", "labels"), HOLDERS.values(), ids=HOLDERS.keys())
def test_what_lies_inside_is_recognised(
    path: Path, photo: bytes, scan: bytes, make: Callable[[bytes, bytes], bytes], labels: Sequence[str]
) -> None:
    """The words of each scan stand at its place, with how sure they are, and the other pages are as they were."""
    need_tesseract()
    path.write_bytes(make(photo, scan))
    before = read(path)
    found = ocr.recognise(path, before)
    assert [found.labels[place] for place in before.scans] == list(labels)
    assert all(recall(found.pages[place], LINES) > 0.9 for place in before.scans)
    assert [place for place, percent in enumerate(found.sure) if percent] == list(before.scans)
    others = [place for place in range(len(found.pages)) if place not in before.scans]
    assert [found.pages[place] for place in others] == [before.pages[place] for place in others]
    assert (found.scans, found.flags, found.why) == ((), ("ocr",), "")
    assert found.text_from == f"{before.text_from}+tesseract"


def test_pages_of_different_files_are_read_in_any_portion(path: Path, photo: bytes, scan: bytes) -> None:
    """Recognition that is cut into tasks reads on where it stopped, whichever file that is in."""
    need_tesseract()
    path.write_bytes(zipped({"f.png": photo, "s.pdf": scan, "g.png": photo}))
    found = read(path)
    for left in (2, 1, 0):
        found = ocr.recognise(path, found, seconds=0)
        assert len(found.scans) == left
    assert all(recall(found.pages[place], LINES) > 0.9 for place in (1, 3, 4))


def test_without_an_engine_they_wait(path: Path, photo: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """As any scan they stay as they are until there is an engine."""
    monkeypatch.setattr(engines, "tesseract", str)
    monkeypatch.setattr(engines, "rapidocr", bool)
    path.write_bytes(zipped({"foto.png": photo}))
    found = read(path)
    assert ocr.recognise(path, found) == found
    assert (found.scans, found.flags) == ((1,), ("scan",))


CHANGED = {
    "fewer members": (zipped({"a.txt": "isi"}), "tidak lagi ditemukan"),
    "another member": (zipped({"a.txt": "isi", "f.png": "bukan gambar"}), "rusak"),
    "no archive": (b"isi", "tidak lagi ditemukan"),
    "a bomb": (zipped({"a.txt": "isi", "f.png": bytes(5_000_000)}), "tidak lagi ditemukan"),
}


@pytest.mark.parametrize(("raw", "why"), CHANGED.values(), ids=CHANGED.keys())
def test_what_is_not_there_any_more_is_named(path: Path, photo: bytes, raw: bytes, why: str) -> None:
    """A file that changed meanwhile costs the pages that are gone, and no task fails."""
    need_tesseract()
    path.write_bytes(zipped({"a.txt": "isi", "f.png": photo}))
    before = read(path)
    path.write_bytes(raw)
    found = ocr.recognise(path, before)
    assert found.why.startswith("Halaman 3 tidak dikenali: ") and why in found.why
    assert (found.scans, found.flags, found.pages) == ((), ("ocr", "partial"), before.pages)


def test_nothing_is_left_behind(path: Path, photo: bytes) -> None:
    """What was unpacked is gone afterwards."""
    path.write_bytes(zipped({"f.png": photo}))
    with within.unpacked(path, (0,)) as file:
        assert file.read_bytes() == photo
    assert not file.exists()


@pytest.mark.parametrize("members", [(1,), (0, 0), (0, 0, 0, 0)], ids=["no such member", "no archive", "too deep"])
def test_only_what_was_opened_before_is_unpacked(path: Path, photo: bytes, members: tuple[int, ...]) -> None:
    """What is not there, or lies deeper than archives are opened, is refused."""
    path.write_bytes(zipped({"f.png": photo}))
    with pytest.raises(within.Lost), within.unpacked(path, members):
        pass


def test_a_member_beyond_the_limit_is_not_unpacked(path: Path, photo: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit on a member's size holds here too."""
    path.write_bytes(zipped({"f.png": photo}))
    monkeypatch.setattr(within, "MEMBER_BYTES", 10)
    with pytest.raises(within.Lost), within.unpacked(path, (0,)):
        pass


def test_recordings_use_up_no_allowance(path: Path, photo: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Films in a chat are listed without being unpacked, so that the photos beside them are read."""
    film = b"\0\0\0\x18ftypmp42" + bytes(range(256)) * 8
    path.write_bytes(zipped({"_chat.txt": CHAT, **{f"{number}.mp4": film for number in range(9)}, "f.png": photo}))
    monkeypatch.setattr(nested, "ALL_BYTES", len(photo) + 100)
    found = read(path)
    assert found.labels[-1] == "f.png"
    assert "- 0.mp4 (2 KB): Isi video belum dibaca." in found.pages[2]
