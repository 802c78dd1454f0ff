"""The site: pages in Indonesian over one archive, rendered on the server, readable without JavaScript.

`create_app` is the whole interface. The site asks `Archive`, and what people decide on it goes to the
ledger; it knows none of the edges.
"""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from web import (
    advice,
    agenda,
    assessment,
    data,
    decisions,
    display,
    errors,
    help,
    history,
    login,
    pages,
    reports,
    requirement,
    score,
    security,
    sessions,
    team,
)
from ziarchive.archive import Archive


def create_app(archive: Archive, host: str = "") -> Flask:
    """Return the WSGI application of one archive; it keeps no state but a key for sessions and who logs in.

    `host` is the address that it listens on, unless that of the settings.
    """
    app, settings = Flask(__name__), archive.settings
    host = host or settings.host
    if settings.proxy:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1)  # type: ignore[method-assign]
    security.protect(app, (host, *settings.site_names))
    login.register(app, archive, security.exposed(settings, host))
    sessions.register(app, settings.index)
    display.register(app)
    errors.register(app)
    pages.register(app, archive)
    decisions.register(app, archive)
    agenda.register(app, archive)
    assessment.register(app, archive)
    advice.register(app, archive)
    score.register(app, archive)
    history.register(app, archive)
    help.register(app, archive)
    requirement.register(app, archive)
    team.register(app, archive)
    data.register(app, archive)
    reports.register(app, archive)
    return app
