"""One worker for all hostile files of a module: each is read in it, and after each an honest file."""

from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

import pytest

from ziarchive.extract import read
from ziarchive.limits import Limits
from ziarchive.model import ReadState
from ziarchive.ports import Extracted
from ziarchive.workers import processes, safely


@dataclass(frozen=True)
class Reader:
    """Reads a file as the archive does."""

    executor: Executor
    honest: Path

    def __call__(self, path: Path) -> Extracted:
        """Return what is found, which has a reason unless it is whole; the worker then reads an honest file.

        A worker that was lost would be replaced by a new process, which `no_leaks` reports.
        """
        found = safely(self.executor.submit(read, path))
        assert found.why or found.state is ReadState.OK
        assert safely(self.executor.submit(read, self.honest)).pages == ("Laporan Maret",)
        return found


@pytest.fixture(scope="module")
def executor() -> Iterator[Executor]:
    with processes(1, Limits(seconds=30)) as started:
        yield started


@pytest.fixture(autouse=True, scope="module")
def reader(executor: Executor, tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """Return the reader; its worker is there before the first test, so that none seems to leak it."""
    honest = tmp_path_factory.mktemp("jujur") / "laporan.txt"
    honest.write_text("Laporan Maret", encoding="utf-8")
    assert safely(executor.submit(read, honest)).state is ReadState.OK
    return Reader(executor, honest)
