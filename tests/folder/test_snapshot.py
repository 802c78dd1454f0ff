"""The evidence folder is walked whole and never followed outside."""

import os
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.folder.conftest import posix_only, put
from ziarchive.changes import compare
from ziarchive.errors import ArchiveMissing
from ziarchive.folder import NotRead, fingerprint, is_locked, require, snapshot
from ziarchive.model import Stamp


def refused(root: Path) -> dict[str, str]:
    return {each.path: each.why for each in snapshot(root).refused}


def test_every_file_is_found_with_its_stamp(root: Path) -> None:
    """Files at any depth are listed by their POSIX path with size and exact date."""
    deep = put(root, "2024/I Manajemen Perubahan/I.4/Laporan é.pdf", b"12345")
    os.utime(deep, ns=(1, 1_712_000_000_123_456_700))
    put(root, "kosong.docx", b"")
    found = snapshot(root)
    assert found.files["2024/I Manajemen Perubahan/I.4/Laporan é.pdf"] == Stamp(5, 1_712_000_000_123_456_700)
    assert found.files.keys() == {"2024/I Manajemen Perubahan/I.4/Laporan é.pdf", "kosong.docx"}
    assert (found.refused, found.unreadable) == ((), ())


def test_what_is_never_evidence_is_skipped(root: Path) -> None:
    """Leftovers and all that lies in ignored folders are absent, without being reported."""
    for path in ("a/~$laporan.docx", "@eaDir/a.pdf", "Thumbs.db", ".git/config", "b.pdf.part", "b.pdf"):
        put(root, path)
    found = snapshot(root)
    assert found.files.keys() == {"b.pdf"}
    assert found.refused == ()


def test_the_guide_is_no_evidence_but_its_namesakes_are(root: Path) -> None:
    """Only the README.md at the root is the guide for staff."""
    for path in ("README.md", "2024/README.md", "readme.txt"):
        put(root, path)
    assert snapshot(root).files.keys() == {"2024/README.md", "readme.txt"}


@posix_only
def test_links_pipes_and_sockets_are_refused_and_listed(root: Path, tmp_path: Path) -> None:
    """What is not a regular file is neither followed nor opened, and says so."""
    put(root, "asli.pdf")
    put(tmp_path, "luar/rahasia.pdf")
    (root / "tautan.pdf").symlink_to(root / "asli.pdf")
    (root / "putus.pdf").symlink_to("tidak-ada")
    (root / "luar").symlink_to(tmp_path / "luar")
    (root / "putaran").symlink_to(root)
    os.mkfifo(root / "pipa")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(root / "soket"))
        found = snapshot(root)
    assert found.files.keys() == {"asli.pdf"}
    listed = refused(root)
    assert listed.keys() == {"tautan.pdf", "putus.pdf", "luar", "putaran", "pipa", "soket"}
    assert all("Tautan" in listed[path] for path in ("tautan.pdf", "putus.pdf", "luar", "putaran"))
    assert all("Bukan berkas biasa" in listed[path] for path in ("pipa", "soket"))
    assert {each.stage for each in found.refused} == {"folder"}
    assert [each.path for each in found.refused] == sorted(listed)


@posix_only
def test_names_that_are_not_text_are_refused_in_readable_form(root: Path) -> None:
    """Undecodable bytes in a file's or folder's name are shown as escapes and never reach the index."""
    bad = os.fsencode(root) + b"/laporan\xff.pdf"
    with open(bad, "wb"):  # noqa: PTH123 (a name in bytes)
        pass
    os.mkdir(os.fsencode(root) + b"/map\xe9")  # noqa: PTH102 (a name in bytes)
    found = snapshot(root)
    assert found.files == {}
    assert [each.path for each in found.refused] == [r"laporan\xff.pdf", r"map\xe9"]
    with pytest.raises(NotRead) as trouble:
        fingerprint(root, os.fsdecode(b"tidak-ada\xff"))
    assert trouble.value.rejected.path == r"tidak-ada\xff"


