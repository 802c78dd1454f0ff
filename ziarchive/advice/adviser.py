"""The adviser: all advice on an archive, kept so that a change costs only what it touches.

What a text tells is its gist, kept by SHA-256; the advice on a slot's documents for as long as the slot has the very
same ones; what compares documents with each other is made anew after a change, from what is kept.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import tzinfo

from ziarchive.advice import condition, copies, dates, dropped, meetings, shrunk
from ziarchive.advice.answer import Advice, Exhibit, merged
from ziarchive.advice.copies import Old
from ziarchive.advice.shrunk import Before
from ziarchive.advice.texts import Kept, Texts, is_narrative
from ziarchive.gaps import GapReport, SlotStatus
from ziarchive.gist import Inside
from ziarchive.model import Code, Document, How, Period, State

NOTHING = Inside()


@dataclass(frozen=True, slots=True)
class Asked:
    """What the advice is made from; values that did not change are to be the same objects."""

    report: GapReport
    documents: tuple[Document, ...]
    links: Mapping[str, tuple[Code, ...]] = field(default_factory=dict)
    """Requirement codes that people gave contents, by SHA-256."""
    dismissed: Mapping[str, str] = field(default_factory=dict)
    """Reasons by advice key."""
    before: Mapping[str, Before] = field(default_factory=dict)
    """What the content before the present one was, by document id."""


@dataclass(frozen=True, slots=True)
class Advised:
    """All advice: in the plan's order, what was dismissed among it with its reason."""

    all: tuple[Advice, ...]
    pending: int
    """How many texts were not looked at for want of time: the advice on them is missing."""

    @property
    def standing(self) -> tuple[Advice, ...]:
        """Return what nobody dismissed."""
        return tuple(each for each in self.all if not each.dismissed)


@dataclass(frozen=True, slots=True)
class _Slot:
    """The advice on the documents of a slot, one by one."""

    status: SlotStatus
    before: Mapping[str, Before]
    advice: tuple[Advice, ...]

    def holds(self, status: SlotStatus, before: Mapping[str, Before]) -> bool:
        mine = self.status
        return (
            mine.documents is status.documents
            and mine.requirement is status.requirement
            and (mine.late, mine.waiver) == (status.late, status.waiver)
            and self.before is before
        )


@dataclass(frozen=True, slots=True)
class Seen:
    """The archive as the rules look at it."""

    documents: Mapping[str, Document]
    """By id."""
    statuses: Sequence[SlotStatus]
    """The slots that apply."""
    counting: Sequence[Exhibit]
    """The documents that count, once for each of their slots."""
    old: Sequence[Document]
    """Those of the years before."""
    waiting: Sequence[Document]
    """Those without a place."""

    @classmethod
    def of(cls, asked: Asked) -> "Seen":
        documents, year = {each.id: each for each in asked.documents}, asked.report.plan.year
        statuses = [each for each in asked.report.slots if each.state is not State.WAIVED]
        return cls(
            documents,
            statuses,
            [each for status in statuses for each in _exhibits(status, documents) if each.counts],
            [each for each in asked.documents if copies.year_of(each) < year],
            [each for each in asked.documents if each.placement.how is How.CANDIDATE],
        )


_Place = tuple[Code, Period]


class Adviser:
    """Advises on one archive; one thread at a time."""

    def __init__(self, pages: Callable[[Document], tuple[str, ...]], zone: tzinfo, kept: Kept) -> None:
        """`pages` gives a document's text, which is read when its gist is not `kept`.

        `zone` is where the office's days begin and end.
        """
        self._texts = Texts(pages, kept)
        self._zone = zone
        self._slots: dict[_Place, _Slot] = {}
        self._old: tuple[tuple[object, ...], int, Old] | None = None
        self._last: tuple[Asked, Advised] | None = None

    def advise(self, asked: Asked, hurry: Callable[[], bool] = lambda: False) -> Advised:
        """Return all advice; the very same while nothing changed.

        Once `hurry` says so no further text is read: the answer tells how many are pending, and asking
        again goes on from there.
        """
        if self._last is None or self._last[1].pending or not _same(self._last[0], asked):
            self._last = asked, self._advise(asked, hurry)
        return self._last[1]

    def _advise(self, asked: Asked, hurry: Callable[[], bool]) -> Advised:
        seen = Seen.of(asked)
        wanted = [each.document for each in seen.counting] + [each for each in seen.old if is_narrative(each)]
        pending = self._texts.read(wanted, hurry)
        advice = merged((*self._singly(asked, seen, complete=not pending), *self._together(asked, seen)))
        told = (replace(each, dismissed=asked.dismissed.get(each.key, "")) for each in advice)
        return Advised(tuple(sorted(told, key=lambda each: each.code.parts)), pending)

    def _singly(self, asked: Asked, seen: "Seen", *, complete: bool) -> Iterator[Advice]:
        """Yield what documents say of themselves."""
        for status in seen.statuses:
            yield from self._of_slot(asked, status, seen.documents, complete)
        for one in asked.report.uncounted:
            if document := seen.documents.get(one.document.id):
                yield from dates.stray(one, document, asked.report.plan.year)

    def _together(self, asked: Asked, seen: "Seen") -> Iterator[Advice]:
        """Yield what shows when documents are laid side by side."""
        old, sketches = self._old_of(seen.old, asked.report.plan.year), self._texts.sketches
        for each in seen.counting:
            yield from copies.recycled(each, old, sketches)
        yield from copies.same_content(seen.counting, lambda sha: asked.links.get(sha, ()))
        yield from copies.near_content(seen.counting, sketches)
        yield from meetings.incomplete(seen.statuses, seen.documents, seen.waiting, asked.report.on)
        yield from dropped.last_night(seen.counting, asked.documents, self._zone)

    def _of_slot(
        self, asked: Asked, status: SlotStatus, by_id: Mapping[str, Document], complete: bool
    ) -> tuple[Advice, ...]:
        place = status.slot.code, status.slot.period
        known = self._slots.get(place)
        if known and known.holds(status, asked.before):
            return known.advice
        shas = {each.id: by_id[each.id].sha256 for each in status.documents if each.id in by_id}
        single = [one for each in _exhibits(status, by_id) for one in self._single(each, asked.before)]
        found = tuple((*dates.late(status, asked.report.plan, shas), *single))
        if complete:
            self._slots[place] = _Slot(status, asked.before, found)
        return found

    def _single(self, exhibit: Exhibit, before: Mapping[str, Before]) -> Iterator[Advice]:
        document = exhibit.document
        told = self._texts.insides.get(document.sha256)
        yield from dates.outside_window(exhibit)
        yield from dates.wrong_year(exhibit)
        yield from condition.draft(exhibit, told or NOTHING)
        yield from condition.unreadable(exhibit)
        if told:
            yield from condition.unnumbered(exhibit, told)
        yield from shrunk.shrunk(exhibit, before.get(document.id))

    def _old_of(self, old: Sequence[Document], year: int) -> Old:
        known = tuple(
            (each.id, each.sha256, each.placement.period, self._texts.sketches.get(each.sha256)) for each in old
        )
        if self._old is None or self._old[:2] != (known, year):
            self._old = known, year, Old.of(old, year, self._texts.sketches)
        return self._old[2]


def _same(one: Asked, other: Asked) -> bool:
    return all(
        getattr(one, name) is getattr(other, name) for name in ("report", "documents", "links", "dismissed", "before")
    )


def _exhibits(status: SlotStatus, by_id: Mapping[str, Document]) -> Iterator[Exhibit]:
    return (Exhibit(status, by_id[each.id], each.counts) for each in status.documents if each.id in by_id)
