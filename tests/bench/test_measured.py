"""A task runs in its own process; its figures and its memory come back."""

from pathlib import Path

import pytest

from bench.measured import TaskFailed, run
from bench.questions import QUESTIONS
from samples import many


def test_a_task_tells_its_figures_and_memory(tmp_path: Path) -> None:
    """The naive build and its ten questions run, counted, timed and weighed."""
    many.fill(tmp_path / "arsip", 4)
    built = run("bench.naive", "cold", str(tmp_path / "arsip"), str(tmp_path / "indeks"))
    assert built.figures["documents"] == [4]
    assert built.figures["seconds"][0] > 0
    assert 1_000_000 < built.parent_bytes <= built.tree_bytes
    asked = run("bench.naive", "queries", str(tmp_path / "indeks"), "2")
    assert len(asked.figures["milliseconds"]) == 2 * len(QUESTIONS)


def test_a_task_that_fails_is_said(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A task that ends with an error stops the bench, and its own words are shown."""
    with pytest.raises(TaskFailed, match=r"bench\.naive queries"):
        run("bench.naive", "queries", str(tmp_path / "tidak ada"), "1")
    assert "EmptyIndexError" in capfd.readouterr().err
