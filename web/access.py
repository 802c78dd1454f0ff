"""The log of views and downloads: what is noted of each answer, and the page on which the secretary reads it.

What each address hands out of documents stands in a table here; everything that is handed out as a file besides is
an export. What it shows besides its own address (`shown`) a page says itself.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from flask import Flask, Response, g, jsonify, render_template, request
from flask_babel import lazy_gettext as _

from web import filters, rights, sessions, viewing
from web.lists import paged
from ziarchive.accesslog import MONTHS, AccessLog, Act, Look
from ziarchive.archive import Archive
from ziarchive.decisions import Appoint
from ziarchive.errors import ZiArchiveError
from ziarchive.model import Document, Period
from ziarchive.naming import periods
from ziarchive.naming.periodforms import month

ACTS: Mapping[str, Act] = {
    "document": Act.VIEW,
    "page_picture": Act.VIEW,
    "excerpt": Act.TEXT,
    "file": Act.OPEN,
    "api.document": Act.VIEW,
    "api.pages": Act.TEXT,
    "api.file": Act.OPEN,
}
"""What an answer about one document hands out of it, by endpoint; a file that is an attachment is a download."""
WORDS: Mapping[Act, Any] = {
    Act.VIEW: _("melihat"),
    Act.TEXT: _("membaca teks"),
    Act.OPEN: _("membuka berkas"),
    Act.DOWNLOAD: _("mengunduh"),
    Act.EXPORT: _("mengunduh daftar atau laporan"),
}
_ANSWERED = frozenset((200, 206, 304))
"""Whole, in part, or what the browser has already."""


def register(app: Flask, archive: Archive) -> None:
    """Note every answer that hands something out, and add the addresses of the log."""
    pages = Access(archive)
    app.after_request(pages.note)
    app.add_url_rule("/riwayat/akses", endpoint="access", view_func=pages.page)
    app.add_url_rule("/riwayat/akses.json", endpoint="access_json", view_func=pages.twin)
    app.jinja_env.globals["access_trouble"] = lambda: pages.log.trouble
    app.jinja_env.filters["act"] = WORDS.__getitem__


def shown(document: Document) -> None:
    """Say that the answer shows a document that its address does not name."""
    g.shown = document


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for."""

    who: str
    document: str
    """Part of its path, or its id."""
    act: Act | None
    days: Period
    page: int
    problems: tuple[str, ...]

    def wants(self, look: Look) -> bool:
        return (
            (not self.who or self.who.casefold() in look.who.casefold())
            and (not self.document or self.document == look.id or self.document.casefold() in look.name.casefold())
            and self.act in (None, look.act)
        )


class Access:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.log = AccessLog.of(archive.settings)

    def note(self, response: Response) -> Response:
        """Write down what an answer hands out; never fails."""
        if request.method == "GET" and response.status_code in _ANSWERED:
            with suppress(ZiArchiveError):  # the answer is there; what is wrong the next page says
                if look := self._look(response):
                    self.log.note(look)
        return response

    def page(self) -> str:
        wanted = self._wanted()
        looks = self._looks(wanted)
        return render_template(
            "access.html",
            wanted=wanted,
            found=paged(looks, wanted.page),
            months=[(each, month(int(each[:4]), int(each[5:]))) for each in self.log.months()],
            acts=WORDS,
            kept=MONTHS,
            document=self._archive.document,
        )

    def twin(self) -> Response:
        wanted = self._wanted()
        filters.refuse(wanted.problems)
        return jsonify(
            [
                {
                    "at": each.at.isoformat(),
                    "who": each.who,
                    "act": str(each.act),
                    "path": each.name,
                    "id": each.id or None,
                }
                for each in self._looks(wanted)
            ]
        )

    def _looks(self, wanted: Wanted) -> Sequence[Look]:
        """Return what the secretary asks for."""
        rights.require(Appoint)
        return [look for look in self.log.looks(wanted.days.start, wanted.days.end) if wanted.wants(look)]

    def _wanted(self) -> Wanted:
        """Read `oleh`, `dokumen`, `apa`, `tanggal` and `halaman`; without days those of this month are meant."""
        today, asked = self._archive.today(), {name: value.strip() for name, value in request.args.items()}
        turned, problems = filters.page_filter(request.args), list[str]()
        days, act = asked.get("tanggal", ""), asked.get("apa", "")
        if days and not periods.parse(days):
            problems.append(f"Tanggal «{days}» tidak dikenal. Tulis misalnya 2024-07-01 atau 2024-07.")
        if act and act not in WORDS:
            problems.append(f"«{act}» tidak dikenal. Yang ada: {', '.join(WORDS)}.")
        return Wanted(
            asked.get("oleh", ""),
            asked.get("dokumen", ""),
            Act(act) if act in WORDS else None,
            periods.parse(days) or month(today.year, today.month),
            turned.page,
            (*turned.problems, *problems),
        )

    def _look(self, response: Response) -> Look | None:
        taken = "attachment" in response.headers.get("Content-Disposition", "")
        act = ACTS.get(str(request.endpoint))
        document = g.get("shown") or (self._named() if act else None)
        at, who = self._archive.now(), sessions.who()
        if document:
            act = Act.DOWNLOAD if taken else act or Act.VIEW
            return Look(at, who, act, document.path, document.id)
        return Look(at, who, Act.EXPORT, request.path) if taken else None

    def _named(self) -> Document | None:
        return viewing.whole(self._archive).document(str((request.view_args or {}).get("id", "")))
