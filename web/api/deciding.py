"""What the API decides: the same decisions as the forms of the site, under the name of the token's owner."""

from collections.abc import Callable
from secrets import token_hex

from flask import abort, g
from flask_babel import gettext as _

from web import viewing
from web.api import fields
from web.api.reading import known, required
from web.own import Own
from ziarchive.archive import Archive
from ziarchive.decisions import Dated, Decision, Link, Note, Outcome, Unwaive, Verdict, Waiver
from ziarchive.decisions.undone import undo
from ziarchive.errors import UsageError
from ziarchive.model import Code, Period
from ziarchive.shapes import Json


class Deciding:
    def __init__(self, archive: Archive, own: Own) -> None:
        """`archive` is what the visitor of each request may see (`viewing`)."""
        self._archive, self._own = archive, own

    def place(self, said: Json, id: str) -> Json:
        """Say which requirements a file counts for."""
        document, period = known(self._archive, id), fields.period(said["period"])
        codes = tuple(dict.fromkeys(map(Code.of, said["codes"])))
        dated = (Dated(document.sha256, period),) if period else ()
        return self._decide(Link(document.sha256, codes), *dated)

    def confirm(self, said: Json, id: str) -> Json:
        """Say that a suggestion for a file is right."""
        document, code = known(self._archive, id), Code.of(said["code"])
        if code not in [each.code for each in document.placement.suggestions]:
            raise UsageError(_("%(code)s bukan saran untuk berkas ini. Lihat sarannya lagi.", code=code))
        return self._decide(Link(document.sha256, (code,)))

    def date(self, said: Json, id: str) -> Json:
        """Say which period a file is of."""
        return self._decide(Dated(known(self._archive, id).sha256, fields.period(said["period"])))

    def waive(self, said: Json, code: str) -> Json:
        """Let a slot not apply, with the reason."""
        return self._of_slot(said, code, lambda code, period: Waiver(code, period, said["reason"]))

    def unwaive(self, said: Json, code: str) -> Json:
        """Let a slot apply again."""
        return self._of_slot(said, code, lambda code, period: Unwaive(code, period, said["reason"]))

    def note(self, said: Json, code: str) -> Json:
        """Write a remark on a slot; an empty text takes it away."""
        return self._of_slot(said, code, lambda code, period: Note(code, period, said["text"].strip()))

    def judge(self, said: Json, code: str) -> Json:
        """Give a verdict on a document for a requirement, bound to the content that was looked at."""
        item, document = required(self._archive, code), known(self._archive, said["document"])
        outcome, note = Outcome(said["outcome"]), said["note"].strip()
        if document.sha256 != said["sha256"]:
            raise UsageError(_("Isi berkas ini sudah berubah. Lihat lagi, lalu nilai."))
        return self._decide(Verdict(document.sha256, item.code, outcome, note, document.path, said["final"]))

    def undo(self, said: Json) -> Json:
        """Take back what was decided in one go; what somebody decided anew since stays."""
        decisions = undo(viewing.undoable(self._archive), said["batch"], g.person)
        if not decisions:
            raise UsageError(_("Tidak ada yang dapat dibatalkan dari keputusan ini."))
        self._own.require(decisions)
        return self._decide(*decisions)

    def _of_slot(self, said: Json, code: str, made: Callable[[Code, Period | None], Decision]) -> Json:
        item = required(self._archive, code)
        return self._decide(made(item.code, fields.period(said["period"])))

    def _decide(self, *decisions: Decision) -> Json:
        batch = token_hex(8)
        return {"batch": batch, "at_once": self._archive.decide(g.person, *decisions, batch=batch)}


def refuse_without_token() -> None:
    """End a request that would decide something on the strength of a cookie, or of an open site: others can send it."""
    if "token" not in g:
        abort(403, _("Untuk memutuskan lewat API perlu token. Dengan peramban, pakailah halaman situs."))
