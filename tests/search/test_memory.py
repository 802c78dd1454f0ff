"""The in-memory index keeps the contract."""

from collections.abc import Iterator

import pytest

from tests.search.contract import SearchIndexContract
from ziarchive.ports import SearchIndex
from ziarchive.search.memory import MemoryIndex


class TestMemoryIndex(SearchIndexContract):
    @pytest.fixture
    def new_index(self) -> Iterator[SearchIndex]:
        index = MemoryIndex()
        yield index
        index.close()
