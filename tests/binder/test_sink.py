"""Where a binder is written."""

import zipfile
from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ziarchive.binder import sink
from ziarchive.binder.copying import NotCopied
from ziarchive.errors import CannotRun

AT = datetime(2024, 7, 15, 9, 30, tzinfo=UTC)
FORMS = pytest.mark.parametrize("name", ["paket", "paket.zip"])


def text(*parts: bytes) -> Generator[bytes]:
    yield from parts


def failing() -> Generator[bytes]:
    yield b"x" * 100_000
    raise NotCopied("berubah")


def content(target: Path) -> dict[str, bytes]:
    """Return what was written, by path."""
    if target.is_dir():
        return {str(path.relative_to(target)): path.read_bytes() for path in target.rglob("*") if path.is_file()}
    with zipfile.ZipFile(target) as opened:
        assert opened.testzip() is None
        return {name.removeprefix("atas/"): opened.read(name) for name in opened.namelist()}


@FORMS
def test_files_are_written_below_the_target(tmp_path: Path, name: str) -> None:
    """What is put in is there, and nothing else."""
    with sink.opened(tmp_path / name, "atas") as into:
        into.put("a/b.txt", text(b"satu", b"dua"), AT, 7, packed=True)
        into.put("c.pdf", text(), AT, 0, packed=False)
    assert content(tmp_path / name) == {"a/b.txt": b"satudua", "c.pdf": b""}
    assert [each.name for each in tmp_path.iterdir()] == [name]


@FORMS
def test_a_file_that_fails_leaves_nothing(tmp_path: Path, name: str) -> None:
    """It is taken back, with folders that were made for it, and what follows is whole."""
    with sink.opened(tmp_path / name, "atas") as into:
        into.put("satu.txt", text(b"1"), AT, 1, packed=False)
        with pytest.raises(NotCopied):
            into.put("dalam/sekali/rusak.pdf", failing(), AT, 1, packed=False)
        into.put("dua.txt", text(b"2"), AT, 1, packed=False)
    assert content(tmp_path / name) == {"satu.txt": b"1", "dua.txt": b"2"}
    assert name.endswith(".zip") or not (tmp_path / name / "dalam").exists()
    assert not name.endswith(".zip") or (tmp_path / name).stat().st_size < 1000


@FORMS
def test_a_stop_leaves_nothing(tmp_path: Path, name: str) -> None:
    """An interrupted run removes what it had written."""
    with pytest.raises(KeyboardInterrupt), sink.opened(tmp_path / name, "atas") as into:
        into.put("satu.txt", text(b"1"), AT, 1, packed=False)
        raise KeyboardInterrupt
    assert not list(tmp_path.iterdir())


@FORMS
@pytest.mark.parametrize("taken", ["", ".part"], ids=["target", "part"])
def test_what_is_there_is_not_overwritten(tmp_path: Path, name: str, taken: str) -> None:
    """A place that is taken, or on which another works, is left as it is."""
    there = tmp_path / f"{name}{taken}"
    there.write_bytes(b"milik orang")
    with pytest.raises(CannotRun, match="sudah ada"), sink.opened(tmp_path / name, "atas"):
        pass
    assert there.read_bytes() == b"milik orang"


def test_a_place_that_is_taken_meanwhile_is_left(tmp_path: Path) -> None:
    """Who was there first stays, and the own work is removed."""
    target = tmp_path / "paket.zip"
    with pytest.raises(CannotRun, match="sudah ada"), sink.opened(target, "atas"):
        target.write_bytes(b"milik orang")
    assert [each.name for each in tmp_path.iterdir()] == ["paket.zip"]
    assert target.read_bytes() == b"milik orang"


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    """A mistyped stick is told, not created."""
    with pytest.raises(CannotRun, match="tidak ada"), sink.opened(tmp_path / "stik" / "paket", "atas"):
        pass
    assert not list(tmp_path.iterdir())


@FORMS
@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="a folder that nobody may write is a thing of Linux")
def test_a_target_that_cannot_be_written_is_told(name: str) -> None:
    """The reason names the place."""
    with pytest.raises(CannotRun, match="/proc"), sink.opened(Path("/proc") / name, "atas"):
        pass


@pytest.mark.parametrize(("seconds", "kept"), [(-9e18, 1980), (AT.timestamp(), 2024), (9e18, 2107)])
def test_a_zip_takes_any_day(tmp_path: Path, seconds: float, kept: int) -> None:
    """A day that a ZIP cannot say, as a damaged disk gives it, is the nearest that it can."""
    with sink.opened(tmp_path / "a.zip", "") as into:
        into.put("a", text(b"1"), sink.when(seconds), 1, packed=False)
    with zipfile.ZipFile(tmp_path / "a.zip") as opened:
        assert opened.getinfo("a").date_time[0] == kept


def test_the_files_keep_their_day(tmp_path: Path) -> None:
    """A copy is as old as the file that it is of."""
    with sink.opened(tmp_path / "a", "") as into:
        into.put("a", text(b"1"), AT, 1, packed=False)
    assert (tmp_path / "a" / "a").stat().st_mtime == AT.timestamp()
