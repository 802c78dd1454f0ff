"""The folders of an index on disk are swapped whole, by one writer at a time."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ziarchive.errors import IndexUnusable
from ziarchive.search.generations import Generations


@pytest.fixture
def generations(tmp_path: Path) -> Iterator[Generations]:
    yield Generations(tmp_path / "search", "versi 1", lock_wait_s=0.0)


def test_none_yet(generations: Generations) -> None:
    """A folder that does not exist has no current generation."""
    assert generations.current() is None


def test_publish(generations: Generations) -> None:
    """A generation is current only after it is published, and then the one before is swept away."""
    first = generations.create()
    assert generations.current() is None
    generations.publish(first)
    second = generations.create()
    assert generations.current() == first
    generations.publish(second)
    generations.sweep()
    assert generations.current() == second
    assert (first.exists(), second.exists()) == (False, True)


def test_names_do_not_come_back(generations: Generations) -> None:
    """A new generation takes a number above all that are there, so no reader mistakes one for another."""
    generations.publish(generations.create())
    assert generations.create().name == "g000002"
    assert generations.create().name == "g000003"


def test_other_version(generations: Generations) -> None:
    """A generation of another version is none."""
    generations.publish(generations.create())
    assert Generations(generations.folder, "versi 2", lock_wait_s=0.0).current() is None


@pytest.mark.parametrize("pointer", ["", "{", "[]", '"g000001"', '{"generation": "g000001"}', "\x00\x00"])
def test_damaged_pointer(generations: Generations, pointer: str) -> None:
    """A pointer that cannot be read names no generation."""
    generations.publish(generations.create())
    (generations.folder / "CURRENT").write_text(pointer, encoding="utf-8")
    assert generations.current() is None


def test_lock(generations: Generations) -> None:
    """The lock is held by one writer, named in plain words to the other, and free again afterwards."""
    other = Generations(generations.folder, "versi 1", lock_wait_s=0.0)
    told = pytest.raises(IndexUnusable, match="sedang ditulis oleh proses ziarchive lain")
    with generations.writing(), told, other.writing():
        pass
    with other.writing():
        pass


def test_lock_after_failure(generations: Generations) -> None:
    """A writer that fails gives its lock back."""
    with pytest.raises(RuntimeError), generations.writing():
        raise RuntimeError
    with generations.writing():
        pass
