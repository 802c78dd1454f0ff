"""Who sits before the page, and forms that only our own pages can send.

A session holds the name that decisions are made under and a token against forged forms (Flask-WTF). Its
cookie is signed with a key that lies beside the index: on this machine only, made when it is missing.
"""

import os
from pathlib import Path
from secrets import token_bytes

from flask import Flask, session
from flask_wtf.csrf import CSRFProtect

KEY_BYTES = 32
FORM_BYTES = 1_000_000
"""The largest form; nobody types more."""
NAME_LENGTH = 80


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
    CSRFProtect(app)
    app.context_processor(lambda: {"who": who()})


def who() -> str:
    """Return the name of who sits before the page; empty until they said it."""
    return str(session.get("who", ""))


def is_called(name: str) -> None:
    """Remember the name of who sits before the page."""
    session["who"] = name[:NAME_LENGTH]


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
