"""What every answer carries, and who may ask: headers against framing and injection, names against rebinding.

Forms carry a token of their own (`sessions`). Scripts and styles come from our own files alone.
"""

import re
import socket
from collections.abc import Iterable
from ipaddress import ip_address

from flask import Flask, Response, abort, request

from ziarchive.settings import Settings

PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; worker-src 'self'; img-src 'self' data:; "
    "frame-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""`data:` pictures are the arrows and lenses inside the vendored style sheet."""

HEADERS = {
    "Content-Security-Policy": PAGE_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "no-store",
}

_TURNING = re.compile("[\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Signs that turn a line or end it; who writes a name or a reason has no use for them, but to deceive."""
_LOCAL = ("localhost", "127.0.0.1", "::1")
_HOST = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:.]+)\]|(?P<name>[\w.-]+))(?::[0-9]{1,5})?", re.ASCII)
"""A name or an address, and a port: all of the header, or it is not one."""


def protect(app: Flask, called: Iterable[str]) -> None:
    """Guard every request and answer of a site that is `called` so, besides what every site is called."""
    names = {*_LOCAL, *_own_names(), *(name.lower() for name in called)}

    app.jinja_env.finalize = unturned

    @app.before_request
    def refuse_strangers() -> None:
        if not trusted(request.headers.get("Host", ""), names):
            abort(400, "Alamat situs ini tidak dikenal. Buka dengan alamat yang diberikan petugas.")

    @app.after_request
    def add_headers(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if request.endpoint != "static" and "private" not in response.headers["Cache-Control"]:
            response.headers["Cache-Control"] = HEADERS["Cache-Control"]  # Flask lets every cache keep a made file
        return response


def unturned(value: object) -> object:
    """Return what a template is about to show without signs that turn the direction of all that follows them."""
    if isinstance(value, str) and _TURNING.search(value):
        return type(value)(_TURNING.sub("\ufffd", value))
    return value


def trusted(host: str, names: set[str]) -> bool:
    """Tell whether a Host header is ours.

    DNS rebinding needs a foreign name that resolves to this machine, so a bare address is always ours.
    """
    if not (read := _HOST.fullmatch(host)):
        return False
    name = (read["six"] or read["name"]).lower()
    try:
        return name in names or bool(ip_address(name))
    except ValueError:
        return False


def exposed(settings: Settings, host: str) -> bool:
    """Tell whether other machines can reach a site that listens on `host`, by itself or through a proxy."""
    return settings.proxy or not _is_local(host)


def _is_local(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _own_names() -> tuple[str, str]:
    name = socket.gethostname().lower()
    return name, f"{name}.local"
