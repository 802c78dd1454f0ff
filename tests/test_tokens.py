"""Tokens in their file, and whose rights each has."""

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ziarchive import accounts, clients
from ziarchive.archive import Archive
from ziarchive.clients import Client
from ziarchive.decisions import Appoint, Role
from ziarchive.errors import CannotRun, NotAllowed, UsageError
from ziarchive.locks import Lock
from ziarchive.people import People
from ziarchive.settings import Settings
from ziarchive.tokens import LOCK, NAME, NOTED, Tokens

NOW = datetime(2024, 7, 15, 9, 0, tzinfo=UTC)
GOOD = "meja hujan kuda biru"


@pytest.fixture
def tokens(tmp_path: Path) -> Tokens:
    return Tokens.of(Settings(tmp_path))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An office with a secretary and somebody in charge, whose clock a test puts forward."""
    (tmp_path / "archive").mkdir()
    with Archive(Settings(tmp_path, executor="inline"), lambda: NOW) as opened:
        accounts.add(opened, "Sari", Role.SECRETARY, "Sari", lambda: GOOD)
        accounts.add(opened, "Budi", Role.IN_CHARGE, "Sari", lambda: GOOD)
        yield opened


def who(archive: Archive, secret: str) -> Client | None:
    """Return who comes in with a token, as a program of its own would be told."""
    found = Tokens.of(archive.settings).find(secret)
    return clients.client(archive, People.of(archive.settings), found) if found else None


def test_the_file_tells_no_token_and_is_private(tokens: Tokens, tmp_path: Path) -> None:
    """Only hashes are kept, in a file for this system user alone; nothing else is left behind."""
    secrets = [tokens.add(name, "Sari", "", NOW, None) for name in ("Dasbor", "Cadangan")]
    file = tmp_path / NAME
    text = file.read_text(encoding="utf-8")
    assert not any(each in text or each.removeprefix("zia_") in text for each in secrets)
    assert len({*secrets}) == 2 and all(len(each) > 40 for each in secrets)
    assert [*json.loads(text)] == ["Cadangan", "Dasbor"]
    if os.name == "posix":
        assert file.stat().st_mode & 0o077 == 0
    assert {each.name for each in tmp_path.iterdir()} <= {NAME, LOCK}


def test_only_the_token_itself_is_found(tokens: Tokens, tmp_path: Path) -> None:
    """A token is found as it was given, from any process; its hash, a part of it and nothing are not."""
    secret = tokens.add("Dasbor", "Sari", "", NOW, None)
    other = Tokens(tmp_path / NAME)
    found = other.find(secret)
    assert found and found.name == "Dasbor"
    assert [other.find(each) for each in (found.hash, secret[:-1], secret + "A", "", "\ud800", "A" * 10_000)] == [
        None
    ] * 6
    assert secret not in repr(found) and found.hash not in repr(found)


def test_names_are_taken_once_and_removed(tokens: Tokens) -> None:
    """A name belongs to one token, whatever its case; who removes it lets nobody in with it."""
    secret = tokens.add("Dasbor", "Sari", "", NOW, None)
    with pytest.raises(UsageError, match="sudah ada"):
        tokens.add("dasbor ", "Sari", "", NOW, None)
    assert tokens.remove("DASBOR").name == "Dasbor"
    assert tokens.find(secret) is None
    with pytest.raises(UsageError, match="tidak ada"):
        tokens.remove("Dasbor")


def test_its_last_use_is_noted_now_and_then(tokens: Tokens) -> None:
    """The first use is written, the next within the hour is not, a later one is."""
    secret = tokens.add("Dasbor", "Sari", "", NOW, None)

    def used(at: datetime) -> datetime | None:
        token = tokens.find(secret)
        assert token
        tokens.note_use(token, at)
        found = tokens.find(secret)
        return found.used if found else None

    assert used(NOW) == NOW
    assert used(NOW + NOTED / 2) == NOW
    assert used(NOW + NOTED) == NOW + NOTED


def test_noting_a_use_neither_waits_nor_fails(tokens: Tokens, tmp_path: Path) -> None:
    """While another process writes the file, the use goes unnoted."""
    token = tokens.find(tokens.add("Dasbor", "Sari", "", NOW, None))
    assert token
    with Lock(tmp_path / LOCK, "").held():
        tokens.note_use(token, NOW)
    assert [each.used for each in tokens.all()] == [None]


@pytest.mark.parametrize("text", ["{", "[]", '{"a": {}}', '{"a": {"hash": 1}}'])
def test_a_damaged_file_lets_nobody_in(tokens: Tokens, tmp_path: Path, text: str) -> None:
    """It is told in words what is wrong, and no token is found."""
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    with pytest.raises(CannotRun, match="tidak dapat dibaca"):
        tokens.find("zia_x")


def test_a_lent_token_has_its_owners_role_of_the_moment(archive: Archive) -> None:
    """It changes with the role, rests while there is none, and is the owner's name on decisions."""
    secret = clients.lend(archive, "Dasbor", " budi", None)
    assert who(archive, secret) == Client("Budi", Role.IN_CHARGE)
    archive.decide("Sari", Appoint("Budi", Role.READER))
    assert who(archive, secret) == Client("Budi", Role.READER)
    archive.decide("Sari", Appoint("Budi", None))
    assert who(archive, secret) is None


