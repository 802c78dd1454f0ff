"""Where index and catalogue differ is told exactly, whatever the difference."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.gaps.small import MONTHLY, document
from ziarchive.agreement import AGREED, compare, mark, warning
from ziarchive.model import Code, Document, Stamp

KNOWN = document(MONTHLY, "2024-03")
_marks = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("12"))


@given(_marks, _marks)
def test_law(known: dict[str, str], stored: dict[str, str]) -> None:
    """What is added, renewed and dropped as told makes the index the catalogue; nothing told is nothing to do."""
    found = compare(known, stored)
    renewed = {id: known[id] for id in found.missing | found.stale}
    assert {id: told for id, told in (stored | renewed).items() if id not in found.excess} == known
    assert bool(found) == (known != stored)
    assert found.unsure == len(renewed)


@pytest.mark.parametrize(
    "other",
    [
        replace(KNOWN, sha256="lain"),
        replace(KNOWN, path="2024/b.pdf"),
        replace(KNOWN, placement=replace(KNOWN.placement, codes=(Code((1, 4, 1, 2)),))),
        replace(KNOWN, placement=replace(KNOWN.placement, kind="SK")),
        replace(KNOWN, placement=replace(KNOWN.placement, title="lain")),
        replace(KNOWN, placement=replace(KNOWN.placement, period=None)),
        replace(KNOWN, content=replace(KNOWN.content, chars=10)),
        replace(KNOWN, content=replace(KNOWN.content, sure=80)),
    ],
    ids=["content", "path", "place", "kind", "title", "year", "recognised", "how surely"],
)
def test_what_an_entry_is_made_of_is_marked(other: Document) -> None:
    """Whatever the index keeps of a document changes the mark."""
    assert mark(other) != mark(KNOWN)


def test_what_no_entry_holds_is_not_marked() -> None:
    """A file that was only touched needs no new entry, and an odd name has a mark."""
    assert mark(replace(KNOWN, stamp=Stamp(9, 9))) == mark(KNOWN)
    assert len(mark(replace(KNOWN, path="\ud800.pdf"))) == 16


def test_in_words() -> None:
    """What is wrong, what was done and what a search may lack are said with numbers."""
    found = compare({"a": "1", "b": "1", "c": "1"}, {"c": "2", "d": "1"})
    assert str(found).startswith("2 dokumen belum termuat, 1 dokumen termuat dengan isi")
    assert found.mended == "2 dokumen ditambahkan, 1 dokumen diperbarui, 1 dokumen dihapus dari indeks"
    assert "belum memuat 3 dokumen" in warning(found)
    assert warning(AGREED) == "" == warning(compare({}, {"d": "1"}))
