"""A file of the evidence folder is opened only below the root, and read only when it holds still."""

import hashlib
import os
import signal
import sys
from collections.abc import Callable
from io import FileIO
from pathlib import Path

import pytest

from tests.folder.conftest import posix_only, put
from ziarchive import folder
from ziarchive.folder import Refused, Unsettled, fingerprint, is_locked, locate, snapshot
from ziarchive.folder.opening import open_below
from ziarchive.model import Rejected


def test_a_fingerprint_is_the_sha256_and_the_stamp(root: Path) -> None:
    """The content's SHA-256 comes with the stamp that the snapshot shows."""
    content = bytes(range(256)) * 4096
    put(root, "a/b.pdf", content)
    read = fingerprint(root, "a/b.pdf")
    assert read.sha256 == hashlib.sha256(content).hexdigest()
    assert read.stamp == snapshot(root).files["a/b.pdf"] == folder.stamp(root, "a/b.pdf")


def test_a_file_that_changes_while_it_is_read_is_unsettled(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stamp that differs after the reading means that the hash is worth nothing."""
    place = put(root, "a.pdf", b"1")
    real = folder._sha256

    def digest_while_written(stream: FileIO) -> str:
        place.write_bytes(b"tumbuh")
        return real(stream)

    monkeypatch.setattr(folder, "_sha256", digest_while_written)
    with pytest.raises(Unsettled) as trouble:
        fingerprint(root, "a.pdf")
    assert trouble.value.rejected == Rejected("a.pdf", "folder", folder._CHANGED)


def test_a_vanished_file_is_unsettled_not_refused(root: Path) -> None:
    """A file that went away since the snapshot is judged at the next pass."""
    with pytest.raises(Unsettled, match="Sudah tidak ada"):
        fingerprint(root, "hilang.pdf")
    assert folder.stamp(root, "hilang.pdf") is None
    assert not is_locked(root, "hilang.pdf")


@pytest.mark.parametrize(
    "path",
    [
        "../luar.pdf",
        "../tidak-ada.pdf",
        "a/../../luar.pdf",
        "",
        ".",
        "/etc/passwd",
        "a\0b.pdf",
        "a/../a/b.pdf",
    ],
    ids=repr,
)
def test_paths_that_leave_the_root_are_refused(root: Path, path: str) -> None:
    """No path with a way up, no absolute one and no empty one is opened, even when it would exist."""
    put(root, "a/b.pdf")
    put(root.parent, "luar.pdf")
    with pytest.raises(Refused):
        locate(root, path)
    with pytest.raises(Refused):
        fingerprint(root, path)


@posix_only
@pytest.mark.parametrize("path", ["tautan.pdf", "map/rahasia.pdf", "dalam/a.pdf", "putaran/x.pdf"])
def test_no_link_is_followed_on_the_way(root: Path, tmp_path: Path, path: str) -> None:
    """A link at the end or in the middle of a path is refused, also when it stays inside the root."""
    put(tmp_path, "luar/rahasia.pdf")
    put(root, "asli/a.pdf")
    (root / "tautan.pdf").symlink_to(tmp_path / "luar/rahasia.pdf")
    (root / "map").symlink_to(tmp_path / "luar")
    (root / "dalam").symlink_to(root / "asli")
    (root / "putaran").symlink_to("putaran")
    for look in (locate, fingerprint):
        with pytest.raises(Refused):
            look(root, path)


@posix_only
def test_pipes_and_folders_are_not_opened(root: Path) -> None:
    """Reading a pipe would wait for ever; it and a folder are refused at once."""
    os.mkfifo(root / "pipa")
    (root / "map").mkdir()
    for path in ("pipa", "map"):
        with pytest.raises(Refused, match="Bukan berkas biasa"):
            fingerprint(root, path)
        assert folder.stamp(root, path) is None
        assert not is_locked(root, path)


def test_a_located_file_is_absolute_and_real(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is served or read later has a place that does not depend on the current folder."""
    put(root, "a/b c.pdf", b"isi")
    monkeypatch.chdir(root.parent)
    place = locate(Path("archive"), "a/b c.pdf")
    assert place.is_absolute()
    assert place.read_bytes() == b"isi"


@pytest.mark.skipif(sys.platform != "linux", reason="leases are Linux's")
def test_a_file_that_another_program_keeps_is_locked(root: Path, wait_until: Callable[..., None]) -> None:
    """A lease, as a file server takes it for a client that writes, keeps the file from being read."""
    import fcntl  # noqa: PLC0415 (POSIX only)

    place = put(root, "a.pdf")
    assert not is_locked(root, "a.pdf")
    before = signal.signal(signal.SIGIO, signal.SIG_IGN)
    try:
        with place.open("r+b") as holder:
            fcntl.fcntl(holder, fcntl.F_SETLEASE, fcntl.F_WRLCK)
            assert is_locked(root, "a.pdf")
            with pytest.raises(Unsettled, match="Sedang dipakai program lain"):
                fingerprint(root, "a.pdf")
            fcntl.fcntl(holder, fcntl.F_SETLEASE, fcntl.F_UNLCK)
            assert not is_locked(root, "a.pdf")
    finally:
        signal.signal(signal.SIGIO, before)


@posix_only
def test_no_step_follows_a_link(root: Path, tmp_path: Path) -> None:
    """Whatever `locate` saw before: a link in the place of a folder or of the file is not followed."""
    (tmp_path / "luar").mkdir()
    (tmp_path / "luar" / "x.txt").write_text("rahasia")
    (root / "a").mkdir()
    (root / "a" / "b").symlink_to(tmp_path / "luar")
    (root / "a" / "x.txt").symlink_to(tmp_path / "luar" / "x.txt")
    for path in ("a/b/x.txt", "a/x.txt"):
        with pytest.raises(OSError, match=r"Not a directory|Too many levels"):
            open_below(root, path)
    put(root, "a/c/x.txt", b"isi")
    with open_below(root, "a/c/x.txt") as stream:
        assert stream.read() == b"isi"
