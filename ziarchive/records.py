"""The lines of the ledger, and what a ledger amounts to: chained JSON, one decision a line.

Each line holds the SHA-256 of the line before, so that a changed or missing line shows. Reading never
fails: what stands before a break counts, and `History.trouble` says what is wrong.
"""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from ziarchive.decisions import Decision, Decisions, Link, Outcome, Unwaive, Verdict, Waiver, fold
from ziarchive.model import Code, Period

START = "0" * 64
"""The `previous` of the first line."""
_BOM = b"\xef\xbb\xbf"
_BROKEN = (
    "rantai putus pada baris {}. Berkas ini pernah diubah di luar ziarchive: keputusan sebelum baris itu "
    "dihitung, yang sesudahnya tidak. Pulihkan dari cadangan."
)
_EDITED = (
    "pernah disimpan oleh penyunting teks, yang menambahkan {}. Semua keputusan masih terbaca; simpan ulang "
    "dengan akhir baris LF tanpa BOM, atau pulihkan dari cadangan."
)
_CUT = (
    "{} baris terakhir hilang atau diubah sejak keputusan terakhir dicatat. Pulihkan dari cadangan; bila memang "
    "tidak ada cadangan, hapus isi folder index lalu jalankan ziarchive sync untuk melanjutkan tanpa baris itu."
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision, with who made it and when."""

    decision: Decision
    who: str
    at: datetime


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
    digests: tuple[str, ...] = ()
    """Of the lines that count."""
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
    for line in (*lines, tail) if tail else lines:
        entry = _entry(line.removesuffix(b"\r"), digests[-1] if digests else START)
        if not entry:
            break
        entries.append(entry)
        digests.append(_digest(line.removesuffix(b"\r")))
    broken = len(entries) < len(lines)
    kept_tail = bool(tail) and len(entries) > len(lines)
    trouble = [_BROKEN.format(len(entries) + 1)] if broken else []
    return History(
        entries=tuple(entries),
        trouble=" ".join([*_edited(raw), *trouble]),
        digests=tuple(digests),
        size=len(raw) if kept_tail else len(raw) - len(tail),
        torn=bool(tail) and not kept_tail,
        ended=not kept_tail,
        decisions=fold(entry.decision for entry in entries),
    )


def line(decision: Decision, who: str, at: datetime, previous: str) -> bytes:
    """Return the line that follows the one whose digest is `previous`, without its line end."""
    record = {"previous": previous, "at": at.isoformat(), "who": who}
    return json.dumps(record | _encode(decision), ensure_ascii=False).encode()


def _edited(raw: bytes) -> list[str]:
    marks = {"tanda BOM di awal": raw.startswith(_BOM), "akhir baris CRLF": b"\r\n" in raw}
    found = [name for name, there in marks.items() if there]
    return [_EDITED.format(" dan ".join(found))] if found else []


def _digest(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()


def _entry(line: bytes, previous: str) -> Entry | None:
    """Return what a line says, or None when it is not the line that follows."""
    try:
        record = json.loads(line)
        entry = Entry(_decision(record), record["who"], datetime.fromisoformat(record["at"]))
        return entry if record["previous"] == previous else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _encode(decision: Decision) -> dict[str, Any]:
    match decision:
        case Link(sha256, codes):
            return {"do": "link", "sha256": sha256, "codes": [str(code) for code in codes]}
        case Verdict(sha256, code, outcome, note):
            return {
                "do": "verdict", "sha256": sha256, "code": str(code), "outcome": str(outcome), "note": note,
            }  # fmt: skip
        case Waiver(code, period, reason):
            return {"do": "waive", "code": str(code), "period": _span(period), "reason": reason}
        case Unwaive(code, period, reason):
            return {"do": "unwaive", "code": str(code), "period": _span(period), "reason": reason}


def _decision(record: dict[str, Any]) -> Decision:
    match record["do"]:
        case "link":
            return Link(record["sha256"], tuple(Code.of(code) for code in record["codes"]))
        case "verdict":
            return Verdict(record["sha256"], Code.of(record["code"]), Outcome(record["outcome"]), record["note"])
        case "waive":
            return Waiver(Code.of(record["code"]), _period(record["period"]), record["reason"])
        case "unwaive":
            return Unwaive(Code.of(record["code"]), _period(record["period"]), record["reason"])
    raise ValueError(record["do"])


def _span(period: Period | None) -> list[str] | None:
    return [period.start.isoformat(), period.end.isoformat()] if period else None


def _period(span: list[str] | None) -> Period | None:
    return Period(*(date.fromisoformat(day) for day in span)) if span else None
