"""Who sits before the page, and forms that only our own pages can send.

A session holds the name that decisions are made under and a token against forged forms (Flask-WTF); of who
logged in besides, since when. Its cookie is signed with a key that lies beside the index: on this machine
only, made when it is missing.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from secrets import token_bytes
from typing import Any

from flask import Flask, g, request, session
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import CSRFProtect

KEY_BYTES = 32
FORM_BYTES = 1_000_000
"""The largest form; nobody types more."""
NAME_LENGTH = 80
LONGEST, IDLE = 12 * 3600.0, 2 * 3600.0
"""Seconds until a login is over: since it began, and since the last page."""
BY_ITSELF = "Ziarchive-Live"
"""The header of what open pages ask by themselves."""
FOLLOWING = frozenset(("changes", "changes_json", "running"))
"""The endpoints that nothing but open pages asks."""
_BACK = 300.0
"""So far a clock may be put back; further, and a session would live as long as the clock was wrong."""
_TOUCH = 60.0
"""Seconds between two notes of when a page was last asked for: each is a new cookie."""


class Cookies(SecureCookieSessionInterface):
    """Signed cookies that never leave an encrypted connection they were given on."""

    def get_cookie_secure(self, app: Flask) -> bool:
        return request.is_secure


def register(app: Flask, folder: Path) -> None:
    """Give the app sessions; `folder` is where the key lies."""
    app.config.update(
        SECRET_KEY=_key(folder / "session.key"),
        SESSION_COOKIE_NAME="ziarchive",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=FORM_BYTES,
        WTF_CSRF_TIME_LIMIT=None,  # a page may stay open all day; the session's own token is what counts
        WTF_CSRF_SSL_STRICT=False,  # that check wants a Referer, which our pages do not send
    )
    app.session_interface = Cookies()
    CSRFProtect(app)
    app.context_processor(lambda: {"who": who()})


def who() -> str:
    """Return the name of who sits before the page; empty until they logged in, or said it where nobody has to."""
    return str(g.get("person") or ("" if "open" not in g else session.get("who", "")))


def signer() -> str:
    """Return the name that a form's decision is made under; only where nobody has to log in the form may say it."""
    return who() if "open" not in g else request.values.get("siapa", "").strip() or who()


def is_called(name: str) -> None:
    """Remember the name that somebody said who need not log in."""
    if "open" in g:
        session["who"] = name[:NAME_LENGTH]


def begin(name: str, epoch: str, id: str, now: float) -> None:
    """Begin the session of who just logged in; nothing of the one before stays, its form token neither."""
    forget()
    session.update(who=name, epoch=epoch, id=id, since=now, seen=now)


def forget() -> None:
    """Empty the session; only the language stays."""
    language = session.get("bahasa")
    session.clear()
    if language:
        session["bahasa"] = language


def by_itself() -> bool:
    """Tell whether an open page asks by itself, which is no sign that somebody sits before it."""
    return BY_ITSELF in request.headers or request.endpoint in FOLLOWING


def alive(held: Mapping[str, Any], now: float) -> bool:
    """Tell whether a session is a login that is not over by time."""
    since, seen = held.get("since", 0.0), held.get("seen", 0.0)
    return "epoch" in held and -_BACK < now - since < LONGEST and -_BACK < now - seen < IDLE


def touch(now: float) -> None:
    """Note that somebody asked for a page."""
    if not by_itself() and now - session["seen"] > _TOUCH:
        session["seen"] = now


def _key(file: Path) -> bytes:
    """Return the key, making it when there is none; only this system's user may read it."""
    try:
        found = file.read_bytes()
    except FileNotFoundError:
        found = b""
    if len(found) >= KEY_BYTES:
        return found
    key = token_bytes(KEY_BYTES)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
        stream.write(key)
    return key
