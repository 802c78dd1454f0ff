"""Files inside archives and letters are read as if they lay in the folder, and none of them does harm."""

import io
import tempfile
import zipfile
from collections.abc import Callable
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.extract.conftest import paragraph
from tests.extract.contract import ExtractorContract
from ziarchive.extract.mail import bundle, nested
from ziarchive.extract.mail import letter as mail
from ziarchive.extract.sniff import sniff
from ziarchive.model import ReadState

Make = Callable[..., Path]


def zipped(members: dict[str, str | bytes]) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return raw.getvalue()


def letter(attachments: dict[str, bytes], subject: str = "Undangan rapat") -> bytes:
    message = EmailMessage()
    message["From"] = "Siti <siti@kantor.go.id>"
    message["To"] = "budi@kantor.go.id"
    message["Date"] = "Tue, 12 Mar 2024 10:15:00 +0700"
    message["Subject"] = subject
    message.set_content("Dengan hormat,\nrapat di aula.\n")
    for name, content in attachments.items():
        message.add_attachment(content, "application", "octet-stream", filename=name)
    return message.as_bytes()


class TestZip(ExtractorContract):
    """The reader of archives keeps the extractor's contract."""

    extractor = staticmethod(nested.extract)
    words = ("- laporan.txt", "Laporan Maret", "Daftar hadir")

    @pytest.fixture
    def sample(self, tmp_path: Path) -> Path:
        path = tmp_path / "bukti.zip"
        path.write_bytes(zipped({"laporan.txt": "Laporan Maret", "hadir.txt": "Daftar hadir"}))
        return path


class TestEml(ExtractorContract):
    """So does the reader of letters."""

    extractor = staticmethod(nested.extract)
    words = ("rapat di aula", "Daftar hadir")

    @pytest.fixture
    def sample(self, tmp_path: Path) -> Path:
        path = tmp_path / "undangan.eml"
        path.write_bytes(letter({"hadir.txt": b"Daftar hadir"}))
        return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "berkas"


def test_members_are_read_under_their_names(path: Path, make_pdf: Make, make_docx: Make) -> None:
    """Each page is called by its file and its page there; files without text are listed with the reason."""
    path.write_bytes(
        zipped(
            {
                "laporan/isi.pdf": make_pdf("satu", "dua").read_bytes(),
                "laporan/notulen.docx": make_docx(paragraph("tiga")).read_bytes(),
                "laporan/kosong.txt": "",
                "__MACOSX/._isi.pdf": "x",
            }
        )
    )
    found = nested.extract(path)
    assert found.labels == (
        "Daftar isi",
        "laporan/isi.pdf, halaman 1",
        "laporan/isi.pdf, halaman 2",
        "laporan/notulen.docx, halaman 1",
    )
    assert [page.strip() for page in found.pages[1:]] == ["satu", "dua", "tiga"]
    assert found.pages[0].splitlines()[-1].startswith("- laporan/kosong.txt: Berkas kosong (0 byte).")
    assert (found.state, found.flags) == (ReadState.OK, ("partial",))
    assert found.why == "1 dari 3 berkas di dalamnya tidak terbaca; sebabnya di halaman 1."


def test_a_letter_and_its_attachments(path: Path, make_pdf: Make) -> None:
    """The first page is the letter; the attachments follow, each called so."""
    path.write_bytes(letter({"surat.pdf": make_pdf("satu", "dua").read_bytes()}))
    found = nested.extract(path)
    assert found.pages[0].startswith(
        "Dari: Siti <siti@kantor.go.id>\nKepada: budi@kantor.go.id\nTanggal: 12 Maret 2024 10.15\n"
        "Perihal: Undangan rapat\n\nDengan hormat,\nrapat di aula.\n\nLampiran:\n- surat.pdf (1 KB)"
    )
    assert found.labels[1:] == ("Lampiran: surat.pdf, halaman 1", "Lampiran: surat.pdf, halaman 2")
    assert (found.title, found.dates) == ("Undangan rapat", (date(2024, 3, 12),))


def test_containers_within_containers(path: Path) -> None:
    """Mail in mail in an archive is read; what lies deeper is listed with what to do."""
    deep = letter({"dasar.txt": b"dasar"}, "keempat")
    third = letter({"keempat.eml": deep}, "ketiga")
    path.write_bytes(zipped({"dua.zip": zipped({"ketiga.eml": third})}))
    found = nested.extract(path)
    assert found.labels == ("Daftar isi", "dua.zip, Daftar isi", "dua.zip, ketiga.eml, Isi surel")
    assert "- keempat.eml (1 KB): tidak dibuka karena lebih dari 3 lapis" in found.pages[2]
    assert "dasar" not in "".join(found.pages)


