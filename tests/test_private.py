"""A file of HOME for this user alone: whole or not at all, read again when it changed, never taken for empty."""

import os
from pathlib import Path

import pytest

from ziarchive.errors import CannotRun
from ziarchive.private import PrivateFile


def kept(file: Path) -> PrivateFile[tuple[int, ...]]:
    return PrivateFile(file, lambda told: tuple(map(int, told.values())), lambda file, why: f"{file.name}: {why}")


def test_what_is_written_is_read_by_all(tmp_path: Path) -> None:
    """Without a file there is nothing; what one writes another sees, and the same object until it changes."""
    one, other = kept(tmp_path / "x.json"), kept(tmp_path / "x.json")
    assert one.read() == ()
    one.write({"a": 1})
    assert other.read() == (1,) and other.read() is other.read()
    one.write({"a": 1, "b": 2})
    assert other.read() == (1, 2)
    assert [each.name for each in tmp_path.iterdir()] == ["x.json"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the rights of the folder")
def test_others_cannot_read_it(tmp_path: Path) -> None:
    """Only this user may, whatever the umask says."""
    kept(tmp_path / "x.json").write({})
    assert (tmp_path / "x.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": "b"}', '{"a": null}', "[" * 100_000, "\x00"])
def test_what_cannot_be_read_is_no_empty_file(tmp_path: Path, text: str) -> None:
    """Damage is told in the words of the file's owner."""
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    with pytest.raises(CannotRun, match=r"^x\.json: "):
        kept(tmp_path / "x.json").read()


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Nothing is left behind."""
    with pytest.raises(CannotRun, match="tidak dapat ditulis"):
        kept(tmp_path / "gone" / "x.json").write({})
    assert not [*tmp_path.iterdir()]
