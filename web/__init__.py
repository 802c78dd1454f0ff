"""The site: pages in Indonesian and English over one archive, rendered on the server, readable without JavaScript.

`create_app` is the whole interface. The site asks `Archive`, and what people decide on it goes to the
ledger; it knows none of the edges.
"""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from web import (
    access,
    account,
    advice,
    agenda,
    api,
    areas,
    assessment,
    assets,
    csvs,
    dashboard,
    data,
    decisions,
    display,
    errors,
    exports,
    help,
    history,
    language,
    live,
    login,
    pages,
    preferences,
    reports,
    requirement,
    restriction,
    score,
    security,
    sessions,
    settings_page,
    team,
    upload,
    viewing,
)
from web.own import Own
from ziarchive.archive import Archive


def create_app(archive: Archive, host: str = "") -> Flask:
    """Return the WSGI application of one archive; it keeps no state but a key for sessions and who logs in.

    `host` is the address that it listens on, unless that of the settings.
    """
    app, settings = Flask(__name__), archive.settings
    host = host or settings.host
    if settings.proxy:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1)  # type: ignore[method-assign]
    language.register(app)
    security.protect(app, (host, *settings.site_names))
    door = login.register(app, archive, security.exposed(settings, host))
    upload.guard(app, settings)
    sessions.register(app, settings.index)
    archive = viewing.current(archive)  # from here on every page asks as its visitor may see
    own = Own(archive)
    live.register(app, archive, door.lasting)
    viewing.register(app, archive)
    access.register(app, archive)
    assets.register(app)
    display.register(app)
    errors.register(app)
    preferences.register(app)
    pages.register(app, archive)
    dashboard.register(app, archive)
    areas.register(app, archive)
    exports.register(app, archive)
    settings_page.register(app, archive)
    account.register(app, archive)
    decisions.register(app, archive, own)
    agenda.register(app, archive)
    assessment.register(app, archive)
    advice.register(app, archive, own)
    score.register(app, archive)
    history.register(app, archive)
    help.register(app, archive)
    requirement.register(app, archive)
    restriction.register(app, archive)
    upload.register(app, archive)
    team.register(app, archive)
    data.register(app, archive)
    reports.register(app, archive)
    api.register(app, archive, own)
    csvs.register(app)
    return app
