"""The whole search bench, small: every table gets its figures."""

import re
from pathlib import Path

import pytest

from bench.measured import TaskFailed
from bench.search import main as program
from bench.search import sizes
from bench.search.peers import Peer
from bench.search.prose import Prose
from bench.search.records import KINDS
from bench.search.sizes import Plan

BROKEN = Peer("rusak", "bench.search.peer_none")
MISSING = Peer("jauh", "bench.search.peer_none", "", "apt-get install jauh")


def test_the_bench_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """Files and two sizes are measured, goals and growth are printed; a peer that fails or is missing costs no figure.

    The engines that work have tests of their own.
    """
    monkeypatch.setattr(program, "engines", lambda: (BROKEN, MISSING))
    small = ["--questions", "2", "--added", "1", "--scratch", str(tmp_path)]
    assert program.main(["--size", "6", "--size", "12", "--files", "2", *small]) == 0
    told, said = capfd.readouterr()
    for title in ("Cold, from files: 2", "6 documents of", "12 documents of", "Growth over 6, 12 documents"):
        assert title in told
    for kind in KINDS:
        assert len(re.findall(rf"^{kind}, p95 +\d", told, re.MULTILINE)) == 4
    assert re.search(r"times the naive loop +\d+\.\d .* (met|NOT MET)$", told, re.MULTILINE)
    assert re.search(r"^questions with snippets, p95 +-?\d", told, re.MULTILINE)
    assert "No module named" in said and "not measured" in told
    assert told.count("rusak ended with an error") >= 2
    assert told.count("jauh is not installed: apt-get install jauh") >= 2
    assert not list(tmp_path.iterdir()), "the scratch was left behind"


def test_ours_must_not_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """Without our own figures there is nothing to print."""
    monkeypatch.setattr(sizes, "OURS", BROKEN)
    with pytest.raises(TaskFailed, match="peer_none"):
        sizes.measure(Plan(3, 1, 1), Prose.of(None), (), tmp_path, lambda _: None)
    assert "No module named" in capfd.readouterr().err


def test_there_is_nothing_to_ask_of_no_texts(capsys: pytest.CaptureFixture[str]) -> None:
    """A size of none is refused before anything is measured."""
    with pytest.raises(SystemExit):
        program.main(["--size", "0"])
    assert "argument --size: at least one text" in capsys.readouterr().err
