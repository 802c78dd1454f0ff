"""An office with people before whose site somebody stands."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.web.people import NAMES, Clock, Visitor, populate
from web import create_app
from ziarchive.archive import Archive
from ziarchive.decisions import Role
from ziarchive.settings import Settings

SARI, READER = NAMES[Role.SECRETARY], NAMES[Role.READER]


@dataclass
class Office:
    """An archive with people, a clock, and as many browsers as a test wants."""

    archive: Archive
    clock: Clock
    host: str = "127.0.0.1"

    def __post_init__(self) -> None:
        self.app = create_app(self.archive, self.host)

    def visitor(self, address: str = "192.168.1.20") -> Visitor:
        return Visitor(self.app, address)

    def within(self, name: str = SARI) -> Visitor:
        made = self.visitor()
        assert made.login(name).status_code == 303
        return made


@pytest.fixture
def opened(home: Path, tmp_path: Path) -> Iterator[Callable[..., Office]]:
    """`opened(**settings)` opens a copy of the common archive, which stays as it is."""
    copy = tmp_path / "kantor"
    shutil.copytree(home, copy)
    with ExitStack() as stack:

        def opened(peopled: bool = True, host: str = "127.0.0.1", **settings: object) -> Office:
            clock = Clock()
            made = replace(Settings(copy, executor="inline"), **settings)  # type: ignore[arg-type]
            archive = stack.enter_context(Archive(made, clock))
            if peopled:
                populate(archive)
            return Office(archive, clock, host)

        yield opened


@pytest.fixture
def office(opened: Callable[..., Office]) -> Office:
    return opened()
