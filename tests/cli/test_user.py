"""Who may log in, on the command line."""

import io
import sys
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner

from tests.conftest import Office
from ziarchive import cli
from ziarchive.decisions import Appoint, Role
from ziarchive.people import NAME, People

GOOD = "meja hujan kuda biru"
Run = Callable[..., Any]


@pytest.fixture
def user(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a `user` command, with a password on standard input."""

    def run_user(*arguments: str, typed: str = GOOD) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{typed}\n"))
        stdin = ("--password-stdin",) if arguments[0] in ("add", "passwd") else ()
        return run("user", *arguments, *stdin)

    return run_user


def people(office: Office) -> People:
    return People.of(office.settings)


def roles(office: Office) -> dict[str, Role]:
    with office.open() as archive:
        return dict(archive.standing.decisions().roles)


def test_people_come_and_go(user: Run, office: Office) -> None:
    """The first is a secretary, who adds the others; roles stand in the ledger, passwords do not."""
    assert user("list")[1].startswith("Belum ada pengguna")
    assert user("add", "Sari", "--role", "secretary")[:2] == (0, "Sari: sekretaris, dapat masuk.\n")
    assert user("add", "Budi", "--role", "reader", "--who", "Sari")[0] == 0
    assert roles(office) == {"Sari": Role.SECRETARY, "Budi": Role.READER}
    assert user("list")[1].splitlines()[0].startswith("Budi: pembaca; kata sandi sejak ")
    assert people(office).checked("Budi", GOOD)
    assert GOOD not in office.settings.ledger.read_text() and "hash" not in office.settings.ledger.read_text()
    assert user("remove", "budi", "--who", "Sari")[:2] == (0, "Budi tidak dapat masuk lagi.\n")
    assert roles(office) == {"Sari": Role.SECRETARY}
    assert not people(office).find("Budi")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("add", "Budi", "--role", "reader"), "Pengguna pertama harus sekretaris"),
        (("add", "Budi"), "belum punya peran"),
        (("add", "x" * 81, "--role", "secretary"), "1 sampai 80"),
        (("passwd", "Budi"), "bukan pengguna"),
        (("remove", "Budi"), "bukan pengguna"),
    ],
    ids=["no secretary", "no role", "long name", "passwd of nobody", "remove of nobody"],
)
def test_a_wrong_first_step_is_told(user: Run, office: Office, arguments: tuple[str, ...], words: str) -> None:
    """What cannot be is refused in words, and nothing is written."""
    code, _, err = user(*arguments)
    assert (code, words in err) == (2, True), err
    assert not office.settings.ledger.exists() and not (office.settings.home / NAME).exists()


def test_a_weak_password_writes_nothing(user: Run, office: Office) -> None:
    """The role is not given to whom the password is refused."""
    assert user("add", "Sari", "--role", "secretary", typed="sari")[0] == 2
    assert not office.settings.ledger.exists() and not people(office).all()


def test_only_a_secretary_lets_in_and_out(user: Run, office: Office) -> None:
    """Somebody else is refused, and the last secretary who can log in stays."""
    user("add", "Sari", "--role", "secretary")
    user("add", "Budi", "--role", "in_charge", "--who", "Sari")
    assert "hanya dapat dibuat oleh: sekretaris" in user("add", "Ani", "--role", "head", "--who", "Budi")[2]
    assert user("remove", "Sari", "--who", "Sari")[0] == 2
    assert user("remove", "Budi", "--who", "Budi")[0] == 2
    assert [each.name for each in people(office).all()] == ["Budi", "Sari"]


def test_a_role_from_before_stands(user: Run, office: Office) -> None:
    """Who had a role before there were passwords keeps it without being told again."""
    with office.open() as archive:
        archive.decide("Sari", Appoint("Sari", Role.SECRETARY))
        archive.decide("Sari", Appoint("Budi", Role.HEAD))
    assert "Pengguna pertama harus sekretaris" in user("add", "Budi")[2]
    assert user("add", "Sari")[0] == 0
    assert user("add", "Budi")[:2] == (0, "Budi: ketua tim penilai, dapat masuk.\n")
    with office.open() as archive:
        assert len(archive.standing.entries()) == 2


def test_a_password_is_changed(user: Run, office: Office) -> None:
    """`passwd` ends the old password and takes the name in any letter case."""
    user("add", "Sari", "--role", "secretary")
    assert user("passwd", "SARI", typed="lampu tiga kopi sawah")[:2] == (0, "Sari: kata sandi diganti.\n")
    assert not people(office).checked("Sari", GOOD)


@pytest.mark.parametrize(("again", "code"), [(GOOD, 0), ("salah ketik saja", 1)], ids=["the same", "another"])
def test_on_a_terminal_it_is_asked_twice(office: Office, again: str, code: int) -> None:
    """The password is not shown, and one that is typed differently changes nothing."""
    (office.settings.home / "ziarchive.toml").touch()
    home = str(office.settings.home)
    arguments = ["--home", home, "user", "add", "Sari", "--role", "secretary"]
    told = CliRunner().invoke(cli.cli, arguments, input=f"{GOOD}\n{again}\n")
    assert told.exit_code == code
    assert GOOD not in told.output
    assert bool(people(office).all()) is (code == 0)


def test_people_do_not_lie_in_the_evidence(user: Run, office: Office) -> None:
    """Where HOME itself is the archive, the list would be found as evidence: it is not made."""
    (office.settings.home / "ziarchive.toml").write_text('[archive]\nfolder = "."\n')
    code, _, err = user("add", "Sari", "--role", "secretary")
    assert (code, "archive.folder" in err) == (3, True)
    assert not (office.settings.home / NAME).exists()
