"""Documents whose words become columns together give what they give one by one."""

from hypothesis import given
from hypothesis import strategies as st

from tests.search.test_columns import told
from ziarchive.search.columns import joined
from ziarchive.search.gathered import Gathered
from ziarchive.search.posting_list import END
from ziarchive.search.segment import STEM
from ziarchive.search.tokens import Postings, digest, post

_texts = st.lists(st.sampled_from(["rapat", "pelayanan", "I.4.1", "tindak lanjut", "2024"]), max_size=6).map(" ".join)
_values = st.lists(st.lists(_texts, min_size=1, max_size=2), max_size=4)
"""Of each document its texts, which follow each other."""


def _posted(texts: list[str]) -> list[Postings]:
    found: list[Postings] = []
    for text in texts:
        found.append(post([(text, 1.0)], found[-1].end if found else 0))
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
    """A word has its positions and a stem has none; the end stands behind the last word and counts the words."""
    rows = told(_gathered([(7, _posted(["rapat kerja pelayanan"]))]).columns())
    assert rows["pelayanan"] == ([7], [1.0], [2])
    assert rows[f"{STEM.decode()}layan"] == ([7], [1.0], [])
    assert rows[END.decode()] == ([7], [3.0], [3])


def test_words_without_positions_have_no_end() -> None:
    """What a document begins with is looked for as words alone: it takes no room, and no length is kept."""
    rows = told(_gathered([(7, [digest(("rapat kerja",)).head])]).columns())
    assert {term: row[2] for term, row in rows.items()} == {"rapat": [], "kerja": []}
