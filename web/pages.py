"""The five pages: each view asks the archive one question and shows the answer."""

from collections import Counter
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from flask import Flask, abort, g, render_template, request
from werkzeug.wrappers import Response

from web import facets, files, filters, hits, months, outline, suggestions, viewing
from web.display import clock
from web.lists import kinds, page_of, paged, results, select
from web.own import own_part
from ziarchive import gaps, moving, telling
from ziarchive.archive import Archive
from ziarchive.explanation import pages_of
from ziarchive.gaps import GapReport
from ziarchive.model import Document
from ziarchive.naming.periodforms import month
from ziarchive.placing import certain
from ziarchive.reports import Status

SIMILAR = 5
"""How many similar documents stand beside one."""
LATELY = timedelta(hours=1)
"""So long every search says that the index was mended."""


def register(app: Flask, archive: Archive) -> None:
    """Add the pages' addresses and what every page shows around its content."""
    pages = Pages(archive)
    app.add_url_rule("/", view_func=pages.gaps)
    app.add_url_rule("/cari", view_func=pages.search)
    app.add_url_rule("/dokumen", view_func=pages.documents)
    app.add_url_rule("/dokumen/<id>", view_func=pages.document)
    app.add_url_rule("/dokumen/<id>/berkas", view_func=pages.file)
    hits.register(app, archive)
    app.add_url_rule("/kotak-masuk", view_func=pages.inbox)
    app.add_url_rule("/status", view_func=pages.status)
    app.context_processor(pages.surroundings)


class Pages:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._inbox = viewing.Each(archive, lambda seen: suggestions.Inbox(seen.plan))

    def surroundings(self) -> dict[str, Any]:
        """The office, how many files wait for a person, and why the numbers may be old.

        An error page asks the archive nothing: it may be what failed.
        """
        always = {"plan": self._archive.plan, "archive_folder": self._archive.settings.archive_shown}
        if "failed" in g:
            return always
        status = self._archive.status()
        return always | {
            "fresh": not status.documents,
            "waiting": status.inbox,
            "scans_waiting": status.scans,
            "held": status.trouble or status.hold_why,
            "healed": _lately(status, self._archive.now()),
        }

    def gaps(self) -> str:
        wanted = filters.gap_filter(request.args, self._archive.plan, self._archive.today())
        report = self._archive.gaps(wanted.on)
        shown = wanted.select(report)
        return render_template(
            "gaps.html",
            wanted=wanted,
            report=report,
            shown=len(shown.slots),
            matrix=outline.matrix(report),
            areas=outline.closed(shown) if _too_many(shown, wanted) else outline.outline(shown),
            due_months=[month(report.plan.year, number) for number in months.MONTHS],
            early=gaps.early(report),
            today=self._archive.today(),
            year_days=_days_of(report.plan.year, wanted.on),
        )

    def search(self) -> str:
        wanted = filters.search_filter(request.args)
        found = results(self._archive.search, wanted) if wanted.text else None
        offered = sorted({item.kind for item in self._archive.plan.requirements()})
        return render_template(
            "search.html",
            wanted=wanted,
            found=found,
            kinds=offered,
            searches=self._archive.standing.decisions().searches,
            groups=facets.groups(found.report, self._archive.plan) if found else (),
            chosen=facets.chosen(found.report) if found else (),
            lacking=self._archive.finder.lacking(wanted.text) if wanted.lacking and wanted.text else None,
        )

    def documents(self) -> str:
        wanted = filters.document_filter(request.args, self._archive.plan).told(self._today)
        documents = self._archive.documents()
        found = paged(select(documents, wanted), wanted.page)
        return render_template("documents.html", wanted=wanted, found=found, kinds=kinds(documents))

    def document(self, id: str) -> str:
        document, archive = self._known(id), self._archive
        pages, shown = pages_of(archive.text(document)), files.shown_now(archive, document)
        return render_template(
            "document.html",
            document=document,
            found=paged(pages, filters.page_filter(request.args).page),
            led=hits.led(archive, document, request.args),
            scans=hits.scans(pages),
            shown_as=shown,
            viewer=hits.viewer(document, shown),
            requirements=outline.requirements(archive.plan, document.placement.codes),
            uncounted=gaps.uncounted(archive.plan, [document]).get(id, ()),
            similar=archive.finder.similar(document, SIMILAR),
            same=archive.finder.same(document),
            trouble=archive.finder.trouble(document),
            given=archive.standing.decisions().given(document.sha256),
            proposed=moving.proposed(archive, document) if archive.settings.rename else "",
            earlier=archive.before().get(id),
            seen=archive.seen.days([document], archive.now())[id],
            told=telling.told(telling.about(archive.standing.entries(), document), [document]),
        )

    def file(self, id: str) -> Response:
        return files.send(self._archive, self._known(id))

    def inbox(self) -> str:
        wanted = filters.page_filter(request.args)
        rows = self._inbox().rows(self._archive.documents())
        page = page_of((row.document.id for row in rows), wanted.file) or wanted.page
        found = paged(rows, page)
        groups = [(group, list(each)) for group, each in groupby(found.items, key=lambda row: row.group)]
        sizes = Counter(row.group for row in rows)
        best, own = (certain(row.document.placement) for row in rows), own_part(self._archive)
        sure = sum(each is not None and own(each.code) for each in best)
        return render_template("inbox.html", wanted=wanted, found=found, groups=groups, sizes=sizes, sure=sure)

    def status(self) -> str:
        wanted, status = filters.page_filter(request.args), self._archive.status()
        return render_template(
            "status.html",
            wanted=wanted,
            status=status,
            rejected=paged(status.rejected, wanted.page),
            index=self._archive.healer.words(),
            untold=self._archive.own_words.current().problems,
            now=self._archive.now(),
        )

    def _today(self) -> GapReport:
        return self._archive.gaps(self._archive.today())

    def _known(self, id: str) -> Document:
        return self._archive.document(id) or abort(404)


def _too_many(shown: GapReport, wanted: filters.GapFilter) -> bool:
    """Tell whether a page would hold too much; one component is shown whole."""
    return len(shown.slots) > outline.MOST and not wanted.component


def _lately(status: Status, now: datetime) -> str:
    """Say what the search index lacked until a while ago; empty when that is long past."""
    at = status.healed_at
    if not at or now - at > LATELY:
        return ""
    return f"Indeks pencarian dipulihkan {clock(at)}: {status.healed}. Ulangi pencarian yang dijawab sebelum itu."


def _days_of(year: int, on: date) -> tuple[date, ...]:
    """Return days within the plan's year that are worth a look: the same day, and the year's end."""
    day = min(on.day, 28) if on.month == 2 else on.day
    return (date(year, on.month, day), date(year, 12, 31))
