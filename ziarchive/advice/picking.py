"""Picks out of all advice what a page or a command asks for."""

from collections.abc import Iterable
from dataclasses import dataclass

from ziarchive.advice.answer import Advice, Weakness
from ziarchive.gaps import SlotStatus
from ziarchive.model import Code


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which advice is wanted; what is empty narrows nothing."""

    within: Code | None = None
    kind: Weakness | None = None
    dismissed: bool = False
    """Whether those that people dismissed are asked for instead of the others."""

    def select(self, advice: Iterable[Advice]) -> tuple[Advice, ...]:
        return tuple(each for each in advice if self._wants(each))

    def _wants(self, each: Advice) -> bool:
        return (
            (self.within is None or each.code.within(self.within))
            and self.kind in (None, each.kind)
            and bool(each.dismissed) is self.dismissed
        )


def of_document(advice: Iterable[Advice], id: str) -> tuple[Advice, ...]:
    """Return the advice on a document, alone or among others."""
    return tuple(each for each in advice if id in each.documents)


def of_slot(advice: Iterable[Advice], status: SlotStatus) -> tuple[Advice, ...]:
    """Return the advice on the documents of a slot, and on the slot itself."""
    ids = {each.id for each in status.documents}
    slot = status.slot
    return tuple(
        each
        for each in advice
        if not ids.isdisjoint(each.documents) or (slot.code == each.code and slot.period == each.period)
    )
