"""The board: what was found of every requirement, kept so that a change costs only what it touches.

A value: bringing it up to date gives another board, which shares all that did not change. It tells the
documents that came and went by the objects themselves, so whoever keeps documents in memory and hands the
same objects out again pays for the new ones only.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from operator import is_

from ziarchive.decisions import Decisions, Judgement
from ziarchive.gaps import claims
from ziarchive.gaps.answer import GapReport, SlotStatus, Uncounted, summed
from ziarchive.gaps.claims import Heard, Judgements, Row, Speaker
from ziarchive.model import Code, Document, Plan, Slot, State

SOON = timedelta(days=30)
"""So long before its due date a slot is due soon, unless the office says otherwise."""


@dataclass(frozen=True, slots=True)
class _Found:
    """One requirement with what documents and judgements make of it."""

    row: Row
    speakers: tuple[Speaker, ...]
    heard: tuple[Heard, ...]
    strays: tuple[Uncounted, ...]

    @classmethod
    def by(cls, row: Row, speakers: tuple[Speaker, ...], judgements: Judgements) -> "_Found":
        heard, strays = claims.heard(row, speakers, judgements)
        return cls(row, speakers, heard, tuple(strays))

    def statuses(self, decisions: Decisions, on: date, soon: timedelta) -> Sequence[SlotStatus]:
        pairs = zip(self.row.slots, self.heard, strict=True)
        return [self._status(slot, heard, decisions, _by_date(slot.due, on, soon)) for slot, heard in pairs]

    def _status(self, slot: Slot, heard: Heard, decisions: Decisions, unmet: State) -> SlotStatus:
        waiver = decisions.waiver(slot.code, slot.period)
        return SlotStatus(
            slot=slot,
            requirement=self.row.requirement,
            state=State.WAIVED if waiver else heard.state or unmet,
            late=not waiver and heard.late,
            documents=heard.documents,
            waiver=waiver.reason if waiver else "",
        )


@dataclass(frozen=True, slots=True)
class Board:
    """Every requirement of a plan against the documents and decisions of one moment."""

    plan: Plan
    documents: tuple[Document, ...]
    """Each once."""
    decisions: Decisions
    _found: Mapping[Code, _Found]
    """In the plan's order."""
    soon: timedelta

    @classmethod
    @lru_cache(maxsize=2)
    def of(cls, plan: Plan, soon: timedelta = SOON) -> "Board":
        """Return the board of an archive without documents and decisions, the same for all who ask."""
        rows = (Row.of(item, plan.year) for item in plan.requirements())
        return cls(plan, (), Decisions(), {row.requirement.code: _Found.by(row, (), {}) for row in rows}, soon)

    def updated(self, documents: tuple[Document, ...], decisions: Decisions) -> "Board":
        """Return the board of these documents and decisions; itself when they are the very same."""
        if documents is self.documents and decisions is self.decisions:
            return self
        gone, come = _gone_and_come(self.documents, documents)
        judgements = _by_code(decisions)
        new, left = claims.by_code(come), frozenset(map(id, gone))
        touched = {*new, *claims.by_code(gone), *_differing(_by_code(self.decisions), judgements)}
        found = dict(self._found)
        for code in touched & found.keys():
            before = found[code]
            kept = (each for each in before.speakers if id(each[0]) not in left)
            found[code] = _Found.by(before.row, (*kept, *new.get(code, ())), judgements.get(code, {}))
        return replace(self, documents=documents, decisions=decisions, _found=found)

    def on(self, day: date) -> GapReport:
        """Return every slot's state on a date."""
        found = self._found.values()
        statuses = (status for each in found for status in each.statuses(self.decisions, day, self.soon))
        strays = (one for each in found for one in each.strays)
        return summed(self.plan, day, self._found.keys(), statuses, strays)


def _gone_and_come(before: Sequence[Document], after: Sequence[Document]) -> tuple[list[Document], list[Document]]:
    """Return the documents that only one of both holds. The ends that both share are skipped, as they are long."""
    first = _alike(before, after)
    before, after = before[first:], after[first:]
    last = _alike(before[::-1], after[::-1])
    before, after = before[: len(before) - last], after[: len(after) - last]
    return _without(before, after), _without(after, before)


def _alike(one: Sequence[Document], other: Sequence[Document]) -> int:
    """Return how many of the first documents are the same objects."""
    return next((at for at, same in enumerate(map(is_, one, other)) if not same), min(len(one), len(other)))


def _without(documents: Sequence[Document], others: Sequence[Document]) -> list[Document]:
    """Return the documents that are not, as objects, among the others."""
    known = set(map(id, others))
    return [each for each in documents if id(each) not in known]


def _by_code(decisions: Decisions) -> Mapping[Code, Judgements]:
    found: dict[Code, dict[str, Judgement]] = {}
    for (sha256, code), judgement in decisions.judgements.items():
        found.setdefault(code, {})[sha256] = judgement
    return found


def _differing(before: Mapping[Code, Judgements], after: Mapping[Code, Judgements]) -> set[Code]:
    return {code for code in before.keys() | after.keys() if before.get(code) != after.get(code)}


def _by_date(due: date | None, on: date, soon: timedelta) -> State:
    if due is None:
        return State.OPEN
    if due < on:
        return State.OVERDUE
    return State.DUE_SOON if due - on <= soon else State.UPCOMING
