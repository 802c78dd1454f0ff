"""The ledger: append-only, chained, durable."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.decisions import Decision, Link, Outcome, Verdict, Waiver
from ziarchive.errors import LedgerBroken
from ziarchive.ledger import Ledger
from ziarchive.model import Code, Period

AT = datetime(2024, 7, 1, 8, 30, tzinfo=UTC)
CODE = Code((1, 4, 2, 1))
JULY = Period(date(2024, 7, 1), date(2024, 7, 31))
ALL = (
    Link("a" * 64, (CODE, Code((6, 1, 1, 2)))),
    Verdict("b" * 64, CODE, Outcome.FIX, "tanda tangan belum ada"),
    Waiver(CODE, JULY, "tidak ada rapat"),
    Waiver(CODE, None, "tidak berlaku di kantor ini"),
)


def filled(file: Path, *decisions: Decision) -> Ledger:
    ledger = Ledger(file)
    for decision in decisions:
        ledger.append(decision, "sekretaris", AT)
    return ledger


def test_what_was_decided_is_read_back(tmp_path: Path) -> None:
    """Every kind of decision returns as it was appended, in order, with who and when."""
    entries = filled(tmp_path / "ledger.jsonl", *ALL).entries()
    assert tuple(entry.decision for entry in entries) == ALL
    assert {(entry.who, entry.at) for entry in entries} == {("sekretaris", AT)}


def test_no_file_is_an_empty_ledger(tmp_path: Path) -> None:
    """An office that decided nothing has no ledger file."""
    assert Ledger(tmp_path / "none.jsonl").entries() == ()
    assert Ledger(tmp_path / "none.jsonl").findings() == ()


def test_append_only_adds(tmp_path: Path) -> None:
    """Appending leaves every earlier byte as it was."""
    file = tmp_path / "ledger.jsonl"
    filled(file, *ALL[:2])
    before = file.read_bytes()
    filled(file, ALL[2])
    assert file.read_bytes().startswith(before)


@pytest.mark.parametrize("line", range(len(ALL)))
def test_a_changed_line_breaks_the_chain(tmp_path: Path, line: int) -> None:
    """Altering one line is found, and the first line that does not fit is named."""
    file = tmp_path / "ledger.jsonl"
    ledger = filled(file, *ALL, Link("c" * 64, ()))
    lines = file.read_bytes().split(b"\n")
    lines[line] = lines[line].replace(b"sekretaris", b"orang lain")
    file.write_bytes(b"\n".join(lines))
    with pytest.raises(LedgerBroken, match=f"baris {line + 2}"):
        ledger.entries()
    assert len(ledger.findings()) == 1


def test_a_removed_line_breaks_the_chain(tmp_path: Path) -> None:
    """Removing a line from the middle is found."""
    file = tmp_path / "ledger.jsonl"
    ledger = filled(file, *ALL)
    lines = file.read_bytes().split(b"\n")
    file.write_bytes(b"\n".join(lines[:1] + lines[2:]))
    with pytest.raises(LedgerBroken, match="baris 2"):
        ledger.entries()


def test_a_broken_ledger_takes_no_more(tmp_path: Path) -> None:
    """Nothing is appended behind a broken chain."""
    file = tmp_path / "ledger.jsonl"
    file.write_bytes(b'{"not": "ours"}\n')
    with pytest.raises(LedgerBroken):
        Ledger(file).append(ALL[0], "sekretaris", AT)
    assert file.read_bytes() == b'{"not": "ours"}\n'


@given(st.integers(min_value=1))
def test_a_torn_last_line_costs_only_itself(tmp_path_factory: pytest.TempPathFactory, cut: int) -> None:
    """However a power cut shortens the last line, the rest is read, it is reported, and work goes on."""
    file = tmp_path_factory.mktemp("torn") / "ledger.jsonl"
    filled(file, *ALL)
    whole = file.read_bytes()
    last = len(whole.split(b"\n")[-2]) + 1
    file.write_bytes(whole[: -(cut % last + 1)])
    ledger = Ledger(file)
    assert tuple(entry.decision for entry in ledger.entries()) == ALL[:-1]
    assert len(ledger.findings()) == (1 if cut % last + 1 < last else 0)
    ledger.append(ALL[-1], "sekretaris", AT)
    assert tuple(entry.decision for entry in ledger.entries()) == ALL
    assert ledger.findings() == ()
