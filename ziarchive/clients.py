"""Programs that use the API: their tokens, and whose rights each has at this moment.

A token belongs to a user of the site, or to a program of its own: a name with a role that nobody can log in
with. Either way the role is the ledger's, so what a token may do changes, and ends, with it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from ziarchive import people
from ziarchive.archive import Archive
from ziarchive.decisions import Appoint, Role
from ziarchive.errors import UsageError
from ziarchive.people import People
from ziarchive.tokens import Token, Tokens


@dataclass(frozen=True, slots=True)
class Client:
    """Who comes in with a token."""

    name: str
    """The owner's."""
    role: Role


def lend(archive: Archive, name: str, owner: str, days: int | None) -> str:
    """Make a token of a user of the site and return it; raises `UsageError`."""
    person = People.of(archive.settings).known(owner)
    if person.name not in archive.standing.decisions().roles:
        raise UsageError(f"{person.name} belum punya peran. Minta sekretaris menetapkannya dahulu: ziarchive role.")
    now = archive.now()
    return Tokens.of(archive.settings).add(name, person.name, person.created.isoformat(), now, _end(now, days))


def appoint(archive: Archive, name: str, role: Role, who: str, days: int | None) -> str:
    """Give a program of its own a role and a token, which is returned.

    Raises `UsageError`, also while the site has no users, and `NotAllowed` unless `who` may give roles.
    """
    tokens, known, name = Tokens.of(archive.settings), People.of(archive.settings), people.tidy(name)
    tokens.refuse_taken(name)
    if not known.all():
        raise UsageError("Belum ada pengguna. Tambahkan sekretaris dahulu: ziarchive user add NAMA --role secretary.")
    if known.find(name) or name in archive.standing.decisions().roles:
        raise UsageError(f"{name} sudah punya peran. Pilih nama lain untuk program ini, atau tulis --person.")
    now = archive.now()
    archive.decide(who, Appoint(name, role))
    return tokens.add(name, name, "", now, _end(now, days))


def remove(archive: Archive, name: str, who: str) -> str:
    """Take a token, and the role of a program of its own; return its name as it is kept.

    Raises `UsageError`, and `NotAllowed` unless `who` may take that role.
    """
    tokens = Tokens.of(archive.settings)
    found = tokens.known(name)
    if not found.since and found.owner in archive.standing.decisions().roles:
        archive.decide(who, Appoint(found.owner, None))
    return tokens.remove(found.name).name


def client(archive: Archive, known: People, token: Token) -> Client | None:
    """Return who comes in with a token now; None when it is over, or its owner is known or trusted no more."""
    person = known.find(token.owner)
    role = archive.standing.decisions().roles.get(token.owner)
    if role is None or token.over(archive.now()) or (person.created.isoformat() if person else "") != token.since:
        return None
    return Client(token.owner, role)


def _end(now: datetime, days: int | None) -> datetime | None:
    return now + timedelta(days=days) if days is not None else None
