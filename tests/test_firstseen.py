"""When each content was first seen: once, for good, and whatever becomes of the index."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.conftest import Office
from tests.gaps.small import ONE, document
from ziarchive.firstseen import NAME, FirstSeen
from ziarchive.model import Document, Stamp

JULY = datetime(2024, 7, 10, 9, tzinfo=UTC)
AUGUST = datetime(2024, 8, 10, 9, tzinfo=UTC)


def file(sha256: str, dated: datetime = datetime(2024, 3, 1, tzinfo=UTC)) -> Document:
    stamp = Stamp(1, int(dated.timestamp() * 1e9))
    return replace(document(ONE, "2024-01", name=sha256), id=sha256, sha256=sha256, stamp=stamp)


def note(seen: FirstSeen, files: tuple[Document, ...], now: datetime) -> None:
    """Note these files at a version of their own."""
    seen.note(object(), lambda: {each.sha256: each.stamp for each in files}, now)


def test_what_was_there_at_first_is_as_old_as_its_files(tmp_path: Path) -> None:
    """The first look takes the files' own dates, later looks the day; a date in the future is today."""
    seen = FirstSeen(tmp_path / NAME)
    first = (file("a"), file("b", AUGUST))
    note(seen, first, JULY)
    note(seen, (*first, file("c")), AUGUST)
    assert seen.days((*first, file("c")), AUGUST) == {
        "a": date(2024, 3, 1), "b": JULY.date(), "c": AUGUST.date(),
    }  # fmt: skip


def test_the_first_time_holds(tmp_path: Path) -> None:
    """A content that went and came back, or is read by another process, keeps its day; others ask the file's date."""
    seen = FirstSeen(tmp_path / NAME)
    note(seen, (file("a"),), JULY)
    note(seen, (), JULY)
    note(seen, (file("a"),), AUGUST)
    assert FirstSeen(tmp_path / NAME).days([file("a"), file("x", JULY)], AUGUST) == {
        "a": date(2024, 3, 1), "x": JULY.date(),
    }  # fmt: skip


@pytest.mark.parametrize("torn", [b"abc", b"abc\t2024", b"\xff\xfe\t\n", b"\n\n"])
def test_a_torn_line_costs_only_itself(tmp_path: Path, torn: bytes) -> None:
    """What a power cut leaves at the end is skipped, and the next line begins on its own."""
    seen = FirstSeen(tmp_path / NAME)
    note(seen, (file("a"),), JULY)
    with (tmp_path / NAME).open("ab") as stream:
        stream.write(torn)
    note(seen, (file("a"), file("b")), AUGUST)
    assert FirstSeen(tmp_path / NAME).days([file("b")], AUGUST) == {"b": AUGUST.date()}


def test_days_are_those_of_the_office(tmp_path: Path) -> None:
    """Late in the evening in London it is the next day in Jakarta."""
    seen = FirstSeen(tmp_path / NAME)
    note(seen, (file("a"),), JULY)
    note(seen, (file("a"), file("b")), datetime(2024, 7, 10, 20, tzinfo=UTC))
    jakarta = AUGUST.astimezone(timezone(timedelta(hours=7)))
    assert seen.days([file("b")], jakarta) == {"b": date(2024, 7, 11)}


def test_odd_file_dates_do_no_harm(tmp_path: Path) -> None:
    """A stamp from before 1970 or beyond any calendar is a day all the same."""
    ancient = replace(file("a"), stamp=Stamp(1, -(10**18)))
    future = replace(file("b"), stamp=Stamp(1, 10**22))
    assert FirstSeen(tmp_path / NAME).days([ancient, future], JULY) == {"a": date(1970, 1, 1), "b": JULY.date()}


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    """Where nothing can be noted, the file's own date is what is known."""
    (tmp_path / NAME).mkdir()
    seen = FirstSeen(tmp_path / NAME)
    note(seen, (file("a"),), JULY)
    assert seen.days([file("a")], JULY) == {"a": date(2024, 3, 1)}


def test_the_archive_notes_and_outlives_its_index(office: Office) -> None:
    """Every comparison notes what is new; without index/ the days are still known."""
    office.docx("a.docx", "satu")
    with office.open() as archive:
        archive.sync()
        assert len((office.settings.home / NAME).read_text().splitlines()) == 1
        archive.sync()
        office.docx("b.docx", "dua")
        archive.sync()
    assert len((office.settings.home / NAME).read_text().splitlines()) == 2
