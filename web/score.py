"""The estimate against the LKE's minimum scores: a page, its JSON twin, and a sheet in the LKE's shape."""

from collections.abc import Mapping
from io import BytesIO
from itertools import groupby

from flask import Flask, Response, jsonify, render_template, request, send_file

from web import filters, viewing
from web.display import telling
from ziarchive import lke
from ziarchive.archive import Archive
from ziarchive.lke import Reach, Score
from ziarchive.lke.words import MARKS, NOTICE, OUTSIDES, REACHES, item_why, level_why, part_of, points, points_up
from ziarchive.model import State
from ziarchive.printing import FORMS
from ziarchive.scoring import Scoring, sheet_of

_LOOKS: Mapping[Reach, State] = {
    Reach.ACCEPTED: State.MET,
    Reach.SUPPORTED: State.MET,
    Reach.POSSIBLE: State.DUE_SOON,
    Reach.EVENTUAL: State.OVERDUE,
    Reach.OUTSIDE: State.OPEN,
    Reach.ABSENT: State.WAIVED,
}
"""Whose shape and colour a gate has."""


def register(app: Flask, archive: Archive) -> None:
    """Add the addresses of the estimate."""
    pages = Estimate(archive)
    app.add_url_rule("/nilai", endpoint="score", view_func=pages.page)
    app.add_url_rule("/nilai.json", endpoint="score_json", view_func=pages.twin)
    app.add_url_rule("/nilai.xlsx", endpoint="score_sheet", view_func=pages.sheet)
    app.jinja_env.filters |= {
        "reach_look": _LOOKS.__getitem__,
        **telling(
            points=points,
            points_up=points_up,
            reach=REACHES.__getitem__,
            item_why=item_why,
            outside=OUTSIDES.__getitem__,
        ),
    }
    app.jinja_env.globals |= telling(level_why=level_why, part_of=part_of)


class Estimate:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._scoring = viewing.Each(archive, Scoring)

    def page(self) -> str:
        wanted = filters.gap_filter(request.args, self._archive.plan, self._archive.today())
        score = self._scoring().on(wanted.on)
        return render_template(
            "score.html",
            score=score,
            problems=wanted.problems,
            notice=NOTICE,
            marks=MARKS,
            levels=next((gate.levels for gate in score.gates if gate.score.items == score.total.items), ()),
            needed={gate.score.scope.of: gate.levels for gate in score.gates},
            items_of=lambda area: groupby(
                (each for each in score.items if area.scope.holds(each.item.code) and not each.outside),
                key=lambda each: each.item.component,
            ),
            uncovered=groupby(score.uncovered, key=lambda each: each.part),
            documents=sum(len(lift.missing) for lift in score.lifts),
            lifted=sum(lift.points for lift in score.lifts),
            today=self._archive.today(),
        )

    def twin(self) -> Response:
        return jsonify(lke.as_json(self._asked()))

    def sheet(self) -> Response:
        score = self._asked()
        name = f"LKE {score.plan.year} per {score.on.isoformat()}.xlsx"
        return send_file(BytesIO(sheet_of(score)), mimetype=FORMS["xlsx"], as_attachment=True, download_name=name)

    def _asked(self) -> Score:
        """Return what a program asks for; raises `UsageError` for a filter that makes no sense."""
        wanted = filters.gap_filter(request.args, self._archive.plan, self._archive.today())
        filters.refuse(wanted.problems)
        return self._scoring().on(wanted.on)
