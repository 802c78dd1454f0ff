"""Puts together the rows that a page break, or a table's own lines, cut apart.

A row that goes on has no target of its own, or half of one. What is put together is a guess and is told.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from ziarchive.plan import schedule
from ziarchive.plan.grid import Line

_TEXTS = ("component", "indicator", "action", "evidence", "target")


@dataclass(frozen=True, slots=True)
class Guess:
    """Something that was not printed so, row by row: a person must look at it."""

    where: str
    """The row of the source: halaman 3, baris 4."""
    code: str
    what: str
    why: str


def join(rows: Iterable[Line], year: int) -> tuple[tuple[Line, ...], tuple[Guess, ...]]:
    """Return the whole rows, and where they were put together."""
    whole: list[Line] = []
    guesses: list[Guess] = []
    for row in rows:
        if whole and _goes_on(whole[-1], row, year):
            what = "; ".join(f"«{cell}»" for cell in row.cells() if cell)
            guesses.append(Guess(row.where, "", f"disambung ke baris sebelumnya: {what}", _why(row)))
            whole[-1] = _joined(whole[-1], row)
        else:
            whole.append(row)
    return tuple(whole), tuple(guesses)


def _goes_on(before: Line, row: Line, year: int) -> bool:
    """Tell whether a row is the rest of the one before."""
    if row.no or not (before.target or before.evidence or before.indicator):
        return False
    if row.starts_page:
        return _goes_on_after_break(before, row, year)
    # In the middle of a page only stray cells go on; a row with an indicator and evidence is its own.
    return not row.target and not row.component and not row.evidence and not (row.indicator and row.action)


def _goes_on_after_break(before: Line, row: Line, year: int) -> bool:
    if row.target:
        alone = not (row.component or row.indicator or row.action or row.evidence)
        half = alone or (schedule.parse_target(before.target, year) is None and not _begins(row.indicator))
        return half and schedule.parse_target(f"{before.target} {row.target}", year) is not None
    return not (_begins(row.indicator) and row.evidence and before.target)


def _begins(text: str) -> bool:
    """Tell whether a text looks like the beginning of something."""
    return bool(text) and not text[0].islower()


def _joined(before: Line, row: Line) -> Line:
    texts: dict[str, Any] = {
        name: " ".join(filter(None, (getattr(before, name), getattr(row, name)))) for name in _TEXTS
    }
    return replace(before, **texts, other="; ".join(filter(None, (before.other, row.other))))


def _why(row: Line) -> str:
    return "baris pertama halaman, tanpa nomor dan target" if row.starts_page else "baris tanpa bukti fisik dan target"
