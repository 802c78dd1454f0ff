"""Carries out what a form asks for, says what was done, and leads back to the page it came from."""

from collections.abc import Callable, Iterable
from secrets import token_hex

from flask import flash, redirect, request, url_for
from werkzeug.wrappers import Response

from web import sessions, viewing
from ziarchive import moving
from ziarchive.archive import Archive
from ziarchive.decisions import Decision, Renamed
from ziarchive.decisions.undone import kept, undo
from ziarchive.errors import ZiArchiveError

LATER = " Tempatnya diperbarui sebentar lagi."
NOTHING_TO_UNDO = (
    "Tidak ada yang dapat dibatalkan: sudah dibatalkan, sudah diputuskan lain sesudahnya, atau penilaian orang lain."
)
PARTLY = "{} keputusan dibatalkan; {} lainnya tetap, karena sudah diputuskan lain sesudahnya atau penilaian orang lain."
SAID_LENGTH = 600
"""Words travel in the cookie, and browsers drop a cookie beyond 4 KB."""


class Desk:
    """Where decisions of the site are made."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def carry_out(self, done: str, *decisions: Decision, lead: Callable[[], str] | None = None) -> Response:
        """Write the decisions down as one batch, which the next page offers to undo.

        `lead` tells where to go when all went well; else the form does.
        """
        batch = token_hex(8)
        if not decisions:
            return refused("Belum ada yang diisi atau dipilih. Isi dahulu, lalu kirim lagi.")
        if not self._decide(done, decisions, batch):
            return back()
        flash(batch, "batch")
        return redirect(lead(), 303) if lead else back()

    def undo(self, allow: Callable[[Iterable[Decision]], None]) -> Response:
        """Take the batch named in the form back, unless `allow` raises at what that decides."""
        batch, name = request.form.get("kelompok", ""), sessions.signer()
        entries = viewing.undoable(self._archive)
        decisions = undo(entries, batch, name)
        if any(each.batch == batch and isinstance(each.decision, Renamed) for each in entries):
            return self.do(lambda: f"{moving.undo(self._archive, entries, batch, name)} berkas dikembalikan.", name)
        if not decisions:
            return refused(NOTHING_TO_UNDO)
        try:
            allow(decisions)
        except ZiArchiveError as error:
            return refused(str(error))
        left = kept(entries, batch, name)
        self._decide(PARTLY.format(len(decisions), left) if left else "Dibatalkan.", decisions, "")
        return back()

    def do(self, work: Callable[[], str], name: str, batch: str = "", again: str = "") -> Response:
        """Do what returns a word of what was done, under a name; tell what goes wrong. A batch can be undone.

        `again` is where to go when it went wrong, with what was typed; else the form tells.
        """
        try:
            flash(work(), "good")
            sessions.is_called(name)
            if batch:
                flash(batch, "batch")
        except ZiArchiveError as error:
            flash(_brief(str(error)), "bad")
            return redirect(again, 303) if again else back()
        return back()

    def _decide(self, done: str, decisions: tuple[Decision, ...], batch: str) -> bool:
        name = sessions.signer()
        try:
            at_once = self._archive.decide(name, *decisions, batch=batch)
        except ZiArchiveError as error:
            flash(_brief(str(error)), "bad")
            return False
        sessions.is_called(name)
        flash(_brief(done) if at_once else _brief(done) + LATER, "good")
        return True


def refused(why: str) -> Response:
    """Say why nothing was done, and lead back."""
    flash(_brief(why), "bad")
    return back()


def _brief(said: str) -> str:
    return said if len(said) <= SAID_LENGTH else said[:SAID_LENGTH] + "…"


def back() -> Response:
    """Lead to the page that the form names, on this site only; else to the first page."""
    wanted = request.form.get("lanjut", "")
    return redirect(wanted if ours(wanted) else url_for("gaps"), 303)


def ours(address: str) -> bool:
    """Tell whether an address that a visitor brought leads to this site, for every browser's reading of it."""
    return address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
