"""The ledger: append-only, chained, durable."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.decided import AT, entries
from ziarchive.decisions import Decision, Entry, Link, Outcome, Unwaive, Verdict, Waiver
from ziarchive.errors import CannotRun, LedgerBroken
from ziarchive.ledger import Ledger
from ziarchive.model import Code, Period
from ziarchive.records import Mark

CODE = Code((1, 4, 2, 1))
JULY = Period(date(2024, 7, 1), date(2024, 7, 31))
ALL = (
    Link("a" * 64, (CODE, Code((6, 1, 1, 2)))),
    Verdict("b" * 64, CODE, Outcome.FIX, "tanda tangan belum ada"),
    Waiver(CODE, JULY, "tidak ada rapat"),
    Waiver(CODE, None, "tidak berlaku di kantor ini"),
    Unwaive(CODE, None, ""),
)
EMPTY = Mark()


def said(*decisions: Decision) -> list[Entry]:
    return entries(decisions, "sekretaris")


def filled(file: Path, *decisions: Decision) -> Ledger:
    ledger = Ledger(file)
    for decision in decisions:
        ledger.append(said(decision), EMPTY)
    return ledger


def test_what_was_decided_is_read_back(tmp_path: Path) -> None:
    """Every kind of decision returns as it was appended, in order, with who and when."""
    entries = filled(tmp_path / "ledger.jsonl", *ALL).history().entries
    assert tuple(entry.decision for entry in entries) == ALL
    assert {(entry.who, entry.at) for entry in entries} == {("sekretaris", AT)}


def test_no_file_is_an_empty_ledger(tmp_path: Path) -> None:
    """An office that decided nothing has no ledger file."""
    assert Ledger(tmp_path / "none.jsonl").history().entries == ()
    assert Ledger(tmp_path / "none.jsonl").findings(EMPTY) == ()


def test_append_only_adds(tmp_path: Path) -> None:
    """Appending leaves every earlier byte as it was."""
    file = tmp_path / "ledger.jsonl"
    filled(file, *ALL[:2])
    before = file.read_bytes()
    filled(file, ALL[2])
    assert file.read_bytes().startswith(before)


@pytest.mark.parametrize("line", range(len(ALL)))
def test_a_changed_line_breaks_the_chain(tmp_path: Path, line: int) -> None:
    """Altering one line is found, the first that does not fit is named, and what stands before it counts."""
    file = tmp_path / "ledger.jsonl"
    ledger = filled(file, *ALL, Link("c" * 64, ()))
    lines = file.read_bytes().split(b"\n")
    lines[line] = lines[line].replace(b"sekretaris", b"orang lain")
    file.write_bytes(b"\n".join(lines))
    (finding,) = ledger.findings(EMPTY)
    assert f"baris {line + 2}" in finding
    assert tuple(entry.decision for entry in ledger.history().entries) == (*ALL, Link("c" * 64, ()))[: line + 1]


def test_a_removed_line_breaks_the_chain(tmp_path: Path) -> None:
    """Removing a line from the middle is found."""
    file = tmp_path / "ledger.jsonl"
    ledger = filled(file, *ALL)
    lines = file.read_bytes().split(b"\n")
    file.write_bytes(b"\n".join(lines[:1] + lines[2:]))
    assert "baris 2" in ledger.trouble(EMPTY)


def test_a_broken_ledger_takes_no_more(tmp_path: Path) -> None:
    """Nothing is appended behind a broken chain."""
    file = tmp_path / "ledger.jsonl"
    file.write_bytes(b'{"not": "ours"}\n')
    with pytest.raises(LedgerBroken):
        Ledger(file).append(said(ALL[0]), EMPTY)
    assert file.read_bytes() == b'{"not": "ours"}\n'


@given(st.integers(min_value=2))
def test_a_torn_last_line_costs_only_itself(tmp_path_factory: pytest.TempPathFactory, cut: int) -> None:
    """However a power cut shortens the last line, the rest is read, it is reported, and work goes on."""
    file = tmp_path_factory.mktemp("torn") / "ledger.jsonl"
    filled(file, *ALL)
    whole = file.read_bytes()
    last = len(whole.split(b"\n")[-2])
    gone = 2 + cut % last
    file.write_bytes(whole[:-gone])
    ledger = Ledger(file)
    assert tuple(entry.decision for entry in ledger.history().entries) == ALL[:-1]
    assert len(ledger.findings(EMPTY)) == (1 if gone <= last else 0)
    ledger.append(said(ALL[-1]), EMPTY)
    assert tuple(entry.decision for entry in ledger.history().entries) == ALL
    assert ledger.findings(EMPTY) == ()
    assert file.read_bytes() == whole


def test_a_line_that_lacks_only_its_end_is_kept(tmp_path: Path) -> None:
    """A last line that is whole and rightly chained counts, and the next one begins on a line of its own."""
    file = tmp_path / "ledger.jsonl"
    ledger = filled(file, *ALL[:3])
    whole = file.read_bytes()
    file.write_bytes(whole[:-1])
    assert tuple(entry.decision for entry in ledger.history().entries) == ALL[:3]
    assert ledger.findings(EMPTY) == ()
    ledger.append(said(ALL[3]), EMPTY)
    assert file.read_bytes().startswith(whole)
    assert tuple(entry.decision for entry in ledger.history().entries) == ALL[:4]


@pytest.mark.parametrize(
    ("edit", "named"),
    [
        (lambda raw: b"\xef\xbb\xbf" + raw, "BOM"),
        (lambda raw: raw.replace(b"\n", b"\r\n"), "CRLF"),
        (lambda raw: b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n"), "BOM di awal dan akhir baris CRLF"),
    ],
    ids=["bom", "crlf", "both"],
)
def test_an_editors_marks_are_named_and_cost_nothing(
    tmp_path: Path, edit: Callable[[bytes], bytes], named: str
) -> None:
    """A file that an editor saved is read in full; the finding says what it added, and nothing is appended."""
    file = tmp_path / "ledger.jsonl"
    ledger = filled(file, *ALL)
    edited = edit(file.read_bytes())
    file.write_bytes(edited)
    assert tuple(entry.decision for entry in ledger.history().entries) == ALL
    (finding,) = ledger.findings(EMPTY)
    assert named in finding
    with pytest.raises(LedgerBroken, match="belum dicatat"):
        ledger.append(said(ALL[0]), EMPTY)
    assert file.read_bytes() == edited


@pytest.mark.parametrize("kept", range(len(ALL)))
def test_lines_cut_off_the_end_are_missed(tmp_path: Path, kept: int) -> None:
    """Who knows how far the ledger went sees that its last lines are gone, and nothing is appended then."""
    file = tmp_path / "ledger.jsonl"
    ledger = filled(file, *ALL)
    last = ledger.history().mark
    assert ledger.findings(last) == ()
    file.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[:kept]))
    assert ledger.findings(EMPTY) == ()
    (finding,) = ledger.findings(last)
    assert f"{len(ALL) - kept} baris terakhir hilang" in finding
    with pytest.raises(LedgerBroken):
        ledger.append(said(ALL[0]), last)


def test_a_rewritten_end_is_seen(tmp_path: Path) -> None:
    """Another last line, rightly chained, is not the line that was remembered; more lines behind it are fine."""
    file = tmp_path / "ledger.jsonl"
    last = filled(file, *ALL[:2]).history().mark
    assert filled(file, ALL[2]).findings(last) == ()
    other = filled(tmp_path / "other.jsonl", ALL[0], ALL[3])
    assert other.findings(EMPTY) == ()
    assert other.findings(last)


def test_processes_append_in_turn(tmp_path: Path) -> None:
    """Decisions written down by several processes at once stand one behind the other in a whole chain."""
    script = (
        "import sys; from pathlib import Path; from datetime import UTC, datetime; from ziarchive.ledger import Ledger;"
        "from ziarchive.records import Mark; from ziarchive.decisions import Entry, Link\n"
        "for number in range(10):"
        " Ledger(Path(sys.argv[1])).append([Entry(Link(sys.argv[2] * 64, ()), 'x', datetime.now(UTC))], Mark())"
    )
    file = tmp_path / "ledger.jsonl"
    started = [subprocess.Popen([sys.executable, "-c", script, str(file), name]) for name in "abc"]
    assert [process.wait(60) for process in started] == [0, 0, 0]
    history = Ledger(file).history()
    assert (history.trouble, len(history.entries)) == ("", 30)


def test_a_ledger_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    """What cannot be written down is an error in words, and no decision."""
    file = tmp_path / "ledger.jsonl"
    file.mkdir()
    with pytest.raises(CannotRun, match="tidak dapat dibaca"):
        Ledger(file).append(said(ALL[0]), EMPTY)
    (tmp_path / "other.lock").mkdir()
    with pytest.raises(CannotRun, match="kunci"):
        Ledger(tmp_path / "other.jsonl").append(said(ALL[0]), EMPTY)
    assert not (tmp_path / "other.jsonl").exists()
