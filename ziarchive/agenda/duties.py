"""Who has to bring what by when: the open slots of a gap report, shared out among the people in charge.

A slot is open until it is met or waived: evidence that is doubtful or was sent back is still somebody's work.
What has no due date is nobody's deadline and left out. Without a person in charge the area stands in.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ziarchive.errors import UsageError
from ziarchive.gaps import GapReport, SlotStatus, before_signing
from ziarchive.model import Area, Code, Plan, State
from ziarchive.naming import skeleton

MONTH = 30
YEAR = 366
"""Days ahead that reach the end of any year."""
PersonOf = Callable[[Code], str]
"""Given a requirement's code, returns who is in charge of it; empty when nobody is."""


class Band(StrEnum):
    """How pressing it is, the most pressing first."""

    DAY = "day"
    WEEK = "week"
    PASSED = "passed"
    MONTH = "month"
    EARLY = "before_signing"


_BANDS: Mapping[Band, str] = {
    Band.DAY: "Hari ini dan besok",
    Band.WEEK: "Dalam 7 hari",
    Band.PASSED: "Lewat batas waktu",
    Band.MONTH: "Dalam {} hari",
    Band.EARLY: "Jatuh tempo sebelum rencana ditandatangani",
}


@dataclass(frozen=True, slots=True)
class Duty:
    """One open slot, with what would fill it."""

    status: SlotStatus
    due: date
    days: int
    """Until it is due; negative when that day has passed."""
    band: Band
    file: str
    """The canonical name of the file that is expected."""
    folder: str
    """Its canonical folder, relative to the archive."""
    person: str
    """Empty when nobody is in charge."""

    @property
    def code(self) -> Code:
        return self.status.slot.code

    @property
    def title(self) -> str:
        return self.status.requirement.title


@dataclass(frozen=True, slots=True)
class Share:
    """What one person, or an area without one, has to bring."""

    name: str
    """The person, or the area's code and name."""
    person: str
    """Empty for an area."""
    duties: tuple[Duty, ...]
    """The most pressing first."""


@dataclass(frozen=True, slots=True)
class Agenda:
    plan: Plan
    on: date
    days: int
    """How far ahead it looks."""
    shares: tuple[Share, ...]
    """The persons by name, then the areas without one; nobody without a duty."""

    @property
    def counts(self) -> Mapping[Band, int]:
        found = Counter(duty.band for share in self.shares for duty in share.duties)
        return {band: found[band] for band in Band}

    def called(self, band: Band) -> str:
        """Return what a band is called in this agenda."""
        whole = band is Band.MONTH and self.days >= YEAR
        return "Sampai akhir tahun" if whole else _BANDS[band].format(self.days)

    @property
    def total(self) -> int:
        return sum(len(share.duties) for share in self.shares)


def agenda(report: GapReport, person_of: PersonOf, days: int = MONTH) -> Agenda:
    """Return the open slots of a report that are due within so many days, or were due before."""
    folders = skeleton.folders(report.plan)
    shares: defaultdict[tuple[str, str], list[Duty]] = defaultdict(list)
    areas = {area.code: area for area in report.plan.areas}
    for status in report.slots:
        due = status.slot.due
        if due and (due - report.on).days <= days and status.state not in (State.MET, State.WAIVED):
            duty = _duty(report, status, due, folders[status.slot.code.indicator], person_of(status.slot.code))
            shares[_whose(duty, areas)].append(duty)
    return Agenda(report.plan, report.on, days, tuple(_ordered(shares)))


def of_person(agenda: Agenda, person: str) -> Agenda:
    """Return what one person has to bring, named in any case; raises `UsageError` when nobody is called so."""
    wanted = person.strip().casefold()
    mine = tuple(share for share in agenda.shares if share.person and share.person.casefold() == wanted)
    if not mine:
        names = ", ".join(share.person for share in agenda.shares if share.person)
        raise UsageError(
            f"Tidak ada tenggat bagi «{person}». "
            + (f"Yang punya tenggat: {names}." if names else "Tetapkan penanggung jawab: ziarchive in-charge.")
        )
    return Agenda(agenda.plan, agenda.on, agenda.days, mine)


def _duty(report: GapReport, status: SlotStatus, due: date, folder: str, person: str) -> Duty:
    days = (due - report.on).days
    return Duty(
        status=status,
        due=due,
        days=days,
        band=_band(days, before_signing(report.plan, due)),
        file=skeleton.expected_name(status.requirement, status.slot.period),
        folder=folder,
        person=person,
    )


def _band(days: int, early: bool) -> Band:
    if days < 0:
        return Band.EARLY if early else Band.PASSED
    if days <= 1:
        return Band.DAY
    return Band.WEEK if days <= 7 else Band.MONTH


def _whose(duty: Duty, areas: Mapping[Code, Area]) -> tuple[str, str]:
    """Return the person, and what the share is called."""
    area = areas[duty.code.area]
    return duty.person, duty.person or f"{area.code} {area.name}"


def _ordered(shares: Mapping[tuple[str, str], Iterable[Duty]]) -> Iterable[Share]:
    bands = list(Band)
    for person, name in sorted(shares, key=lambda key: (not key[0], key[0].casefold())):
        duties = sorted(shares[person, name], key=lambda duty: (bands.index(duty.band), duty.due, duty.code))
        yield Share(name, person, tuple(duties))
