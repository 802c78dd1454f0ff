"""The agenda on the command line."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from icalendar import Calendar

from tests.conftest import Office

Run = Callable[..., Any]


@pytest.fixture(name="charged")
def charged_fixture(run: Run) -> Run:
    """A command line over an office where one person is in charge."""
    assert run("in-charge", "I.3", "Budi Santoso", "--who", "sekretaris")[0] == 0
    return run


def test_the_table_goes_by_person_and_pressure(charged: Run) -> None:
    """People first, then areas; what is due soon before the rest."""
    code, out, err = charged("agenda", "--on", "2024-07-28", "--days", "7")
    assert (code, err) == (0, "")
    assert out.startswith("Tenggat, keadaan Minggu, 28 Juli 2024")
    assert out.index("Budi Santoso") < out.index("I Manajemen Perubahan") < out.index("VI Peningkatan")
    assert "3 hari lagi" in out and "Jatuh tempo sebelum rencana ditandatangani: 72" in out


def test_nothing_due_is_said(run: Run) -> None:
    """Early in the year the answer is a sentence."""
    out = run("agenda", "--on", "2024-01-02", "--days", "3")[1]
    assert "Tidak ada yang lewat batas waktu atau jatuh tempo dalam 3 hari." in out


def test_one_persons_text_to_paste(charged: Run) -> None:
    """Only their duties, ready for the group."""
    code, out, _ = charged("agenda", "--on", "2024-07-30", "--person", "budi santoso", "--format", "text")
    assert code == 0
    assert out.count("\n• ") == 5 and "*Budi Santoso* (5 bukti)" in out and "I Manajemen Perubahan*" not in out


def test_a_person_without_duties_is_named(charged: Run) -> None:
    """A wrong name is a wrong use, and the right ones are told."""
    code, _, err = charged("agenda", "--on", "2024-07-30", "--person", "Budy")
    assert code == 2 and "«Budy»" in err and "Budi Santoso" in err


def test_json_and_reach(charged: Run) -> None:
    """`--days` says how far it looks; the default is 30."""
    code, out, _ = charged("agenda", "--on", "2024-07-01", "--format", "json")
    told = json.loads(out)
    assert (code, told["on"], told["days"]) == (0, "2024-07-01", 30)
    assert told["people"][0] == {**told["people"][0], "name": "Budi Santoso", "person": "Budi Santoso"}
    assert told["totals"] == {"day": 0, "week": 0, "passed": 27, "month": 24, "before_signing": 72}


def test_the_calendar_reaches_to_the_years_end(charged: Run, office: Office) -> None:
    """Every open slot of the year, unless `--days` says less."""
    whole = charged("agenda", "--on", "2024-07-01", "--format", "ics")[1]
    some = charged("agenda", "--on", "2024-07-01", "--format", "ics", "--days", "0")[1]
    assert [len(Calendar.from_ical(text).walk("VEVENT")) for text in (whole, some)] == [278, 99]
    assert str(office.settings.home) not in whole
