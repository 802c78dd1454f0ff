"""pypdf's view of a file, where PDFium and its bytes leave it in doubt."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from ziarchive.extract.pdf import second

Make = Callable[..., Path]


def test_nothing_is_seen_of_what_is_no_pdf(tmp_path: Path) -> None:
    """A file that pypdf cannot open has no view."""
    (tmp_path / "a.pdf").write_bytes(b"tidak ada")
    with (tmp_path / "a.pdf").open("rb") as stream:
        assert second.view(stream) is None


@pytest.mark.parametrize(("password", "locked"), [("", False), ("rahasia", True)])
def test_only_a_password_that_somebody_must_know_locks(make_pdf: Make, password: str, locked: bool) -> None:
    """Many programs encrypt with an empty password, which opens for everybody."""
    path = make_pdf("satu")
    writer = PdfWriter(PdfReader(path))
    writer.encrypt(password, "pemilik", algorithm="AES-256")
    writer.write(path)
    writer.close()
    with path.open("rb") as stream:
        view = second.view(stream)
        assert view is not None and second.locked(view) is locked


def test_an_ordinary_file_needs_none(make_pdf: Make) -> None:
    """pypdf takes as long to import as a dozen files take to read, and no worker begins with it."""
    script = "import sys; from pathlib import Path; from ziarchive.extract.pdf import extract; "
    script += "print(extract(Path(sys.argv[1])).pages, 'pypdf' in sys.modules)"
    command = [sys.executable, "-c", script, str(make_pdf("satu"))]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "('satu',) False"
