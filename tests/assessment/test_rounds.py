"""What became of a round's files."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from tests.gaps.small import ONE, document
from ziarchive.assessment.rounds import read, sealed, since, written
from ziarchive.model import Document

AT = datetime(2024, 7, 1, tzinfo=UTC)


def file(path: str, sha256: str, code: str = ONE, period: str = "2024-01") -> Document:
    return replace(document(code, period, name=path), id=path, path=path, sha256=sha256)


files = st.lists(
    st.builds(file, st.sampled_from("abcdef"), st.sampled_from("123")), max_size=6, unique_by=lambda each: each.path
)


def test_a_manifest_returns_as_it_was_written() -> None:
    """Paths of any signs, codes and periods come back, sorted by path."""
    kept = [sealed(file(path, "1")) for path in ("b/SK «ß».pdf", "a\udc80.pdf", "c\n.pdf")]
    assert read(written("Juli", "Sari", AT, kept)) == tuple(sorted(kept, key=lambda each: each.path))


def test_each_file_is_told_by_what_became_of_it() -> None:
    """Added, changed in place, moved, replaced by another file for the same slot, and removed are told apart."""
    before = [file("same", "1"), file("edited", "2"), file("old place", "3"), file("lost", "5", period="2024-03")]
    gone = file("first version", "4", period="2024-05")
    now = [
        file("same", "1"),
        file("edited", "9"),
        file("new place", "3"),
        file("second version", "8", period="2024-05"),
        file("extra", "7", period="2024-06"),
    ]
    found = since([sealed(each) for each in (*before, gone)], now)
    assert found.unchanged == 1
    assert [each.path for each in found.added] == ["extra"]
    assert [each.path for _, each in found.changed] == ["edited"]
    assert [(one.path, other.path) for one, other in found.moved] == [("old place", "new place")]
    assert [(one.path, other.path) for one, other in found.replaced] == [("first version", "second version")]
    assert [each.path for each in found.removed] == ["lost"]


@given(files, files)
def test_every_file_is_told_once(before: list[Document], after: list[Document]) -> None:
    """Each file of the manifest and each file of now stands in exactly one list."""
    found = since([sealed(each) for each in before], after)
    pairs = [*found.changed, *found.moved, *found.replaced]
    assert found.unchanged + len(pairs) + len(found.removed) == len(before)
    assert found.unchanged + len(pairs) + len(found.added) == len(after)
    assert len({one.path for one, _ in pairs}) == len({other.id for _, other in pairs}) == len(pairs)


@given(files)
def test_nothing_changed_is_nothing_told(documents: list[Document]) -> None:
    """A round over what is still there tells no change."""
    found = since([sealed(each) for each in documents], documents)
    assert (found.unchanged, found.added, found.changed, found.removed) == (len(documents), (), (), ())
