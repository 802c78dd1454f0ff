"""The commands for tokens."""

from collections.abc import Callable

import pytest

from tests.conftest import Office
from ziarchive import accounts
from ziarchive.decisions import Role
from ziarchive.tokens import Tokens

Run = Callable[..., tuple[int, str, str]]
GOOD = "meja hujan kuda biru"


@pytest.fixture
def token(run: Run, office: Office) -> Run:
    """Run a `token` command in an office with a secretary."""
    with office.open() as archive:
        accounts.add(archive, "Sari", Role.SECRETARY, "Sari", lambda: GOOD)
    return lambda *arguments: run("token", *arguments)


def test_tokens_come_and_go(token: Run, office: Office) -> None:
    """A token is printed once, alone on standard output; the list tells of it without it."""
    assert token("list")[1].startswith("Belum ada token")
    code, out, err = token("add", "Dasbor", "--person", "Sari", "--days", "30")
    assert (code, err) == (0, "Simpan sekarang: token ini tidak dapat ditampilkan lagi.\n")
    assert Tokens.of(office.settings).find(out.strip())
    listed = token("list")[1]
    assert listed.startswith("Dasbor: Sari, sekretaris; dibuat") and "belum dipakai" in listed and out not in listed
    assert token("remove", "Dasbor")[:2] == (0, "Token «Dasbor» dicabut.\n")
    assert Tokens.of(office.settings).all() == ()


def test_a_program_of_its_own(token: Run) -> None:
    """With a role the token stands for itself; only who may give roles makes one."""
    assert token("add", "Dasbor", "--role", "reader", "--who", "Siapa")[0] == 2
    assert token("add", "Dasbor", "--role", "reader", "--who", "Sari")[0] == 0
    assert token("list")[1].startswith("Dasbor: Dasbor, pembaca;")
    assert token("remove", "Dasbor", "--who", "Sari")[0] == 0


@pytest.mark.parametrize("more", [(), ("--person", "Sari", "--role", "reader")])
def test_whose_it_is_must_be_said_once(token: Run, more: tuple[str, ...]) -> None:
    """A token belongs to a person or stands for itself: one of both."""
    code, out, err = token("add", "Dasbor", *more)
    assert (code, out) == (2, "") and "salah satu" in err
