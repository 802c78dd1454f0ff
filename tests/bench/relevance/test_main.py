"""The whole bench, on the evidence and one small law."""

from pathlib import Path

import pytest

from bench.relevance import main as bench
from bench.relevance.judged import questions


def test_it_runs_without_a_corpus(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without laws the questions about evidence are asked of every engine, and ours finds most answers."""
    assert bench.main(["--scratch", str(tmp_path), "--worst", "1"]) == 0
    printed = capsys.readouterr().out
    on_evidence = [question for question in questions() if not question.on_laws]
    assert f"{len(on_evidence)} questions" in printed
    ours = next(line.split() for line in printed.splitlines() if line.startswith("ziarchive"))
    assert all(float(figure) > 0.5 for figure in ours[1:])
    assert "FTS5 unicode61" in printed
    assert "goal: nDCG@10" in printed
    assert list(tmp_path.iterdir()) == []
