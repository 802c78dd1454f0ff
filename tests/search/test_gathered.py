"""Documents whose words become columns together give what they give one by one."""

from hypothesis import given
from hypothesis import strategies as st

from tests.search.test_columns import told
from ziarchive.search.columns import joined
from ziarchive.search.gathered import Gathered
from ziarchive.search.posting_list import END
from ziarchive.search.tokens import Postings, digest, post

_texts = st.lists(st.sampled_from(["rapat", "pelayanan", "I.4.1", "tindak lanjut", "2024"]), max_size=6).map(" ".join)
_values = st.lists(st.lists(_texts, min_size=1, max_size=2), max_size=4)
"""Of each document its texts, which follow each other."""


def _posted(texts: list[str]) -> list[Postings]:
    found: list[Postings] = []
    for text in texts:
        found.append(post([text], found[-1].end if found else 0))
    return found


def _gathered(documents: list[tuple[int, list[Postings]]]) -> Gathered:
    gathered = Gathered()
    for number, value in documents:
        for each in value:
            gathered.add(each)
        gathered.end(number, value[-1].end)
    return gathered


@given(_values)
def test_together_is_one_by_one(values: list[list[str]]) -> None:
    """The rows of several documents are those of each, its positions behind those of the documents before."""
    documents = [(3 * number, _posted(texts)) for number, texts in enumerate(values)]
    parts, room = [], 0
    for document in documents:
        parts.append(_gathered([document]).columns().moved(0, room))
        room = int(parts[-1].positions[-1]) + 1 if len(parts[-1].positions) else room
    assert told(joined([_gathered(documents).columns()])) == told(joined(parts))


def test_what_a_document_gives() -> None:
    """A word has its positions and, unless told, weighs as many; the end stands behind the last and counts all."""
    rows = told(_gathered([(7, [post(["rapat kerja rapat"]), post(["pelayanan"], 4, 0.5)])]).columns())
    assert rows["rapat"] == ([7], [2.0], [0, 2])
    assert rows["pelayanan"] == ([7], [0.5], [4])
    assert rows[END.decode()] == ([7], [4.0], [5])


def test_a_document_without_words_has_no_end() -> None:
    """It takes no room, and no length is kept."""
    assert not told(_gathered([(7, [digest(("- . -",)).head])]).columns())


def test_a_document_of_many_words() -> None:
    """More words than two bytes can number keep their order, and a word that stands first and last both its places."""
    words = [f"kata{number}" for number in range(70_000)]
    rows = told(_gathered([(7, [post([" ".join((*words, words[0]))])])]).columns())
    assert rows["kata0"] == ([7], [2.0], [0, 70_000])
    assert rows["kata69999"] == ([7], [1.0], [69_999])
