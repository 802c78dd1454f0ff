"""Damage of a stored index is told, never a wrong answer and never the end of the process, and a rebuild mends it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.search.office import OFFICE, entry, found
from ziarchive.errors import IndexUnusable
from ziarchive.search.posting_list import MARK
from ziarchive.search.whoosh_index import WhooshIndex


@pytest.fixture
def index(tmp_path: Path) -> Iterator[WhooshIndex]:
    made = WhooshIndex(tmp_path / "search")
    yield made
    made.close()


@pytest.fixture
def office(index: WhooshIndex) -> WhooshIndex:
    index.rebuild(OFFICE)
    return index


@pytest.mark.parametrize("name", ["CURRENT", "*.toc", "*.seg"])
@pytest.mark.parametrize("damage", [b"", b"\x00" * 200, bytes(range(256)) * 12], ids=["empty", "zeros", "noise"])
def test_damaged(office: WhooshIndex, tmp_path: Path, name: str, damage: bytes) -> None:
    """A damaged file makes the index fresh, and a rebuild mends it; it is never a wrong answer."""
    office.close()
    for file in (tmp_path / "search").rglob(name):
        file.write_bytes(damage)
    index = WhooshIndex(tmp_path / "search")
    assert index.fresh
    index.rebuild(OFFICE)
    assert not index.fresh
    assert index.marks().keys() == {each.id for each in OFFICE}
    index.close()


@pytest.mark.parametrize("left", [None, 0, 100, 5000], ids=["gone", "empty", "head", "half"])
def test_damaged_while_open(office: WhooshIndex, tmp_path: Path, left: int | None) -> None:
    """A segment that is cut off or deleted under an open index makes it fresh at once, and ends no process."""
    office.apply([entry(f"d{n}", f"laporan kata{n} kata{n + 1}") for n in range(100)], ())
    assert found(office, "kata99")
    for segment in (tmp_path / "search").rglob("*.seg"):
        if left is None:
            segment.unlink()
        else:
            os.truncate(segment, left)
    assert found(office, "kata99") == set()
    assert office.fresh
    office.rebuild(OFFICE)
    assert not office.fresh
    assert found(office, "gratifikasi") == {"gratifikasi"}


def test_damaged_is_told_at_once(office: WhooshIndex, tmp_path: Path) -> None:
    """What has once been found damaged is not opened again and again, until something else is stored."""
    office.close()
    (segment,) = (tmp_path / "search").rglob("*.seg")
    whole = segment.read_bytes()
    segment.write_bytes(b"")
    assert office.fresh
    segment.write_bytes(whole)
    assert office.fresh
    office.apply([entry("baru", "pakta")], ())
    assert office.marks().keys() == {"baru"}


def test_damaged_inside(index: WhooshIndex, tmp_path: Path) -> None:
    """Damage met in the middle of a search is named with its mending, and is no empty answer."""
    index.apply([entry(f"d{n}", f"laporan kata{n // 2}", codes=("I.1",)) for n in range(50)], ())
    index.close()
    _spoil_postings(tmp_path / "search")
    with pytest.raises(IndexUnusable, match=r"rusak\. Hapus folder itu lalu jalankan `ziarchive sync`"):
        for number in range(25):
            found(index, f"kata{number}")


def test_damage_met_in_writing(index: WhooshIndex, tmp_path: Path) -> None:
    """Damage met in a merge is named with its mending, and the lock is given back."""
    for number in range(8):
        index.apply([entry(f"{twin}{number}", "laporan bulanan") for twin in "de"], ())
    index.close()
    _spoil_postings(tmp_path / "search")
    with pytest.raises(IndexUnusable, match=r"tidak dapat ditulis: .* lalu jalankan `ziarchive sync`"):
        index.apply([entry("d8", "laporan bulanan")], ())
    index.rebuild(OFFICE)
    assert found(index, "gratifikasi") == {"gratifikasi"}


def _spoil_postings(folder: Path) -> None:
    """Overwrite the postings of every segment, and leave all else whole."""
    for segment in folder.rglob("*.seg"):
        whole = segment.read_bytes()
        start, end = whole.index(MARK), whole.rindex(MARK)
        segment.write_bytes(whole[:start] + b"\xff" * (end - start) + whole[end:])
