"""Turns errors into pages in the user's words (or JSON for a .json address): the site's only such place."""

from flask import Flask, Response, g, jsonify, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from web.api import problems
from web.told import told
from ziarchive.errors import FileMissing, UsageError, ZiArchiveError

_WORDS = {
    400: ("Permintaan tidak dapat dibaca", "Periksa alamatnya, atau mulai lagi dari halaman Kesenjangan."),
    401: ("Masuk dahulu", "Alamat ini hanya untuk pengguna yang sudah masuk. Masuk, lalu buka lagi."),
    403: (
        "Ini di luar peran Anda",
        "Belum ada yang berubah. Siapa boleh memutuskan apa diatur oleh sekretaris pada halaman Tim.",
    ),
    404: (
        "Halaman tidak ditemukan",
        "Alamat ini tidak ada, atau berkasnya sudah dihapus dari arsip. "
        "Cari berkas itu lewat halaman Cari atau Dokumen.",
    ),
    405: ("Alamat ini tidak menerima permintaan seperti itu", "Mulai lagi dari halaman Kesenjangan."),
    413: ("Isian terlalu panjang", "Persingkat isinya, lalu kirim lagi."),
    500: (
        "Terjadi kesalahan pada situs ini",
        "Muat ulang halaman ini. Bila tetap terjadi, laporkan kepada pengelola beserta waktunya; "
        "rinciannya ada di catatan program.",
    ),
}

_STATUSES = {UsageError: 400, FileMissing: 404}
"""All else of our own means that the archive cannot be asked just now."""


def register(app: Flask) -> None:
    """Answer every error of the app with a page that says what to do."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(ZiArchiveError, _own)


def _http(error: HTTPException) -> Response:
    if problems.wanted():
        return problems.of_http(error)
    code = error.code or 500
    title, advice = _WORDS.get(code, ("Permintaan tidak dapat dijawab", "Mulai lagi dari halaman Kesenjangan."))
    if isinstance(error, CSRFError):
        return _answer(
            400, "Isian ini sudah kedaluwarsa", ("Belum ada yang berubah. Muat ulang halaman, lalu ulangi.",)
        )
    said = error.description if code == 400 and type(error).description != error.description else ""
    response = _answer(code, title, (said or advice,))
    response.headers.extend({name: value for name, value in error.get_headers() if name == "Allow"})
    return response


def _own(error: ZiArchiveError) -> Response:
    if problems.wanted():
        return problems.of_own(error)
    status = next((status for kind, status in _STATUSES.items() if isinstance(error, kind)), 503)
    return _answer(status, error.message, error.problems)


def _answer(status: int, title: str, lines: tuple[str, ...]) -> Response:
    g.failed = True
    if request.path.endswith(".json"):
        return make_response(jsonify(error=told(title), problems=[*map(told, lines)]), status)
    return make_response(render_template("error.html", title=title, lines=lines), status)
