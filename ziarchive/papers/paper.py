"""What a gap report says on paper, the same in every form: figures, matrix, list by area, notes, signature."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import TypeVar

from ziarchive.decisions import Decisions
from ziarchive.gaps import GapReport, PartTotals, SlotStatus, Totals
from ziarchive.model import Code, Period, Plan, State
from ziarchive.papers import words
from ziarchive.papers.letterhead import Letterhead
from ziarchive.papers.notes import Notes, notes
from ziarchive.papers.rows import Row, rows
from ziarchive.papers.summary import Figure, figures
from ziarchive.papers.words import plain, prose
from ziarchive.wording import STATES, date_label, percent, period_label

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Scope:
    """Which slots the report was narrowed to; the empty scope is the whole plan."""

    within: Code | None = None
    state: State | None = None
    text: str = ""
    due: Period | None = None

    def words(self, plan: Plan) -> str:
        """Return the scope as a sentence part; empty for the whole plan."""
        names = {area.code: area.name for area in plan.areas} | {each.code: each.name for each in plan.components()}
        name = f"{self.within} {names.get(self.within, '')}".strip() if self.within else ""
        parts = (
            f"bagian {name}" if name else "",
            f"keadaan {STATES[self.state]}" if self.state else "",
            f"jatuh tempo {period_label(self.due)}" if self.due else "",
            f"memuat «{self.text}»" if self.text else "",
        )
        return prose("; ".join(filter(None, parts)))


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An area, one of its components, or all together."""

    code: str
    """Empty for the row of all."""
    name: str
    is_area: bool
    totals: Totals

    @property
    def cells(self) -> tuple[int, ...]:
        """Slots by state, in the order of `State`."""
        return tuple(self.totals.counts[state] for state in State)

    @property
    def share(self) -> str:
        return percent(self.totals.completeness)


@dataclass(frozen=True, slots=True)
class Band:
    """The rows of one component."""

    part: str
    rows: Sequence[Row]

    @property
    def name(self) -> str:
        """What it is called above its rows, with the person that all of them have."""
        person = self._person
        return f"{self.part}  ({words.IN_CHARGE}: {person})" if person else self.part

    @property
    def noted(self) -> Iterator[tuple[Row, Sequence[str]]]:
        """The rows, with what a form for reading tells beside each: its person too, unless all have the same."""
        of_all = self._person
        for row in self.rows:
            own = "" if of_all else row.person
            yield row, (*row.notes, f"{words.IN_CHARGE}: {own}") if own else row.notes

    @property
    def _person(self) -> str:
        persons = {row.person for row in self.rows}
        return persons.pop() if len(persons) == 1 else ""


@dataclass(frozen=True, slots=True)
class AreaList:
    name: str
    totals: Totals
    bands: Sequence[Band]

    @property
    def said(self) -> str:
        """Terlambat 12, Belum jatuh tempo 30; kelengkapan 40,0 %."""
        counts = (f"{STATES[state]} {n}" for state, n in self.totals.counts.items() if n)
        return f"{', '.join(counts)}. Kelengkapan s.d. tanggal laporan: {percent(self.totals.completeness)}."


@dataclass(frozen=True, slots=True)
class Paper:
    """A report ready to be laid out; every text in it is printable."""

    letterhead: Letterhead
    plan: str
    scope: str
    on: date
    made: datetime
    """When it was made; its day stands at the signature."""
    figures: Sequence[Figure]
    states: Sequence[tuple[State, int]]
    matrix: Sequence[MatrixRow]
    areas: Sequence[AreaList]
    notes: Sequence[Notes]

    @property
    def day(self) -> str:
        return f"per {date_label(self.on)}"

    @property
    def title(self) -> str:
        return f"{words.TITLE} {self.day}"

    @property
    def rows(self) -> Iterator[tuple[AreaList, Band, Row]]:
        return ((area, band, row) for area in self.areas for band in area.bands for row in band.rows)

    @property
    def signed_at(self) -> str:
        """Pati, 10 Juli 2024."""
        return ", ".join(filter(None, (self.letterhead.city, date_label(self.made.date()))))


def counted(rows: Iterable[Item], done: Callable[[], None]) -> Iterator[Item]:
    """Yield the rows and call `done` after each, once it is dealt with."""
    for row in rows:
        yield row
        done()


def paper(report: GapReport, decisions: Decisions, letterhead: Letterhead, made: datetime, scope: Scope) -> Paper:
    """Put together what is said of a report that was narrowed to `scope`."""
    return Paper(
        letterhead=letterhead,
        plan=plain(report.plan.title),
        scope=scope.words(report.plan),
        on=report.on,
        made=made,
        figures=figures(report),
        states=tuple(report.totals.counts.items()),
        matrix=tuple(_matrix(report)),
        areas=tuple(_areas(report, rows(report, decisions))),
        notes=tuple(notes(report, whole=scope == Scope())),
    )


def _matrix(report: GapReport) -> Iterator[MatrixRow]:
    for area in report.areas:
        yield _matrix_row(area, is_area=True)
        yield from (_matrix_row(part, is_area=False) for part in report.components if part.code.within(area.code))
    yield MatrixRow("", "Jumlah", is_area=True, totals=report.totals)


def _matrix_row(part: PartTotals, is_area: bool) -> MatrixRow:
    return MatrixRow(str(part.code), plain(part.name), is_area, part.totals)


def _areas(report: GapReport, shown: Mapping[int, Row]) -> Iterator[AreaList]:
    """Yield the areas that have slots; `shown` holds the rows by the slot's place in the report."""
    names = {part.code: plain(f"{part.code} {part.name}") for part in (*report.areas, *report.components)}
    totals = {part.code: part.totals for part in report.areas}

    def component(pair: tuple[int, SlotStatus]) -> Code:
        return pair[1].slot.code.component

    numbered = enumerate(report.slots)
    for code, inside in groupby(numbered, key=lambda pair: pair[1].slot.code.area):
        bands = tuple(
            Band(names[part], tuple(shown[at] for at, _ in pairs)) for part, pairs in groupby(inside, key=component)
        )
        yield AreaList(names[code], totals[code], bands)
