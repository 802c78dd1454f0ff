"""The forms by which the secretary restricts the evidence of a requirement to some roles, and opens it again."""

from flask import Flask, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from web.desk import Desk, refused
from ziarchive import secrecy
from ziarchive.archive import Archive
from ziarchive.decisions import Restrict, Role, Unrestrict
from ziarchive.model import Requirement
from ziarchive.wording import ROLES

OTHERS = tuple(role for role in Role if role is not Role.SECRETARY)
"""Who can be let in besides the secretary."""
UNKNOWN = "Kode bukti itu tidak ada dalam rencana. Buka halaman buktinya, lalu ulangi."


def register(app: Flask, archive: Archive) -> None:
    """Add the addresses, and what the page of a requirement shows around the forms."""
    forms = Restriction(archive)
    app.add_url_rule("/bukti/batasi", endpoint="do_restrict", view_func=forms.restrict, methods=["POST"])
    app.add_url_rule("/bukti/buka", endpoint="do_unrestrict", view_func=forms.lift, methods=["POST"])
    app.jinja_env.tests["sensitive"] = secrecy.sensitive
    app.jinja_env.globals["RESTRICTED_ROLES"] = {role: ROLES[role] for role in OTHERS}


class Restriction:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._desk = Desk(archive)

    def restrict(self) -> Response:
        """Let only the secretary and the chosen roles see the evidence."""
        item, chosen = self._named(), request.form.getlist("peran")
        if not item:
            return refused(UNKNOWN)
        if not all(role in OTHERS for role in chosen):
            return refused(_("Peran itu tidak dikenal. Pilih dari daftar."))
        roles = tuple(role for role in OTHERS if role in chosen)
        named = ", ".join(ROLES[role] for role in (Role.SECRETARY, *roles))
        done = _("%(code)s sekarang hanya terlihat oleh: %(roles)s.", code=item.code, roles=named)
        return self._desk.carry_out(done, Restrict(item.code, roles))

    def lift(self) -> Response:
        """Let everybody see the evidence again."""
        if not (item := self._named()):
            return refused(UNKNOWN)
        done = _("%(code)s terlihat lagi oleh semua yang masuk.", code=item.code)
        return self._desk.carry_out(done, Unrestrict(item.code))

    def _named(self) -> Requirement | None:
        wanted = request.form.get("kode", "")
        return next((item for item in self._archive.plan.requirements() if str(item.code) == wanted), None)
