"""The pages about time: what is due and for whom, and how complete the year was on each of its days.

The agenda also comes as a text for a WhatsApp group, as a calendar file and as JSON; the year as CSV and JSON.
All take the same filters as the page, `pada` among them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from flask import Flask, jsonify, render_template, request
from flask.wrappers import Response

from web import filters
from web.display import telling
from ziarchive import agenda as agendas
from ziarchive import tables
from ziarchive.agenda import Agenda
from ziarchive.agenda.chart import HEIGHT, WIDTH, chart
from ziarchive.agenda.forms import PROGRESS_COLUMNS, progress_json, progress_lines
from ziarchive.agenda.progress import Progress, progress
from ziarchive.agenda.words import left, weekday_label
from ziarchive.archive import Archive
from ziarchive.errors import UsageError

AHEADS: Mapping[int, str] = {
    1: "hari ini dan besok",
    7: "7 hari",
    30: "30 hari",
    90: "90 hari",
    agendas.YEAR: "sampai akhir tahun",
}
"""How far ahead the page offers to look."""


def register(app: Flask, archive: Archive) -> None:
    """Add the addresses about time."""
    pages = Agendas(archive)
    app.add_url_rule("/agenda", endpoint="agenda", view_func=pages.agenda)
    app.add_url_rule("/agenda.json", endpoint="agenda_json", view_func=pages.agenda_json)
    app.add_url_rule("/agenda.txt", endpoint="agenda_text", view_func=pages.agenda_text)
    app.add_url_rule("/agenda.ics", endpoint="agenda_calendar", view_func=pages.agenda_calendar)
    app.add_url_rule("/perkembangan", endpoint="progress", view_func=pages.progress)
    app.add_url_rule("/perkembangan.json", endpoint="progress_json", view_func=pages.progress_json)
    app.add_url_rule("/perkembangan.csv", endpoint="progress_csv", view_func=pages.progress_csv)
    app.jinja_env.filters |= telling(left=left, weekday=weekday_label)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the agenda is asked for."""

    slots: filters.GapFilter
    days: int
    person: str
    problems: tuple[str, ...]
    """One sentence for each filter that was left out."""


class Agendas:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def agenda(self) -> str:
        wanted = self._wanted(agendas.MONTH)
        whole = self._whole(wanted)
        found, problems = whole, list(wanted.problems)
        if wanted.person:
            try:
                found = agendas.of_person(whole, wanted.person)
            except UsageError as error:
                problems.append(str(error))
        return render_template(
            "agenda.html",
            wanted=wanted,
            problems=problems,
            agenda=found,
            persons=[share.person for share in whole.shares if share.person],
            aheads=AHEADS if wanted.days in AHEADS else {**AHEADS, wanted.days: f"{wanted.days} hari"},
            message=agendas.message(found),
            by_band=lambda share: groupby(share.duties, key=lambda duty: duty.band),
            today=self._archive.today(),
        )

    def agenda_json(self) -> Response:
        return jsonify(agendas.as_json(self._asked(agendas.MONTH)))

    def agenda_text(self) -> Response:
        return Response(agendas.message(self._asked(agendas.MONTH)), mimetype="text/plain")

    def agenda_calendar(self) -> Response:
        """The whole year's calendar unless `hari` says less."""
        made = agendas.calendar(self._asked(agendas.YEAR), self._archive.now())
        headers = {"Content-Disposition": "attachment; filename=tenggat.ics"}
        return Response(made, mimetype="text/calendar", headers=headers)

    def progress(self) -> str:
        wanted = filters.gap_filter(request.args, self._archive.plan, self._archive.today())
        found = self._progress(wanted)
        return render_template(
            "progress.html",
            wanted=wanted,
            progress=found,
            chart=chart(found),
            size=(WIDTH, HEIGHT),
            today=self._archive.today(),
        )

    def progress_json(self) -> Response:
        return jsonify(progress_json(self._progress(self._slots())))

    def progress_csv(self) -> Response:
        text = tables.BOM + tables.table(PROGRESS_COLUMNS, progress_lines(self._progress(self._slots())))
        headers = {"Content-Disposition": "attachment; filename=perkembangan.csv"}
        return Response(text, mimetype="text/csv", headers=headers)

    def _progress(self, wanted: filters.GapFilter) -> Progress:
        archive, documents = self._archive, self._archive.documents()
        report = wanted.select(archive.gaps(wanted.on))
        return progress(report, documents, archive.standing.entries(), archive.seen.days(documents, archive.now()))

    def _slots(self) -> filters.GapFilter:
        wanted = filters.gap_filter(request.args, self._archive.plan, self._archive.today())
        filters.refuse(wanted.problems)
        return wanted

    def _asked(self, days: int) -> Agenda:
        """Return the agenda that a program asks for; raises `UsageError` for a filter that makes no sense."""
        wanted = self._wanted(days)
        filters.refuse(wanted.problems)
        whole = self._whole(wanted)
        return agendas.of_person(whole, wanted.person) if wanted.person else whole

    def _whole(self, wanted: Wanted) -> Agenda:
        report = wanted.slots.select(self._archive.gaps(wanted.slots.on))
        return agendas.agenda(report, self._archive.standing.decisions().person, wanted.days)

    def _wanted(self, days: int) -> Wanted:
        """Read `pada`, `area`, `komponen`, `status`, `teks`, `hari` and `orang`."""
        slots = filters.gap_filter(request.args, self._archive.plan, self._archive.today())
        text, problems = request.args.get("hari", "").strip(), slots.problems
        if text.isdecimal() and len(text) < 4 and int(text) <= agendas.YEAR:
            days = int(text)
        elif text:
            problems = (*problems, f"Jumlah hari «{text}» tidak dikenal. Tulis 0 sampai {agendas.YEAR}.")
        return Wanted(slots, days, request.args.get("orang", "").strip(), problems)
