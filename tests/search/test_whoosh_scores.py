"""The stored index scores as the one in memory, which looks at every document for every query."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.office import OFFICE, entry
from ziarchive.ports import SearchIndex
from ziarchive.query import Among, And, Not, Or, Partly, Query, Word
from ziarchive.query.parser import parse
from ziarchive.query.synonyms import load, widen
from ziarchive.search.memory import MemoryIndex
from ziarchive.search.whoosh_index import WhooshIndex

MORE = (
    entry("a", "rapat tim kerja", title="rapat"),
    entry("b", "rapat draf draf draf"),
    entry("c", "surat keputusan tim " * 5),
    entry("d", "keputusan rapat kerja", "lampiran draf"),
)
WORDS = st.sampled_from(["rapat", "tim", "kerja", "draf", "surat", "keputusan"]).map(Word)
QUERIES = st.recursive(
    WORDS | st.just(Among(frozenset("abc"), "")),
    lambda inner: st.one_of(
        *(st.lists(inner, min_size=2, max_size=3).map(tuple).map(kind) for kind in (And, Or, Partly)), inner.map(Not)
    ),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[SearchIndex, SearchIndex]]:
    memory, stored = MemoryIndex(), WhooshIndex(tmp_path_factory.mktemp("index"))
    memory.rebuild((*OFFICE, *MORE))
    stored.rebuild(OFFICE)
    stored.apply(MORE, ())
    stored.find(Word("rapat"), 1)  # the files that it holds open are no test's leak
    yield memory, stored
    stored.close()


def scores(index: SearchIndex, query: Query) -> dict[str, float]:
    return {hit.id: hit.score for hit in index.find(query, 50).hits}


@pytest.mark.parametrize(
    "box",
    [
        "rapat (tim kerja OR draf)",
        "tim surat keputusan",
        "surat keputusan tim",
        "rapat -(tim kerja) -lampiran",
        "rapat (-draf -surat)",
        "tim OR draf OR rapat",
        "kerja jenis:SK",
        "",
    ],
)
def test_scores_of_questions(both: tuple[SearchIndex, SearchIndex], box: str) -> None:
    """No word counts twice, however the question is nested and widened by what means the same."""
    memory, stored = both
    query = widen(parse(box).query, load("SK | surat keputusan"))
    assert scores(stored, query) == pytest.approx(scores(memory, query), rel=1e-5)
    assert scores(memory, query)


@pytest.mark.parametrize(
    ("box", "id", "parts"),
    [
        ("rapat (tim kerja OR draf)", "a", ("rapat", "tim", "kerja")),
        ("rapat (tim kerja OR draf)", "b", ("rapat", "draf")),
        ("rapat OR (tim surat)", "a", ("rapat",)),
        ("draf (rapat -tim)", "d", ("draf", "rapat")),
    ],
)
def test_scores_add_up(both: tuple[SearchIndex, SearchIndex], box: str, id: str, parts: tuple[str, ...]) -> None:
    """A document scores each word that makes it match, once, and no word of an alternative that it does not meet."""
    for index in both:
        alone = sum(scores(index, Word(part))[id] for part in parts)
        assert scores(index, parse(box).query)[id] == pytest.approx(alone)


@given(query=QUERIES)
def test_scores_law(both: tuple[SearchIndex, SearchIndex], query: Query) -> None:
    """Whatever is asked, both find the same documents and score them alike."""
    memory, stored = both
    assert scores(stored, query) == pytest.approx(scores(memory, query), rel=1e-5)
