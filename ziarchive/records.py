"""The lines of the ledger, and what a ledger amounts to: chained JSON, one decision a line.

Each line holds the SHA-256 of the line before, so that a changed or missing line shows. Reading never
fails: what stands before a break counts, and `History.trouble` says what is wrong.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from ziarchive.decisions import Decisions, Entry, fold
from ziarchive.decisions.coded import decode, encode

START = "0" * 64
"""The `previous` of the first line."""
_BOM = b"\xef\xbb\xbf"
_BROKEN = (
    "rantai putus pada baris {}. Berkas ini pernah diubah di luar ziarchive: keputusan sebelum baris itu "
    "dihitung, yang sesudahnya tidak. Pulihkan dari salinannya dengan ziarchive history --restore, atau dari cadangan."
)
_EDITED = (
    "pernah disimpan oleh penyunting teks, yang menambahkan {}. Semua keputusan masih terbaca; simpan ulang "
    "dengan akhir baris LF tanpa BOM, atau pulihkan dari cadangan."
)
_CUT = (
    "{} baris terakhir hilang atau diubah sejak keputusan terakhir dicatat. Salinannya ada di folder index: jangan "
    "hapus folder itu. Pulihkan dengan ziarchive history --restore."
)


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a ledger went when it was last seen."""

    lines: int = 0
    digest: str = START
    """Of the last line."""


@dataclass(frozen=True, slots=True)
class History:
    """A ledger as it was read."""

    entries: tuple[Entry, ...] = ()
    trouble: str = ""
    """What is wrong, in words; then nothing may be added."""
    lines: tuple[bytes, ...] = ()
    """Those that count, without their line ends."""
    digests: tuple[str, ...] = ()
    """Of the lines."""
    size: int = 0
    """Bytes up to the end of the last whole line; what follows is a torn line, never acknowledged."""
    torn: bool = False
    ended: bool = True
    """False when the last whole line lacks its line end."""
    decisions: Decisions = field(default_factory=Decisions)
    """What the entries amount to."""

    @property
    def mark(self) -> Mark:
        return Mark(len(self.digests), self.digests[-1]) if self.digests else Mark()

    def trouble_since(self, last: Mark) -> str:
        """Return what is wrong, also when lines are gone that were there at `last`; empty when all holds."""
        kept = (START, *self.digests)
        if self.trouble or (last.lines < len(kept) and kept[last.lines] == last.digest):
            return self.trouble
        return _CUT.format(max(1, last.lines - len(self.digests)))


def read(raw: bytes) -> History:
    """Read a whole ledger file."""
    *lines, tail = raw.removeprefix(_BOM).split(b"\n")
    entries: list[Entry] = []
    digests: list[str] = []
    kept: list[bytes] = []
    for line in (each.removesuffix(b"\r") for each in ((*lines, tail) if tail else lines)):
        entry = _entry(line, digests[-1] if digests else START)
        if not entry:
            break
        kept.append(line)
        entries.append(entry)
        digests.append(digest(line))
    broken = len(entries) < len(lines)
    kept_tail = bool(tail) and len(entries) > len(lines)
    trouble = [_BROKEN.format(len(entries) + 1)] if broken else []
    return History(
        entries=tuple(entries),
        trouble=" ".join([*_edited(raw), *trouble]),
        lines=tuple(kept),
        digests=tuple(digests),
        size=len(raw) if kept_tail else len(raw) - len(tail),
        torn=bool(tail) and not kept_tail,
        ended=not kept_tail,
        decisions=fold(entries),
    )


def lines(entries: Iterable[Entry], previous: str) -> Iterator[bytes]:
    """Yield the lines that follow the one whose digest is `previous`, without their line ends."""
    for entry in entries:
        record = {"previous": previous, "at": entry.at.isoformat(), "who": entry.who}
        batch = {"batch": entry.batch} if entry.batch else {}
        line = json.dumps(record | batch | encode(entry.decision), ensure_ascii=False).encode()
        previous = digest(line)
        yield line


def chained(found: Sequence[bytes]) -> bool:
    """Tell whether lines are a whole ledger from its first line on."""
    return len(read(b"".join(line + b"\n" for line in found)).lines) == len(found)


def _edited(raw: bytes) -> list[str]:
    marks = {"tanda BOM di awal": raw.startswith(_BOM), "akhir baris CRLF": b"\r\n" in raw}
    found = [name for name, there in marks.items() if there]
    return [_EDITED.format(" dan ".join(found))] if found else []


def digest(line: bytes) -> str:
    """Return what the next line names this one by."""
    return hashlib.sha256(line).hexdigest()


def _entry(line: bytes, previous: str) -> Entry | None:
    """Return what a line says, or None when it is not the line that follows."""
    try:
        record = json.loads(line)
        at = datetime.fromisoformat(record["at"])
        entry = Entry(decode(record), record["who"], at, record.get("batch", ""))
        return entry if record["previous"] == previous else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
