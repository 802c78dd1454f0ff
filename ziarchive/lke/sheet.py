"""The estimate in the shape of the LKE: a line an item, with answer, points, evidence and note."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ziarchive.gaps import SlotDocument
from ziarchive.lke.score import ItemScore
from ziarchive.lke.whole import Score
from ziarchive.lke.words import NOTICE, item_why
from ziarchive.wording import date_label

MOST = 25
"""Paths in one line: a row of a sheet can be no higher than some thirty lines of text."""


@dataclass(frozen=True, slots=True)
class Line:
    """One item of the LKE."""

    item: str
    part: str
    """Pemenuhan, Reform, Hasil."""
    area: str
    component: str
    indicators: str
    """The questions as the plan words them, each with its code; empty when the plan has none."""
    scale: str
    weight: Fraction
    answer: str
    """What the documents support; empty when it is outside of the plan, or a number."""
    points: Fraction | None
    """None when it is outside of the plan: nothing was estimated."""
    accepted: str
    """What the accepted ones support; as `answer`."""
    evidence: tuple[str, ...]
    """Paths of the documents that count, each once."""
    note: str


def as_filed(document: SlotDocument) -> str:
    """Return where a document lies in the archive."""
    return document.path


def lines(score: Score, path: Callable[[SlotDocument], str] = as_filed) -> Iterator[Line]:
    """Yield the lines in the order of the LKE; `path` says where a document lies, empty when it is not there."""
    for each in score.items:
        item = each.item
        accepted, supported, *_ = each.answers or ("", "")
        yield Line(
            item=item.code,
            part=score.regulation.part(item).name,
            area=score.regulation.area(item).name,
            component=item.component,
            indicators="\n".join(f"{one.code} {one.text}" for one in each.indicators),
            scale=item.scale.name,
            weight=item.weight,
            answer=supported,
            points=None if each.outside else each.points.supported,
            accepted=accepted if each.tally.accepted else "",
            evidence=_evidence(each, path),
            note=item_why(each),
        )


def heading(score: Score) -> tuple[str, ...]:
    """Return the lines that stand above the table."""
    return f"LKE {score.plan.year}, {score.plan.unit}", _as_of(score.regulation.title, score.on), NOTICE


def _as_of(title: str, on: date) -> str:
    return f"{title}. Keadaan {date_label(on)}."


def _evidence(score: ItemScore, path: Callable[[SlotDocument], str]) -> tuple[str, ...]:
    counted = (each for status in score.slots for each in status.documents if each.counts)
    found = tuple(dict.fromkeys(filter(None, map(path, counted))))
    rest = len(found) - MOST
    return found if rest <= 0 else (*found[:MOST], f"… dan {rest} berkas lagi")
