"""Files that are dropped on a requirement's page: a request each, whose body is the file and nothing else.

How long a body may be is decided before any of it is read: by the server (`room`) and once more here (`guard`).
"""

from collections.abc import Callable, Mapping
from typing import Any

from flask import Flask, Request, Response, abort, g, jsonify, make_response, request, url_for
from flask_babel import gettext as _
from werkzeug.exceptions import HTTPException

from web import rights, sessions, viewing
from ziarchive import uploading
from ziarchive.archive import Archive
from ziarchive.decisions import Role, Uploaded
from ziarchive.errors import UsageError, ZiArchiveError
from ziarchive.model import Code
from ziarchive.naming import periods
from ziarchive.people import People
from ziarchive.settings import Settings
from ziarchive.uploading import Stored, Uploads, Wanted

ENDPOINT = "do_upload"
CONTENT = "application/octet-stream"
"""What the body is announced as: no form can send it, so no foreign page can make a browser do so."""


def guard(app: Flask, settings: Settings) -> None:
    """Refuse what is too long before its body is read; to be called before what reads forms."""

    @app.before_request
    def measure() -> Response | None:
        if request.endpoint != ENDPOINT:
            return None
        length, most, mega = request.content_length, settings.upload_bytes, settings.upload_megabytes
        if not most:
            return _refused(403, uploading.OFF)
        if request.mimetype != CONTENT:
            return _refused(415, _("Berkas ini tidak dikirim oleh halaman bukti. Unggah dari halaman itu."))
        if length is None:
            return _refused(411, _("Panjang berkas tidak diumumkan. Unggah dari halaman bukti."))
        if length > most:
            said = _("Berkas lebih besar dari %(most)s MB. Kecilkan dahulu, atau taruh di folder arsip.", most=mega)
            return _refused(413, said)
        request.max_content_length = most
        return None


def register(app: Flask, archive: Archive) -> None:
    """Add the address that files are sent to."""
    view = Dropping(archive)
    app.add_url_rule("/bukti/<code>/unggah.json", endpoint=ENDPOINT, view_func=view.take, methods=["POST"])
    app.jinja_env.globals |= {
        "may_upload": view.may,
        "upload_bytes": archive.settings.upload_bytes,
        "upload_suffixes": ",".join(sorted(uploading.SUFFIXES)),
    }


class Dropping:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._uploads = viewing.Each(archive, Uploads)

    def take(self, code: str) -> Response:
        """Store the file that the body is for a slot, and tell where it lies."""
        found = next((item.code for item in self._archive.plan.requirements() if str(item.code) == code), None)
        period = periods.parse(request.args.get("periode", ""))
        if not period:
            raise UsageError(_("Pilih dahulu slot yang dituju."))
        wanted = Wanted(found or abort(404), period, request.args.get("nama", ""), request.content_length or 0)
        who = sessions.signer()
        stored = self._uploads().take(wanted, request.stream, who)
        sessions.is_called(who)
        return self._told(stored, wanted)

    def may(self, code: Code) -> bool:
        """Tell whether who sits before the page may drop files on a requirement."""
        if not self._archive.settings.upload or "open" in g:
            return self._archive.settings.upload
        try:
            self._archive.check(sessions.who(), Uploaded("", code, "", ""))
        except UsageError:
            return False
        return True

    def _told(self, stored: Stored, wanted: Wanted) -> Response:
        document = stored.document
        return jsonify(
            name=stored.path.rpartition("/")[2],
            path=stored.path,
            sha256=stored.sha256,
            new=stored.new,
            document={"id": document.id, "url": url_for("document", id=document.id)} if document else None,
            state=self._state(wanted),
            message=_words(stored),
        )

    def _state(self, wanted: Wanted) -> str:
        slots = self._archive.gaps(self._archive.today()).slots
        mine = (each for each in slots if (each.slot.code, each.slot.period) == (wanted.code, wanted.period))
        return next((str(each.state) for each in mine), "")


def room(app: Flask, archive: Archive, exposed: bool) -> Callable[[str, str], int]:
    """Return what tells, by a request's path and cookies, how many bytes its body may have.

    Only who is in and has a role that may send a file, so that nobody else can fill the disk of the server. The page
    itself looks closer: whether the login still holds, and whose part of the plan it is.
    """
    people = People.of(archive.settings)

    def bytes_for(path: str, cookies: str) -> int:
        most = archive.settings.upload_bytes
        if most <= sessions.FORM_BYTES or not _leads_here(app, path):
            return sessions.FORM_BYTES
        session: Mapping[str, Any] = app.session_interface.open_session(app, Request({"HTTP_COOKIE": cookies})) or {}
        inside = sessions.alive(session, archive.now().timestamp())
        may = inside and rights.may_send(ENDPOINT, _role(archive, str(session.get("who", ""))))
        return most if may or not (exposed or people.all()) else sessions.FORM_BYTES

    return bytes_for


def _role(archive: Archive, person: str) -> Role | None:
    try:
        return archive.standing.decisions().roles.get(person)
    except ZiArchiveError:
        return None  # the page tells what is wrong


def _leads_here(app: Flask, path: str) -> bool:
    try:
        endpoint, _values = app.url_map.bind("localhost").match(path, "POST")
    except HTTPException:
        return False
    return bool(endpoint == ENDPOINT)


def _words(stored: Stored) -> str:
    name = stored.path.rpartition("/")[2]
    if not stored.new:
        return str(_("Isi yang sama sudah ada sebagai %(name)s. Tidak ada yang disimpan lagi.", name=name))
    if not stored.document:
        return str(_("Tersimpan sebagai %(name)s. Dibaca sebentar lagi.", name=name))
    return str(_("Tersimpan sebagai %(name)s.", name=name))


def _refused(status: int, said: str) -> Response:
    g.failed = True
    return make_response(jsonify(error=said, problems=()), status)
