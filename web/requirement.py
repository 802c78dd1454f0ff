"""The page of one required document: its slots with what fills them, and what a person can decide of each."""

from flask import Flask, abort, render_template, request

from web import filters, outline
from web.outline import RequirementRows
from ziarchive import gaps
from ziarchive.archive import Archive
from ziarchive.gaps import GapReport


def register(app: Flask, archive: Archive) -> None:
    """Add the page's address."""
    app.add_url_rule("/bukti/<code>", endpoint="requirement", view_func=Requirements(archive).page)


class Requirements:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def page(self, code: str) -> str:
        plan = self._archive.plan
        every = [item.code for item in plan.requirements()]
        wanted = filters.gap_filter(request.args, plan, self._archive.today())
        found = next((each for each in every if str(each) == code), None) or abort(404)
        report = gaps.narrowed(self._archive.gaps(wanted.on), found, None)
        at = every.index(found)
        return render_template(
            "requirement.html",
            code=found,
            rows=_rows(report),
            report=report,
            area=next(each for each in plan.areas if each.code == found.area),
            component=next(each for each in plan.components() if each.code == found.component),
            indicator=next(each for each in plan.indicators() if each.code == found.indicator),
            before=every[at - 1] if at else None,
            after=every[at + 1] if at + 1 < len(every) else None,
            decisions=self._archive.standing.decisions(),
            person=self._archive.standing.decisions().person(found),
        )


def _rows(report: GapReport) -> RequirementRows | None:
    """Return the rows of a report on one requirement; None when its target could not be read."""
    areas = outline.outline(report)
    indicators = (each for area in areas for component in area.components for each in component.indicators)
    return next((rows for indicator in indicators for rows in indicator.requirements), None)
