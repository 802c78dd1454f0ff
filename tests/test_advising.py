"""The advice on an open archive, from the gists that are kept."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import Table, delete, select

from tests.conftest import Office
from ziarchive import healing
from ziarchive.advice import Advised, Weakness
from ziarchive.advising import Advising
from ziarchive.archive import Archive
from ziarchive.gist import Number
from ziarchive.service import Service
from ziarchive.store.gists import TABLE
from ziarchive.store.texts import _texts

SK = "I.1.1.2_SK Tim Zona Integritas_2024-01.docx"
DRAFT = "DRAFT\n" + "keputusan tentang tim kerja zona integritas " * 20


def advised(archive: Archive) -> Advised:
    return Advising(archive).on(archive.today())


def kinds(archive: Archive) -> set[Weakness]:
    return {each.kind for each in advised(archive).standing}


def emptied(archive: Archive, *tables: Table) -> None:
    with archive._stores.texts.database.writing() as connection:
        for table in tables:
            connection.execute(delete(table))


def kept(archive: Archive) -> int:
    with archive._stores.texts.database.reading() as connection:
        return len(connection.execute(select(TABLE)).all())


def test_a_file_that_is_taken_in_brings_its_gist(office: Office, archive: Archive) -> None:
    """The worker made it of the text, and no text is needed to find the draft after a restart."""
    office.docx(SK, DRAFT)
    archive.sync()
    sha256 = archive.documents()[0].sha256
    assert archive.gists.of([sha256])[sha256].inside.draft == "DRAFT"
    emptied(archive, _texts)
    with office.open() as later:
        assert not later.text(later.documents()[0]).pages
        assert Weakness.DRAFT in kinds(later)


def test_what_is_missing_is_made_and_kept(office: Office, archive: Archive) -> None:
    """Of a text that an older version kept the gist is made when it is asked for, and then stays."""
    office.docx(SK, DRAFT)
    archive.sync()
    emptied(archive, TABLE)
    assert Weakness.DRAFT in kinds(archive)
    emptied(archive, _texts)
    assert Weakness.DRAFT in kinds(archive)


def test_out_of_time_nothing_is_read(office: Office, archive: Archive) -> None:
    """A page that may read no text has all advice of the kept gists, and says what is pending of the others."""
    office.docx(SK, DRAFT)
    archive.sync()
    assert not Advising(archive).on(archive.today(), lambda: True).pending
    emptied(archive, TABLE)
    assert Advising(archive).on(archive.today(), lambda: True).pending == 1


def test_texts_of_an_older_version_are_filled_in_the_background(
    office: Office, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some at a time, until every text has its gist; then the store is asked no more."""
    monkeypatch.setattr(healing, "GISTS", 2)
    for number in range(3):
        office.docx(f"catatan {number}.docx", f"gratifikasi nomor{number}")
    archive.sync()
    emptied(archive, TABLE)
    numbers = []
    for _ in range(3):
        archive.healer.fill()
        numbers.append(kept(archive))
    assert numbers == [2, 3, 3]
    emptied(archive, TABLE)
    archive.healer.fill()
    assert kept(archive) == 0


def test_recognition_brings_another_gist(office: Office, archive: Archive) -> None:
    """What was recognised in a scan is what the advice goes by."""
    office.docx(SK, DRAFT)
    archive.sync()
    (document,) = archive.documents()
    advising = Advising(archive)
    assert Weakness.NO_NUMBER in {each.kind for each in advising.on(archive.today()).standing}
    pages = ("Nomor : 12/SK/2024\n" + "keputusan tentang tim kerja zona integritas " * 20,)
    archive.keep_recognised(document, replace(archive.text(document), pages=pages, flags=()))
    assert archive.gists.of([document.sha256])[document.sha256].inside.number is Number.GIVEN
    assert Weakness.NO_NUMBER not in {each.kind for each in advising.on(archive.today()).standing}


def test_the_running_service_fills(office: Office, archive: Archive, wait_until: Callable[..., None]) -> None:
    """After an update nobody has to ask for it."""
    office.docx(SK, DRAFT)
    archive.sync()
    emptied(archive, TABLE)
    with Service(archive):
        wait_until(lambda: kept(archive) == 1)
