"""The language of pages: Indonesian first, English by a switch that the session remembers.

Only pages are translated. JSON, tables and papers of the office stay as they are, in Indonesian.
"""

from flask import Flask, request, session
from flask_babel import Babel, get_locale
from werkzeug.wrappers import Response

from web.desk import back
from web.told import told

LANGUAGES = {"id": "Bahasa Indonesia", "en": "English"}
_NO_PAGES = (".json", ".csv", ".txt", ".ics", ".pdf", ".docx", ".xlsx", ".html")
_SHOWN_ON_PAGES = frozenset(("suggestions_json", "do_upload", "changes_json", "do_make_json", "make_state"))
"""Answers in JSON that are words on a page."""


def register(app: Flask) -> None:
    """Choose the language of every request; to be called first, so that a refusal is in it too."""
    Babel(app, default_locale="id", default_translation_directories="locale", locale_selector=_chosen)
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.filters["told"] = told
    app.jinja_env.globals |= {"language": language, "LANGUAGES": LANGUAGES}
    app.add_url_rule("/bahasa", endpoint="do_language", view_func=switch, methods=["POST"])


def switch() -> Response:
    """Remember the language that is asked for, and lead back."""
    wanted = request.form.get("bahasa", "")
    session["bahasa"] = wanted if wanted in LANGUAGES else "id"
    return back()


def language() -> str:
    """Return the language of this request."""
    return str(get_locale() or "id")


def _chosen() -> str:
    if request.path.endswith(_NO_PAGES) and request.endpoint not in _SHOWN_ON_PAGES:
        return "id"
    kept = session.get("bahasa", "id")
    return kept if kept in LANGUAGES else "id"
