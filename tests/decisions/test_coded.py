"""Every decision returns from the ledger as it went in."""

import json
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given

from tests.decisions.many import JULY, ONE, decisions
from ziarchive.decisions import Decision, Outcome, Verdict, Waiver
from ziarchive.decisions.coded import KINDS, decode, encode


@given(decisions)
def test_what_is_written_is_read(decision: Decision) -> None:
    """Through JSON and back, any decision is the same."""
    assert decode(json.loads(json.dumps(encode(decision)))) == decision


def test_every_kind_has_a_name() -> None:
    """No kind of decision is left out of the ledger's table."""
    assert set(KINDS.values()) == set(get_args(Decision))


def test_lines_of_the_first_ledgers_are_read() -> None:
    """A line that lacks the fields that came later is read, and one without them is written as it was."""
    old = {"do": "verdict", "sha256": "a", "code": "I.4.2.1", "outcome": "fix", "note": "belum"}
    verdict = Verdict("a", ONE, Outcome.FIX, "belum")
    assert decode(old) == verdict
    assert encode(verdict) == old
    assert encode(replace(verdict, final=True)) == old | {"final": True}
    waiver = {"do": "waive", "code": "I.4.2.1", "period": ["2024-07-01", "2024-07-31"], "reason": "libur"}
    assert encode(Waiver(ONE, JULY, "libur")) == waiver


@pytest.mark.parametrize(
    "record",
    [
        {"do": "dance"},
        {"do": "note", "code": "I.4", "period": None},
        {"do": "note", "code": "9", "period": None, "text": ""},
        {"do": "note", "code": "I.4", "period": ["2024"], "text": ""},
        {"do": "note", "code": "I.4", "period": None, "text": 7},
        {"do": "role", "person": "Ani", "role": "king"},
        {"do": "link", "sha256": "a", "codes": 3},
    ],
    ids=json.dumps,
)
def test_what_is_no_decision_is_refused(record: dict[str, object]) -> None:
    """A record of another kind, or with a missing or wrong field, is none."""
    with pytest.raises((KeyError, ValueError, TypeError)):
        decode(record)
