"""Tokens with which other programs use the API: whose each is, until when, and what tells that it is right.

Only hashes are kept, in one file of HOME that no other system user may read. A token is 256 random bits, so a
fast hash guards it: nobody can try them all. What its owner may decide does not stand here (`clients`).
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from secrets import token_urlsafe
from typing import Any, Self

from ziarchive.errors import UsageError, ZiArchiveError
from ziarchive.locks import Lock
from ziarchive.people import key, tidy
from ziarchive.private import PrivateFile
from ziarchive.settings import Settings

NAME = "tokens.json"
LOCK = "tokens.lock"
WAIT_SECONDS = 10.0
PREFIX = "zia_"
"""What every token begins with, so that one that leaked is seen for what it is."""
BYTES = 32
LONGEST = 200
"""Characters of what may be a token; a longer one is none."""
NOTED = timedelta(hours=1)
"""The time between two notes of when a token was last used: each writes the file."""


@dataclass(frozen=True, slots=True)
class Token:
    """What one program may come in with."""

    name: str
    owner: str
    """Whose name its decisions bear."""
    since: str
    """When the owner became a user of the site; empty for a program of its own, which cannot log in.

    Who is removed and let in again is another person, to whom old tokens do not belong.
    """
    hash: str = field(repr=False)
    created: datetime
    expires: datetime | None
    used: datetime | None
    """About when it was last used."""

    def over(self, now: datetime) -> bool:
        return self.expires is not None and self.expires <= now


class Tokens:
    """One file, which need not exist yet. Safe to share between threads; other processes may write it."""

    def __init__(self, file: Path) -> None:
        self._kept = PrivateFile(file, _tokens, _unread)
        busy = f"{file} sedang ditulis oleh ziarchive lain. Tunggu sebentar, lalu ulangi."
        lock = file.with_name(LOCK)
        self._lock, self._at_once = Lock(lock, busy, WAIT_SECONDS), Lock(lock, busy)

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the tokens of a HOME."""
        return cls(settings.home / NAME)

    def all(self) -> tuple[Token, ...]:
        """Return every token, by name. Raises `CannotRun` for a file that cannot be read."""
        return tuple(self._kept.read().values())

    def find(self, secret: str) -> Token | None:
        """Return the token that this is, over or not; only its hash is compared. Cheap."""
        return self._kept.read().get(_hashed(secret)) if len(secret) <= LONGEST else None

    def add(self, name: str, owner: str, since: str, now: datetime, expires: datetime | None) -> str:
        """Keep a new token and return it, for it is written nowhere; raises `UsageError` for a name that is taken."""
        name, secret = tidy(name), PREFIX + token_urlsafe(BYTES)
        with self._lock.held():
            self.refuse_taken(name)
            self._write((*self.all(), Token(name, owner, since, _hashed(secret), now, expires, None)))
        return secret

    def refuse_taken(self, name: str) -> None:
        """Raises `UsageError` when there is a token of this name."""
        if any(key(each.name) == key(name) for each in self.all()):
            raise UsageError(f"Token «{name}» sudah ada. Pilih nama lain, atau cabut dahulu: ziarchive token remove.")

    def remove(self, name: str) -> Token:
        """Let nobody in with it any more; raises `UsageError` for a name that is not known."""
        with self._lock.held():
            found = self.known(name)
            self._write(each for each in self.all() if each is not found)
        return found

    def known(self, name: str) -> Token:
        """Return the token of a name; raises `UsageError` when there is none."""
        if found := next((each for each in self.all() if key(each.name) == key(name)), None):
            return found
        raise UsageError(f"Token «{name}» tidak ada. Lihat ziarchive token list.")

    def note_use(self, token: Token, now: datetime) -> None:
        """Note that a token was used, unless that was noted a while ago. Never fails, never waits."""
        if token.used and abs(now - token.used) < NOTED:
            return
        with suppress(ZiArchiveError), self._at_once.held():
            self._write(replace(each, used=now) if each.hash == token.hash else each for each in self.all())

    def _write(self, tokens: Iterable[Token]) -> None:
        self._kept.write({each.name: _told(each) for each in sorted(tokens, key=lambda each: key(each.name))})


def _hashed(secret: str) -> str:
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _told(token: Token) -> Mapping[str, str | None]:
    times = {"created": token.created, "expires": token.expires, "used": token.used}
    told = {name: at.isoformat() if at else None for name, at in times.items()}
    return {"owner": token.owner, "since": token.since, "hash": token.hash, **told}


def _tokens(told: Mapping[str, Any]) -> Mapping[str, Token]:
    """Return every token by its hash."""
    found = (_token(name, each) for name, each in told.items())
    return {each.hash: each for each in found}


def _token(name: str, told: Mapping[str, Any]) -> Token:
    expires, used = (datetime.fromisoformat(told[at]) if told[at] else None for at in ("expires", "used"))
    hash, owner, since = (str(told[each]) for each in ("hash", "owner", "since"))
    return Token(name, owner, since, hash, datetime.fromisoformat(told["created"]), expires, used)


def _unread(file: Path, why: str) -> str:
    return (
        f"Daftar token {file} tidak dapat dibaca: {why}. Tidak satu program pun dapat masuk. "
        "Perbaiki izinnya, atau hapus berkas itu dan buat token baru."
    )
