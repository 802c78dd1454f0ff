"""People who may log in to the site: their names, and what tells that a password is theirs.

Only hashes are kept (scrypt), in one file of HOME that no other system user may read. What a person may
decide does not stand here: roles are decisions, in the ledger.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from typing import Any, Self

from werkzeug.security import check_password_hash, generate_password_hash

from ziarchive.errors import UsageError
from ziarchive.locks import Lock
from ziarchive.private import PrivateFile
from ziarchive.settings import Settings

NAME = "people.json"
LOCK = "people.lock"
WAIT_SECONDS = 10.0
NAME_LENGTH = 80
SHORTEST, LONGEST = 10, 200
"""Characters of a password."""
_METHOD = "scrypt:32768:8:1"
_HASH = re.compile(r"scrypt:\d{1,8}:\d{1,3}:\d{1,3}\$[^$]+\$[0-9a-f]{128}", re.ASCII)
_NOBODY = (
    "scrypt:32768:8:1$Rg7MXSBlHXi9ImGr$"
    "bd8d1fec1e36fd4fe250e58e6391fc8f265599bd8764f4e580bd32b8a2697557"
    "d0fb43def2dcf8012f1a77870328235e0d6d34d045c6a435ea778341f41e6dbf"
)
"""The hash of a password that nobody knows: an unknown name costs as much time as a known one."""
_COMMON = (
    "abcdefghij admin administrator allahuakbar alhamdulillah bismillah bpsi garuda iloveyou indonesia jakarta "
    "kantor katasandi kementan kementerian komputer letmein merdeka pancasila password pertanian qwerty "
    "qwertyuiop qwertyuiopasdfghjkl rahasia rahasiaku sandi sayang sayangku selamatpagi wbk wbbm wbkwbbm welcome "
    "ziarchive zonaintegritas"
)
"""Passwords that are tried first, without what is put behind them."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may log in."""

    name: str
    hash: str = field(repr=False)
    epoch: str = field(repr=False)
    """Changes with the password: a session of another epoch is over."""
    created: datetime
    changed: datetime


class People:
    """One file, which need not exist yet. Safe to share between threads; other processes may write it."""

    def __init__(self, file: Path) -> None:
        self._kept = PrivateFile(file, _people, _unread)
        busy = f"{file} sedang ditulis oleh ziarchive lain. Tunggu sebentar, lalu ulangi."
        self._lock = Lock(file.with_name(LOCK), busy, WAIT_SECONDS)

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the people of a HOME."""
        return cls(settings.home / NAME)

    def all(self) -> tuple[Person, ...]:
        """Return everybody, by name: the same tuple while the file is as it was. Cheap.

        Raises `CannotRun` for a file that cannot be read: it does not mean that there is nobody.
        """
        return self._kept.read()

    def find(self, name: str) -> Person | None:
        """Return the person of a name; letter case and spaces around it do not matter."""
        return next((each for each in self.all() if key(each.name) == key(name)), None)

    def checked(self, name: str, password: str) -> Person | None:
        """Return the person whose name and password these are. Takes as long when there is no such name."""
        person = self.find(name)
        right = check_password_hash(person.hash if person else _NOBODY, _plain(password)[:LONGEST])
        return person if right else None

    def add(self, name: str, password: str, now: datetime) -> Person:
        """Let somebody in from now on; raises `UsageError` for a name that is taken or a weak password."""
        name = tidy(name)
        refuse_weak(password, name)
        with self._lock.held():
            if taken := self.find(name):
                raise UsageError(f"{taken.name} sudah menjadi pengguna. Bila lupa, ganti kata sandinya.")
            made = Person(name, _hashed(password), token_hex(16), now, now)
            self._write((*self.all(), made))
        return made

    def change(self, name: str, password: str, now: datetime) -> Person:
        """Give somebody another password, which ends their sessions; raises `UsageError`."""
        refuse_weak(password, name)
        with self._lock.held():
            person = self.known(name)
            made = replace(person, hash=_hashed(password), epoch=token_hex(16), changed=now)
            self._write([made if each is person else each for each in self.all()])
        return made

    def remove(self, name: str) -> None:
        """Let somebody in no more; raises `UsageError` for a name that is not known."""
        with self._lock.held():
            person = self.known(name)
            self._write([each for each in self.all() if each is not person])

    def known(self, name: str) -> Person:
        """Return the person of a name; raises `UsageError` when there is none."""
        if person := self.find(name):
            return person
        raise UsageError(f"{name} bukan pengguna. Lihat ziarchive user list.")

    def _write(self, people: Iterable[Person]) -> None:
        self._kept.write({each.name: _told(each) for each in sorted(people, key=lambda each: key(each.name))})


def key(name: str) -> str:
    """Return what two spellings of one name have in common; letters of another width or form are the same letters."""
    return unicodedata.normalize("NFKC", _spaced(unicodedata.normalize("NFKC", name)).casefold())[:NAME_LENGTH]


def tidy(name: str) -> str:
    """Return a name as it is kept; raises `UsageError` for one that cannot be."""
    name = _spaced(name)
    if not name or len(name) > NAME_LENGTH or not name.isprintable():
        raise UsageError(f"Nama pengguna harus berisi 1 sampai {NAME_LENGTH} huruf.")
    return name


def refuse_weak(password: str, name: str) -> None:
    """Let a password pass that is not soon guessed; raises `UsageError` in words."""
    password = _plain(password)
    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(
            f"Kata sandi harus berisi {SHORTEST} sampai {LONGEST} huruf. Empat kata yang tidak berhubungan paling "
            "mudah diingat."
        )
    letters = _letters(password)
    if letters == _letters(name):
        raise UsageError("Kata sandi tidak boleh sama dengan nama pengguna. Pilih yang lain.")
    if letters in _COMMON.split() or len(set(password.casefold())) < 5 or not letters:
        raise UsageError("Kata sandi ini mudah ditebak. Pilih yang lain, misalnya empat kata yang tidak berhubungan.")


def _spaced(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())


def _plain(password: str) -> str:
    return unicodedata.normalize("NFKC", password)


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalpha())


def _hashed(password: str) -> str:
    return generate_password_hash(_plain(password), method=_METHOD)


def _told(person: Person) -> Mapping[str, str]:
    times = {"created": person.created.isoformat(), "changed": person.changed.isoformat()}
    return {"hash": person.hash, "epoch": person.epoch, **times}


def _people(told: Mapping[str, Any]) -> tuple[Person, ...]:
    return tuple(_person(name, each) for name, each in told.items())


def _person(name: str, told: Mapping[str, str]) -> Person:
    if not _HASH.fullmatch(told["hash"]) or not told["epoch"]:
        raise ValueError(name)
    created, changed = (datetime.fromisoformat(told[at]) for at in ("created", "changed"))
    return Person(name, told["hash"], told["epoch"], created, changed)


def _unread(file: Path, why: str) -> str:
    return (
        f"Daftar pengguna {file} tidak dapat dibaca: {why}. Tidak seorang pun dapat masuk. "
        "Perbaiki izinnya atau pulihkan dari cadangan."
    )
