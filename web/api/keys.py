"""The way in for programs: a token in the Authorization header, for the API alone.

A right token is let in whatever others at its address tried; wrong ones are counted as wrong passwords are, for a
program that keeps trying one that is over would else ask without end.
"""

from hashlib import sha256
from http import HTTPStatus
from math import ceil

from flask import abort, request
from flask_babel import gettext as _
from werkzeug.exceptions import TooManyRequests

from web.api import problems
from web.throttle import Throttle
from ziarchive import clients
from ziarchive.archive import Archive
from ziarchive.clients import Client
from ziarchive.people import People
from ziarchive.tokens import LONGEST, Tokens


class Keys:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._tokens = Tokens.of(archive.settings)
        self._people = People.of(archive.settings)
        self._throttle = Throttle()

    def client(self) -> Client | None:
        """Return who comes in with the token of this request; None when it shows none. A wrong one ends the request."""
        shown = request.authorization
        if not problems.wanted() or shown is None or shown.type != "bearer":
            return None
        secret = shown.token or ""
        token = self._tokens.find(secret)
        found = clients.client(self._archive, self._people, token) if token else None
        if token is None or found is None:
            self._refuse(secret)
        else:
            self._tokens.note_use(token, self._archive.now())
        return found

    def _refuse(self, secret: str) -> None:
        tried = sha256(secret[:LONGEST].encode("utf-8", "surrogatepass")).hexdigest()
        wait = ceil(self._throttle.attempt(tried, request.remote_addr or "", self._archive.now().timestamp()))
        if wait:
            raise TooManyRequests(retry_after=wait)
        abort(HTTPStatus.UNAUTHORIZED, _("Token ini tidak dikenal atau tidak berlaku lagi. Minta token baru."))
