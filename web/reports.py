"""The gap report to take away: as a paper to sign, a workbook, a file to edit, a page to print, or CSV.

They take the same filters as the page. What is handed out is a file, never a page of this site. It is made within the
request; scripts have the long ones made beside it (`exports`).
"""

from io import BytesIO

from flask import Flask, Response, request, send_file

from web import files, filters, making
from ziarchive.archive import Archive

_SUFFIXES = {"xlsx": "xlsx", "docx": "docx", "pdf": "pdf", "csv": "csv", "cetak.html": "html"}
"""Forms by what the address ends in."""


def register(app: Flask, archive: Archive) -> None:
    """Add the addresses of the downloads."""
    choices = ",".join(f'"{suffix}"' for suffix in _SUFFIXES)
    downloads = Downloads(archive)
    app.add_url_rule(f"/kesenjangan.<any({choices}):suffix>", endpoint="gap_report", view_func=downloads.gap_report)


class Downloads:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def gap_report(self, suffix: str) -> Response:
        wanted = filters.gap_filter(request.args, self._archive.plan, self._archive.today())
        filters.refuse(wanted.problems)
        made = making.printed(self._archive, _SUFFIXES[suffix], wanted, lambda done, total: None)
        response = send_file(
            BytesIO(made.content), mimetype=made.media_type, as_attachment=True, download_name=made.name
        )
        response.headers["Content-Security-Policy"] = files.SEALED
        return response
