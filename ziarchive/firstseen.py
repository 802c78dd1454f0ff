"""When each content was first seen in the archive: an append-only file beside the ledger, one content a line.

Nothing else knows it: a file's own date is often older, and the catalogue is derived. It is nobody's
decision, so it is not in the ledger. What an office already had when it began is taken to be as old as
its files say. A line that is lost or torn costs only itself.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from ziarchive.model import Document, Stamp

NAME = "dilihat.tsv"


class FirstSeen:
    """One file, which need not exist yet. Only who holds the archive's write lock notes; anybody may read."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known: dict[str, datetime] = {}
        self._read_to = 0
        self._noted: object = None

    def note(self, version: object, stamps: Callable[[], Mapping[str, Stamp]], now: datetime) -> None:
        """Remember contents that were not seen before; cheap for the version of the last time. Never fails.

        `stamps` tells every content as of `version`, by SHA-256, with the stamp of a file that holds it.
        A disk that is full or read-only hides nothing else: the next time tries again.
        """
        if version == self._noted:
            return
        with suppress(OSError):
            known = self._latest()
            fresh = {sha256: stamp for sha256, stamp in stamps().items() if sha256 not in known}
            lines = (f"{sha}\t{(now if known else _dated(stamp, now)).isoformat()}\n" for sha, stamp in fresh.items())
            self._append("".join(lines))
            self._noted = version

    def days(self, documents: Iterable[Document], now: datetime) -> Mapping[str, date]:
        """Return, by document id, the office's day on which its content was first seen."""
        try:
            known = self._latest()
        except OSError:
            known = {}
        zone = now.tzinfo
        return {
            each.id: (known[each.sha256].astimezone(zone) if each.sha256 in known else _dated(each.stamp, now)).date()
            for each in documents
        }

    def _latest(self) -> Mapping[str, datetime]:
        """Return what the file tells, reading only what was added since; the earliest line of a content holds."""
        if not self._file.exists():
            self._known, self._read_to = {}, 0
            return self._known
        with self._file.open("rb") as stream:
            if stream.seek(0, os.SEEK_END) < self._read_to:
                self._known, self._read_to = {}, 0  # another file has taken its place
            stream.seek(self._read_to)
            whole, end, _ = stream.read().rpartition(b"\n")
        for line in whole.decode("ascii", "replace").splitlines():
            sha256, _, at = line.partition("\t")
            with suppress(ValueError):
                self._known.setdefault(sha256, datetime.fromisoformat(at))
        self._read_to += len(whole) + len(end)
        return self._known

    def _append(self, lines: str) -> None:
        if not lines:
            return
        with self._file.open("ab") as stream:
            if stream.tell() > self._read_to:
                stream.write(b"\n")  # behind a torn line
            stream.write(lines.encode("ascii"))
            stream.flush()
            os.fsync(stream.fileno())


def _dated(stamp: Stamp, now: datetime) -> datetime:
    """Return the file's own date, which a wrong clock may have put into the future."""
    seconds = max(0, stamp.mtime_ns // 1_000_000_000)
    return datetime.fromtimestamp(min(seconds, int(now.timestamp())), now.tzinfo)
