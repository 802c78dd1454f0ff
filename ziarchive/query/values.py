"""Reads one value of a filter; one that makes no sense there is searched as plain words."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from ziarchive.query.choices import SOURCES, STATUSES, empty_slot, read_choice
from ziarchive.query.codes import read_code, read_item
from ziarchive.query.known import Known
from ziarchive.query.nodes import Field, Filter, Or, Query
from ziarchive.query.operators import as_phrase, as_word
from ziarchive.query.times import BETWEEN, read_time

MAX_VALUES = 20
"""The most values that one filter may list."""
_WORD = re.compile(r"\w(?:[^\s:*,;|]*\w)?")
_CHOICES = {Field.STATUS: STATUSES, Field.SOURCE: SOURCES}
OFFERED = 10
"""The most values that are offered in place of an unknown one."""
_PARTS = {Field.AREA: 1, Field.COMPONENT: 2, Field.INDICATOR: 3}
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_YEARS = re.compile(rf"({_YEAR.pattern})-({_YEAR.pattern})")
_LABEL = re.compile(r"(?:area|komponen|component)\s+", re.IGNORECASE)


class Typed(NamedTuple):
    """One value of a filter, as typed."""

    name: str
    value: str
    quoted: bool

    def __str__(self) -> str:
        return f"«{self.name}:{self.value}»"

    def plain(self, why: str) -> tuple[Query, str]:
        """Return the value as plain words, and a sentence that says so."""
        is_word = _WORD.fullmatch(self.value) and not self.quoted
        query = as_word(self.value) if is_word else as_phrase(self.value)
        return query, f"{why}; «{self.value}» dicari sebagai kata biasa."


def read_value(field: Field, typed: Typed, known: Known) -> tuple[Query | None, str]:
    """Return what one value of a field without free text asks for, and a sentence where it is not what was typed."""
    match field:
        case Field.PERIOD | Field.DATE:
            found, problem = read_time(field, typed.name, typed.value, known.year)
            return (found, problem) if found else typed.plain(problem)
        case Field.STATUS | Field.SOURCE:
            return _choice(field, typed)
        case Field.KIND:
            return _kind(typed, known)
        case Field.YEAR:
            return _year(typed)
        case _:
            return _code(field, typed, known)


def is_value(field: Field, value: str, known: Known) -> bool:
    """Tell whether the field has a value that is written so, perhaps with blanks in it."""
    match field:
        case Field.KIND:
            return known.is_kind(value)
        case Field.STATUS | Field.SOURCE:
            return bool(read_choice(_CHOICES[field], value) or empty_slot(value))
        case Field.PERIOD | Field.DATE:
            return read_time(field, "", value, known.year).found is not None
        case Field.YEAR:
            return bool(_years(value))
        case Field.TITLE | Field.NAME:
            return False
        case _:
            return bool(read_item(value) or read_code(_bare(value)) or known.named(field, _bare(value)))


def read_text(field: Field, typed: Typed) -> tuple[Query, str]:
    """Return the filter of a title or name; a star at the end cuts its last word short."""
    star = "*" if re.search(r"\w\*+$", typed.value.strip()) else ""
    bare = " ".join(typed.value.replace("*", " ").split())
    typed_as = " ".join(typed.value.split())
    problem = f"Tanda * hanya berlaku di akhir saringan {typed}; yang lain diabaikan."
    return Filter(field, bare + star), problem if typed_as.rstrip("*") != bare or typed_as[-1:] == "*" > star else ""


def _kind(typed: Typed, known: Known) -> tuple[Query, str]:
    bare = " ".join(typed.value.replace("*", " ").split())
    if bare != " ".join(typed.value.split()):
        return Filter(Field.KIND, bare), f"Tanda * tidak berlaku di saringan {typed}; diabaikan."
    if not known.kinds or known.is_kind(bare):
        return Filter(Field.KIND, bare), ""
    return Filter(Field.KIND, bare), f"Tidak ada jenis «{bare}» (ada {_listed(map(_quoted, known.kinds_like(bare)))})."


def _year(typed: Typed) -> tuple[Query, str]:
    years = _years(typed.value)
    if 0 < len(years) <= MAX_VALUES:
        filters = tuple(Filter(Field.YEAR, str(year)) for year in years)
        return Or(filters) if len(filters) > 1 else filters[0], ""
    times = read_time(Field.DATE, typed.name, typed.value, None).found if BETWEEN.search(typed.value) else None
    if times and times.value != typed.value:
        return times, f"{typed} bukan satu tahun; dicari sebagai «tanggal:{times.value}»."
    return typed.plain(f"{typed} bukan tahun empat angka (untuk bulan atau rentang pakai periode: atau tanggal:)")


def _years(value: str) -> range:
    """Return the years from the first to the last; none when it is no year and no two."""
    alone = value.strip()
    between = _YEARS.fullmatch(alone)
    ends = [*between.groups()] if between else BETWEEN.split(alone, maxsplit=1)
    if not all(map(_YEAR.fullmatch, ends)):
        return range(0)
    years = [*map(int, ends)]
    return range(min(years), max(years) + 1)


def _choice(field: Field, typed: Typed) -> tuple[Query | None, str]:
    value, label = read_choice(_CHOICES[field], typed.value), empty_slot(typed.value)
    if value:
        return Filter(field, value), ""
    if label and field is Field.STATUS:
        return None, f"{typed} diabaikan: status {label} hanya ada pada bukti tanpa dokumen; lihat daftar kesenjangan."
    listed = ", ".join(_quoted(_as_typed(field, each)) for each in _CHOICES[field])
    return typed.plain(f"{typed} tidak dikenal (ada {listed})")


def _as_typed(field: Field, value: str) -> str:
    return STATUSES[value].replace(" ", "-") if field is Field.STATUS else value


def _item(typed: Typed, known: Known) -> tuple[Query, str]:
    item = read_item(typed.value)
    if not item:
        return typed.plain(f"{typed} bukan butir LKE (contoh lke:1.iv.c)")
    problem = f"Butir LKE {item} tidak terkait dengan indikator mana pun dalam rencana kerja."
    return Filter(Field.LKE, item), problem if known.lke and item not in known.lke else ""


def _code(field: Field, typed: Typed, known: Known) -> tuple[Query, str]:
    if field is Field.LKE or (field is not Field.AREA and read_item(typed.value)):
        return _item(typed, known)
    bare = _bare(typed.value)
    code = read_code(bare) or known.named(field, bare)
    if code is None:
        return typed.plain(_no_code(field, typed, known))
    if not known.has(code):
        return Filter(_fitting(field, code), str(code)), (
            f"Tidak ada kode {code} dalam rencana kerja (ada {_listed(known.beside(code))})."
        )
    if _fitting(field, code) is not field:
        return Filter(Field.CODE, str(code)), (
            f"«{typed.value}» bukan kode {typed.name}; dicari sebagai kode:{code} beserta isinya."
        )
    return Filter(field, str(code)), ""


def _fitting(field: Field, code: object) -> Field:
    """Return the field, or that of all codes when a code has not its depth."""
    depth = str(code).count(".") + 1
    return field if depth == _PARTS.get(field, depth) else Field.CODE


def _no_code(field: Field, typed: Typed, known: Known) -> str:
    areas = ", ".join(f"{code} {name}" for code, name in known.places.items() if len(code.parts) == 1)
    if field is Field.AREA and areas:
        return f"{typed} bukan area (ada {areas})"
    return f"{typed} bukan kode (contoh kode:I.4.1)"


def _bare(value: str) -> str:
    """Return a place without the word that tells what it is: Area I."""
    return _LABEL.sub("", value.strip(), count=1)


def _quoted(value: str) -> str:
    """Return what is to be typed as it is, in whatever language the page is read."""
    return f"«{value}»"


def _listed(values: Iterable[str]) -> str:
    each = tuple(values)
    return ", ".join(each[:OFFERED]) + (", …" if len(each) > OFFERED else "")