@pytest.mark.parametrize("kind", ["missing", "file"])
def test_a_missing_root_stops_the_run(tmp_path: Path, kind: str) -> None:
    """Without a folder at its place the archive is missing, not empty, and the message says what to do."""
    place = tmp_path / "archive"
    if kind == "file":
        place.write_bytes(b"")
    for look in (snapshot, require):
        with pytest.raises(ArchiveMissing, match=r"Sambungkan folder bersama"):
            look(place)


def test_a_root_that_is_there_is_enough(root: Path) -> None:
    """An empty folder is an archive too."""
    require(root)
    assert snapshot(root).files == {}


@posix_only
def test_the_root_may_be_a_link(root: Path, tmp_path: Path) -> None:
    """An office may link its archive to a share; its files are read through the link."""
    put(root, "a/b.pdf")
    link = tmp_path / "arsip"
    link.symlink_to(root)
    assert snapshot(link).files == snapshot(root).files
    assert fingerprint(link, "a/b.pdf") == fingerprint(root, "a/b.pdf")


def test_a_root_exchanged_during_the_walk_is_missing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A share that drops while it is listed leaves an empty mount point: that is not a snapshot."""
    for number in range(3):
        put(root, f"{number}/a.pdf")
    real, aside = os.scandir, root.with_name("aside")

    def drop_after_the_root(path: Path) -> Iterator[os.DirEntry[str]]:
        if path != root and not aside.exists():
            root.rename(aside)
            root.mkdir()
        return real(path)

    monkeypatch.setattr(os, "scandir", drop_after_the_root)
    with pytest.raises(ArchiveMissing):
        snapshot(root)


def deny(monkeypatch: pytest.MonkeyPatch, denied: Path) -> None:
    """Make one folder unlistable, also for root, to whom permissions do not apply."""
    real = os.scandir

    def scandir(path: Path) -> Iterator[os.DirEntry[str]]:
        if path == denied:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)


def test_an_unreadable_folder_is_listed_and_its_files_are_not_missing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder without permission is refused, and what is known below it stays as it is."""
    put(root, "terbuka/a.pdf")
    put(root, "tertutup/sub/b.pdf")
    known = {path: fingerprint(root, path) for path in snapshot(root).files}
    deny(monkeypatch, root / "tertutup")
    found = snapshot(root)
    assert found.unreadable == ("tertutup",)
    assert [each.path for each in found.refused] == ["tertutup"]
    assert "Periksa hak akses" in found.refused[0].why
    difference = compare(found, known)
    assert (difference.gone, difference.left) == (frozenset(), frozenset({"tertutup/sub/b.pdf"}))


@posix_only
def test_folders_may_be_nested_deeper_than_the_stack(root: Path) -> None:
    """The walk does not recurse, so no nesting that the system allows ends it."""
    places = [root / "/".join("d" * depth) for depth in range(1, sys.getrecursionlimit() + 50)]
    for place in places:
        place.mkdir()
    bottom = put(places[-1], "dasar.pdf")
    assert len(snapshot(root).files) == 1
    bottom.unlink()
    for place in reversed(places):  # or nothing could clean it up: rmtree recurses
        place.rmdir()


def test_reading_leaves_the_archive_as_it_was(root: Path) -> None:
    """A walk and a reading change neither content nor dates nor names."""
    put(root, "a/b.pdf")
    before = snapshot(root)
    fingerprint(root, "a/b.pdf")
    is_locked(root, "a/b.pdf")
    assert snapshot(root) == before
    assert sorted(path.name for path in root.rglob("*")) == ["a", "b.pdf"]


def test_two_walks_may_go_on_at_once(root: Path) -> None:
    """A snapshot keeps no state between calls or threads."""
    for number in range(50):
        put(root, f"{number % 5}/{number}.pdf")
    found: list[int] = []
    walkers = [threading.Thread(target=lambda: found.append(len(snapshot(root).files))) for _ in range(4)]
    for walker in walkers:
        walker.start()
    for walker in walkers:
        walker.join()
    assert found == [50] * 4
