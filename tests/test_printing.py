"""Papers are made from this office's settings and decisions, and kept where a person wants them."""

import csv
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from tests.conftest import Office
from ziarchive import printing
from ziarchive.archive import Archive
from ziarchive.errors import CannotRun, UsageError
from ziarchive.gaps import narrowed
from ziarchive.model import Code
from ziarchive.printing import Scope

ON = date(2024, 7, 10)


def unheard(done: int, total: int) -> None:
    """Who hears this does not ask how far it is."""


@pytest.mark.parametrize("form", printing.FORMS)
def test_a_paper_has_a_name_to_keep(archive: Archive, form: str) -> None:
    """The name tells the year, the part and the day."""
    part = Code.of("I.4")
    made = printing.printed(archive, narrowed(archive.gaps(ON), part, None), Scope(part), form, unheard)
    assert (made.name, made.media_type) == (f"Kesenjangan ZI 2024 I.4 per 2024-07-10.{form}", printing.FORMS[form])
    assert made.content


def test_the_letterhead_is_that_of_the_settings(office: Office) -> None:
    """What the settings say stands on the paper, signed on the day it is made."""
    settings = replace(office.settings, office="Kantor Uji", signer="Nama Pejabat", nip="123", city="Pati")
    with replace(office, settings=settings).open() as archive:
        page = printing.printed(archive, archive.gaps(ON), Scope(), "html", unheard).content.decode()
    assert all(text in page for text in ("Kantor Uji", "Nama Pejabat", "NIP 123", "Pati, 15 Juli 2024"))


def test_csv_opens_as_text(archive: Archive) -> None:
    """CSV begins with the mark that tells a spreadsheet its encoding, and has a line a slot."""
    made = printing.printed(archive, archive.gaps(ON), Scope(), "csv", unheard).content
    assert made.startswith(b"\xef\xbb\xbf")
    assert len(list(csv.reader(StringIO(made.decode("utf-8-sig"))))) == len(archive.gaps(ON).slots) + 1


@pytest.mark.parametrize("folder", ["archive", "index"])
def test_no_paper_among_the_evidence(archive: Archive, folder: str) -> None:
    """A paper is never written into the archive or the index."""
    with pytest.raises(UsageError, match="Pilih tempat lain"):
        printing.keep(archive, b"x", archive.settings.home / folder / "laporan.pdf")
    assert not (archive.settings.home / folder / "laporan.pdf").exists()


def test_a_place_that_cannot_be_written(archive: Archive, tmp_path: Path) -> None:
    """A place that cannot be written is named, with what to do."""
    with pytest.raises(CannotRun, match="tidak dapat ditulis"):
        printing.keep(archive, b"x", tmp_path / "tidak ada" / "laporan.pdf")
