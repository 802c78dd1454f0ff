"""Reads one filter of the search box, such as `jenis:SK`; what is not one is searched as plain words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ziarchive.model import ROMAN, Code
from ziarchive.query.choices import SOURCES, STATUSES, empty_slot, read_choice
from ziarchive.query.nodes import Field, Filter, Or, Phrase, Query, Word
from ziarchive.query.times import read_time

NAMES = {
    "area": Field.AREA,
    "komponen": Field.COMPONENT,
    "component": Field.COMPONENT,
    "indikator": Field.INDICATOR,
    "indicator": Field.INDICATOR,
    "kode": Field.CODE,
    "code": Field.CODE,
    "jenis": Field.KIND,
    "kind": Field.KIND,
    "tahun": Field.YEAR,
    "year": Field.YEAR,
    "periode": Field.PERIOD,
    "period": Field.PERIOD,
    "tanggal": Field.DATE,
    "date": Field.DATE,
    "status": Field.STATUS,
    "state": Field.STATUS,
    "dari": Field.SOURCE,
    "from": Field.SOURCE,
    "judul": Field.TITLE,
    "title": Field.TITLE,
    "nama": Field.NAME,
    "name": Field.NAME,
}
"""Each filter's Indonesian and English name."""
MAX_VALUES = 20
"""The most values that one filter may list."""

INDONESIAN: Mapping[Field, str] = {field: next(name for name in NAMES if NAMES[name] is field) for field in Field}
"""Each field's first name."""
_PARTS = {Field.AREA: 1, Field.COMPONENT: 2, Field.INDICATOR: 3}
_CODE = re.compile(r"(?P<area>[A-Za-z]+|\d{1,2})(?P<rest>(?:[._/-]\d{1,3}){0,3})")


class _Typed(NamedTuple):
    """One value of a filter, as typed."""

    name: str
    value: str
    quoted: bool

    def __str__(self) -> str:
        return f"«{self.name}:{self.value}»"

    def plain(self, why: str) -> tuple[Query, str]:
        """Return the value as plain words, and a sentence that says so."""
        query = Phrase(self.value) if self.quoted else Word(self.value)
        return query, f"{why}; «{self.value}» dicari sebagai kata biasa."


def read_filter(
    name: str, value: str, *, quoted: bool, year: int | None = None
) -> tuple[Query | None, tuple[str, ...]]:
    """Return the query that `name:value` stands for, and a sentence for all that is not what was typed.

    Values with commas between are alternatives, except in a title or name. `year` is meant where a
    period names none.
    """
    if not _has_letters(value):
        return None, (f"Saringan «{name}:{value}» belum diisi; diabaikan.",)
    known = NAMES.get(name.lower())
    if known is None:
        return _unknown(_Typed(name, value, quoted))
    if known in (Field.TITLE, Field.NAME):
        return _joined([_text(known, _Typed(name, value, quoted))])
    values = [each.strip() for each in value.split(",")]
    typed = [_Typed(name, each, quoted) for each in values if _has_letters(each)]
    query, problems = _joined([_one(known, each, year) for each in typed[:MAX_VALUES]])
    return query, (*problems, *_left_out(name, values, typed[MAX_VALUES:]))


def _unknown(typed: _Typed) -> tuple[Query, tuple[str, ...]]:
    name, value, quoted = typed
    offered = ", ".join(f"{each}:" for each in INDONESIAN.values())
    query = Phrase(f"{name} {value}") if quoted else Word(f"{name}:{value}")
    why = f"«{name}:» bukan saringan yang dikenal (ada {offered}); {typed} dicari sebagai kata biasa."
    return query, (why,)


def _joined(found: Sequence[tuple[Query | None, str]]) -> tuple[Query | None, tuple[str, ...]]:
    queries = tuple(dict.fromkeys(query for query, _ in found if query is not None))
    problems = tuple(problem for _, problem in found if problem)
    if len(queries) > 1:
        return Or(queries), problems
    return (queries[0] if queries else None), problems


def _left_out(name: str, values: Sequence[str], too_many: Sequence[_Typed]) -> Iterator[str]:
    for each in values:
        if each and not _has_letters(each):
            yield f"«{each}» di saringan «{name}:» bukan nilai; diabaikan."
    if too_many:
        listed = ",".join(each.value for each in too_many)
        yield f"Saringan «{name}:» memakai {MAX_VALUES} nilai pertama; «{listed}» diabaikan."


def _one(known: Field, typed: _Typed, year: int | None) -> tuple[Query | None, str]:
    match known:
        case Field.PERIOD | Field.DATE:
            found, problem = read_time(known, typed.name, typed.value, year)
            return (found, problem) if found else typed.plain(problem)
        case Field.STATUS:
            return _status(typed)
        case Field.SOURCE:
            return _choice(known, typed, SOURCES)
        case Field.KIND:
            return _text(known, typed)
        case Field.YEAR:
            return _year(typed)
        case _:
            return _code(known, typed)


def _text(known: Field, typed: _Typed) -> tuple[Query, str]:
    bare = typed.value.replace("*", " ").strip()
    problem = f"Tanda * tidak berlaku di saringan {typed}; diabaikan."
    return Filter(known, " ".join(bare.split())), problem if bare != typed.value.strip() else ""


def _year(typed: _Typed) -> tuple[Query, str]:
    if re.fullmatch(r"(19|20)[0-9]{2}", typed.value):
        return Filter(Field.YEAR, typed.value), ""
    return typed.plain(f"{typed} bukan tahun empat angka (untuk bulan atau rentang pakai periode: atau tanggal:)")


def _status(typed: _Typed) -> tuple[Query | None, str]:
    label = empty_slot(typed.value)
    if label:
        return None, f"{typed} diabaikan: status {label} hanya ada pada bukti tanpa dokumen; lihat daftar kesenjangan."
    return _choice(Field.STATUS, typed, STATUSES)


def _choice(known: Field, typed: _Typed, offered: Mapping[str, str]) -> tuple[Query, str]:
    value = read_choice(offered, typed.value)
    if value:
        return Filter(known, value), ""
    listed = ", ".join(_as_typed(known, each) for each in offered)
    return typed.plain(f"{typed} tidak dikenal (ada {listed})")


def _as_typed(known: Field, value: str) -> str:
    return STATUSES[value].replace(" ", "-") if known is Field.STATUS else value


def _code(known: Field, typed: _Typed) -> tuple[Query, str]:
    code = read_code(typed.value)
    if code is None:
        return typed.plain(f"{typed} bukan kode (contoh kode:I.4.1)")
    if len(code.parts) != _PARTS.get(known, len(code.parts)):
        return Filter(Field.CODE, str(code)), (
            f"«{typed.value}» bukan kode {typed.name}; dicari sebagai kode:{code} beserta isinya."
        )
    return Filter(known, str(code)), ""


def read_code(value: str) -> Code | None:
    """Read a plan code as typed in a filter: I.4.1, i-4-1, 1.4.1; None when it is none."""
    found = _CODE.fullmatch(value.strip())
    if found is None:
        return None
    area = found["area"]
    number = int(area) if area.isdecimal() else _roman(area)
    parts = (number, *map(int, re.findall(r"\d+", found["rest"])))
    return Code(parts) if number <= len(ROMAN) and all(parts) else None


def _roman(text: str) -> int:
    upper = text.upper()
    return ROMAN.index(upper) + 1 if upper in ROMAN else 0


def _has_letters(text: str) -> bool:
    return any(character.isalnum() for character in text)
