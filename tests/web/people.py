"""A site with people: one of each role, who log in as a browser does."""

import json
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from secrets import token_hex

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.security import generate_password_hash
from werkzeug.test import TestResponse

from tests.web.conftest import NOW
from web import create_app
from ziarchive.archive import Archive
from ziarchive.decisions import Appoint, Role
from ziarchive.people import NAME

SECRET = "meja hujan kuda biru"  # noqa: S105  # of scratch people
NAMES = {role: f"Orang {role}" for role in Role}


@dataclass
class Clock:
    """The office's clock, which a test puts forward."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: float) -> None:
        self.now += timedelta(**time)


@dataclass
class Visitor:
    """Somebody with a browser of their own."""

    app: Flask
    address: str = "192.168.1.20"
    client: FlaskClient = field(init=False)

    def __post_init__(self) -> None:
        self.client = self.app.test_client()
        self.client.environ_base["REMOTE_ADDR"] = self.address

    def token(self, page: str) -> str:
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.client.get(page).text)
        return found[1] if found else ""

    def login(self, name: str, password: str = SECRET, after: str = "") -> TestResponse:
        token = self.token("/masuk")
        values = {"csrf_token": token, "nama": name, "sandi": password, "lanjut": after}
        return self.client.post("/masuk", data=values)

    def send(self, address: str, page: str = "/status", **fields: object) -> TestResponse:
        return self.client.post(address, data={"csrf_token": self.token(page), "lanjut": page, **fields})

    @property
    def inside(self) -> bool:
        return self.client.get("/status").status_code == 200


def populate(archive: Archive) -> None:
    """Let one person of each role in; `decides` only while nobody has one."""
    secretary = NAMES[Role.SECRETARY]
    archive.decide(secretary, Appoint(secretary, Role.SECRETARY))
    archive.decide(secretary, *(Appoint(name, role) for role, name in NAMES.items() if role is not Role.SECRETARY))
    let_in(archive, *NAMES.values())


def let_in(archive: Archive, *names: str) -> None:
    """Write the file of people, all with one password, whose hash is soon checked: the program makes dear ones."""
    now = archive.now().isoformat()
    file = archive.settings.home / NAME
    told = {name: {"hash": _hash(), "epoch": token_hex(16), "created": now, "changed": now} for name in names}
    file.touch(0o600)
    file.write_text(json.dumps(told), encoding="utf-8")


@cache
def _hash() -> str:
    return generate_password_hash(SECRET, method="scrypt:256:8:1")


def visitor(archive: Archive, address: str = "192.168.1.20", app: Flask | None = None) -> Visitor:
    return Visitor(app or create_app(archive), address)
