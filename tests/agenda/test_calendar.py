"""The calendar file, read back as a calendar program reads it."""

import getpass
import socket
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from icalendar import Calendar

from tests.agenda.year import PLAN, due
from ziarchive import agenda
from ziarchive.agenda import Agenda

NOW = datetime(2024, 7, 1, 9, 30, tzinfo=timezone(timedelta(hours=7)))


def events(found: Agenda, now: datetime = NOW) -> list[Any]:
    return list(Calendar.from_ical(agenda.calendar(found, now)).walk("VEVENT"))


def triggers(event: Any) -> list[timedelta]:
    return [alarm["trigger"].dt for alarm in event.walk("VALARM")]


def test_every_open_slot_is_one_all_day_event() -> None:
    """There are as many events as open slots, each on its due date, from midnight to midnight."""
    found = due(days=agenda.YEAR)
    duties = [duty for share in found.shares for duty in share.duties]
    made = events(found)
    assert len(made) == len(duties) == 278
    assert [event.decoded("dtstart") for event in made] == [duty.due for duty in duties]
    assert all(event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1) for event in made)
    assert all(type(event.decoded("dtstart")) is date for event in made)


def test_an_event_says_what_is_expected_and_where() -> None:
    """Summary and description carry evidence, state, person, file name and folder."""
    (event, *_) = events(agenda.of_person(due(), "Ani"))
    assert event["summary"] == "I.3.1.1 Undangan rapat (Juli 2024)"
    assert event["description"].splitlines() == [
        "Keadaan: Segera",
        "Penanggung jawab: Ani",
        "Nama berkas: I.3.1.1_Undangan rapat_2024-07.pdf",
        "Folder: 2024/I Manajemen Perubahan/I.3 Pemantauan dan Evaluasi/I.3.1 Pemantauan dan Evaluasi",
    ]
    assert event.decoded("dtstamp") == NOW.astimezone(UTC)


def test_importing_again_updates_the_same_events() -> None:
    """Another day, another person and another reach leave an event's identity as it is, and no two share one."""
    first = [str(event["uid"]) for event in events(due(days=agenda.YEAR))]
    later = [str(event["uid"]) for event in events(due(date(2024, 9, 1), days=agenda.YEAR, people={"I": "Lain"}))]
    assert len(set(first)) == len(first)
    assert set(later) == set(first)
    assert "I.3.1.1-2024-07@bpsi-lingtan-2024" in first


@pytest.mark.parametrize(
    ("on", "wanted"),
    [("2024-07-01", [7, 1]), ("2024-07-24", [7, 1]), ("2024-07-25", [1]), ("2024-07-31", []), ("2024-08-01", [])],
)
def test_reminders_ring_in_the_morning_a_week_and_a_day_before(on: str, wanted: list[int]) -> None:
    """At eight o'clock; those whose day has passed are not set, or an import would ring at once."""
    (event, *_) = (e for e in events(due(date.fromisoformat(on))) if e.decoded("dtstart") == date(2024, 7, 31))
    assert triggers(event) == [timedelta(hours=8) - timedelta(days=days) for days in wanted]


def test_lines_are_folded_as_the_standard_says() -> None:
    """No line is longer than 75 octets, and all end in CR LF."""
    made = agenda.calendar(due(days=agenda.YEAR), NOW)
    lines = made.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)


def test_a_calendar_is_a_list_and_no_invitation() -> None:
    """It has no method, so that nobody is asked to answer; version and maker are stated."""
    made = Calendar.from_ical(agenda.calendar(due(), NOW))
    assert "method" not in made and not made.errors
    assert (made["version"], made["calscale"]) == ("2.0", "GREGORIAN")
    assert made["prodid"] == "-//ziarchive//Tenggat bukti//ID"


def test_nothing_of_the_machine_is_in_it() -> None:
    """Neither user, computer nor place of the archive is told to whoever gets the file."""
    text = agenda.calendar(due(days=agenda.YEAR), NOW).decode().replace("\r\n ", "")
    assert f"@{PLAN.id}" in text
    assert not [word for word in (getpass.getuser(), socket.gethostname()) if len(word) > 4 and word in text]
    assert agenda.calendar(due(), NOW) == agenda.calendar(due(), NOW)


def test_an_empty_calendar_is_one_too() -> None:
    """When nothing is open, the file holds no event and can still be read."""
    assert events(due(date(2024, 1, 1), days=0)) == []
