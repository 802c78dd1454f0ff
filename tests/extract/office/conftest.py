"""One text made by LibreOffice, and kept for all readers whose samples are made of it."""

from pathlib import Path

import pytest

from tests.extract.made import convert

PAGED = "<h1>Notulen Rapat</h1><p>isi</p><p style='page-break-before: always'>lampiran</p>"


@pytest.fixture(scope="session")
def odt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an OpenDocument text of two pages."""
    folder = tmp_path_factory.mktemp("odt")
    (folder / "surat.html").write_text(f"<html><head><title>Judul</title></head><body>{PAGED}</body></html>")
    return convert(folder, folder / "surat.html", "odt")
