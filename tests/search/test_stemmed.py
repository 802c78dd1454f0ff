"""The stems of many documents, made at once, are those that each document has alone."""

from hypothesis import given
from hypothesis import strategies as st

from tests.search.test_columns import told
from ziarchive.search.columns import joined
from ziarchive.search.gathered import Gathered
from ziarchive.search.segment import STEM
from ziarchive.search.stemmed import stemmed
from ziarchive.search.tokens import Postings, post
from ziarchive.search.words import Words

_STEM = STEM.decode()
_WORDS = ["rapat", "pelayanan", "melayani", "layanan", "I.4.1", "2024", "tindak", "tindakan", "lanjut", "kelanjutan"]
_texts = st.lists(st.sampled_from([*_WORDS, "ditindaklanjuti", "pascapanen", "foto", "copy"]), max_size=8).map(" ".join)


@given(st.lists(st.lists(st.tuples(_texts, st.sampled_from([1.0, 0.5])), min_size=1, max_size=2), max_size=4))
def test_as_each_document_alone(documents: list[list[tuple[str, float]]]) -> None:
    """A stem weighs as much as its words in the document, and a pair of halves as often as they stand side by side."""
    rows, wanted = Gathered(), dict[tuple[str, int], float]()
    for number, sections in enumerate(documents):
        parts = list[Postings]()
        for text, weight in sections:
            parts.append(post([text], parts[-1].end if parts else 0, weight))
            rows.add(parts[-1])
        rows.end(number, parts[-1].end)
        wanted |= {(stem, number): weight for stem, weight in Words.of(parts).stems.items()}
    found = told(stemmed(joined([rows.columns()])))
    stems = {term[1:]: row for term, row in found.items() if term.startswith(_STEM)}
    assert {
        (stem, number): weight
        for stem, (numbers, weights, _) in stems.items()
        for number, weight in zip(numbers, weights, strict=True)
    } == wanted
    assert list(found) == sorted(found, key=str.encode)


def test_what_a_stem_has() -> None:
    """Its words stay as they are, and it has no positions."""
    rows, postings = Gathered(), post(["pelayanan tindak lanjut"])
    rows.add(postings)
    rows.end(3, postings.end)
    found = told(stemmed(joined([rows.columns()])))
    assert found["pelayanan"] == ([3], [1.0], [0])
    assert found[f"{_STEM}layan"] == ([3], [1.0], [])
    assert found[f"{_STEM}tindaklanjut"] == ([3], [1.0], [])
