"""What the secretary looks after: people, the plan, and the settings of the server, which only its file can change."""

import json
from base64 import b64encode
from dataclasses import dataclass, fields

from flask import Flask, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from web import rights, sessions
from web.desk import Desk, refused
from web.settingwords import GROUPS
from ziarchive import accounts, people, printing
from ziarchive.archive import Archive
from ziarchive.decisions import Appoint, Role
from ziarchive.errors import SettingsInvalid, UsageError
from ziarchive.model import Plan
from ziarchive.settings import FILE_NAME, Settings
from ziarchive.wording import ROLES


@dataclass(frozen=True, slots=True)
class Line:
    """One setting as it stands, and what to write into the file to change it."""

    key: str
    words: object
    value: object
    toml: str
    own: bool
    """It is not what it would be without the file."""


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """The plan that the office works by."""

    plan: Plan
    name: str
    """As the settings call it."""
    components: int
    indicators: int
    requirements: int


def register(app: Flask, archive: Archive) -> None:
    """Add the addresses; all of them are the secretary's."""
    pages = SettingsPage(archive)
    app.add_url_rule("/pengaturan", endpoint="settings", view_func=pages.page)
    for address, endpoint, view in (
        ("/pengaturan/orang", "do_user_add", pages.add),
        ("/pengaturan/sandi", "do_user_password", pages.password),
        ("/pengaturan/keluarkan", "do_user_remove", pages.remove),
    ):
        app.add_url_rule(address, endpoint=endpoint, view_func=view, methods=["POST"])


class SettingsPage:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._desk = Desk(archive)

    def page(self) -> str:
        rights.require(Appoint)
        settings = self._archive.settings
        lines = [(title, [line(settings, key, words) for key, words in keys.items()]) for title, keys in GROUPS.items()]
        head, trouble = self._letterhead()
        return render_template(
            "settings.html",
            listed=accounts.listed(self._archive),
            roles=ROLES,
            standing=self._archive.standing.decisions().roles,
            shortest=people.SHORTEST,
            longest=people.LONGEST,
            facts=facts(self._archive.plan, settings),
            groups=lines,
            settings_file=settings.home / FILE_NAME,
            home=settings.home,
            soon=settings.soon_days,
            head=head,
            logo=b64encode(head.logo.png).decode() if head and head.logo else "",
            trouble=trouble,
        )

    def add(self) -> Response:
        """Let somebody in, with a role and the first password, which the secretary types and tells them."""
        name, role = request.form.get("nama", ""), request.form.get("peran", "")
        if role and role not in ROLES:
            return refused(_("Peran itu tidak dikenal. Pilih dari daftar."))
        given, who = Role(role) if role else None, sessions.signer()
        again = url_for("settings", nama=name[: sessions.NAME_LENGTH], peran=role, _anchor="orang")
        return self._desk.do(lambda: self._added(name, given, who), who, again=again)

    def password(self) -> Response:
        """Give somebody else another password."""
        name, who = request.form.get("nama", ""), sessions.signer()
        return self._desk.do(lambda: self._changed(name), who)

    def remove(self) -> Response:
        """Let somebody in no more."""
        name, who = request.form.get("nama", ""), sessions.signer()
        return self._desk.do(lambda: self._removed(name, who), who)

    def _added(self, name: str, role: Role | None, who: str) -> str:
        given = accounts.add(self._archive, name, role, who, _typed)
        return str(_("%(name)s sekarang dapat masuk, sebagai %(role)s.", name=people.tidy(name), role=ROLES[given]))

    def _changed(self, name: str) -> str:
        kept = accounts.change(self._archive, name, _typed)
        return str(_("Kata sandi %(name)s diganti. Ia harus masuk lagi.", name=kept))

    def _removed(self, name: str, who: str) -> str:
        return str(_("%(name)s tidak dapat masuk lagi.", name=accounts.remove(self._archive, name, who)))

    def _letterhead(self) -> tuple[printing.Letterhead | None, str]:
        """Return the letterhead, or why it cannot be made."""
        try:
            return printing.letterhead(self._archive), ""
        except SettingsInvalid as error:
            return None, error.message


def line(settings: Settings, key: str, words: object) -> Line:
    """Return one setting as it stands."""
    found = next(each for each in fields(Settings) if each.metadata and each.metadata["key"] == key)
    value = getattr(settings, found.name)
    table, _dot, name = key.rpartition(".")
    written = f"{name} = {_toml(value)}"
    return Line(key, words, _said(value), f"[{table}]\n{written}" if table else written, value != found.default)


def facts(plan: Plan, settings: Settings) -> PlanFacts:
    """Count what the plan holds."""
    components, indicators, items = plan.components(), plan.indicators(), plan.requirements()
    return PlanFacts(plan, settings.plan, len([*components]), len([*indicators]), len([*items]))


def _typed() -> str:
    """Return the password of the form; raises `UsageError` when it was typed in two ways."""
    if request.form.get("sandi", "") != request.form.get("ulang", ""):
        raise UsageError(_("Kedua kata sandi tidak sama. Ketik lagi."))
    return request.form.get("sandi", "")


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)


def _said(value: object) -> object:
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    return value if value != "" else _("(kosong)")
