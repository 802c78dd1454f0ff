"""The page of weak evidence, its JSON twin, and what document and slot pages ask about theirs.

A page waits a moment only for texts to be read: what is left is said, and read when it is asked again.
"""

from collections import Counter
from dataclasses import dataclass

from flask import Flask, jsonify, render_template, request
from werkzeug.wrappers import Response

from web import filters
from web.desk import Desk, refused
from web.display import telling
from web.lists import paged
from web.own import PATIENCE, Own, hurry_after
from ziarchive import advice as advices
from ziarchive.advice import WEAKNESSES, Advice, Advised, Narrowing, Weakness
from ziarchive.archive import Archive
from ziarchive.decisions import Dismissal
from ziarchive.errors import ZiArchiveError
from ziarchive.gaps import SlotStatus

BESIDE = 0.3
"""Seconds that a page that is about something else may take for reading texts."""


def register(app: Flask, archive: Archive, own: Own) -> None:
    """Add the addresses, and `advice_of_document(id)` and `advice_of_slot(status)` for templates."""
    pages = Weak(archive, own)
    app.add_url_rule("/saran-mutu", endpoint="advice", view_func=pages.page)
    app.add_url_rule("/saran-mutu.json", endpoint="advice_json", view_func=pages.twin)
    app.add_url_rule("/bukti-lemah/abaikan", endpoint="do_dismiss", view_func=pages.dismiss, methods=["POST"])
    app.jinja_env.filters |= telling(weakness=WEAKNESSES.__getitem__)
    app.jinja_env.globals |= {"advice_of_document": pages.of_document, "advice_of_slot": pages.of_slot}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the page is asked for."""

    slots: filters.GapFilter
    kind: Weakness | None
    dismissed: bool
    page: int
    problems: tuple[str, ...]
    """One sentence for each filter that was left out."""

    @property
    def narrowing(self) -> Narrowing:
        return Narrowing(self.slots.component or self.slots.area, self.kind, self.dismissed)


class Weak:
    def __init__(self, archive: Archive, own: Own) -> None:
        self._archive = archive
        self._desk = Desk(archive)
        self._own, self._advising = own, own.advising

    def page(self) -> str:
        wanted = self._wanted()
        found = self._advising().on(wanted.slots.on, hurry_after(PATIENCE))
        chosen = wanted.narrowing.select(found.all)
        return render_template(
            "advice.html",
            wanted=wanted,
            found=paged(chosen, wanted.page),
            counts=Counter(each.kind for each in Narrowing(wanted.narrowing.within).select(found.all)),
            dismissed=sum(bool(each.dismissed) for each in found.all),
            pending=found.pending,
            kinds=WEAKNESSES,
            document=self._archive.document,
            today=self._archive.today(),
        )

    def twin(self) -> Response:
        """All advice that is asked for, however long reading takes."""
        wanted = self._wanted()
        filters.refuse(wanted.problems)
        found = self._advising().on(wanted.slots.on)
        chosen = wanted.narrowing.select(found.all)
        documents = {each.id: each for each in self._archive.documents()}
        return jsonify(advices.as_json(self._archive.plan, chosen, found.pending, documents))

    def dismiss(self) -> Response:
        """Let an advice rest, with a reason; an empty reason brings it back."""
        reason = request.form.get("alasan", "").strip()
        made = [Dismissal(key, reason) for key in request.form.getlist("saran") if key]
        try:
            self._own.require(made)
        except ZiArchiveError as error:
            return refused(str(error))
        return self._desk.carry_out("Saran diabaikan." if reason else "Saran ditampilkan lagi.", *made)

    def of_document(self, id: str) -> tuple[Advice, ...]:
        return advices.of_document(self._beside().all, id)

    def of_slot(self, status: SlotStatus) -> tuple[Advice, ...]:
        return advices.of_slot(self._beside().all, status)

    def _beside(self) -> Advised:
        return self._advising().on(self._archive.today(), hurry_after(BESIDE))

    def _wanted(self) -> Wanted:
        """Read `pada`, `area`, `komponen`, `jenis`, `diabaikan` and `halaman`."""
        slots = filters.gap_filter(request.args, self._archive.plan, self._archive.today())
        turned = filters.page_filter(request.args)
        kind, problems = _kind(request.args.get("jenis", "").strip())
        dismissed = bool(request.args.get("diabaikan"))
        return Wanted(slots, kind, dismissed, turned.page, (*slots.problems, *turned.problems, *problems))


def _kind(text: str) -> tuple[Weakness | None, tuple[str, ...]]:
    if not text or text in list(Weakness):
        return (Weakness(text) if text else None), ()
    offered = ", ".join(f"{kind} ({label})" for kind, label in WEAKNESSES.items())
    return None, (f"Jenis saran «{text}» tidak dikenal. Yang ada: {offered}.",)
