"""Reads the rows of a plan file into nouns, strictly, and gathers everything that is wrong on the way.

A wrong row gets an empty stand-in, so that one reading names all wrong rows and not only the first.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any, TypeVar

from ziarchive.model import Area, Cadence, Code, Component, Indicator, Plan, Requirement, Schedule
from ziarchive.plan import schedule

_Noun = TypeVar("_Noun")
_STAND_IN = Code((1,))
_YEARS = range(2000, 2100)
_REGULAR = tuple(cadence for cadence in Cadence if cadence is not Cadence.DATED)
_LEVELS = ("area", "komponen", "indikator", "bukti fisik")
_EXAMPLES = ("I", "I.4", "I.4.2", "I.4.2.1")
_TYPES = {
    str: "teks (bila perlu dalam tanda kutip)",
    int: "tahun tanpa tanda kutip, misalnya 2024",
    date: "tanggal, misalnya 2024-04-03",
    list: "daftar",
}


@dataclass(frozen=True, slots=True)
class _Shape:
    """The keys that a row may have, with their types."""

    required: Mapping[str, type]
    optional: Mapping[str, type] = field(default_factory=dict)


_PLAN = _Shape({"id": str, "title": str, "unit": str, "year": int, "areas": list}, {"signed": date})
_SHAPES = (
    _Shape({"code": str, "name": str, "components": list}),
    _Shape({"code": str, "name": str, "indicators": list}),
    _Shape(
        {"code": str, "text": str, "target": str, "requirements": list},
        {"action": str, "evidence": str, "target_read": str, "lke": list, "note": str},
    ),
    _Shape(
        {"code": str, "kind": str, "title": str},
        {"cadence": str, "target": str, "year": int, "note": str},
    ),
)


class Row(dict[str, Any]):
    """A mapping of the file that knows its line."""

    line = 0


class Reader:
    """One reading of one file; `problems` fills while `plan` works."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self._year = _YEARS[0]

    def plan(self, row: object) -> Plan:
        """Return the plan; it is whole only when `problems` stayed empty."""
        top = "rencana kerja"
        fields = self._take(row, _PLAN, top)
        year = self._checked_year(fields["year"], top)
        self._year = year or self._year
        if fields["id"] and not re.fullmatch(r"[a-z0-9][a-z0-9-]*", fields["id"]):
            self._say(top, f"id «{fields['id']}» hanya boleh berisi huruf kecil, angka dan tanda hubung")
        # Without the year no target can be judged: its rows would all be named wrongly.
        areas = self._children(fields["areas"], None, top, self._area) if year else ()
        return Plan(fields["id"], fields["title"], fields["unit"], self._year, fields["signed"], areas)

    def _area(self, fields: dict[str, Any], code: Code | None, where: str) -> Area:
        components = self._children(fields["components"], code, where, self._component, 1)
        return Area(code or _STAND_IN, fields["name"], components)

    def _component(self, fields: dict[str, Any], code: Code | None, where: str) -> Component:
        indicators = self._children(fields["indicators"], code, where, self._indicator, 2)
        return Component(code or _STAND_IN, fields["name"], indicators)

    def _indicator(self, fields: dict[str, Any], code: Code | None, where: str) -> Indicator:
        due = (
            self._correction("target_read", fields["target_read"], where)
            if fields["target_read"]
            else schedule.parse_target(fields["target"], self._year)
        )
        if not all(isinstance(lke, str) for lke in fields["lke"]):
            self._say(where, "isi «lke» harus kode LKE berupa teks, misalnya A.I.1.iv.c")
        items = self._children(fields["requirements"], code, where, partial(self._requirement, due), 3)
        return Indicator(
            code=code or _STAND_IN,
            text=fields["text"],
            action=fields["action"],
            evidence=fields["evidence"],
            target=fields["target"],
            lke=tuple(fields["lke"]),
            requirements=items,
            note=fields["note"],
        )

    def _requirement(self, due: Schedule | None, fields: dict[str, Any], code: Code | None, where: str) -> Requirement:
        year = self._year if fields["year"] is None else self._checked_year(fields["year"], where)
        due = self._schedule(fields["cadence"], fields["target"], due, where)
        return Requirement(code or _STAND_IN, fields["title"], fields["kind"], due, year or self._year, fields["note"])

    def _schedule(self, cadence: str, target: str, due: Schedule | None, where: str) -> Schedule | None:
        if cadence and target:
            self._say(where, "tulis salah satu saja: «cadence» atau «target»")
        if target:
            return self._correction("target", target, where)
        if cadence and cadence not in _REGULAR:
            choices = ", ".join(_REGULAR)
            self._say(
                where,
                f"cadence «{cadence}» tidak dikenal; pilih {choices}, atau tulis tanggalnya pada «target»",
            )
            return due
        return schedule.regular(Cadence(cadence), self._year) if cadence else due

    def _correction(self, key: str, text: str, where: str) -> Schedule | None:
        due = schedule.parse_target(text, self._year)
        if due is None:
            self._say(
                where,
                f"{key} «{text}» tidak terbaca sebagai target {self._year}; tulis misalnya Juli {self._year}",
            )
        return due

    def _children(
        self,
        rows: Sequence[object],
        parent: Code | None,
        where: str,
        build: Callable[[dict[str, Any], Code | None, str], _Noun],
        depth: int = 0,
    ) -> tuple[_Noun, ...]:
        made: list[_Noun] = []
        before: Code | None = None
        for position, row in enumerate(rows, 1):
            here = _where(row, f"{_LEVELS[depth]} ke-{position}", where)
            fields = self._take(row, _SHAPES[depth], here)
            code = self._code(fields["code"], depth, parent, before, here)
            before = code or before
            made.append(build(fields, code, here))
        return tuple(made)

    def _code(self, text: str, depth: int, parent: Code | None, before: Code | None, where: str) -> Code | None:
        """Return the code when it has the form, the place and the order that it must have."""
        code = _canonical(text)
        if not text:
            return None
        if code is None or len(code.parts) != depth + 1:
            self._say(where, f"kode «{text}» bukan kode {_LEVELS[depth]}; tulis seperti {_EXAMPLES[depth]}")
        elif parent and not code.within(parent):
            self._say(where, f"kode {code} tidak berada di bawah {parent}; pindahkan barisnya atau betulkan")
        elif before and code <= before:
            fault = "tertulis dua kali" if code == before else f"tidak urut, karena berada sesudah {before}"
            self._say(where, f"kode {code} {fault}; betulkan nomornya atau urutannya")
        else:
            return code
        return None

    def _take(self, row: object, shape: _Shape, where: str) -> dict[str, Any]:
        """Return a value for every key of the shape: the row's own, or an empty one where it is wrong."""
        kinds = {**shape.required, **shape.optional}
        taken: dict[str, Any] = {key: kind() if kind in (str, list) else None for key, kind in kinds.items()}
        if not isinstance(row, Row):
            self._say(where, f"harus berisi kunci dan nilai ({', '.join(kinds)})")
            return taken
        for key in row.keys() - kinds.keys():
            self._say(where, f"kunci «{key}» tidak dikenal; yang dikenal: {', '.join(kinds)}")
        for key, kind in kinds.items():
            value = row.get(key)
            if value is None or (key in shape.required and not _has_content(value)):
                if key in shape.required:
                    self._say(where, f"«{key}» belum ada atau kosong; isilah dengan {_TYPES[kind]}")
            elif type(value) is not kind:
                self._say(where, f"«{key}» harus {_TYPES[kind]}, bukan «{value!s:.40}»")
            else:
                taken[key] = value
        return taken

    def _checked_year(self, year: int | None, where: str) -> int | None:
        if year is None or year in _YEARS:
            return year
        self._say(where, f"tahun {year} tidak masuk akal; tulis {_YEARS[0]} sampai {_YEARS[-1]}")
        return None

    def _say(self, where: str, problem: str) -> None:
        self.problems.append(f"{where}: {problem}.")


def _where(row: object, position: str, parent: str) -> str:
    if not isinstance(row, Row):
        return f"{parent}, {position}"
    code = row.get("code")
    return f"baris {row.line} ({code if isinstance(code, str) and code else position})"


def _has_content(value: object) -> bool:
    return bool(value.strip() if isinstance(value, str) else value != [])


def _canonical(text: str) -> Code | None:
    try:
        code = Code.of(text)
    except ValueError:
        return None
    return code if str(code) == text and min(code.parts) > 0 else None
