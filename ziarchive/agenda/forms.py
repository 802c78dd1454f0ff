"""The JSON of due lists and of the year's progress (docs/json.md): fields may be added, never renamed."""

from typing import Any

from ziarchive.agenda.duties import Agenda, Duty
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
            {"name": share.name, "person": share.person or None, "duties": [_duty(duty) for duty in share.duties]}
            for share in agenda.shares
        ],
    }


def _duty(duty: Duty) -> Json:
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
