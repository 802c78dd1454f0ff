"""Turns the table of a printed plan into a plan, with a report of every guess.

Every cell's text stays in the plan as printed (`text`, `action`, `evidence`, `target`); only the documents
cut out of BUKTI FISIK, their kinds and their due dates are read into it, and each reading that is not
plainly there is told.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ziarchive.model import Area, Cadence, Code, Component, Indicator, Plan, Requirement, Schedule
from ziarchive.plan import evidence, facts, schedule, timing
from ziarchive.plan.facts import Facts
from ziarchive.plan.grid import Line, Printed, lines
from ziarchive.plan.heads import tell
from ziarchive.plan.joining import Guess, join
from ziarchive.plan.outline import UNNAMED, Entry, Outline
from ziarchive.plan.pieces import Item
from ziarchive.wording import CADENCES

_YEAR = re.compile(r"(?<![\d/])20\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Reading:
    """A plan read from a printed table."""

    plan: Plan
    guesses: tuple[Guess, ...]
    """In the order of the rows."""


def read(printed: Printed, said: Facts) -> Reading:
    """Return the plan of a printed table; raises `UsageError` when there is none, or no year."""
    rows, others = lines(printed)
    known, guesses = facts.settle(said, printed.lines, rows)
    guesses += [
        Guess(grid.where, "", "tabel ini tidak dibaca", "kolomnya bukan kolom rencana kerja") for grid in others
    ]
    whole, joins = join(rows, known.year)
    outline = Outline(whole)
    told: list[Guess] = [*joins, *outline.guesses]
    areas = tuple(
        Area(
            limb.code,
            limb.name,
            tuple(
                Component(branch.code, branch.name, tuple(_indicators(branch.entries, known.year, told)))
                for branch in limb.branches
            ),
        )
        for limb in outline.limbs
    )
    order = {row.where: number for number, row in enumerate(rows)}
    told.sort(key=lambda guess: order.get(guess.where, -1))
    return Reading(Plan(known.id, known.title, known.unit, known.year, None, areas), (*guesses, *told))


def _indicators(entries: Iterable[Entry], year: int, told: list[Guess]) -> Iterator[Indicator]:
    """Yield the indicators of a component; one without a target takes that of the one before (a merged cell)."""
    before = ""
    for entry in entries:
        rows = []
        for row in entry.rows:
            if not row.target:
                before = before or UNNAMED
                what = f"target waktu dibaca «{before}»"
                told.append(Guess(row.where, str(entry.code), what, "kolomnya kosong; diambil dari baris di atasnya"))
            before = row.target or before
            rows.append(replace(row, target=before))
        yield _indicator(entry, rows, year, told)


def _indicator(entry: Entry, rows: list[Line], year: int, told: list[Guess]) -> Indicator:
    target = "; ".join(_distinct(row.target for row in rows))
    whole = schedule.parse_target(target, year)
    items: list[Requirement] = []
    for row in _once(rows):
        printed = schedule.parse_target(row.target, year) or whole
        if printed is None:
            what = f"target waktu «{row.target}» tidak terbaca dan dibiarkan apa adanya"
            told.append(Guess(row.where, str(entry.code), what, _unread(row.target, year)))
        for item in evidence.split(row.evidence) or [_of_itself(entry)]:
            code = Code((*entry.code.parts, len(items) + 1))
            made, whys = _requirement(code, item, row.action, printed, year)
            items.append(made)
            told.extend(Guess(row.where, str(code), what, why) for what, why in whys)
    return Indicator(
        code=entry.code,
        text=entry.text,
        action="\n".join(_distinct(row.action for row in rows)),
        evidence="\n".join(_distinct(row.evidence for row in rows)),
        target=target,
        lke=(),
        requirements=tuple(items),
        note=" ".join(_notes(rows, target, whole, year)),
    )


def _once(rows: list[Line]) -> list[Line]:
    """Leave out rows that ask for nothing more: evidence merged over several rows, or none."""
    asking = {(row.evidence, row.target): row for row in reversed(rows) if row.evidence}
    return list(reversed(asking.values())) or rows[:1]


def _of_itself(entry: Entry) -> Item:
    return Item(entry.text, ("kolom bukti fisik kosong; judul diambil dari indikator",))


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, texts)))


def _requirement(
    code: Code, item: Item, action: str, printed: Schedule | None, year: int
) -> tuple[Requirement, list[tuple[str, str]]]:
    """Return one document, with what was guessed about it and why."""
    kind = tell(item.title)
    due = timing.due(item.title, kind, action, printed, year)
    own_year = _own_year(item.title, year)
    whys = [(f"judul «{item.title}»", why) for why in item.whys]
    if kind.why:
        whys.append((f"jenis {kind.kind} untuk «{item.title}»", kind.why))
    if due.why and due.schedule:
        whys.append((f"jatuh tempo «{due.title}»: {CADENCES[due.schedule.cadence]}", due.why))
    if printed is None and due.schedule is None:
        whys.append((f"«{item.title}» belum punya jatuh tempo", "target waktunya tidak terbaca; isi target_read"))
    note = ""
    if own_year != year:
        note = f"Judulnya menyebut tahun {own_year}, jadi tahun dokumennya {own_year}."
        whys.append((f"tahun dokumen {own_year} untuk «{item.title}»", "judulnya menyebut tahun itu"))
    return Requirement(code, due.title, kind.kind, due.schedule, own_year, note), whys


def _own_year(title: str, year: int) -> int:
    """Return the one year near the plan's that a title names, else the plan's."""
    named = {int(text) for text in _YEAR.findall(title)}
    return named.pop() if len(named) == 1 and abs(min(named) - year) <= 2 else year


def _unread(target: str, year: int) -> str:
    """Return why a target was not read, with what it may mean when only its year is another."""
    mended = _YEAR.sub(str(year), target)
    if mended != target and schedule.parse_target(mended, year):
        return f"tahunnya bukan {year}; bila salah ketik, tulis target_read: {mended}"
    return "tidak memuat waktu yang dikenal; tulis target_read, misalnya Juli dan Desember"


def _notes(rows: list[Line], target: str, read_as: Schedule | None, year: int) -> Iterator[str]:
    """Yield what is odd about an indicator's row, so that it stays visible in the plan."""
    if read_as is None:
        yield f"Kolom target «{target}» tidak terbaca: {_unread(target, year)}."
    elif target.strip() == str(year):
        yield f"Kolom target hanya memuat «{year}»; dibaca sepanjang tahun {year}."
    elif read_as.cadence is Cadence.EVENT:
        yield "Kolom target tidak memuat tanggal: insidental, tidak pernah terlambat."
    if other := "; ".join(_distinct(row.other for row in rows)):
        yield f"Kolom lain: {other}"
