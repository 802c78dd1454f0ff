"""The first look of the day: how ready the office is, what is due next, what arrived, and who owes what.

Everything on it leads to the list that it sums up. Its JSON twin says the same for other programs.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Flask, jsonify, render_template, request
from flask.wrappers import Response

from web import filters, months
from web.ring import ring
from ziarchive import agenda as agendas
from ziarchive import gaps
from ziarchive.agenda import Agenda, Band, Duty
from ziarchive.agenda.forms import duty_json
from ziarchive.archive import Archive
from ziarchive.gaps import GapReport
from ziarchive.model import Code, Document
from ziarchive.naming.periodforms import month

FEW = 6
"""How many deadlines and arrivals stand on the page; the lists have them all."""


@dataclass(frozen=True, slots=True)
class Owing:
    """What one person, or an area without one, has to bring."""

    name: str
    person: str
    """Empty for an area."""
    area: Code
    overdue: int
    week: int
    month: int
    """Later than a week, within thirty days."""


@dataclass(frozen=True, slots=True)
class Dashboard:
    """All that the page says."""

    report: GapReport
    matrix: tuple[months.Band, ...]
    ahead: tuple[Duty, ...]
    """What falls due next, the nearest first."""
    passed: tuple[Duty, ...]
    """What is past its time, the latest first."""
    arrived: tuple[Document, ...]
    """Whose content was first seen on that day, by path."""
    owing: tuple[Owing, ...]
    """The most overdue first."""


def register(app: Flask, archive: Archive) -> None:
    """Add the addresses, and `awaited()` for templates that have nothing else to show."""
    pages = Pages(archive)
    app.add_url_rule("/dasbor", endpoint="dashboard", view_func=pages.page)
    app.add_url_rule("/dasbor.json", endpoint="dashboard_json", view_func=pages.twin)
    app.jinja_env.globals["awaited"] = pages.awaited


class Pages:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def page(self) -> str:
        wanted = filters.gap_filter(request.args, self._archive.plan, self._archive.today())
        found = self._found(wanted.on)
        return render_template(
            "dashboard.html",
            found=found,
            few=FEW,
            year_ahead=agendas.YEAR,
            problems=wanted.problems,
            arcs=ring(found.report.totals.counts),
            early=gaps.early(found.report),
            month_of=month,
            today=self._archive.today(),
        )

    def twin(self) -> Response:
        wanted = filters.gap_filter(request.args, self._archive.plan, self._archive.today())
        filters.refuse(wanted.problems)
        return jsonify(as_json(self._found(wanted.on)))

    def awaited(self) -> Duty | None:
        """Return what to bring next: what falls due next, else what was due last; None when nothing is open."""
        report = self._archive.gaps(self._archive.today())
        duties = _duties(agendas.agenda(report, self._archive.standing.decisions().person, agendas.YEAR))
        return next((duty for duty in duties if duty.days >= 0), duties[-1] if duties else None)

    def _found(self, on: date) -> Dashboard:
        report = self._archive.gaps(on)
        person = self._archive.standing.decisions().person
        duties = _duties(agendas.agenda(report, person, agendas.YEAR))
        return Dashboard(
            report=report,
            matrix=months.matrix(report),
            ahead=tuple(duty for duty in duties if duty.days >= 0),
            passed=tuple(duty for duty in reversed(duties) if duty.days < 0),
            arrived=self._arrived(on),
            owing=owing(agendas.agenda(report, person, agendas.MONTH)),
        )

    def _arrived(self, on: date) -> tuple[Document, ...]:
        documents = self._archive.documents()
        days = self._archive.seen.days(documents, self._archive.now())
        return tuple(each for each in documents if days[each.id] == on)


def owing(agenda: Agenda) -> tuple[Owing, ...]:
    """Return who owes how much, the most overdue first."""
    found = []
    for share in agenda.shares:
        counts = Counter(duty.band for duty in share.duties)
        late, week = counts[Band.PASSED] + counts[Band.EARLY], counts[Band.DAY] + counts[Band.WEEK]
        area = share.duties[0].code.area
        found.append(Owing(share.name, share.person, area, late, week, counts[Band.MONTH]))
    return tuple(sorted(found, key=lambda one: (-one.overdue, -one.week, -one.month, not one.person, one.name)))


def as_json(found: Dashboard) -> dict[str, Any]:
    """Return the agreed JSON (docs/json.md); the deadlines are whole, not the page's few."""
    report, totals = found.report, found.report.totals
    return {
        "plan": {"id": report.plan.id, "title": report.plan.title, "unit": report.plan.unit, "year": report.plan.year},
        "on": report.on.isoformat(),
        "completeness": _share(totals.completeness),
        "year_completeness": _share(totals.year_completeness),
        "states": {str(state): number for state, number in totals.counts.items()},
        "matrix": [_band(band) for band in found.matrix],
        "deadlines": [duty_json(duty) for duty in found.ahead],
        "overdue": [duty_json(duty) for duty in found.passed],
        "arrived": [
            {"id": each.id, "path": each.path, "codes": [str(code) for code in each.placement.codes]}
            for each in found.arrived
        ],
        "owing": [
            {
                "name": one.name,
                "person": one.person or None,
                "overdue": one.overdue,
                "week": one.week,
                "month": one.month,
            }
            for one in found.owing
        ],
    }


def _band(band: months.Band) -> dict[str, Any]:
    return {
        "area": str(band.area.code),
        "name": band.area.name,
        "months": [_cell(cell) | {"month": month} for month, cell in enumerate(band.months, 1)],
        "year": _cell(band.year),
    }


def _cell(cell: months.Cell) -> dict[str, Any]:
    return {"met": cell.met, "required": cell.required, "state": str(cell.state) if cell.state else None}


def _duties(agenda: Agenda) -> Sequence[Duty]:
    """Return everybody's duties in the order of their days."""
    every = (duty for share in agenda.shares for duty in share.duties)
    return sorted(every, key=lambda duty: (duty.due, duty.code))


def _share(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
