"""Who may log in and what each may do there: people and the roles in the ledger, changed together.

A role without a password decides nothing on the site, and a password without a role lets nobody in, so a
change that stops half-way gives no right away.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from ziarchive import people
from ziarchive.archive import Archive
from ziarchive.decisions import Appoint, Role
from ziarchive.errors import CannotRun, UsageError
from ziarchive.people import People

Ask = Callable[[], str]
"""Asks for a password, once all else is known to be well."""


@dataclass(frozen=True, slots=True)
class Account:
    name: str
    role: Role | None
    """None lets nobody in."""
    created: datetime
    changed: datetime
    """When the password was set."""


def add(archive: Archive, name: str, role: Role | None, who: str, ask: Ask) -> Role:
    """Let somebody in; return their role. Without `role` the one that they have stands.

    Raises `UsageError`, also for a first person who is no secretary, and `NotAllowed` unless `who` may give roles.
    """
    known, name = People.of(archive.settings), people.tidy(name)
    _refuse_public(archive)
    if taken := known.find(name):
        raise UsageError(f"{taken.name} sudah menjadi pengguna. Bila lupa, ganti kata sandinya.")
    has = archive.standing.decisions().roles.get(name)
    given = role or has
    if given is None:
        raise UsageError(f"{name} belum punya peran. Tulis dengan --role, misalnya --role reader.")
    if not known.all() and given is not Role.SECRETARY:
        raise UsageError("Pengguna pertama harus sekretaris (secretary), agar ada yang dapat mengatur.")
    made = () if given is has else (Appoint(name, given),)
    archive.check(who, *made)
    password = ask()
    people.refuse_weak(password, name)
    if made:
        archive.decide(who, *made)
    known.add(name, password, archive.now())
    return given


def change(archive: Archive, name: str, ask: Ask) -> str:
    """Give somebody another password and return their name as it is kept; their sessions end."""
    known = People.of(archive.settings)
    person = known.known(name)
    return known.change(person.name, ask(), archive.now()).name


def remove(archive: Archive, name: str, who: str) -> str:
    """Let somebody in no more, take their role, and return their name as it is kept.

    Raises `UsageError` for the last secretary who can log in, and `NotAllowed` unless `who` may take roles.
    """
    known = People.of(archive.settings)
    person, roles = known.known(name), archive.standing.decisions().roles
    others = [roles.get(each.name) for each in known.all() if each is not person]
    if roles.get(person.name) is Role.SECRETARY and Role.SECRETARY not in others:
        raise UsageError(f"{person.name} sekretaris terakhir yang dapat masuk. Tambahkan sekretaris lain dahulu.")
    if person.name in roles:
        archive.decide(who, Appoint(person.name, None))
    known.remove(person.name)
    return person.name


def listed(archive: Archive) -> tuple[Account, ...]:
    """Return everybody who has a password, by name."""
    roles = archive.standing.decisions().roles
    everybody = People.of(archive.settings).all()
    return tuple(Account(each.name, roles.get(each.name), each.created, each.changed) for each in everybody)


def _refuse_public(archive: Archive) -> None:
    """Raises `CannotRun` where the site would offer the list of people as evidence."""
    home, evidence = archive.settings.home.resolve(), archive.settings.archive.resolve()
    if home.is_relative_to(evidence):
        raise CannotRun(
            f"Folder arsip {evidence} memuat folder kantor, jadi daftar pengguna akan terbaca sebagai bukti. "
            "Atur archive.folder ke folder tersendiri dahulu."
        )
