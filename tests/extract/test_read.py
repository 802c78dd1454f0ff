"""`read` chooses the reader by content, and gives every file a truthful state."""

import errno
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.extract.conftest import paragraph
from ziarchive import registry
from ziarchive.errors import PartMissing
from ziarchive.extract import read, settled
from ziarchive.model import ReadState
from ziarchive.ports import Extracted

Make = Callable[..., Path]


def zipped(**members: str) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as file:
        for name, content in members.items():
            file.writestr(name, content)
    return raw.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
STATES = {
    "empty": ("a.pdf", b"", ReadState.EMPTY, ()),
    "zeros": ("a.docx", bytes(5000), ReadState.TRUNCATED, ("still_copying",)),
    "half a zip": ("a.docx", zipped(a="b" * 500)[:300], ReadState.TRUNCATED, ()),
    "locked office": ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), ReadState.ENCRYPTED, ()),
    "a photo's start": ("a.jpg", b"\xff\xd8\xff\xe0", ReadState.TRUNCATED, ()),
    "a photo's start called pdf": ("a.pdf", b"\xff\xd8\xff\xe0", ReadState.TRUNCATED, ("suffix_lies",)),
    "an archive to unpack": ("a.rar", b"Rar!\x1a\x07\x00", ReadState.UNSUPPORTED, ()),
    "a video called pdf": ("a.pdf", b"\x00\x00\x00\x18ftypmp42" + bytes(50), ReadState.UNSUPPORTED, ("suffix_lies",)),
    "text called pdf": ("a.pdf", b"bukan pdf", ReadState.CORRUPT, ("suffix_lies",)),
    "rubbish called docx": ("a.docx", bytes(range(256)), ReadState.CORRUPT, ("suffix_lies",)),
    "rubbish": ("a.dat", bytes(range(256)), ReadState.UNSUPPORTED, ()),
    "a pdf's start": ("a.pdf", b"%PDF-1.7\n1 0 obj", ReadState.TRUNCATED, ()),
}


@pytest.mark.parametrize(("name", "content", "state", "flags"), STATES.values(), ids=STATES.keys())
def test_every_file_ends_in_a_state_with_a_reason(
    tmp_path: Path, name: str, content: bytes, state: ReadState, flags: tuple[str, ...]
) -> None:
    """What cannot be read is named by its true state, with a reason and without text."""
    (tmp_path / name).write_bytes(content)
    found = read(tmp_path / name)
    assert (found.state, found.flags, found.pages) == (state, flags, ())
    assert found.why.endswith(".")


def test_reads_a_word_file_called_pdf(make_docx: Make) -> None:
    """A wrong suffix does not keep the text from being read; it is flagged and said."""
    found = read(str(make_docx(paragraph("isi"), name="laporan.pdf")))
    assert (found.state, found.pages, found.flags) == (ReadState.OK, ("isi\n",), ("suffix_lies",))
    assert found.why == "Nama berkas berakhiran .pdf, tetapi isinya dokumen Word."


def test_reads_an_error_page_called_pdf(tmp_path: Path) -> None:
    """A page that a broken download left is read as what it is, and flagged."""
    (tmp_path / "a.pdf").write_bytes(b"<html><title>Galat</title>404 tidak ditemukan</html>")
    found = read(tmp_path / "a.pdf")
    assert (found.state, found.flags) == (ReadState.OK, ("suffix_lies",))
    assert "tidak ditemukan" in found.pages[0]


def test_a_suffix_that_tells_the_truth_is_not_flagged(make_pdf: Make) -> None:
    """Upper case and honest suffixes are no lie."""
    found = read(make_pdf("isi", name="LAPORAN.PDF"))
    assert (found.state, found.why, found.flags) == (ReadState.OK, "", ())


def test_a_file_that_cannot_be_opened_raises(tmp_path: Path) -> None:
    """Of a missing file nothing is known, so no state is made up."""
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "hilang.pdf")


def test_every_offered_reader_can_be_loaded() -> None:
    """The extractors that this package offers exist."""
    assert {"docx", "pdf"} <= set(registry.names(registry.EXTRACTORS))
    assert all(callable(registry.load(registry.EXTRACTORS, name)) for name in ("docx", "pdf"))


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (RecursionError(), ReadState.CORRUPT),
        (KeyError("/Root"), ReadState.CORRUPT),
        (MemoryError(), ReadState.OUT_OF_MEMORY),
        (OSError(errno.EFBIG, "File too large"), ReadState.OUT_OF_DISK),
        (OSError(errno.ENOSPC, "No space left on device"), ReadState.OUT_OF_DISK),
        (OSError("cannot identify image file"), ReadState.CORRUPT),
    ],
    ids=repr,
)
def test_what_a_reader_raises_is_a_state(tmp_path: Path, error: Exception, state: ReadState) -> None:
    """An exception of a reader's library costs one file its text, and nothing else."""

    def reader(path: Path) -> Extracted:
        raise error

    found = settled(reader, tmp_path, "application/x-uji", "uji")
    assert (found.state, found.media_type) == (state, "application/x-uji") and found.why


def test_a_missing_part_stops_the_run(tmp_path: Path) -> None:
    """A reader that is not installed properly is no fault of the file."""

    def reader(path: Path) -> Extracted:
        raise PartMissing("tidak terpasang")

    with pytest.raises(PartMissing):
        settled(reader, tmp_path, "application/x-uji", "uji")
