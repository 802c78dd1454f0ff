"""The site's own files, under addresses that change with their content: a browser need not ask for them twice."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from flask import Flask, Response, request

KEPT = "private, max-age=31536000, immutable"


def register(app: Flask) -> None:
    """Give every address of a static file its version, and let browsers keep what is asked for by it."""
    folder = Path(str(app.static_folder))

    @app.url_defaults
    def add_version(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static":
            values.setdefault("v", _version(folder / values["filename"]))

    @app.after_request
    def keep(response: Response) -> Response:
        if request.endpoint == "static" and request.args.get("v") and response.status_code == 200:
            response.headers["Cache-Control"] = KEPT
        return response


@cache
def _version(file: Path) -> str | None:
    return sha256(file.read_bytes()).hexdigest()[:12] if file.is_file() else None
