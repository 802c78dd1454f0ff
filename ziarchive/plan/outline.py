"""The tree of a printed plan: which rows are areas, components and indicators, and how they are numbered.

Area rows carry a Roman numeral and a name alone. A component is named once and its cell stays blank, or is
repeated, below. An indicator may have several rows, each with evidence and a target of its own.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ziarchive.model import ROMAN, Code
from ziarchive.plan.grid import Line
from ziarchive.plan.joining import Guess

UNNAMED = "Tidak tertulis"
_AREA = re.compile(
    r"(?:(?:area|pokja|bagian|komponen)\s+)?(?P<number>[IVX]+|[A-J]|\d)(?:\s*[.):–-]\s*|\s+)(?P<name>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_NUMERAL = re.compile(r"(?:(?:area|pokja)\s+)?(?P<number>[IVX]+|[A-J])[.)]?", re.IGNORECASE)


@dataclass(slots=True)
class Entry:
    """An indicator with its rows."""

    code: Code
    text: str
    rows: list[Line]


@dataclass(slots=True)
class Branch:
    """A component with its indicators."""

    code: Code
    name: str
    entries: list[Entry] = field(default_factory=list)


@dataclass(slots=True)
class Limb:
    """An area with its components."""

    code: Code
    name: str
    branches: list[Branch] = field(default_factory=list)


class Outline:
    """One reading of the whole rows of a plan; `limbs` and `guesses` fill row by row."""

    def __init__(self, rows: Iterable[Line]) -> None:
        self.limbs: list[Limb] = []
        self.guesses: list[Guess] = []
        for row in rows:
            self._take(row)
        # A heading with nothing below it has no evidence: it is told, because a plan cannot hold it.
        for limb in self.limbs:
            for branch in [each for each in limb.branches if not each.entries]:
                self._say(
                    branch.name, branch.code, f"komponen «{branch.name}» dilewati", "tidak ada indikator di bawahnya"
                )
                limb.branches.remove(branch)
        for limb in [each for each in self.limbs if not each.branches]:
            self._say(limb.name, limb.code, f"area «{limb.name}» dilewati", "tidak ada komponen di bawahnya")
            self.limbs.remove(limb)

    def _take(self, row: Line) -> None:
        if heading := _area(row):
            self._area(row, *heading)
            return
        branch = self._branch(row)
        if not (row.indicator or row.evidence or row.action or row.target or row.other):
            return
        last = branch.entries[-1] if branch.entries else None
        if last and row.indicator in ("", last.text):
            last.rows.append(row)
            if not row.indicator:
                why = "kolom indikator kosong"
                self._say(row.where, last.code, f"baris ini digabung ke indikator «{last.text}»", why)
            return
        code = Code((*branch.code.parts, len(branch.entries) + 1))
        if not row.indicator:
            self._say(row.where, code, f"indikator ditulis «{UNNAMED}»", "kolom indikator kosong")
        branch.entries.append(Entry(code, row.indicator or UNNAMED, [row]))

    def _area(self, row: Line, number: int | None, name: str) -> None:
        last = self.limbs[-1].code.parts[0] if self.limbs else 0
        if self.limbs and number == last and name.casefold().startswith(self.limbs[-1].name.casefold()):
            return  # the heading is printed again on the next page
        chosen = number if number and number > last else min(last + 1, len(ROMAN))
        limb = Limb(Code((chosen,)), name)
        if chosen != number:
            self._say(
                row.where,
                limb.code,
                f"area «{name}» diberi nomor {limb.code}",
                "nomor Romawi tidak ada atau tidak urut",
            )
        self.limbs.append(limb)

    def _branch(self, row: Line) -> Branch:
        limb = self._limb(row)
        current = limb.branches[-1] if limb.branches else None
        stated = re.match(r"\d+", row.no)
        number = int(stated[0]) if stated else None
        if current and row.component in ("", current.name):
            if number and number != current.code.parts[1]:
                what = f"nomor «{row.no}» tidak dipakai; tetap di komponen «{current.name}»"
                self._say(row.where, current.code, what, "kolom komponen kosong atau sama")
            return current
        last = current.code.parts[1] if current else 0
        chosen = number if number and number > last else last + 1
        branch = Branch(Code((*limb.code.parts, chosen)), row.component or UNNAMED)
        if chosen != number or not row.component:
            why = "kolom komponen kosong" if not row.component else "nomornya tidak ada atau tidak urut"
            self._say(row.where, branch.code, f"komponen «{branch.name}» diberi nomor {branch.code}", why)
        limb.branches.append(branch)
        return branch

    def _limb(self, row: Line) -> Limb:
        if not self.limbs:
            self.limbs.append(Limb(Code((1,)), UNNAMED))
            self._say(row.where, Code((1,)), f"area diberi nama «{UNNAMED}»", "tabel tidak memuat baris area Romawi")
        return self.limbs[-1]

    def _say(self, where: str, code: Code, what: str, why: str) -> None:
        self.guesses.append(Guess(where, str(code), what, why))


def _area(row: Line) -> tuple[int | None, str] | None:
    """Return number and name when the row is the heading of an area."""
    if row.target or row.evidence or row.other:
        return None
    texts = [text for text in (row.component, row.indicator, row.action) if text]
    numeral = _NUMERAL.fullmatch(row.no)
    if numeral and len(texts) == 1:
        return _number(numeral["number"]), texts[0]
    alone = [text for text in (row.no, *texts) if text]
    heading = _AREA.fullmatch(alone[0]) if len(alone) == 1 else None
    return (_number(heading["number"]), heading["name"]) if heading else None


def _number(numeral: str) -> int | None:
    """Return the number of an area: Roman, a letter, or a figure."""
    capital = numeral.upper()
    if capital in ROMAN:
        return ROMAN.index(capital) + 1
    return int(capital) if capital.isdigit() else "ABCDEFGHIJ".find(capital) + 1 or None
