"""The estimate for an open archive: its regulation, and the verdicts that hold."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest

from tests.conftest import Office
from tests.lke.estimate import SMALL_TEXT
from ziarchive.archive import Archive
from ziarchive.decisions import Outcome, Verdict
from ziarchive.errors import SettingsInvalid
from ziarchive.model import Code
from ziarchive.scoring import Scoring, regulation_of, sheet_of
from ziarchive.settings import Settings

NAME = "V.5.1.1_SK Tim penanganan benturan kepentingan_2024-01.pdf"
CODE = Code.of("V.5.1.1")
NOW = partial(datetime, 2024, 7, 15, tzinfo=UTC)


def points(archive: Archive) -> tuple[float, float]:
    """Return what is accepted and what is supported, of the one item that the file answers."""
    score = Scoring(archive).on(archive.today())
    found = next(each.points for each in score.items if each.item.code == "A.I.5.v.a")
    assert (found.accepted, found.supported) == (score.total.points.accepted, score.total.points.supported)
    return float(found.accepted), float(found.supported)


def test_a_verdict_holds_for_the_content_that_was_seen(office: Office, archive: Archive) -> None:
    """A document supports an item, its acceptance raises what holds at least, and another content lowers it again."""
    office.pdf(NAME, "keputusan")
    archive.sync()
    assert points(archive) == (0, 0.3)
    (document,) = archive.documents()
    archive.decide("penilai", Verdict(document.sha256, CODE, Outcome.ACCEPTED, ""))
    assert points(archive) == (0.3, 0.3)
    office.pdf(NAME, "keputusan yang lain")
    archive.sync()
    assert points(archive) == (0, 0.3)


def test_assessors_who_disagree_have_not_accepted(office: Office, archive: Archive) -> None:
    """Until the head decides, the slot is not even met."""
    office.pdf(NAME, "keputusan")
    archive.sync()
    (document,) = archive.documents()
    for who, outcome in (("satu", Outcome.ACCEPTED), ("dua", Outcome.FIX)):
        archive.decide(who, Verdict(document.sha256, CODE, outcome, "lihat lagi"))
    assert points(archive) == (0, 0)


def test_another_regulation_is_a_file_in_home(office: Office) -> None:
    """The setting `lke` names it; by default the built-in one holds."""
    file = office.settings.home / "peraturan.yaml"
    file.write_text(SMALL_TEXT, encoding="utf-8-sig")
    assert regulation_of(office.settings).id == "permenpanrb-90-2021"
    own = replace(office.settings, lke="peraturan.yaml")
    assert regulation_of(own).id == "kecil"
    with Archive(own, NOW) as archive:
        assert len(Scoring(archive).on(archive.today()).items) == 4


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """Not UTF-8, or no such name: what is wrong, and where."""
    (tmp_path / "rusak.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsInvalid, match=r"rusak\.yaml"):
        regulation_of(Settings(tmp_path, lke="rusak.yaml"))
    with pytest.raises(SettingsInvalid, match="«lupa»"):
        regulation_of(Settings(tmp_path, lke="lupa"))


def test_the_sheet_is_made(archive: Archive) -> None:
    """An XLSX file is a ZIP."""
    assert sheet_of(Scoring(archive).on(archive.today())).startswith(b"PK")


def test_it_is_reckoned_once_while_nothing_changes(office: Office, archive: Archive) -> None:
    """The same object for the same day; a file, a verdict or another day gives another."""
    office.pdf(NAME, "keputusan")
    archive.sync()
    scoring, today = Scoring(archive), archive.today()
    before = scoring.on(today)
    assert scoring.on(today) is before
    (document,) = archive.documents()
    archive.decide("penilai", Verdict(document.sha256, CODE, Outcome.ACCEPTED, ""))
    after = scoring.on(today)
    assert after is not before and after.total.points.accepted > 0
    assert scoring.on(date(2024, 12, 31)).on == date(2024, 12, 31)
