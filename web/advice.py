"""The page of weak evidence, its JSON twin, and what document and slot pages ask about theirs.

A page waits a moment only for texts to be read: what is left is said, and read when it is asked again.
"""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import Flask, g, jsonify, render_template, request
from werkzeug.wrappers import Response

from web import filters, sessions, viewing
from web.desk import Desk, refused
from web.display import telling
from web.lists import paged
from ziarchive import advice as advices
from ziarchive import rulings
from ziarchive.advice import WEAKNESSES, Advice, Advised, Narrowing, Weakness
from ziarchive.advising import Advising
from ziarchive.archive import Archive
from ziarchive.decisions import Dismissal, Role
from ziarchive.errors import NotAllowed
from ziarchive.gaps import SlotStatus

PATIENCE = 3.0
"""Seconds that the page of weak evidence may take for reading texts."""
BESIDE = 0.3
"""The same for a page that is about something else."""


UNKNOWN = "Saran itu tidak ada lagi, atau berkasnya masih dibaca. Muat ulang halaman, lalu ulangi."


def register(app: Flask, archive: Archive) -> None:
    """Add the addresses, and `advice_of_document(id)` and `advice_of_slot(status)` for templates."""
    pages = Weak(archive)
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
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._desk = Desk(archive)
        self._advising = viewing.Each(archive, Advising)

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
        keys, reason = [key for key in request.form.getlist("saran") if key], request.form.get("alasan", "").strip()
        if g.get("role") is Role.IN_CHARGE and (why := self._foreign(keys)):
            return refused(why)
        said = "Saran diabaikan." if reason else "Saran ditampilkan lagi."
        return self._desk.carry_out(said, *(Dismissal(key, reason) for key in keys))

    def _foreign(self, keys: Sequence[str]) -> str:
        """Return why advice is not for who is before the page to dismiss: its key alone does not tell whose it is."""
        found = self._advising().on(self._archive.today(), hurry_after(PATIENCE))
        codes = {each.key: each.code for each in found.all}
        if not codes.keys() >= {*keys}:
            return UNKNOWN
        try:
            rulings.in_charge({codes[key] for key in keys}, sessions.signer(), self._archive.standing.decisions())
        except NotAllowed as error:
            return str(error)
        return ""

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


def hurry_after(seconds: float) -> Callable[[], bool]:
    """Return what says, once so many seconds have passed from now, that time is up."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


def _kind(text: str) -> tuple[Weakness | None, tuple[str, ...]]:
    if not text or text in list(Weakness):
        return (Weakness(text) if text else None), ()
    offered = ", ".join(f"{kind} ({label})" for kind, label in WEAKNESSES.items())
    return None, (f"Jenis saran «{text}» tidak dikenal. Yang ada: {offered}.",)
