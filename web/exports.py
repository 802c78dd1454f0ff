"""The page of everything that can be taken away: what each file is for, who needs it, and how it is narrowed.

What takes its time is made beside the requests (`making`), for who asked for it alone. A form or a script asks for
it; the page lists what was made and what is under way.
"""

from collections.abc import Mapping
from datetime import date

from flask import Flask, abort, g, jsonify, render_template, request, send_file, url_for
from flask.wrappers import Response as FlaskResponse
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from web import filters, making, sessions
from web.desk import back, refused
from web.exportwords import SETS, Export, Form
from web.jobs import Jobs, Stage, State
from web.viewing import seen, whole
from ziarchive import printing, secrecy
from ziarchive.archive import Archive
from ziarchive.errors import UsageError

MEDIA_TYPES = {".zip": "application/zip", **{f".{form}": kind for form, kind in printing.FORMS.items()}}


def register(app: Flask, archive: Archive) -> None:
    """Add the addresses."""
    pages = Exports(archive)
    app.add_url_rule("/laporan", endpoint="exports", view_func=pages.page)
    app.add_url_rule("/laporan/buat", endpoint="do_make", view_func=pages.start, methods=["POST"])
    app.add_url_rule("/laporan/buat.json", endpoint="do_make_json", view_func=pages.start_json, methods=["POST"])
    app.add_url_rule("/laporan/buat/<int:number>.json", endpoint="make_state", view_func=pages.state)
    app.add_url_rule("/laporan/buat/<int:number>/<name>", endpoint="make_file", view_func=pages.file)
    app.jinja_env.globals["made_beside"] = making.REPORTS


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
            said=making.said,
            today=self._archive.today(),
        )

    def start(self) -> Response:
        """Begin to make what a form asks for."""
        try:
            self._start()
        except UsageError as error:
            return refused(" ".join(error.problems or (error.message,)))
        return back()

    def start_json(self) -> FlaskResponse:
        """Begin to make what a script asks for, and tell how far it is."""
        return jsonify(_as_json(self._start()))

    def state(self, number: int) -> FlaskResponse:
        """Tell how far a work of the visitor is."""
        found = self._jobs.state(self._owner(), number)
        return jsonify(_as_json(found)) if found.number else abort(404)

    def file(self, number: int, name: str) -> FlaskResponse:
        """Hand out what was made."""
        made = self._jobs.file(self._owner(), number)
        if not made or made.name != name:
            abort(404)
        return send_file(made, mimetype=MEDIA_TYPES[made.suffix], as_attachment=True)

    def _start(self) -> State:
        wanted = filters.gap_filter(request.form, self._archive.plan, self._archive.today())
        filters.refuse(wanted.problems)
        order = making.order(seen(self._archive), request.form.get("berkas", ""), wanted)
        if state := self._jobs.start(self._owner(), order, sessions.who()):
            return state
        raise UsageError(_("Terlalu banyak berkas menunggu dibuat. Tunggu sampai satu selesai, lalu minta lagi."))

    def _owner(self) -> str:
        """Return whose file it is: a person's in a role, and only until more or less is hidden from them."""
        hidden = secrecy.hidden(whole(self._archive).standing.decisions(), g.get("role"))
        return "/".join((g.get("person", ""), g.get("role") or "", *sorted(map(str, hidden))))


def _as_json(state: State) -> Mapping[str, object]:
    """Return a state as scripts read it, with the addresses where to ask again and to fetch the file."""
    ready = state.stage is Stage.DONE
    return {
        "stage": state.stage,
        "name": state.name,
        "about": state.about,
        "done": state.done,
        "total": state.total,
        "size": state.size,
        "said": making.said(state),
        "state": url_for("make_state", number=state.number),
        "file": url_for("make_file", number=state.number, name=state.name) if ready else None,
    }


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