def test_a_lent_token_ends_with_its_owner(archive: Archive) -> None:
    """Who is removed takes the token along, also when somebody of that name is let in later."""
    secret = clients.lend(archive, "Dasbor", "Budi", None)
    accounts.remove(archive, "Budi", "Sari")
    assert who(archive, secret) is None
    People.of(archive.settings).add("Budi", GOOD, NOW + timedelta(days=1))
    archive.decide("Sari", Appoint("Budi", Role.HEAD))
    assert who(archive, secret) is None


def test_a_token_ends_on_its_day(archive: Archive) -> None:
    """It is good until its days are over, and no moment longer."""
    token = Tokens.of(archive.settings).find(clients.lend(archive, "Dasbor", "Budi", 30))
    assert token and not token.over(NOW + timedelta(days=30, seconds=-1)) and token.over(NOW + timedelta(days=30))


def test_a_program_of_its_own_has_a_role_and_no_password(archive: Archive) -> None:
    """Its role is a decision; removing the token takes it, and a user of the same name is somebody else."""
    secret = clients.appoint(archive, "Dasbor", Role.READER, "Sari", None)
    assert who(archive, secret) == Client("Dasbor", Role.READER)
    assert archive.standing.decisions().roles["Dasbor"] is Role.READER
    People.of(archive.settings).add("Dasbor", GOOD, NOW)
    assert who(archive, secret) is None
    People.of(archive.settings).remove("Dasbor")
    assert clients.remove(archive, "dasbor", "Sari") == "Dasbor"
    assert "Dasbor" not in archive.standing.decisions().roles


def test_what_cannot_be_is_refused(archive: Archive) -> None:
    """Only a secretary gives a program a role; names in use, unknown owners and owners without a role are told."""
    with pytest.raises(NotAllowed):
        clients.appoint(archive, "Dasbor", Role.READER, "Budi", None)
    with pytest.raises(UsageError, match="sudah punya peran"):
        clients.appoint(archive, "Budi", Role.READER, "Sari", None)
    with pytest.raises(UsageError, match="bukan pengguna"):
        clients.lend(archive, "Dasbor", "Siapa", None)
    archive.decide("Sari", Appoint("Budi", None))
    with pytest.raises(UsageError, match="belum punya peran"):
        clients.lend(archive, "Dasbor", "Budi", None)
    assert Tokens.of(archive.settings).all() == ()


def test_a_site_without_people_has_no_programs(tmp_path: Path) -> None:
    """A first role given to a program would shut everybody out, so people come first."""
    (tmp_path / "archive").mkdir()
    with (
        Archive(Settings(tmp_path, executor="inline"), lambda: NOW) as archive,
        pytest.raises(UsageError, match="Belum ada pengguna"),
    ):
        clients.appoint(archive, "Dasbor", Role.SECRETARY, "Sari", None)
