"""The judged questions: their rules, and that the committed ones are sound."""

from collections import Counter
from collections.abc import Sequence

import pytest

from bench.relevance.collection import Collection, Item
from bench.relevance.judged import questions, satisfies
from ziarchive.model import Code
from ziarchive.ports import IndexEntry


def _item(path: str = "2024/x.pdf", codes: Sequence[str] = (), law: str = "", page: str = "") -> Item:
    places = tuple(map(Code.of, codes))
    return Item(IndexEntry(path, path, "", places, "", None, (page,)), places, law)


@pytest.fixture(scope="module")
def evidence() -> list[Item]:
    return list(Collection().evidence())


@pytest.mark.parametrize(
    ("rule", "item", "expected"),
    [
        ("V.3", _item(codes=["I.1.1.1", "V.3.1.4"]), True),
        ("V.3", _item(codes=["V.4.1.1"]), False),
        ("V.3 & name *2024-03*", _item("a/V.3.1.4_Laporan_2024-03.pdf", ["V.3.1.4"]), True),
        ("V.3 & name *2024-03*", _item("a/V.3.1.4_Laporan_2024-04.pdf", ["V.3.1.4"]), False),
        ("name *upg*", _item("a/SK UPG.pdf"), True),
        ("law pp/1990/8", _item(law="pp/1990/8"), True),
        ("law pp/1990/8", _item(law="pp/1990/80"), False),
        ("head *ibadah haji*", _item(law="uu/1999/17", page="TENTANG\nIBADAH  HAJI"), True),
        ("head *haji*", _item(page="haji"), False),
    ],
    ids=["below", "elsewhere", "both", "one of two", "any case", "law", "another law", "title over lines", "no law"],
)
def test_rule(rule: str, item: Item, expected: bool) -> None:
    """A rule holds when all of its conditions do."""
    assert satisfies(item, rule) is expected


def test_the_highest_grade_counts() -> None:
    """A document that rules of several grades name has the highest one."""
    (question,) = questions("- {id: 1, ask: dumas, 3: [V.3.1], 1: [V.3]}")
    items = [_item("a", ["V.3.1.1"]), _item("b", ["V.3.2.1"]), _item("c", ["V.4.1.1"])]
    assert question.grades(items) == {"a": 3, "b": 1}


def test_a_rule_without_documents_is_refused() -> None:
    """A mistyped rule cannot pass for a question that is hard to answer."""
    (question,) = questions("- {id: 1, ask: dumas, 3: [V.9]}")
    with pytest.raises(ValueError, match=r"question 1: no document satisfies «V\.9»"):
        question.grades([_item("a", ["V.3.1.1"])])


@pytest.mark.parametrize(
    "row", ["{id: 1, ask: x, 4: [V.1]}", "{id: 1, ask: x, 1: [V.1]}"], ids=["grade 4", "no answer"]
)
def test_a_question_needs_an_answer_and_known_grades(row: str) -> None:
    """A row with another grade, or that nothing answers, is refused."""
    with pytest.raises(ValueError, match="question 1"):
        questions(f"- {row}")


def test_enough_questions_on_both_halves() -> None:
    """At least sixty questions, numbered once each, half of them for tuning, fifteen about laws in all."""
    asked = questions()
    assert len(asked) >= 60
    assert [number for number, count in Counter(each.number for each in asked).items() if count > 1] == []
    assert sum(each.tuning for each in asked) * 2 == len(asked)
    assert sum(each.on_laws for each in asked) >= 15


def test_every_question_on_evidence_has_an_answer(evidence: list[Item]) -> None:
    """No rule of the committed file names a code or a name that the collection does not have."""
    for question in questions():
        if not question.on_laws:
            assert max(question.grades(evidence).values()) == 3, question.ask
