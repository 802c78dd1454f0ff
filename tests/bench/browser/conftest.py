"""The big office of the browser's bench, small, and made once for all its tests."""

from pathlib import Path

import pytest

from bench.browser import office

COUNT = 60


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office of 480 slots and `COUNT` documents."""
    folder = tmp_path_factory.mktemp("kantor") / "besar"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(office, "COMPONENTS", 1)
        patched.setattr(office, "INDICATORS", 2)
        assert office.build(folder, COUNT)
    return folder
