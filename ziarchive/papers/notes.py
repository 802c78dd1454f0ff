"""What stands behind the list: the plan's own oddities, what was waived, files that count for nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ziarchive.gaps import GapReport
from ziarchive.papers.words import plain, prose
from ziarchive.wording import period_label


@dataclass(frozen=True, slots=True)
class Notes:
    """Notes of one kind."""

    title: str
    lines: Sequence[tuple[str, str]]
    """A code of the plan, and what is said of it."""


def notes(report: GapReport, whole: bool) -> Iterator[Notes]:
    """Yield the kinds that there are; only the `whole` report also lists what has no slot at all."""
    kinds = (
        ("Bukti fisik yang target waktunya tidak terbaca, jadi tanpa slot", _unscheduled(report) if whole else ()),
        ("Catatan pada rencana kerja", _of_plan(report)),
        ("Slot yang dinyatakan tidak berlaku", _waived(report)),
        ("Berkas yang tidak dihitung untuk slot mana pun", _uncounted(report)),
    )
    for title, found in kinds:
        if lines := tuple((code, prose(text)) for code, text in found):
            yield Notes(title, lines)


def _unscheduled(report: GapReport) -> Iterator[tuple[str, str]]:
    return ((str(item.code), item.title) for item in report.plan.requirements() if item.schedule is None)


def _of_plan(report: GapReport) -> Iterator[tuple[str, str]]:
    there = {status.slot.code for status in report.slots}
    for indicator in report.plan.indicators():
        items = [item for item in indicator.requirements if item.code in there]
        if indicator.note and items:
            yield str(indicator.code), indicator.note
        yield from ((str(item.code), item.note) for item in items if item.note)


def _waived(report: GapReport) -> Iterator[tuple[str, str]]:
    for status in report.slots:
        if status.waiver:
            slot = status.slot
            yield str(slot.code), f"{status.requirement.title}, {period_label(slot.period)}: {status.waiver}"


def _uncounted(report: GapReport) -> Iterator[tuple[str, str]]:
    return ((str(one.requirement.code), f"{plain(one.document.path)}: {one.document.why}") for one in report.uncounted)
