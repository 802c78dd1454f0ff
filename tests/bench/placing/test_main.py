"""The bench of placing as it is run."""

import pytest

from bench.placing.main import main, noises
from bench.placing.noise import Tally


def test_the_table_tells_both_halves_and_the_goals(capsys: pytest.CaptureFixture[str]) -> None:
    """Quickly, with the mistakes of the tuning half."""
    assert main(["--quick", "--mistakes"]) == 0
    told = capsys.readouterr().out
    assert "reported half" in told
    assert told.count("goal ") == 2
    assert "ms a document" in told
    assert "titles in other words" in told


def test_noises_are_summed() -> None:
    """A line for each, and one for all, with the wrong ones where they are asked for."""
    told = noises({"final": Tally(3, ["a.pdf -> x"], 4, 2), "copy": Tally(1, [], 4, 1)}, shown=True)
    assert told.splitlines()[1].split()[:3] == ["final", "3", "1"]
    assert told.splitlines()[3].split()[:4] == ["all", "4", "1", "75.00"]
    assert told.endswith("a.pdf -> x")
