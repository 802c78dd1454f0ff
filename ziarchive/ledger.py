"""What people decided, kept as an append-only file of chained JSON lines.

Each line holds the SHA-256 of the line before, so that a changed or missing line shows. A line is
fsynced before `append` returns. A torn last line (power cut) was never acknowledged: it is left out
on reading, reported, and cut off by the next append.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ziarchive.decisions import Decision, Link, Outcome, Verdict, Waiver
from ziarchive.errors import LedgerBroken
from ziarchive.model import Code, Period

START = "0" * 64
"""The `previous` of the first line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision, with who made it and when."""

    decision: Decision
    who: str
    at: datetime


class Ledger:
    """One ledger file. Only one process may append (the archive's write lock sees to it)."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def entries(self) -> tuple[Entry, ...]:
        """Return all entries, oldest first; raises `LedgerBroken` with the number of the wrong line."""
        return tuple(_decode(record) for record in self._records(self._whole_lines()))

    def append(self, decision: Decision, who: str, at: datetime) -> None:
        """Add one decision durably; `at` must know its time zone."""
        lines = self._whole_lines()
        for _ in self._records(lines):
            pass
        record = {"previous": _digest(lines[-1]) if lines else START, "at": at.isoformat(), "who": who}
        line = json.dumps(record | _encode(decision), ensure_ascii=False).encode() + b"\n"
        with self._file.open("r+b" if self._file.exists() else "w+b") as stream:
            stream.truncate(sum(len(whole) + 1 for whole in lines))
            stream.seek(0, os.SEEK_END)
            stream.write(line)
            stream.flush()
            os.fsync(stream.fileno())

    def findings(self) -> tuple[str, ...]:
        """Return what is wrong with the file, in words; empty when the chain holds."""
        torn = self._raw()[sum(len(line) + 1 for line in self._whole_lines()) :]
        found = [f"{self._file.name}: baris terakhir terpotong dan diabaikan (listrik padam?)"] if torn else []
        try:
            self.entries()
        except LedgerBroken as error:
            found.append(error.message)
        return tuple(found)

    def _raw(self) -> bytes:
        return self._file.read_bytes() if self._file.exists() else b""

    def _whole_lines(self) -> list[bytes]:
        return self._raw().split(b"\n")[:-1]

    def _records(self, lines: list[bytes]) -> Iterator[dict[str, Any]]:
        previous = START
        for number, line in enumerate(lines, 1):
            try:
                record = json.loads(line)
                intact = record["previous"] == previous
                _decode(record)
            except (ValueError, KeyError, TypeError):
                intact = False
            if not intact:
                raise LedgerBroken(
                    f"{self._file}: rantai putus pada baris {number}. Berkas ini pernah diubah di luar "
                    "ziarchive; pulihkan dari cadangan."
                )
            previous = _digest(line)
            yield record


def _digest(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()


def _encode(decision: Decision) -> dict[str, Any]:
    match decision:
        case Link(sha256, codes):
            return {"do": "link", "sha256": sha256, "codes": [str(code) for code in codes]}
        case Verdict(sha256, code, outcome, note):
            return {
                "do": "verdict", "sha256": sha256, "code": str(code), "outcome": str(outcome), "note": note,
            }  # fmt: skip
        case Waiver(code, period, reason):
            span = [period.start.isoformat(), period.end.isoformat()] if period else None
            return {"do": "waive", "code": str(code), "period": span, "reason": reason}


def _decode(record: dict[str, Any]) -> Entry:
    return Entry(_decision(record), record["who"], datetime.fromisoformat(record["at"]))


def _decision(record: dict[str, Any]) -> Decision:
    match record["do"]:
        case "link":
            return Link(record["sha256"], tuple(Code.of(code) for code in record["codes"]))
        case "verdict":
            return Verdict(record["sha256"], Code.of(record["code"]), Outcome(record["outcome"]), record["note"])
        case "waive":
            span = record["period"] and Period(*(date.fromisoformat(day) for day in record["period"]))
            return Waiver(Code.of(record["code"]), span or None, record["reason"])
    raise ValueError(record["do"])
