"""The plan's places, each on a page of its own: an area, a component or an indicator, with the year of all below it."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Flask, abort, render_template, request

from web import filters, months
from web.months import Strip
from ziarchive import gaps
from ziarchive.archive import Archive
from ziarchive.gaps import Totals
from ziarchive.model import Area, Code, Component, Indicator, Plan
from ziarchive.naming import skeleton

ENDPOINTS = ("area", "component", "indicator")
"""By depth: what leads to a place of one, two or three parts."""
_ADDRESSES = ("/area/<code>", "/komponen/<code>", "/indikator/<code>")
Place = Area | Component | Indicator


@dataclass(frozen=True, slots=True)
class Part:
    """A place below the page's own, with what is known of it."""

    code: Code
    name: str
    totals: Totals
    strips: tuple[Strip, ...]
    """The years of its requirements; empty where it has pages of its own between."""


def register(app: Flask, archive: Archive) -> None:
    """Add the pages of places, and `place_url(code)` for templates."""
    for depth, (endpoint, address) in enumerate(zip(ENDPOINTS, _ADDRESSES, strict=True), 1):
        app.add_url_rule(address, endpoint=endpoint, view_func=Places(archive, depth).page)
    app.jinja_env.globals["place_endpoint"] = lambda code: ENDPOINTS[len(code.parts) - 1]


class Places:
    """The pages of the places of one depth."""

    def __init__(self, archive: Archive, depth: int) -> None:
        self._archive = archive
        self._depth = depth

    def page(self, code: str) -> str:
        plan = self._archive.plan
        wanted = filters.gap_filter(request.args, plan, self._archive.today())
        every = places(plan, self._depth)
        found = next((each for each in every if str(each.code) == code), None) or abort(404)
        at = every.index(found)
        report = gaps.narrowed(self._archive.gaps(wanted.on), found.code, None)
        return render_template(
            "place.html",
            place=found,
            name=name_of(found),
            above=tuple(each for depth in range(1, self._depth) for each in places(plan, depth) if _holds(each, found)),
            before=every[at - 1] if at else None,
            after=every[at + 1] if at + 1 < len(every) else None,
            parts=parts(report, found),
            report=report,
            indicator=found if isinstance(found, Indicator) else None,
            folder=skeleton.folders(plan)[found.code],
            person=self._archive.standing.decisions().person(found.code),
            problems=wanted.problems,
            today=self._archive.today(),
        )


def places(plan: Plan, depth: int) -> Sequence[Place]:
    """Return the plan's areas (1), components (2) or indicators (3), in its order."""
    if depth == 1:
        return plan.areas
    return [*plan.components()] if depth == 2 else [*plan.indicators()]


def name_of(place: Place) -> str:
    """Return what a place is called."""
    return place.text if isinstance(place, Indicator) else place.name


def parts(report: gaps.GapReport, place: Place) -> tuple[Part, ...]:
    """Return what lies right below a place, or the place itself where that is an indicator; `report` is on it."""
    if isinstance(place, Indicator):
        return (_part(report, place),)
    below: Sequence[Place] = place.components if isinstance(place, Area) else place.indicators
    return tuple(_part(gaps.narrowed(report, each.code, None), each) for each in below)


def _part(report: gaps.GapReport, place: Place) -> Part:
    return Part(place.code, name_of(place), report.totals, months.strips(report))


def _holds(place: Place, other: Place) -> bool:
    return other.code.within(place.code)
