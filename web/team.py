"""Who does what: persons in charge of the plan's parts, and what each person may decide."""

from flask import Flask, jsonify, render_template, request
from flask.wrappers import Response as FlaskResponse
from werkzeug.wrappers import Response

from web.desk import Desk, refused
from ziarchive.archive import Archive
from ziarchive.decisions import Appoint, Role
from ziarchive.wording import ROLES


def register(app: Flask, archive: Archive) -> None:
    """Add the team's addresses."""
    pages = Team(archive)
    app.add_url_rule("/tim", endpoint="team", view_func=pages.page)
    app.add_url_rule("/tim.json", endpoint="team_json", view_func=pages.twin)
    app.add_url_rule("/tim/peran", endpoint="do_appoint", view_func=pages.appoint, methods=["POST"])


class Team:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._desk = Desk(archive)

    def page(self) -> str:
        decisions = self._archive.standing.decisions()
        names = sorted({*decisions.roles, *decisions.in_charge.values()})
        return render_template("team.html", decisions=decisions, roles=ROLES, names=names)

    def twin(self) -> FlaskResponse:
        """Who is in charge of what, and the roles."""
        decisions = self._archive.standing.decisions()
        charged = [{"code": str(code), "person": who} for code, who in sorted(decisions.in_charge.items())]
        roles = [{"person": name, "role": str(role)} for name, role in decisions.roles.items()]
        return jsonify({"in_charge": charged, "roles": roles})

    def appoint(self) -> Response:
        """Give a person a role, or with an empty one take it."""
        person, role = request.form.get("nama", "").strip(), request.form.get("peran", "")
        if role and role not in ROLES:
            return refused("Peran itu tidak dikenal. Pilih dari daftar.")
        done = f"{person}: {ROLES[Role(role)]}." if role else f"Peran {person} dicabut."
        return self._desk.carry_out(done, Appoint(person, Role(role) if role else None))
