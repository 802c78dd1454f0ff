"""The questions are what their kinds say, by the documents themselves."""

import re
from collections.abc import Callable

import pytest

from bench.search.asked import Vocabulary
from bench.search.prose import Prose
from bench.search.records import KINDS, Question, Record

DOCUMENTS = 40


@pytest.fixture(name="texts", scope="module")
def texts_fixture() -> list[Record]:
    prose = Prose.of(None)
    return [prose.record(number) for number in range(DOCUMENTS)]


@pytest.fixture(name="asked", scope="module")
def asked_fixture(texts: list[Record]) -> list[Question]:
    vocabulary = Vocabulary()
    for record in texts:
        vocabulary.add(record)
    return vocabulary.questions(6)


def holding(texts: list[Record], word: str) -> int:
    return sum(word in re.findall(r"\w+", record.text.lower()) for record in texts)


def test_every_kind_is_asked_as_often(asked: list[Question]) -> None:
    """Six of each, the same for the same texts."""
    assert [question.kind for question in asked] == [kind for kind in KINDS for _ in range(6)]


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [("common", lambda count: count > DOCUMENTS / 2), ("rare", lambda count: 2 <= count <= 20)],
    ids=["common", "rare"],
)
def test_words_are_chosen_by_how_many_documents_hold_them(
    texts: list[Record], asked: list[Question], kind: str, wanted: Callable[[int], bool]
) -> None:
    """A common word stands in many documents, a rare one in 2 to 20."""
    counts = [holding(texts, question.words[0]) for question in asked if question.kind == kind]
    assert counts and all(map(wanted, counts))


def test_and_asks_for_several_words(asked: list[Question]) -> None:
    """Two or three words at once."""
    assert {len(question.words) for question in asked if question.kind == "and"} <= {1, 2, 3}
    assert any(len(question.words) > 1 for question in asked if question.kind == "and")


def test_phrases_stand_in_the_texts(texts: list[Record], asked: list[Question]) -> None:
    """No phrase is made up."""
    flat = [" ".join(re.findall(r"[^\W_]+", record.text.lower())) for record in texts]
    phrases = [" ".join(question.words) for question in asked if question.kind == "phrase"]
    assert all(any(phrase in text for text in flat) for phrase in phrases)


def test_prefixes_begin_words(texts: list[Record], asked: list[Question]) -> None:
    """The widest prefixes are asked for, and every prefix begins some word."""
    words = {word for record in texts for word in record.text.lower().split()}
    for question in asked:
        if question.kind == "prefix":
            assert any(word.startswith(question.words[0]) for word in words)


def test_few_words_still_give_questions() -> None:
    """Two short documents without a common or rare word are no reason to stop."""
    vocabulary = Vocabulary()
    for number in range(2):
        vocabulary.add(Record(f"{number}", "a", 2024, "I", (f"laporan{number} kegiatan tahunan",)))
    assert len(vocabulary.questions(3)) == 3 * len(KINDS)
