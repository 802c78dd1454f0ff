"""How pages look to one visitor: light, dark, or as their system has it.

The choice is a cookie of its own that outlives a login. The server writes it into the page, so nothing flashes.
"""

from collections.abc import Mapping

from flask import Flask, request
from flask_babel import lazy_gettext as _
from werkzeug.wrappers import Response

from web.desk import back

COOKIE = "tema"
AUTO = "auto"
THEMES: Mapping[str, object] = {AUTO: _("Ikuti perangkat"), "light": _("Terang"), "dark": _("Gelap")}
_YEAR = 366 * 86400


def register(app: Flask) -> None:
    """Add the address of the switch, and what pages ask about their look."""
    app.add_url_rule("/tampilan", endpoint="do_theme", view_func=choose, methods=["POST"])
    app.jinja_env.globals |= {"theme": theme, "THEMES": THEMES}


def theme() -> str:
    """Return what this visitor chose."""
    kept = request.cookies.get(COOKIE, AUTO)
    return kept if kept in THEMES else AUTO


def choose() -> Response:
    """Remember the look that is asked for, and lead back."""
    wanted, answer = request.form.get("tema", ""), back()
    if wanted in THEMES:
        secure = request.is_secure
        answer.set_cookie(COOKIE, wanted, max_age=_YEAR, secure=secure, httponly=True, samesite="Lax")
    return answer
