"""The page of everything that can be taken away: what each file is for, who needs it, and how it is narrowed.

A binder may take minutes, so it is made beside the requests (`jobs`), for who asked for it alone; each choice of part
and day has its own.
"""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from flask import Flask, abort, g, jsonify, render_template, request, send_file, url_for
from flask.wrappers import Response as FlaskResponse
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from web import filters, sessions
from web.desk import back, refused
from web.exportwords import SETS, Export, Form
from web.jobs import Jobs
from web.viewing import seen, whole
from ziarchive import bundling, secrecy
from ziarchive.archive import Archive
from ziarchive.model import Code


def register(app: Flask, archive: Archive) -> None:
    """Add the addresses."""
    pages = Exports(archive)
    app.add_url_rule("/laporan", endpoint="exports", view_func=pages.page)
    app.add_url_rule("/laporan/binder", endpoint="do_bundle", view_func=pages.start, methods=["POST"])
    app.add_url_rule("/laporan/binder.json", endpoint="bundle_state", view_func=pages.state)
    app.add_url_rule("/laporan/binder.zip", endpoint="bundle_file", view_func=pages.file)


class Exports:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._jobs = Jobs()

    def page(self) -> str:
        wanted = filters.gap_filter(request.args, self._archive.plan, self._archive.today())
        asked = _asked(wanted, self._archive.today())
        return render_template(
            "exports.html",
            wanted=wanted,
            sets=SETS,
            asked=asked,
            link=lambda form, export: _link(form, export, asked),
            components=[*self._archive.plan.components()],
            made=self._jobs.states(self._owner()),
            today=self._archive.today(),
        )

    def start(self) -> Response:
        """Begin to make a binder of the plan or of a part of it."""
        wanted = filters.gap_filter(request.form, self._archive.plan, self._archive.today())
        if wanted.problems:
            return refused(" ".join(wanted.problems))
        within = wanted.component or wanted.area
        archive = seen(self._archive)  # the thread outlives this request
        name = bundling.default_name(archive, wanted.on, within)
        if not self._jobs.start(self._owner(), name, _bundle(archive, wanted.on, within), sessions.who()):
            return refused(_("Terlalu banyak binder menunggu dibuat. Tunggu sampai satu selesai, lalu minta lagi."))
        return back()

    def state(self) -> FlaskResponse:
        """Tell how far the binder `nama` is, or the latest; `ahead` is what is made before it."""
        found = self._jobs.state(self._owner(), request.args.get("nama", ""))
        return jsonify(
            stage=str(found.stage),
            name=found.name,
            done=found.done,
            total=found.total,
            size=found.size,
            ahead={"name": found.ahead, "who": found.ahead_of} if found.ahead else None,
        )

    def file(self) -> FlaskResponse:
        """Hand out the binder `nama`, or the latest."""
        made = self._jobs.file(self._owner(), request.args.get("nama", "")) or abort(404)
        return send_file(made, mimetype="application/zip", as_attachment=True, download_name=made.name)

    def _owner(self) -> str:
        """Return whose binder it is: a person's in a role, and only until more or less is hidden from them."""
        hidden = secrecy.hidden(whole(self._archive).standing.decisions(), g.get("role"))
        return "/".join((g.get("person", ""), g.get("role") or "", *sorted(map(str, hidden))))


def _bundle(archive: Archive, on: date, within: Code | None) -> Callable[[Path, Callable[[int, int], None]], None]:
    def work(target: Path, progress: Callable[[int, int], None]) -> None:
        bundling.bundle(archive, target, on, within, progress)

    return work


def _link(form: Form, export: Export, asked: Mapping[str, str]) -> str:
    """Return the address of a file, narrowed by those filters of the page that it takes."""
    taken = {name: value for name, value in asked.items() if name in export.takes}
    return url_for(form.endpoint, **form.values, **taken)  # type: ignore[arg-type]  # any name may be a filter


def _asked(wanted: filters.GapFilter, today: date) -> dict[str, str]:
    """Return the filters of this page as those of the downloads."""
    given = {
        "pada": wanted.on.isoformat() if wanted.on != today else "",
        "area": str(wanted.area or ""),
        "komponen": str(wanted.component or ""),
    }
    return {name: value for name, value in given.items() if value}
