"""The judged questions: read from `questions.yaml`, and their rules laid on the documents of a collection."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import yaml

from bench.relevance.collection import Item
from bench.relevance.metrics import ANSWERS
from ziarchive.model import Code

_GRADES = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Question:
    """One question with the rules that grade documents for it."""

    number: int
    ask: str
    rules: Mapping[int, tuple[str, ...]]
    """By grade, 1 to 3."""

    @property
    def tuning(self) -> bool:
        """True for the half that weights may be tuned by."""
        return self.number % 2 == 0

    @property
    def on_laws(self) -> bool:
        return any(rule.startswith(("law ", "head ")) for rules in self.rules.values() for rule in rules)

    def grades(self, items: Sequence[Item]) -> dict[str, int]:
        """Return the grade of every document that a rule names, by the document's id.

        Raises `ValueError` for a rule that no document satisfies: it is mistyped.
        """
        found: dict[str, int] = {}
        for grade in _GRADES:
            for rule in self.rules.get(grade, ()):
                named = {item.entry.id: grade for item in items if satisfies(item, rule)}
                if not named:
                    raise ValueError(f"question {self.number}: no document satisfies «{rule}»")
                found |= named
        return found


def questions(text: str | None = None) -> tuple[Question, ...]:
    """Return the questions in their order, those of `questions.yaml` unless other text is given."""
    if text is None:
        text = Path(__file__).with_name("questions.yaml").read_text(encoding="utf-8")
    return tuple(map(_question, yaml.safe_load(text)))


def _question(row: Mapping[Any, Any]) -> Question:
    unknown = row.keys() - {"id", "ask", *_GRADES}
    if unknown or not any(row.get(grade) for grade in _GRADES if grade >= ANSWERS):
        raise ValueError(f"question {row.get('id')}: unknown keys {unknown}, or nothing answers it")
    rules = {grade: tuple(row[grade]) for grade in _GRADES if grade in row}
    return Question(int(row["id"]), str(row["ask"]), rules)


def satisfies(item: Item, rule: str) -> bool:
    """Tell whether all conditions of a rule hold for a document."""
    return all(_holds(item, condition.strip()) for condition in rule.split("&"))


def _holds(item: Item, condition: str) -> bool:
    word, _, value = condition.partition(" ")
    match word:
        case "law":
            return item.law == value
        case "head":
            return fnmatchcase(item.heading, value)
        case "name":
            return fnmatchcase(item.entry.path.lower(), value)
        case _:
            return _within(item.codes, Code.of(condition))


def _within(codes: Iterable[Code], place: Code) -> bool:
    return any(code.within(place) for code in codes)
