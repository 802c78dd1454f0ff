"""Who looked at which file, and took what away: files for each month in HOME, one look a line, only ever added to.

It is nobody's decision and proves nothing by itself, so it is no part of the ledger. It keeps `MONTHS` months; it
never stops who asks: a disk that is full is told of (`trouble`), and a line that is torn costs only itself.
"""

import json
import os
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Self

from ziarchive.settings import Settings

FOLDER = "akses"
MONTHS = 13
"""How many months are kept, the running one among them: a year's looks while the next is under way."""
LARGEST = 64_000_000
"""Bytes of one file, some 300,000 looks; after it the month goes on in a further one (2024-07.2.jsonl)."""
PARTS = 8
"""Files of one month: nobody looks so often, but a program could, and must not fill the disk."""
AGAIN = timedelta(minutes=1)
"""Who asks for the same thing again so soon still looks: a browser fetches a long file piece by piece."""
_REMEMBERED = 1000
_FILE = re.compile(r"[0-9]{4}-[0-9]{2}(?:\.[0-9]{1,3})?\.jsonl")
_FULL = (
    "Catatan akses bulan ini penuh ({size} MB); akses sesudahnya tidak dicatat. Lihat di Riwayat > Akses siapa yang "
    "membuka begitu banyak, lalu pindahkan berkas bulan ini dari {folder} ke tempat lain."
)
_FAILED = "Catatan akses {file} tidak dapat ditulis: {error}. Periksa izin menulis di sana dan sisa ruang disknya."


class Act(StrEnum):
    """What somebody did."""

    VIEW = "view"
    """Saw a document's page, with what was read in it."""
    TEXT = "text"
    """Read its text by a program, or a passage of it."""
    OPEN = "open"
    """Opened the file in the browser."""
    DOWNLOAD = "download"
    """Took the file."""
    EXPORT = "export"
    """Took a list, a report or a binder."""


@dataclass(frozen=True, slots=True)
class Look:
    """One line."""

    at: datetime
    who: str
    """Empty where nobody has to say their name."""
    act: Act
    name: str
    """The path of the file, or what the export is called."""
    id: str = ""
    """The document; empty for an export."""


class AccessLog:
    """The log of one HOME, which need not exist yet. Safe to share between threads and processes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._one = threading.Lock()
        self._lately: dict[tuple[str, Act, str], datetime] = {}
        self._file: Path | None = None
        """The last that was written to."""
        self.trouble = ""
        """Why the last look could not be written down, in words."""

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the log of a HOME."""
        return cls(settings.home / FOLDER)

    def note(self, look: Look) -> None:
        """Write a look down, unless it goes on from one a moment ago. Never fails."""
        key = look.who, look.act, look.id or look.name
        with self._one:
            before = self._lately.pop(key, None)
            self._lately[key] = look.at
            if len(self._lately) > _REMEMBERED:
                del self._lately[next(iter(self._lately))]
            if before is None or look.at - before > AGAIN:
                self._write(look)

    def months(self) -> tuple[str, ...]:
        """Return the months of which there is something, as 2024-07, the latest first."""
        return tuple(sorted({_month(each) for each in self._files()}, reverse=True))

    def looks(self, first: date, last: date) -> Sequence[Look]:
        """Return the looks of some days, the latest first."""
        return [
            look
            for file in reversed(self._files())
            if f"{first:%Y-%m}" <= _month(file) <= f"{last:%Y-%m}"
            for look in reversed([look for look in _read(file) if first <= look.at.date() <= last])
        ]

    def _files(self) -> Sequence[Path]:
        """Return the files of all months, the earliest first."""
        try:
            return sorted((each for each in self._folder.iterdir() if _FILE.fullmatch(each.name)), key=_order)
        except OSError:
            return ()

    def _write(self, look: Look) -> None:
        line = json.dumps([look.at.isoformat(), *astuple(look)[1:]]).encode() + b"\n"
        try:
            if (file := self._with_room(f"{look.at:%Y-%m}", len(line))) is None:
                self.trouble = _FULL.format(size=LARGEST * PARTS // 1_000_000, folder=self._folder)
                return
            if self._file != file:
                self._begin(file)
            with file.open("ab", buffering=0) as stream:
                stream.write(line)
            self.trouble = ""
        except OSError as error:
            self.trouble = _FAILED.format(file=error.filename or self._folder, error=error.strerror)

    def _with_room(self, month: str, size: int) -> Path | None:
        """Return the file in which a month goes on; None when it had all of its files."""
        parts = [file for file in self._files() if _month(file) == month]
        if parts and parts[-1].stat().st_size + size <= LARGEST:
            return parts[-1]
        further = f".{len(parts) + 1}" if parts else ""
        return self._folder / f"{month}{further}.jsonl" if len(parts) < PARTS else None

    def _begin(self, file: Path) -> None:
        """Make a month's file ready: only this system's user may read it. What is too old goes."""
        self._folder.mkdir(exist_ok=True)
        with os.fdopen(os.open(file, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600), "ab+") as stream:
            if stream.seek(0, os.SEEK_END):
                stream.seek(-1, os.SEEK_END)
                if stream.read(1) != b"\n":  # others may be adding lines
                    stream.write(b"\n")
        kept = self.months()[:MONTHS]
        for old in self._files():
            if _month(old) not in kept:
                with suppress(OSError):
                    old.unlink()
        self._file = file


def _month(file: Path) -> str:
    return file.name.partition(".")[0]


def _order(file: Path) -> tuple[str, int]:
    return _month(file), int(file.stem[8:] or 1)


def _read(file: Path) -> Iterator[Look]:
    """Yield what one month tells; a line that is no look is left out."""
    with suppress(OSError), file.open(encoding="utf-8", errors="replace") as stream:
        for line in stream:
            with suppress(ValueError, TypeError):
                at, who, act, name, id = json.loads(line)
                yield Look(datetime.fromisoformat(at), str(who), Act(act), str(name), str(id))
