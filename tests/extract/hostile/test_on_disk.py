"""Files that change while they are read, and names that no form would accept, on the whole way into the archive."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import Office
from tests.extract.hostile.conftest import Reader
from ziarchive.archive import Archive
from ziarchive.extract.plain.paging import MAX_CHARS
from ziarchive.model import ReadState

LINE = b"Daftar hadir rapat\n" * 200


@contextmanager
def growing(path: Path) -> Iterator[None]:
    """Append to a file again and again until the block ends, within what is kept of a text; it has grown before."""
    stop, grown = threading.Event(), threading.Event()

    def append() -> None:
        with path.open("ab", buffering=0) as file:
            for _ in range(MAX_CHARS // len(LINE) // 4):
                file.write(LINE)
                grown.set()
                if stop.wait(0.002):
                    return

    thread = threading.Thread(target=append)
    thread.start()
    try:
        assert grown.wait(10)
        yield
    finally:
        stop.set()
        thread.join()


@pytest.mark.parametrize("suffix", [".txt", ".pdf", ".docx", ".zip"])
def test_a_file_that_grows_ends_in_a_state(office: Office, reader: Reader, suffix: str) -> None:
    """Whatever is appended while a file is read, reading ends, and the worker goes on."""
    path = office.root / f"laporan{suffix}"
    path.write_bytes(LINE)
    if suffix == ".pdf":
        office.pdf(path.name, "Laporan Maret")
    elif suffix != ".txt":
        office.docx(path.name, "Laporan Maret")
    with growing(path):
        assert reader(path).state in ReadState


def test_a_file_that_grows_is_read_again(office: Office, archive: Archive) -> None:
    """What was read of a half-copied file is never kept as the whole: the next comparison reads it to its end."""
    path = office.root / "hadir.txt"
    path.write_bytes(LINE)
    with growing(path):
        report = archive.sync()
    assert report.unsettled == ("hadir.txt",) or report.added == ("hadir.txt",)
    with path.open("ab") as file:
        file.write(b"selesai pukul sepuluh\n")
    archive.sync()
    (document,) = archive.documents()
    assert document.stamp.size == path.stat().st_size
    assert [hit.document.path for hit in archive.search("sepuluh").hits] == ["hadir.txt"]
    assert archive.sync().unchanged == 1


NAMES = {
    "a newline": "laporan\nMaret.txt",
    "quotes": "laporan \"Maret\" 'dua' `tiga`.txt",
    "markup": "<script>alert(1)<&>.txt",
    "a command": "$(reboot); laporan | % *?.txt",
    "255 bytes": "a" * 251 + ".txt",
    "255 bytes of another script": "é" * 125 + "a.txt",
    "an option": "--help.txt",
}


@pytest.mark.skipif(os.name == "nt", reason="Windows does not allow these names")
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_name_is_only_a_name(office: Office, archive: Archive, reader: Reader, name: str) -> None:
    """A file is read, kept and found under whatever the disk calls it."""
    (office.root / name).write_text("Laporan pengendalian gratifikasi", encoding="utf-8")
    assert reader(office.root / name).state is ReadState.OK
    archive.sync()
    assert [hit.document.path for hit in archive.search("gratifikasi").hits] == [name]
