"""The figures of the summary page: how complete the evidence is, of how much, and what fell due too early."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ziarchive.gaps import GapReport
from ziarchive.gaps.answer import JUDGED
from ziarchive.model import State
from ziarchive.wording import date_label, number, percent


@dataclass(frozen=True, slots=True)
class Figure:
    label: str
    amount: float | None
    """A count, or a share from 0 to 1; None for a share of nothing."""
    meaning: str
    is_share: bool = False

    @property
    def value(self) -> str:
        return percent(self.amount) if self.is_share else number(int(self.amount or 0))


def figures(report: GapReport) -> Sequence[Figure]:
    """Return the figures in the order in which they are read."""
    totals = report.totals
    due = [each for each in report.slots if each.slot.due and each.slot.due <= report.on and each.state in JUDGED]
    met = sum(each.state is State.MET for each in due)
    met_year = sum(each.state is State.MET and each.slot.due is not None for each in report.slots)
    day = date_label(report.on)
    return (
        Figure(
            f"Kelengkapan s.d. {day}",
            totals.completeness,
            f"{number(met)} terpenuhi dari {number(len(due))} slot yang sudah jatuh tempo dan berlaku",
            is_share=True,
        ),
        Figure(
            f"Kelengkapan tahun {report.plan.year}",
            totals.year_completeness,
            f"{number(met_year)} terpenuhi dari {number(totals.slots)} slot bertanggal sepanjang tahun",
            is_share=True,
        ),
        Figure("Bukti fisik", totals.requirements, "dokumen yang diminta rencana kerja"),
        Figure(
            "Slot",
            len(report.slots),
            f"{number(totals.slots)} bertanggal dan {number(len(report.slots) - totals.slots)} insidental; "
            "satu slot adalah satu bukti fisik dalam satu periode",
        ),
        *_overdue(report),
    )


def _overdue(report: GapReport) -> Iterator[Figure]:
    """Yield what is overdue, parted by whether anybody could have known of it in time."""
    totals, signed = report.totals, report.plan.signed
    overdue = totals.counts[State.OVERDUE]
    if not overdue or signed is None:
        return
    day = date_label(signed)
    yield Figure(
        "Terlambat sejak rencana ditandatangani",
        overdue - totals.before_signing,
        f"jatuh tempo pada atau sesudah {day}",
    )
    yield Figure(
        "Terlambat sebelum rencana ditandatangani",
        totals.before_signing,
        f"sudah jatuh tempo sebelum {day}; dihitung tersendiri",
    )
