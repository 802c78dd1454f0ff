"""Writes a plan as the rows of its file, which `Reader` reads back: only what the printed plan does not say itself."""

from typing import Any

from ziarchive.model import Area, Cadence, Component, Indicator, Plan, Requirement, Schedule
from ziarchive.plan import schedule


def as_rows(plan: Plan) -> dict[str, Any]:
    """Return the plan as nested mappings and lists, in the order of the file."""
    rows: dict[str, Any] = {"id": plan.id, "title": plan.title, "unit": plan.unit, "year": plan.year}
    if plan.signed:
        rows["signed"] = plan.signed
    return rows | {"areas": [_area_row(area, plan.year) for area in plan.areas]}


def _area_row(area: Area, year: int) -> dict[str, Any]:
    components = [_component_row(component, year) for component in area.components]
    return {"code": str(area.code), "name": area.name, "components": components}


def _component_row(component: Component, year: int) -> dict[str, Any]:
    indicators = [_indicator_row(indicator, year) for indicator in component.indicators]
    return {"code": str(component.code), "name": component.name, "indicators": indicators}


def _indicator_row(indicator: Indicator, year: int) -> dict[str, Any]:
    due, correction = _read_target(indicator, year)
    row = {
        "code": str(indicator.code),
        "text": indicator.text,
        "action": indicator.action,
        "evidence": indicator.evidence,
        "target": indicator.target,
        "target_read": correction,
        "lke": list(indicator.lke),
        "note": indicator.note,
    }
    items = [_requirement_row(item, due, year) for item in indicator.requirements]
    return {key: value for key, value in row.items() if value} | {"requirements": items}


def _read_target(indicator: Indicator, year: int) -> tuple[Schedule | None, str]:
    """Return when the indicator is due, with the correction that its printed target needs, if any."""
    due = schedule.parse_target(indicator.target, year)
    first = indicator.requirements[0].schedule
    if due or first is None or any(item.schedule is None for item in indicator.requirements):
        return due, ""
    return first, schedule.describe(first, year)


def _requirement_row(item: Requirement, due: Schedule | None, year: int) -> dict[str, Any]:
    row: dict[str, Any] = {"code": str(item.code), "kind": item.kind, "title": item.title}
    if item.schedule and item.schedule != due:
        row |= _own_schedule(item.schedule, year)
    if item.year != year:
        row["year"] = item.year
    return row | ({"note": item.note} if item.note else {})


def _own_schedule(own: Schedule, year: int) -> dict[str, str]:
    if own.cadence is not Cadence.DATED and own == schedule.regular(own.cadence, year):
        return {"cadence": own.cadence.value}
    return {"target": schedule.describe(own, year)}
