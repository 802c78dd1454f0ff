"""The items of an assessment: one requirement with its slots, its documents, and what was said of each.

A verdict is bound to the content that was seen. When another content lies at the same path, the verdict
has lapsed: it counts no more, and the item says so until the new content is judged.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ziarchive.decisions import Decisions, Judgement, Verdict
from ziarchive.gaps import GapReport, SlotDocument, SlotStatus
from ziarchive.model import Document, Requirement, State


class Standing(StrEnum):
    """How far the assessment of an item is, the most urgent first."""

    DISPUTED = "disputed"
    LAPSED = "lapsed"
    WAITING = "waiting"
    JUDGED = "judged"
    EMPTY = "empty"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class Judged:
    """A document of an item, with what assessors say of it."""

    document: Document
    why: str
    """How it found the requirement, or why it does not count."""
    counts: bool
    judgement: Judgement | None
    lapsed: Verdict | None
    """What was said of another content that lay at its path."""

    @property
    def standing(self) -> Standing:
        if self.judgement:
            return Standing.DISPUTED if self.judgement.disputed else Standing.JUDGED
        return Standing.LAPSED if self.lapsed else Standing.WAITING


@dataclass(frozen=True, slots=True)
class Item:
    """One requirement before its assessor."""

    requirement: Requirement
    slots: tuple[SlotStatus, ...]
    documents: tuple[Judged, ...]
    """In the order of the slots, each once."""

    @property
    def standing(self) -> Standing:
        if all(slot.state is State.WAIVED for slot in self.slots) and self.slots:
            return Standing.WAIVED
        found = {document.standing for document in self.documents}
        return next((each for each in Standing if each in found), Standing.EMPTY)

    def judged(self, id: str) -> Judged | None:
        """Return the document with this id; None when the item has none such."""
        return next((each for each in self.documents if each.document.id == id), None)


def items(report: GapReport, documents: Mapping[str, Document], decisions: Decisions) -> tuple[Item, ...]:
    """Return the items of a report's requirements, in the plan's order; `documents` by id."""
    slots: dict[Requirement, list[SlotStatus]] = {}
    shown: dict[Requirement, dict[str, SlotDocument]] = {}
    for status in report.slots:
        slots.setdefault(status.requirement, []).append(status)
        shown.setdefault(status.requirement, {}).update(_by_id(status.documents))
    for one in report.uncounted:
        shown.setdefault(one.requirement, {}).update(_by_id([one.document]))
    return tuple(
        Item(requirement, tuple(found), tuple(_judged(requirement, shown[requirement].values(), documents, decisions)))
        for requirement, found in slots.items()
    )


def _by_id(documents: Iterable[SlotDocument]) -> dict[str, SlotDocument]:
    return {each.id: each for each in documents}


def _judged(
    requirement: Requirement, shown: Iterable[SlotDocument], documents: Mapping[str, Document], decisions: Decisions
) -> Iterable[Judged]:
    for one in shown:
        document = documents.get(one.id)
        if document and requirement.code in document.placement.codes:
            judgement = decisions.judgements.get((document.sha256, requirement.code))
            before = decisions.judged.get((document.path, requirement.code))
            lapsed = before if before and before.sha256 != document.sha256 else None
            yield Judged(document, one.why, one.counts, judgement, lapsed)
