"""Serves one evidence file: found by document id, never by path; shown in the page only when harmless.

What a file is, is what its content said at intake, not its suffix: an HTML page named .pdf is a download. So is
a PDF that would act by itself, one that could not be read, and any file that has changed since it was read.
"""

import os
from pathlib import PurePosixPath

from flask import Response, request, send_file
from werkzeug.exceptions import RequestedRangeNotSatisfiable

from ziarchive import whereabouts
from ziarchive.archive import Archive
from ziarchive.model import Document, Stamp

PDF = "application/pdf"
IMAGES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp"})
"""Pictures that every browser shows and that cannot hold a script; SVG can."""
ACTS = "script"
"""The flag of a PDF that may run something by itself."""

SEALED = "default-src 'none'; sandbox; frame-ancestors 'none'"
"""Of what is only ever downloaded."""
_IMAGE = "default-src 'none'; img-src 'self'; sandbox; frame-ancestors 'self'"
_PDF = "default-src 'none'; object-src 'self'; frame-ancestors 'self'"
"""Neither needs styles: a picture opened by itself stands in the corner, not in the middle, and still fits and grows.

Chromium refuses to start its PDF viewer in a sandboxed answer; the viewer is a sandbox of its own.
"""


def shown_as(document: Document) -> str:
    """Return how a page may show the file: `pdf`, `image`, or nothing (a download)."""
    content = document.content
    if content.media_type == PDF:
        return "" if content.state.failed or ACTS in content.flags else "pdf"
    return "image" if content.media_type in IMAGES else ""


def shown_now(archive: Archive, document: Document) -> str:
    """Return how a page may show the file as it lies there: one that has changed since it was read is a download."""
    return "" if archive.finder.trouble(document) else shown_as(document)


def send(archive: Archive, document: Document) -> Response:
    """Answer with the file, by ranges and conditionally; raises what `Archive.file` does when it is gone."""
    stream = whereabouts.opened(archive.settings.archive, document)
    info = os.fstat(stream.fileno())
    shown = shown_as(document) if document.stamp == Stamp(info.st_size, info.st_mtime_ns) else ""
    response = send_file(
        stream,
        mimetype=document.content.media_type if shown else "application/octet-stream",
        as_attachment=not shown,
        download_name=download_name(document.path),
        conditional=False,
        etag=f"{info.st_mtime_ns}-{info.st_size}",
        last_modified=info.st_mtime,
    )
    response.content_length = info.st_size
    response.headers["Content-Security-Policy"] = {"pdf": _PDF, "image": _IMAGE}.get(shown, SEALED)
    response.headers["X-Frame-Options"] = "SAMEORIGIN" if shown else "DENY"
    response.headers["Cache-Control"] = "private, no-cache"
    try:
        response.make_conditional(request, accept_ranges=True, complete_length=info.st_size)
    except RequestedRangeNotSatisfiable:
        stream.close()
        raise
    return response


def download_name(path: str) -> str:
    """Return the file's own name without the control and direction marks that could disguise its suffix."""
    return "".join(sign for sign in PurePosixPath(path).name if sign.isprintable()) or "berkas"
