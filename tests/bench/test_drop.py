"""The drop measurement says so when the program does not run."""

from pathlib import Path

import pytest

from bench import drop


def test_a_program_that_ends_is_noticed_at_once(tmp_path: Path) -> None:
    """A HOME with wrong settings ends `ziarchive run`; the bench does not wait for it in vain."""
    (tmp_path / "ziarchive.toml").write_text('plan = "tidak ada"\n', encoding="utf-8")
    with pytest.raises(drop.NotFound, match="ended with 3"):
        drop.measure(tmp_path, tmp_path, 1)
