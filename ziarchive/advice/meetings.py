"""The papers of a meeting belong together: its invitation, its list of attendance and its minutes.

Only an indicator that asks for two of them or more is looked at, meeting by meeting: a requirement that a
single file fills for the whole year says nothing of the other meetings. Papers that are of a month or
less begin a meeting; a paper of a longer or unknown time is believed to belong to any.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ziarchive.advice.answer import Advice, Weakness, key, name
from ziarchive.advice.kinds import MEETING
from ziarchive.gaps import SlotStatus
from ziarchive.model import Code, Document, Period, Slot, State
from ziarchive.wording import period_label

INVITED = timedelta(days=31)
"""How long before a meeting its invitation may be written."""
HELD = timedelta(days=14)
"""How long after an invitation its meeting is expected to be over."""
WRITTEN = timedelta(days=7)
"""How long after a meeting its minutes may be dated."""
_SHORT = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Papers:
    """The documents of one kind and one time: copies, or those of a day's meetings."""

    kind: str
    period: Period | None
    slot: Slot
    """Of the first."""
    documents: tuple[Document, ...]

    @property
    def begin(self) -> bool:
        """Tell whether they are of a time short enough to be that of a meeting."""
        return self.period is not None and self.period.end - self.period.start < _SHORT

    def over(self, on: date) -> bool:
        """Tell whether the meeting was, and its papers had time to be written."""
        wait = HELD if self.kind == "Undangan" else WRITTEN
        return self.period is not None and self.period.end + wait < on

    @property
    def days(self) -> Period:
        """The days on which the meeting may have been."""
        if self.period is None:
            return Period(date.min, date.max)
        match self.kind:
            case "Undangan":
                return Period(self.period.start, self.period.end + INVITED)
            case "Notulen":
                return Period(self.period.start - WRITTEN, self.period.end)
        return self.period


def incomplete(
    statuses: Iterable[SlotStatus], documents: Mapping[str, Document], waiting: Sequence[Document], on: date
) -> Iterator[Advice]:
    """Yield each meeting before `on` of which some papers are there and others, that its indicator asks for, are not.

    `waiting` are the documents without a place: one of them may be what is missing.
    """
    for indicator, rows in _by_indicator(statuses).items():
        asked = {row.requirement.kind for row in rows if row.state is not State.WAIVED}
        if len(asked) > 1:
            yield from _meetings(indicator, asked, _papers(rows, documents), waiting, on)


def _by_indicator(statuses: Iterable[SlotStatus]) -> Mapping[Code, list[SlotStatus]]:
    found: defaultdict[Code, list[SlotStatus]] = defaultdict(list)
    for each in statuses:
        if each.requirement.kind in MEETING:
            found[each.slot.code.indicator].append(each)
    return found


def _papers(rows: Iterable[SlotStatus], documents: Mapping[str, Document]) -> list[Papers]:
    found: defaultdict[tuple[str, Period | None], dict[str, Document]] = defaultdict(dict)
    slots: dict[tuple[str, Period | None], Slot] = {}
    for row in rows:
        for document in (documents[each.id] for each in row.documents if each.id in documents):
            of_a_kind = row.requirement.kind, document.placement.period
            slots.setdefault(of_a_kind, row.slot)
            found[of_a_kind][document.id] = document
    return [
        Papers(kind, period, slots[kind, period], tuple(of_a_kind.values()))
        for (kind, period), of_a_kind in found.items()
    ]


def _meetings(
    indicator: Code, asked: set[str], papers: Sequence[Papers], waiting: Sequence[Document], on: date
) -> Iterator[Advice]:
    told: set[str] = set()
    for some in sorted((each for each in papers if each.begin and each.over(on)), key=_order):
        meeting = [each for each in papers if each.kind != some.kind and each.days.overlaps(some.days)]
        lacking = [kind for kind in MEETING if kind in asked - {some.kind, *(each.kind for each in meeting)}]
        there = [document for each in (some, *meeting) if each.begin for document in each.documents]
        if lacking and told.isdisjoint(each.id for each in there):
            told.update(each.id for each in there)
            yield _advice(indicator, some, there, lacking, waiting)


def _advice(
    indicator: Code, some: Papers, there: Sequence[Document], lacking: Sequence[str], waiting: Sequence[Document]
) -> Advice:
    first, missing = some.documents[0], " dan ".join(each.lower() for each in lacking)
    perhaps = [each for each in waiting if each.placement.kind in lacking and _near(each.placement.period, some)]
    found = f" Mungkin {name(perhaps[0])} di kotak masuk: tempatkan bila benar." if perhaps else ""
    return Advice(
        key(Weakness.INCOMPLETE_TRIPLE, str(indicator), *lacking, *sorted(each.sha256 for each in there)),
        Weakness.INCOMPLETE_TRIPLE,
        indicator,
        some.slot.period,
        tuple(each.id for each in there),
        f"Rapat {period_label(some.period) if some.period else ''}: ada {name(first)}, belum ada {missing}. "
        f"Unggah {missing} rapat yang sama.{found}",
    )


def _order(papers: Papers) -> tuple[date, int]:
    """Sort by time, minutes before lists before invitations: the later papers know the meeting's day."""
    return papers.period.start if papers.period else date.max, -MEETING.index(papers.kind)


def _near(period: Period | None, some: Papers) -> bool:
    return period is not None and period.overlaps(some.days)
