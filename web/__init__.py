"""The site: five pages in Indonesian over one archive, rendered on the server, readable without JavaScript.

`create_app` is the whole interface. The site reads only; it asks `Archive` and knows none of the edges.
"""

from flask import Flask

from web import data, display, errors, pages, security
from ziarchive.archive import Archive


def create_app(archive: Archive) -> Flask:
    """Return the WSGI application of one archive; it keeps no state of its own."""
    app = Flask(__name__)
    security.protect(app, archive.settings.host)
    display.register(app)
    errors.register(app)
    pages.register(app, archive)
    data.register(app, archive)
    return app