def test_nothing_is_written_outside_or_left_behind(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A member's name is never a path, and the scratch folder goes."""
    scratch = path.parent / "tmp"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    path.write_bytes(zipped({"../../jahat.txt": "a", "/etc/jahat.txt": "b", "C:\\jahat.txt": "c", "x/\n.%": "d"}))
    found = nested.extract(path)
    assert len(found.pages) == 5
    assert sorted(path.parent.rglob("*")) == [path, scratch]


def test_a_damaged_member_spoils_no_other(path: Path) -> None:
    """A member whose bytes are wrong is listed as damaged; the rest is read."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as file:
        file.writestr("rusak.txt", "isi yang rusak")
        file.writestr("utuh.txt", "isi yang utuh")
    path.write_bytes(raw.getvalue().replace(b"isi yang rusak", b"isi yang RUSAK"))
    found = nested.extract(path)
    assert found.labels == ("Daftar isi", "utuh.txt, halaman 1")
    assert "- rusak.txt (1 KB): rusak di dalam arsip" in found.pages[0]


def locked(raw: bytes, *names: str) -> bytes:
    """Return an archive whose members say that they are encrypted."""
    data = bytearray(raw)
    for name in names:
        directory = data.rindex(name.encode()) - 46
        data[directory + 8] |= 1
    return bytes(data)


def test_an_archive_with_a_password_is_encrypted(path: Path) -> None:
    """When all is locked the state says so, and names what is inside."""
    path.write_bytes(locked(zipped({"a.txt": "x", "b.txt": "y"}), "a.txt", "b.txt"))
    found = nested.extract(path)
    assert (found.state, found.pages) == (ReadState.ENCRYPTED, ())
    assert "(a.txt, b.txt)" in found.why


def test_a_locked_member_is_named(path: Path) -> None:
    """When only some are locked, the others are read."""
    path.write_bytes(locked(zipped({"a.txt": "x", "b.txt": "y"}), "a.txt"))
    found = nested.extract(path)
    assert (found.labels, found.flags) == (("Daftar isi", "b.txt, halaman 1"), ("partial",))
    assert "- a.txt (1 KB): berkata sandi." in found.pages[0]


def test_a_bomb_is_not_unpacked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive that would grow without reason ends in a state before a byte of it is unpacked."""
    path.write_bytes(zipped({"a.txt": bytes(5_000_000), "b.txt": "isi"}))
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("unpacked"))
    found = nested.extract(path)
    assert (found.state, found.pages) == (ReadState.OUT_OF_MEMORY, ()) and found.why


def test_a_bomb_beside_honest_files_is_left_alone(path: Path, make_pdf: Make) -> None:
    """One member that grows without reason does not spoil the others."""
    raw = io.BytesIO(zipped({"bom.txt": bytes(2_000_000), "b.txt": "isi"}))
    with zipfile.ZipFile(raw, "a") as file:
        file.writestr("acak.dat", Path(nested.__file__).read_bytes() * 3)
    path.write_bytes(raw.getvalue())
    found = nested.extract(path)
    assert "- bom.txt (1.953 KB): mengembang secara tidak wajar" in found.pages[0]
    assert "b.txt, halaman 1" in found.labels


@pytest.mark.parametrize("limit", ["ALL_BYTES", "MEMBER_BYTES", "ALL_FILES", "ATTACHMENTS", "MAX_CHARS"])
def test_what_is_too_much_is_listed(path: Path, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    """Each limit leaves the rest unread, listed with its reason."""
    monkeypatch.setattr(nested, limit, 1)
    path.write_bytes(letter({"a.txt": b"satu", "b.txt": b"dua"}))
    found = nested.extract(path)
    assert "Lampiran: b.txt, halaman 1" not in found.labels
    assert "- b.txt (1 KB): tidak dibuka karena" in found.pages[0]


def test_an_archive_of_too_many_files_is_not_opened(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many files are a dump, not evidence."""
    monkeypatch.setattr(bundle, "MAX_MEMBERS", 1)
    path.write_bytes(zipped({"a.txt": "x", "b.txt": "y"}))
    assert nested.extract(path).state is ReadState.OUT_OF_MEMORY


@pytest.mark.parametrize("members", [{}, {"folder/": ""}, {"__MACOSX/a": "x"}], ids=["nothing", "a folder", "a Mac's"])
def test_an_archive_without_files_is_empty(path: Path, members: dict[str, str]) -> None:
    """Folders alone are nothing to read."""
    with zipfile.ZipFile(path, "w") as file:
        for name, content in members.items():
            file.writestr(name, content)
    assert nested.extract(path).state is ReadState.NO_TEXT


def test_a_letter_beyond_the_limit_is_not_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A letter of more bytes than servers let pass ends in a state with a reason."""
    monkeypatch.setattr(mail, "LIMIT", 10)
    path.write_bytes(letter({}))
    assert nested.extract(path).state is ReadState.OUT_OF_MEMORY


@pytest.mark.parametrize(
    ("head", "label"), [(b"Rar!\x1a\x07\x01\x00", "arsip RAR"), (b"7z\xbc\xaf\x27\x1c", "arsip 7-Zip")]
)
def test_other_archives_are_asked_to_be_unpacked(path: Path, head: bytes, label: str) -> None:
    """What Python cannot open is named by its content, with what to do."""
    path.write_bytes(head)
    found = bundle.unopened(path)
    assert (found.state, found.media_type) == (ReadState.UNSUPPORTED, sniff(path).media_type)
    assert label in found.why and "Buka (ekstrak) arsip ini di foldernya, lalu hapus arsipnya." in found.why
