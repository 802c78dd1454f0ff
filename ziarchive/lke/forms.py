"""The JSON of the estimate (docs/json.md): fields may be added, never renamed. Points are rounded down to 0.0001."""

from dataclasses import fields
from fractions import Fraction
from typing import Any

from ziarchive.lke.gates import GateScore, Level
from ziarchive.lke.lifts import Lift, Missing
from ziarchive.lke.score import ItemScore, Marks, ScopeScore
from ziarchive.lke.whole import Score, Uncovered
from ziarchive.lke.words import NOTICE, item_why, level_why
from ziarchive.naming import periods

Json = dict[str, Any]
_EXACT = 10_000
_MARKS = tuple(each.name for each in fields(Marks))


def as_json(score: Score) -> Json:
    """Return the whole estimate."""
    plan, regulation = score.plan, score.regulation
    return {
        "plan": {"id": plan.id, "title": plan.title, "unit": plan.unit, "year": plan.year},
        "on": score.on.isoformat(),
        "regulation": {"id": regulation.id, "title": regulation.title},
        "notice": NOTICE,
        "total": _scope(score.total),
        "parts": [_scope(part) for part in score.parts],
        "areas": [_scope(area) for area in score.areas],
        "gates": [_gate(gate) for gate in score.gates],
        "lifts": [_lift(lift) for lift in score.lifts],
        "not_in_plan": [_uncovered(each) for each in score.uncovered],
        "items": [_item(item) for item in score.items],
        "unknown": list(score.unknown),
    }


def _points(value: Fraction) -> float:
    return int(value * _EXACT) / _EXACT


def _marks(marks: Marks) -> Json:
    return dict(zip(_MARKS, map(_points, marks.all), strict=True))


def _scope(score: ScopeScore) -> Json:
    return {
        "name": score.scope.name,
        "of": list(score.scope.of),
        "items": score.items,
        "items_in_plan": score.touched,
        "weight": _points(score.weight),
        "in_plan": _points(score.inside),
        "points": _marks(score.points),
    }


def _gate(gate: GateScore) -> Json:
    return {**_scope(gate.score), "levels": [_level(level, gate) for level in gate.levels]}


def _level(level: Level, gate: GateScore) -> Json:
    return {
        "name": level.name,
        "needed": _points(level.needed),
        "reach": str(level.reach),
        "lacking": _points(level.lacking),
        "needs_late": level.needs_late,
        "why": level_why(level, gate),
    }


def _lift(lift: Lift) -> Json:
    return {
        "points": _points(lift.points),
        "items": list(lift.items),
        "documents": [_missing(each) for each in lift.missing],
    }


def _missing(missing: Missing) -> Json:
    status = missing.status
    return {
        "code": str(status.slot.code),
        "evidence": status.requirement.title,
        "period": periods.render(status.slot.period),
        "due": status.slot.due.isoformat() if status.slot.due else None,
        "state": str(status.state),
        "file": missing.file,
        "folder": missing.folder,
    }


def _uncovered(each: Uncovered) -> Json:
    return {
        "part": each.part,
        "area": each.area,
        "component": each.component,
        "items": [score.item.code for score in each.items],
        "whole_component": each.whole,
        "weight": _points(each.weight),
    }


def _item(score: ItemScore) -> Json:
    item, tally = score.item, score.tally
    return {
        "code": item.code,
        "component": item.component,
        "weight": _points(item.weight),
        "scale": item.scale.name,
        "indicators": [str(indicator.code) for indicator in score.indicators],
        "outside": str(score.outside) if score.outside else None,
        "slots": {"asked": tally.asked, "accepted": tally.accepted, "met": tally.met, "late": tally.late},
        "answers": dict(zip(_MARKS, score.answers, strict=True)) if score.answers else None,
        "points": _marks(score.points),
        "why": item_why(score),
    }
