"""The demo office, written once for all its tests."""

from pathlib import Path

import pytest

from samples import office


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo office's archive on its usual day."""
    home = tmp_path_factory.mktemp("kantor")
    office.fill(home)
    return home / "archive"
