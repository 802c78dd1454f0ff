"""One's own account: who one is here, and another password."""

from secrets import token_hex

from flask import Flask, flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from web import sessions
from web.desk import back, refused
from web.throttle import Throttle
from ziarchive import accounts, people
from ziarchive.archive import Archive
from ziarchive.errors import ZiArchiveError
from ziarchive.people import People


def register(app: Flask, archive: Archive) -> None:
    """Add the addresses."""
    pages = Account(archive)
    app.add_url_rule("/akun", endpoint="account", view_func=pages.page)
    app.add_url_rule("/nama", endpoint="do_name", view_func=name, methods=["POST"])
    app.add_url_rule("/akun/sandi", endpoint="do_own_password", view_func=pages.change, methods=["POST"])


def name() -> Response:
    """Let who need not log in go by another name from now on."""
    sessions.is_called(request.form.get("nama", "").strip())
    return back()


class Account:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._people = People.of(archive.settings)
        self._throttle = Throttle()

    def page(self) -> str:
        return render_template(
            "account.html",
            name=g.get("person", ""),
            shortest=people.SHORTEST,
            longest=people.LONGEST,
        )

    def change(self) -> Response:
        """Set another password for who sends it and knows the one before; all their other sessions end."""
        name, now = str(g.get("person", "")), self._archive.now()
        if not name:
            return refused(_("Tidak ada yang perlu masuk pada situs ini, jadi tidak ada kata sandi yang diganti."))
        account, address = people.key(name), request.remote_addr or ""
        if self._throttle.attempt(account, address, now.timestamp()):
            return refused(_("Terlalu banyak percobaan yang salah. Tunggu sebentar, lalu coba lagi."))
        if not self._people.checked(name, request.form.get("lama", "")):
            return refused(_("Kata sandi lama salah. Periksa, lalu coba lagi."))
        self._throttle.succeeded(account, address, now.timestamp())
        new = request.form.get("baru", "")
        if new != request.form.get("ulang", ""):
            return refused(_("Kedua kata sandi baru tidak sama. Ketik lagi."))
        try:
            accounts.change(self._archive, name, lambda: new)
        except ZiArchiveError as error:
            return refused(str(error))
        return self._again(name)

    def _again(self, name: str) -> Response:
        """Begin this browser's session anew: the change has ended it with the others."""
        person = self._people.known(name)
        sessions.begin(person.name, person.epoch, token_hex(16), self._archive.now().timestamp())
        flash(_("Kata sandi Anda diganti. Di perangkat lain Anda harus masuk lagi."), "good")
        return redirect(url_for("account"), 303)
