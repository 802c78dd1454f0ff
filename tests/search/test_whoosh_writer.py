"""The segment writer: posting lists of every length survive writing and merging."""

from bisect import bisect_left
from pathlib import Path

import pytest
from whoosh import index as whoosh
from whoosh.reading import SegmentReader

from tests.search.office import entry
from ziarchive.search import whoosh_schema
from ziarchive.search.postings import analyse
from ziarchive.search.whoosh_reader import open_index, segments_of
from ziarchive.search.whoosh_writer import Writer

LENGTHS = {"tunggal": 1, "pasangan": 2, "penuh": 128, "lewat": 129, "panjang": 300}
"""In how many documents each word stands: alone, and around the size of a block."""
Stored = dict[str, list[tuple[str, float, tuple[int, ...]]]]


def _texts() -> list[str]:
    return [" ".join(word * (number % 3 + 1) for word in _words(number)) for number in range(300)]


def _words(number: int) -> list[str]:
    return [f"{word} " for word, count in LENGTHS.items() if number < count]


def _write(folder: Path, first: int, texts: list[str], merging: bool) -> None:
    stored = open_index(folder)
    writer = Writer(stored)
    for number, text in enumerate(texts, first):
        writer.put(whoosh_schema.document(analyse(entry(f"d{number:03}", text))))
    writer.commit(mergetype=_merge_all if merging else None, merge=False)


def _merge_all(writer: Writer, segments: list[object]) -> list[object]:
    for segment in segments:
        writer.add_reader(SegmentReader(writer.storage, writer.schema, segment))
    return []


def _stored(folder: Path) -> Stored:
    """Return, by word, the documents by id with the word's weight and positions."""
    with open_index(folder).reader() as reader:
        found: Stored = {word: [] for word in LENGTHS}
        for segment in segments_of(reader):
            begins = dict(zip(segment.ends.numbers, (-1, *segment.ends.positions), strict=False))
            for word in LENGTHS:
                postings = segment.postings("text", word.encode())
                places: dict[int, list[int]] = {}
                for position in postings.positions:
                    number = segment.ends.numbers[bisect_left(segment.ends.positions, position)]
                    places.setdefault(number, []).append(position - begins[number] - 1)
                for number, weight in zip(postings.numbers, postings.weights, strict=True):
                    found[word].append((segment.ids[number], weight, tuple(places[number])))
        return {word: sorted(lines) for word, lines in found.items()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    whoosh.create_in(str(tmp_path), whoosh_schema.schema())
    return tmp_path


def test_lists_of_every_length(folder: Path) -> None:
    """Each word gives back exactly its documents, in lists of one, of one block and of several."""
    _write(folder, 0, _texts(), merging=False)
    stored = _stored(folder)
    assert {word: len(lines) for word, lines in stored.items()} == LENGTHS
    assert stored["tunggal"] == [("d000", 1.0, (0,))]
    assert stored["pasangan"][1] == ("d001", 2.0, (0, 1))


def test_what_begins_alike(folder: Path) -> None:
    """The lists of what begins alike are those of each of them, at either end of a field, and in the last field."""
    _write(folder, 0, _texts(), merging=False)
    with open_index(folder).reader() as reader:
        (segment,) = segments_of(reader)
        assert {*segment.fields} >= {"text", "name", "id"}
        for field in segment.fields:
            terms = [term.encode() for term in segment.columns(field).terms]
            for start in {term[:length] for term in terms for length in (0, 1, 2, len(term))}:
                alike = [segment.postings(field, term) for term in terms if term.startswith(start)]
                found = segment.beginning(field, start)
                assert found.numbers().tolist() == [number for each in alike for number in each.numbers]
                assert found.weights().tolist() == [weight for each in alike for weight in each.weights]
                assert found.positions().tolist() == [position for each in alike for position in each.positions]
        assert not len(segment.beginning("text", b"zzz").numbers())


def test_merging_changes_nothing(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Segments merged in two steps hold what one segment would."""
    whole = tmp_path_factory.mktemp("whole")
    whoosh.create_in(str(whole), whoosh_schema.schema())
    texts = _texts()
    _write(whole, 0, texts, merging=False)
    _write(folder, 0, texts[:100], merging=False)
    _write(folder, 100, texts[100:180], merging=False)
    _write(folder, 180, texts[180:], merging=True)
    assert len(open_index(folder)._segments()) == 1
    assert _stored(folder) == _stored(whole)
