"""The site: pages in Indonesian over one archive, rendered on the server, readable without JavaScript.

`create_app` is the whole interface. The site asks `Archive`, and what people decide on it goes to the
ledger; it knows none of the edges.
"""

from flask import Flask

from web import (
    advice,
    agenda,
    assessment,
    data,
    decisions,
    display,
    errors,
    history,
    pages,
    reports,
    requirement,
    score,
    security,
    sessions,
    team,
)
from ziarchive.archive import Archive


def create_app(archive: Archive) -> Flask:
    """Return the WSGI application of one archive; it keeps no state but a key for sessions."""
    app = Flask(__name__)
    security.protect(app, archive.settings.host)
    sessions.register(app, archive.settings.index)
    display.register(app)
    errors.register(app)
    pages.register(app, archive)
    decisions.register(app, archive)
    agenda.register(app, archive)
    assessment.register(app, archive)
    advice.register(app, archive)
    score.register(app, archive)
    history.register(app, archive)
    requirement.register(app, archive)
    team.register(app, archive)
    data.register(app, archive)
    reports.register(app, archive)
    return app
