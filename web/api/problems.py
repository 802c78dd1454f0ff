"""Errors of the API as `application/problem+json` (RFC 9457): what a program reads, in words for its user.

`type` is left at about:blank: the status says which problem it is, the title says it in the user's language.
"""

from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any

from flask import Response, json, make_response, request
from flask_babel import lazy_gettext as _l
from werkzeug.exceptions import HTTPException

from ziarchive.errors import FileMissing, NotAllowed, UsageError, ZiArchiveError

API = "/api/"
PREFIX = f"{API}v1"
MEDIA_TYPE = "application/problem+json"
CHALLENGE = 'Bearer realm="ziarchive"'
_WORDS = {
    400: (_l("Permintaan tidak dapat dibaca"), _l("Isi permintaan harus JSON yang benar.")),
    401: (_l("Perlu token"), _l("Kirim token pada kepala Authorization: Bearer. Token dibuat oleh pengelola.")),
    403: (_l("Ini di luar peran Anda"), _l("Belum ada yang berubah. Peran diatur oleh sekretaris pada halaman Tim.")),
    404: (_l("Tidak ditemukan"), _l("Alamat ini tidak ada, atau berkasnya sudah dihapus dari arsip.")),
    405: (_l("Cara ini tidak diterima"), _l("Alamat ini menerima cara lain; lihat kepala Allow.")),
    409: (_l("Tidak dapat diputuskan begini"), _l("Belum ada yang berubah.")),
    413: (_l("Isi permintaan terlalu panjang"), _l("Persingkat isinya, lalu kirim lagi.")),
    415: (_l("Isi permintaan harus JSON"), _l("Kirim dengan Content-Type: application/json.")),
    416: (_l("Bagian ini tidak ada"), _l("Berkasnya lebih pendek daripada bagian yang diminta.")),
    422: (_l("Isi permintaan tidak dapat dipakai"), _l("Perbaiki yang disebut pada errors, lalu kirim lagi.")),
    429: (_l("Terlalu banyak token yang salah"), _l("Tunggu selama yang disebut kepala Retry-After, lalu coba lagi.")),
    500: (_l("Terjadi kesalahan"), _l("Coba lagi. Bila tetap terjadi, laporkan kepada pengelola beserta waktunya.")),
    503: (_l("Arsip sedang tidak dapat menjawab"), _l("Coba lagi sebentar lagi.")),
}
_OWN: Mapping[type[ZiArchiveError], int] = {NotAllowed: 403, UsageError: 409, FileMissing: 404}
"""All else of our own means that the archive cannot be asked just now; the first that fits counts."""


def wanted() -> bool:
    """Tell whether the request is one to the API, whose errors are problems and no pages."""
    return request.path.startswith(API)


def of_http(error: HTTPException) -> Response:
    """Answer an error of HTTP; words given with `abort` are its detail, unread fields are listed."""
    code = error.code or 500
    data: Mapping[str, Any] = getattr(error, "data", None) or {}
    said = error.description if error.description != type(error).description and not data else ""
    headers = {name: value for name, value in error.get_headers() if name in ("Allow", "Retry-After", "Content-Range")}
    errors = list(_listed(data["messages"])) if code == 422 and "messages" in data else []
    return _problem(code, said or "", headers, {"errors": errors} if errors else {})


def of_own(error: ZiArchiveError) -> Response:
    """Answer an error of our own: who may not, what cannot stand, or why the archive cannot be asked."""
    code = next((code for kind, code in _OWN.items() if isinstance(error, kind)), 503)
    return _problem(code, " ".join((error.message, *error.problems)), {}, {})


def _problem(code: int, detail: str, headers: Mapping[str, str], more: Mapping[str, object]) -> Response:
    title, advice = _WORDS.get(code, (HTTPStatus(code).phrase, ""))
    told = {"type": "about:blank", "title": str(title), "status": code, "detail": detail or str(advice), **more}
    response = make_response(json.dumps(told), code)
    response.mimetype = MEDIA_TYPE
    response.headers.extend(headers)
    if code == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = CHALLENGE
    return response


def _listed(messages: object, place: str = "") -> Iterator[dict[str, str]]:
    """Yield each complaint with where it lies: `query` or `json`, then the fields, as in a JSON pointer."""
    if isinstance(messages, Mapping):
        for name, below in messages.items():
            yield from _listed(below, place if name == "_schema" else f"{place}/{_whole(str(name))}")
    else:
        for each in messages if isinstance(messages, list) else [messages]:
            yield {"at": place, "detail": str(each)}


def _whole(name: str) -> str:
    """Return the name of a field that can be written down: a stranger may call one by half a character."""
    return name.encode(errors="replace").decode()
