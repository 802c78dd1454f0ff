"""An index without some documents answers as if they had never been put in."""

from ziarchive.finding.narrowed import Narrowed
from ziarchive.model import Code
from ziarchive.ports import IndexEntry
from ziarchive.query import And, Everything, Partly, Phrase, Word
from ziarchive.search.memory import MemoryIndex

CODE = (Code.of("I.1.1.1"),)


def entry(id: str, text: str) -> IndexEntry:
    return IndexEntry(id, f"{id}.pdf", id, CODE, "SK", 2024, (text,))


def index(*entries: IndexEntry) -> MemoryIndex:
    made = MemoryIndex()
    made.rebuild(entries)
    return made


WHOLE = index(
    entry("a", "laporan kekayaan rahasiasekali"), entry("b", "laporan rapat tim"), entry("c", "laporan rapat lapor")
)
SEEN = Narrowed(WHOLE, lambda: frozenset({"a"}))


def test_hidden_documents_are_not_found() -> None:
    """No kind of question finds them, and no score tells how rare a word is among all documents."""
    assert SEEN.find(Word("rahasiasekali"), 9).ids == ()
    for query in (Word("laporan"), Everything(), Phrase("laporan"), Partly((Word("kekayaan"), Word("laporan")))):
        found = SEEN.find(query, 9)
        assert ({*found.ids}, {hit.id for hit in found.hits}) == ({"b", "c"}, {"b", "c"})
        assert {hit.score for hit in found.hits} == {0.0}


def test_hidden_documents_take_no_place() -> None:
    """The best of what is seen are given, however many hidden ones are better."""
    assert [hit.id for hit in SEEN.find(And((Word("laporan"), Word("rapat"))), 1).hits] in (["b"], ["c"])


def test_words_are_counted_where_they_are_seen() -> None:
    """A word that only hidden documents hold is not completed, another has the number of those that are seen."""
    assert WHOLE.words("lap") == {"laporan": 3, "lapor": 1}
    assert SEEN.words("lap") == {"laporan": 2, "lapor": 1}
    assert SEEN.words("rah") == {}


def test_words_behind_others() -> None:
    """A further word is counted in what is seen of those that hold the words before."""
    assert SEEN.words("la", Word("rapat")) == {"laporan": 2, "lapor": 1}
    assert SEEN.words("la", Word("kekayaan")) == {}


def test_it_is_as_fresh_as_the_whole() -> None:
    """An index that nothing was put into yet says so."""
    assert Narrowed(MemoryIndex(), frozenset).fresh
    assert not SEEN.fresh
