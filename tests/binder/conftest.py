"""A small archive for each test."""

from pathlib import Path

import pytest

from tests.binder.office import Small


@pytest.fixture
def small(tmp_path: Path) -> Small:
    root = tmp_path / "archive"
    root.mkdir()
    return Small(root)
