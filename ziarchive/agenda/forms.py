"""The JSON of due lists and of the year's progress (docs/json.md): fields may be added, never renamed."""

from collections.abc import Sequence
from typing import Any

from ziarchive.agenda.duties import Agenda, Duty
from ziarchive.agenda.progress import Point, Progress
from ziarchive.naming import periods

Json = dict[str, Any]


def as_json(agenda: Agenda) -> Json:
    """Return the due lists, a person after the other."""
    plan = agenda.plan
    return {
        "plan": {"id": plan.id, "title": plan.title, "unit": plan.unit, "year": plan.year},
        "on": agenda.on.isoformat(),
        "days": agenda.days,
        "totals": {str(band): number for band, number in agenda.counts.items()},
        "people": [
            {"name": share.name, "person": share.person or None, "duties": [duty_json(duty) for duty in share.duties]}
            for share in agenda.shares
        ],
    }


def duty_json(duty: Duty) -> Json:
    return {
        "code": str(duty.code),
        "evidence": duty.title,
        "period": periods.render(duty.status.slot.period),
        "due": duty.due.isoformat(),
        "days": duty.days,
        "band": str(duty.band),
        "state": str(duty.status.state),
        "file": duty.file,
        "folder": duty.folder,
    }


PROGRESS_COLUMNS = (
    "tanggal", "jatuh_tempo", "terpenuhi", "kelengkapan", "slot_setahun", "terpenuhi_setahun", "kelengkapan_setahun",
)  # fmt: skip


def progress_json(progress: Progress) -> Json:
    """Return the year's progress, a day after the other."""
    plan = progress.plan
    return {
        "plan": {"id": plan.id, "title": plan.title, "unit": plan.unit, "year": plan.year},
        "on": progress.on.isoformat(),
        "points": [_point(point) for point in progress.points],
        "ahead": [{"on": each.day.isoformat(), "due": each.due} for each in progress.ahead],
    }


def progress_lines(progress: Progress) -> Sequence[Sequence[object]]:
    """Return the points as the lines of a table with `PROGRESS_COLUMNS`."""
    return [["" if value is None else value for value in _point(point).values()] for point in progress.points]


def _point(point: Point) -> Json:
    return {
        "on": point.day.isoformat(),
        "due": point.due,
        "met": point.met,
        "completeness": _share(point.completeness),
        "slots": point.slots,
        "met_of_year": point.met_of_year,
        "year_completeness": _share(point.year_completeness),
    }


def _share(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
