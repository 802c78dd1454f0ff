"""The API for other programs, below /api/v1: what the site tells and decides, as JSON, with a document of itself.

`OPERATIONS` is all that it offers; addresses, checks of what is asked and the OpenAPI document are made from it.
"""

from flask import Flask, Response, abort, request

from web.api import problems
from web.api.deciding import Deciding, refuse_without_token
from web.api.offering import Blueprint, Document, offer
from web.api.operations import operations
from web.api.reading import Reading
from web.own import Own
from ziarchive.archive import Archive

BODY_BYTES = 64_000
"""The largest request: a note of the longest kind, in letters that take six signs each, and room besides."""
SAFE = frozenset(("GET", "HEAD", "OPTIONS"))


def register(app: Flask, archive: Archive, own: Own) -> None:
    """Add the API over an archive that is what the visitor of each request may see."""
    document = Document(app)
    blueprint = Blueprint("api", __name__, url_prefix=problems.PREFIX)
    blueprint.before_request(_refuse_what_is_no_json)
    blueprint.after_request(_conditional)
    for each in operations(Reading(archive), Deciding(archive, own)):
        offer(blueprint, each)
    app.extensions["csrf"].exempt(blueprint)  # a token is no cookie: no other page can make a browser send it
    document.register_blueprint(blueprint)


def _refuse_what_is_no_json() -> None:
    if request.method not in SAFE:
        refuse_without_token()
        request.max_content_length = BODY_BYTES
        if request.mimetype != "application/json":
            abort(415)


def _conditional(response: Response) -> Response:
    """Let who has an answer already be told that it still holds."""
    if request.method in ("GET", "HEAD") and response.status_code == 200 and response.is_json:
        response.add_etag()
        response.headers["Cache-Control"] = "private, no-cache"
        response.vary.update(("Authorization", "Cookie"))
        response.make_conditional(request)
    return response
