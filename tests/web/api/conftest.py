"""A copy of the common archive with people, a token for each role, and a program that uses the API."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.web.people import NAMES, Clock, populate
from web import create_app
from ziarchive import clients
from ziarchive.archive import Archive
from ziarchive.decisions import Charge, Role
from ziarchive.model import Code, Document
from ziarchive.settings import Settings

API = "/api/v1"


@dataclass(frozen=True)
class Office:
    """An office whose site has people and programs."""

    archive: Archive
    app: Flask
    tokens: Mapping[Role, str]
    clock: Clock

    def send(self, method: str, path: str, role: Role | None = Role.READER, **more: Any) -> TestResponse:
        """Send a request as a program with the token of a role, or with none."""
        headers = {"Authorization": f"Bearer {self.tokens[role]}"} if role else {}
        headers |= more.pop("headers", {})
        return self.app.test_client().open(f"{API}{path}", method=method, headers=headers, **more)

    def get(self, path: str, role: Role | None = Role.READER, status: int = 200, **more: Any) -> Any:
        answer = self.send("GET", path, role, **more)
        assert answer.status_code == status, answer.text
        return answer.json

    def post(self, path: str, said: object, role: Role = Role.SECRETARY, status: int = 200) -> Any:
        answer = self.send("POST", path, role, json=said)
        assert answer.status_code == status, answer.text
        return answer.json

    def document(self, part: str) -> Document:
        """Return the document whose path holds `part`."""
        return next(each for each in self.archive.documents() if part in each.path)


@dataclass(frozen=True)
class Prepared:
    """The home of an office with people, and their tokens."""

    home: Path
    tokens: Mapping[Role, str]


@pytest.fixture(scope="module")
def prepared(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """Let people and programs in once: passwords take time."""
    copy = tmp_path_factory.mktemp("api") / "kantor"
    shutil.copytree(home, copy)
    with Archive(Settings(copy, executor="inline"), Clock()) as archive:
        populate(archive)
        secretary, in_charge = NAMES[Role.SECRETARY], NAMES[Role.IN_CHARGE]
        archive.decide(secretary, *(Charge(Code((area,)), in_charge) for area in range(1, 7)))
        tokens = {role: clients.lend(archive, f"Program {role}", name, None) for role, name in NAMES.items()}
    return Prepared(copy, tokens)


@pytest.fixture
def office(prepared: Prepared, tmp_path: Path) -> Iterator[Office]:
    """An office of one test's own."""
    copy, clock = tmp_path / "kantor", Clock()
    shutil.copytree(prepared.home, copy)
    with Archive(Settings(copy, executor="inline"), clock) as archive:
        yield Office(archive, create_app(archive), prepared.tokens, clock)


@pytest.fixture(scope="module")
def asked(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office of one module's tests that decide nothing."""
    copy, clock = tmp_path_factory.mktemp("asked") / "kantor", Clock()
    shutil.copytree(prepared.home, copy)
    with Archive(Settings(copy, executor="inline"), clock) as archive:
        found = Office(archive, create_app(archive), prepared.tokens, clock)
        found.get("/search?q=rapat")  # what stays open from now on is the archive's own
        yield found
