"""Serves one evidence file: found by document id, never by path; shown in the page only when harmless.

What a file is, is what its content said at intake, not its suffix: an HTML page named .pdf is a download.
The declared type and nosniff hold even when the file has changed since.
"""

from pathlib import PurePosixPath

from flask import Response, send_file

from ziarchive.archive import Archive
from ziarchive.model import Document

PDF = "application/pdf"
IMAGES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp"})
"""Pictures that every browser shows and that cannot hold a script; SVG can."""

_SEALED = "default-src 'none'; sandbox; frame-ancestors 'none'"
_IMAGE = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'"
_PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
"""Chromium refuses to start its PDF viewer in a sandboxed answer; the viewer is a sandbox of its own."""


def shown_as(document: Document) -> str:
    """Return how a page may show the file: `pdf`, `image`, or nothing (a download)."""
    media_type = document.content.media_type
    return "pdf" if media_type == PDF else "image" if media_type in IMAGES else ""


def send(archive: Archive, document: Document) -> Response:
    """Answer with the file, by ranges and conditionally; raises what `Archive.file` does when it is gone."""
    shown = shown_as(document)
    response = send_file(
        archive.file(document),
        mimetype=document.content.media_type if shown else "application/octet-stream",
        as_attachment=not shown,
        download_name=download_name(document.path),
        conditional=True,
    )
    response.headers["Content-Security-Policy"] = {"pdf": _PDF, "image": _IMAGE}.get(shown, _SEALED)
    response.headers["X-Frame-Options"] = "SAMEORIGIN" if shown else "DENY"
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def download_name(path: str) -> str:
    """Return the file's own name without the control and direction marks that could disguise its suffix."""
    return "".join(sign for sign in PurePosixPath(path).name if sign.isprintable()) or "berkas"
