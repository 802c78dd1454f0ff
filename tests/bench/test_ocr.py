"""The bench of recognition measures what it says."""

from pathlib import Path

import pytest

from bench import ocr, worn
from tests.extract.pictured import need_tesseract


def test_the_bench_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On one good page ours and plain tesseract find nearly every word, and leave no file."""
    need_tesseract()
    monkeypatch.setattr(worn, "WAYS", {"clean, 150 dpi": worn.half})
    ((name, (ours, plain)),) = ocr.measure(1, tmp_path).items()
    assert name == "clean, 150 dpi" and ours.recall > 0.95 and plain.recall > 0.8
    assert [path.name for path in tmp_path.iterdir()] == ["page.pdf"]


def test_a_word_counts_as_often_as_it_stands_there() -> None:
    """Two of three equal words found are two of three, and a word too many adds nothing."""
    tally = ocr.Tally()
    tally.add("rapat rapat rapat 2024", "Rapat, rapat: 2023 dan lain", 1.5)
    assert (tally.found, tally.asked, tally.recall) == (2, 4, 0.5)


def test_the_table_tells_whether_a_goal_is_met() -> None:
    """Recall in percent, seconds a page, and the goal of the kinds that have one."""
    good, bad = ocr.Tally(96, 100, [1.0, 2.0]), ocr.Tally(50, 100, [3.0])
    lines = ocr.table({"clean, 300 dpi": (good, bad), "clean, 150 dpi": (good, bad), "grainy JPEG": (bad, ocr.Tally())})
    _, _, clean, half, jpeg = lines.splitlines()
    assert clean.split()[-4:] == ["96.0", "50.0", "1.5", "3.0"]
    assert half.endswith(">= 95  met") and jpeg.endswith(">= 85  NOT MET")
    assert set(ocr.GOALS) == {"clean, 150 dpi", *worn.DEGRADED}


def test_without_an_engine_it_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The bench ends at once, with what to install."""
    monkeypatch.setattr(ocr.ocr, "engine", lambda: "")
    assert ocr.main([]) == 1 and not capsys.readouterr().out
