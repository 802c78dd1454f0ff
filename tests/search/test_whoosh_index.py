"""The Whoosh index keeps the contract."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.search.contract import SearchIndexContract
from ziarchive.ports import SearchIndex
from ziarchive.search.whoosh_index import WhooshIndex


class TestWhooshIndex(SearchIndexContract):
    @pytest.fixture
    def new_index(self, tmp_path: Path) -> Iterator[SearchIndex]:
        index = WhooshIndex(tmp_path / "search")
        yield index
        index.close()
