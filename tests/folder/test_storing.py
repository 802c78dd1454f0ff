"""Storing a dropped file: whole or not at all, in its folder and nowhere else, over nothing that is there."""

import errno
import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.errors import ArchiveMissing, CannotRun, UsageError
from ziarchive.folder import storing
from ziarchive.folder.storing import Kept, receiving, withdraw

FOLDER = "2024/I Area/I.1 Komponen"


def store(root: Path, content: bytes, *names: str, folder: str = FOLDER, size: int | None = None) -> Kept:
    length = len(content) if size is None else size
    with receiving(root, folder, BytesIO(content), length) as received:
        assert received.sha256 == hashlib.sha256(content).hexdigest()
        return received.keep(names)


def files(root: Path) -> dict[str, bytes]:
    """Return every file below the root, hidden ones too."""
    return {each.relative_to(root).as_posix(): each.read_bytes() for each in root.rglob("*") if each.is_file()}


def test_a_file_gets_its_name_when_it_is_whole(tmp_path: Path) -> None:
    """Missing folders are made, the content is the one that came, and nothing else is left."""
    assert store(tmp_path, b"isi", "a.pdf") == Kept(f"{FOLDER}/a.pdf", new=True)
    assert files(tmp_path) == {f"{FOLDER}/a.pdf": b"isi"}


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A taken name leads to the next one, in any case of its letters; all taken is told."""
    place = tmp_path / FOLDER
    place.mkdir(parents=True)
    (place / "A.pdf").write_bytes(b"lama")
    assert store(tmp_path, b"baru", "a.pdf", "a (2).pdf").path == f"{FOLDER}/a (2).pdf"
    with pytest.raises(UsageError, match="sudah dipakai"):
        store(tmp_path, b"lagi", "a.pdf", "a (2).pdf")
    assert files(place) == {"A.pdf": b"lama", "a (2).pdf": b"baru"}


def test_the_same_content_is_stored_once(tmp_path: Path) -> None:
    """A file of the same content under one of the names is told, and stays the only one."""
    store(tmp_path, b"satu", "a.pdf")
    store(tmp_path, b"dua", "a.pdf", "a (2).pdf")
    assert store(tmp_path, b"dua", "a.pdf", "a (2).pdf", "a (3).pdf") == Kept(f"{FOLDER}/a (2).pdf", new=False)
    assert len(files(tmp_path)) == 2


@pytest.mark.parametrize("size", [2, 5], ids=["longer", "shorter"])
def test_another_length_than_announced_is_refused(tmp_path: Path, size: int) -> None:
    """Neither the file nor the folders that were made for it are left."""
    with pytest.raises(UsageError, match="terputus"):
        store(tmp_path, b"isi", "a.pdf", size=size)
    assert [*tmp_path.iterdir()] == []


@contextmanager
def small_disk(size: int) -> Iterator[None]:
    """Let no file of this process be larger, as on a disk that is full."""
    resource: Any = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    """What could not be written whole is taken away again."""
    with small_disk(100_000), pytest.raises(CannotRun, match="penuh"):
        store(tmp_path, bytes(3_000_000), "a.pdf")
    assert [*tmp_path.iterdir()] == []


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no folder here that nobody may write")
def test_a_folder_that_cannot_be_written_is_told() -> None:
    """The words say what to do instead."""
    with pytest.raises(CannotRun, match="izin menulis"):
        store(Path("/proc"), b"isi", "a.pdf")


@pytest.mark.parametrize("folder", ["..", "a/../..", "/tmp", "", ".sembunyi/a", "a\0b"])  # noqa: S108  # refused
def test_no_folder_outside_is_taken(tmp_path: Path, folder: str) -> None:
    """A path that leaves the archive, or that nobody would read, is refused."""
    root = tmp_path / "archive"
    root.mkdir()
    with pytest.raises(UsageError, match="bukan folder biasa"):
        store(root, b"isi", "a.pdf", folder=folder)
    assert files(tmp_path) == {}


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for a right to make links")
def test_no_link_is_followed(tmp_path: Path) -> None:
    """A link among the folders, or a file in their way, is no place; behind the link nothing is made."""
    root, outside = tmp_path / "archive", tmp_path / "luar"
    root.mkdir()
    outside.mkdir()
    (root / "a").symlink_to(outside)
    (root / "berkas").write_bytes(b"isi")
    for folder in ("a", "a/b", "berkas"):
        with pytest.raises(UsageError, match="bukan folder biasa"):
            store(root, b"isi", "x.pdf", folder=folder)
    assert [*outside.iterdir()] == []


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for a right to make links")
def test_a_link_in_place_of_the_file_is_not_written_through(tmp_path: Path) -> None:
    """The name counts as taken, whatever the link leads to."""
    root = tmp_path / "archive"
    (root / FOLDER).mkdir(parents=True)
    (root / FOLDER / "a.pdf").symlink_to(tmp_path / "luar.pdf")
    assert store(root, b"isi", "a.pdf", "a (2).pdf").path.endswith("a (2).pdf")
    assert not (tmp_path / "luar.pdf").exists()


def test_a_share_that_is_gone_stays_untouched(tmp_path: Path) -> None:
    """No folder is made where the archive should be."""
    with pytest.raises(ArchiveMissing):
        store(tmp_path / "tidak ada", b"isi", "a.pdf")
    assert [*tmp_path.iterdir()] == []


def test_without_hard_links_the_name_is_taken_first(tmp_path: Path) -> None:
    """Where a share has none, an empty file takes a free name and only that one is replaced."""
    beside, target = tmp_path / ".unggah-1.part", tmp_path / "a.pdf"
    beside.write_bytes(b"isi")
    assert storing._replaced(beside, target)
    assert files(tmp_path) == {"a.pdf": b"isi"}
    beside.write_bytes(b"lain")
    assert not storing._replaced(beside, target)
    assert target.read_bytes() == b"isi"
    beside.unlink()
    with pytest.raises(OSError, match=os.strerror(errno.ENOENT)):
        storing._replaced(beside, tmp_path / "b.pdf")
    assert files(tmp_path) == {"a.pdf": b"isi"}


def test_what_a_power_cut_left_is_swept(tmp_path: Path) -> None:
    """A half-done file of long ago goes with the next one that is stored there; one under way stays."""
    place = tmp_path / FOLDER
    place.mkdir(parents=True)
    old, new = place / ".unggah-lama.part", place / ".unggah-baru.part"
    old.write_bytes(b"setengah")
    new.write_bytes(b"setengah")
    os.utime(old, (time.time() - 2 * storing.FORGOTTEN_SECONDS,) * 2)
    store(tmp_path, b"isi", "a.pdf")
    assert sorted(files(place)) == [".unggah-baru.part", "a.pdf"]


def test_only_the_same_content_is_withdrawn(tmp_path: Path) -> None:
    """What somebody put there meanwhile stays."""
    kept = store(tmp_path, b"isi", "a.pdf")
    withdraw(tmp_path, kept.path, "lain")
    assert len(files(tmp_path)) == 1
    withdraw(tmp_path, kept.path, hashlib.sha256(b"isi").hexdigest())
    assert files(tmp_path) == {}


@given(st.lists(st.tuples(st.binary(min_size=1, max_size=3), st.sampled_from(["a.pdf", "A.PDF", "b.pdf"])), max_size=8))
def test_no_content_is_ever_lost(tmp_path_factory: pytest.TempPathFactory, sent: list[tuple[bytes, str]]) -> None:
    """Whatever is dropped in whatever order, all that was stored before is still there, unchanged."""
    root = tmp_path_factory.mktemp("arsip")
    before: dict[str, bytes] = {}
    for content, name in sent:
        kept = store(root, content, name, *(f"{number} {name}" for number in range(9)))
        after = files(root)
        assert {path: after.get(path) for path in before} == before
        assert after[kept.path] == content
        before = after
