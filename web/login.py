"""Logging in: who has to, who may come in, and until when.

While nobody has a password and only this machine can reach the site, everybody on it is in. Else every
address but the way in asks for a name and a password, whatever is registered later.
"""

from collections.abc import Callable, Mapping
from math import ceil
from secrets import token_hex
from typing import Any

from flask import Flask, abort, g, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from web import rights, sessions
from web.api import problems
from web.api.keys import Keys
from web.desk import ours
from web.left import NAME, Left
from web.throttle import Throttle
from ziarchive import people, rulings
from ziarchive.archive import Archive
from ziarchive.decisions import Decision, Role
from ziarchive.people import People, Person
from ziarchive.wording import ROLES

OPEN = frozenset(("login", "do_login", "do_language"))
STATIC = ("vendor/", "icon.svg", "theme.css", "login.css")
"""What the way in is made of."""
DATA = (".json", ".csv", ".txt", ".ics", ".pdf", ".docx", ".xlsx", ".html", ".png", ".svg", ".css", ".js", ".zip")
"""What addresses end in that are no pages: who asks for them is told, not led away."""
SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
WRONG = "Nama atau kata sandi salah. Periksa, lalu coba lagi."
NO_ROLE = "Anda belum diberi peran, jadi belum dapat masuk. Minta sekretaris menetapkannya pada halaman Tim."


def register(app: Flask, archive: Archive, exposed: bool) -> "Door":
    """Guard every request, and add the way in and out; to be called before what reads forms.

    `exposed` tells that other machines can reach the site, so that nobody is in without a password.
    """
    door = Door(archive, exposed)
    app.before_request(door.guard)
    app.add_url_rule("/masuk", endpoint="login", view_func=door.page)
    app.add_url_rule("/masuk", endpoint="do_login", view_func=door.enter, methods=["POST"])
    app.add_url_rule("/keluar", endpoint="do_logout", view_func=door.leave, methods=["POST"])
    app.context_processor(door.surroundings)
    app.jinja_env.globals["may"] = door.may
    return door


class Door:
    def __init__(self, archive: Archive, exposed: bool) -> None:
        self._archive = archive
        self._exposed = exposed
        self._people = People.of(archive.settings)
        self._throttle = Throttle()
        self._keys = Keys(archive)
        self._left = Left(archive.settings.index / NAME)

    def guard(self) -> Response | None:
        """Let a request pass whose sender is in and may send it."""
        if client := self._keys.client():
            g.inside, g.person, g.role, g.token = True, client.name, client.role, True
            _allow(client.role)
            return None
        if not self._closed():
            g.inside, g.open = True, True
            return None
        if person := self._visitor():
            g.inside, g.person, g.role = True, person.name, self._role(person)
            _allow(g.role)
            return None
        if request.endpoint in OPEN or _of_the_way_in():
            return None
        if request.endpoint == "file" or request.path.endswith(DATA) or problems.wanted() or sessions.by_itself():
            abort(401)
        return redirect(url_for("login", lanjut=_wanted()), 302 if request.method in SAFE else 303)

    def page(self) -> str | Response:
        """The page that asks for name and password."""
        return self._onward() if g.get("inside") else self._asking("")

    def enter(self) -> str | Response | tuple[str, int, dict[str, str]]:
        """Let in who knows a password; how long to wait is told before one is looked at."""
        if g.get("open"):
            return self._onward()
        name, password, now = request.form.get("nama", ""), request.form.get("sandi", ""), self._now()
        account, address = people.key(name), request.remote_addr or ""
        if wait := ceil(self._throttle.attempt(account, address, now)):
            said = f"Terlalu banyak percobaan yang salah. Tunggu {wait} detik, lalu coba lagi."
            return self._asking(said), 429, {"Retry-After": str(wait)}
        person = self._people.checked(name, password)
        if not person:
            return self._asking(WRONG), 401, {}
        self._throttle.succeeded(account, address, now)
        if not self._role(person):
            return self._asking(NO_ROLE), 403, {}
        sessions.begin(person.name, person.epoch, token_hex(16), now)
        return self._onward()

    def leave(self) -> Response:
        """End the session, and have the browser forget what it kept of pages."""
        if id := session.get("id"):
            self._left.add(str(id), self._now())
        sessions.forget()
        response = redirect(url_for("login"), 303)
        response.headers["Clear-Site-Data"] = '"cache"'
        return response

    def may(self, named: str | Decision) -> bool:
        """Tell whether who sits before the page may make a decision of this kind."""
        return bool(g.get("open")) or rulings.may(g.get("role"), rights.kind_of(named))

    def surroundings(self) -> dict[str, object]:
        """What pages show of who is in; asks nothing that could fail."""
        role = g.get("role")
        own = ROLES[role] if role else ""
        return {"inside": bool(g.get("inside")), "open_site": bool(g.get("open")), "own_role": own}

    def _closed(self) -> bool:
        return self._exposed or bool(self._people.all())

    def lasting(self) -> Callable[[], bool]:
        """Return what tells, in whatever thread and however late, whether who asks now would still be let in."""
        if g.get("open"):
            return lambda: not self._closed()
        held = dict(session)
        return lambda: self._holder(held) is not None

    def _visitor(self) -> Person | None:
        """Return whose session this is; None when nobody's."""
        person = self._holder(session)
        if person:
            sessions.touch(self._now())
        return person

    def _holder(self, held: Mapping[str, Any]) -> Person | None:
        """Return whose a session is; None when it is over, or its person is known or trusted no more."""
        if not sessions.alive(held, self._now()) or held.get("id") in self._left:
            return None
        person = self._people.find(str(held.get("who", "")))
        return person if person and person.epoch == held.get("epoch") and self._role(person) else None

    def _role(self, person: Person) -> Role | None:
        return self._archive.standing.decisions().roles.get(person.name)

    def _asking(self, said: str) -> str:
        return render_template("login.html", said=said, plan=self._archive.plan, next=request.values.get("lanjut", ""))

    def _onward(self) -> Response:
        wanted = request.values.get("lanjut", "")
        return redirect(wanted if ours(wanted) else url_for("dashboard"), 303)

    def _now(self) -> float:
        return self._archive.now().timestamp()


def _allow(role: Role | None) -> None:
    """Let a request go on that this role may send."""
    if request.method not in SAFE and request.endpoint and not rights.may_send(request.endpoint, role):
        abort(403)


def _of_the_way_in() -> bool:
    return request.endpoint == "static" and str((request.view_args or {}).get("filename", "")).startswith(STATIC)


def _wanted() -> str | None:
    """Return where to go after logging in: where the visitor wanted to, or where the form stood."""
    wanted = request.full_path.removesuffix("?") if request.method in SAFE else request.form.get("lanjut", "")
    return wanted if ours(wanted) and wanted != "/" else None
