"""A cabinet for every test of the advice."""

from pathlib import Path

import pytest

from tests.advice.cabinet import Cabinet


@pytest.fixture
def cabinet(tmp_path_factory: pytest.TempPathFactory) -> Cabinet:
    return Cabinet(str(Path(tmp_path_factory.getbasetemp())))
