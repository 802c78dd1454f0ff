"""The whole bench, small: every line of the table gets a figure."""

from pathlib import Path

from bench.main import measure


def test_every_line_is_measured(tmp_path: Path) -> None:
    """Both programs run on a generated archive, and a dropped file is found by the running one."""
    said: list[str] = []
    measures = measure(2, runs=1, drops=1, scratch=tmp_path, say=said.append)
    assert [line.label for line in measures if len(line.ours) != 1] == []
    assert [line.label for line in measures if line.ours[0] <= 0] == []
    assert {line.label.split(",")[0] for line in measures if not line.naive} == {
        "gap report",
        "drop to searchable after settling",
    }
    assert said[0].startswith("generating 2 documents")
    assert not list((tmp_path / "home" / "archive").glob("*.pdf")), "a dropped file was left behind"
