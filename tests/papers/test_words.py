"""Texts from outside are fit to print, and times are told in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.papers.made import PLAN, report
from ziarchive.model import State
from ziarchive.papers.words import plain, prose, timing


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("SK tim – 1.pdf", "SK tim – 1.pdf"),
        ("a\u202efdp.exe", "a[U+202E]fdp.exe"),
        ("a\nb", "a[U+000A]b"),
        ("a\udcffb", "a[U+DCFF]b"),
        ("e\u0301", "é"),
        ("报告", "报告"),
    ],
    ids=["plain", "direction", "newline", "broken", "decomposed", "chinese"],
)
def test_signs_that_would_not_show(text: str, shown: str) -> None:
    """A sign that would not show is written as its number, all others stay."""
    assert plain(text) == shown


@given(st.text(st.characters()))
def test_every_text_can_be_held(text: str) -> None:
    """Whatever a disk calls a file, the text is printable, can be encoded and can stand in XML."""
    shown = plain(text)
    assert shown.isprintable() or "\u00a0" in shown
    element = etree.Element("a")
    element.text = shown  # refuses what XML cannot hold
    assert element.text == shown and shown.encode().decode() == shown


def test_prose_is_one_line() -> None:
    """What a person wrote over several lines is told on one."""
    assert prose(" satu\n\tdua ") == "satu dua"


@pytest.mark.parametrize(
    ("on", "state", "said"),
    [
        (date(2024, 2, 12), State.OVERDUE, "lewat 12 hari, sebelum rencana ditandatangani"),
        (date(2024, 1, 31), State.DUE_SOON, "hari ini"),
        (date(2024, 1, 26), State.DUE_SOON, "5 hari lagi"),
        (date(2023, 12, 1), State.UPCOMING, ""),
    ],
    ids=str,
)
def test_how_a_slot_stands_to_its_due_date(on: date, state: State, said: str) -> None:
    """What is overdue or due soon says by how many days; what is not, says nothing."""
    status = report((), on).slots[0]
    assert (status.state, timing(status, PLAN, on)) == (state, said)


def test_what_came_late_says_so() -> None:
    """Evidence dated after the due date is met, and told to be late."""
    status = next(each for each in report().slots if str(each.slot.code) == "I.1.1.2")
    assert timing(status, PLAN, date(2024, 7, 10)) == "dipenuhi setelah batas waktu"
