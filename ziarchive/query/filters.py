"""Reads one filter of the search box, such as `jenis:SK`; what is not one is searched as plain words."""

import re

from ziarchive.model import ROMAN, Code
from ziarchive.query import Field, Filter, Phrase, Query, Word

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
    "judul": Field.TITLE,
    "title": Field.TITLE,
    "nama": Field.NAME,
    "name": Field.NAME,
}
"""Each filter's Indonesian and English name."""

_PARTS = {Field.AREA: 1, Field.COMPONENT: 2, Field.INDICATOR: 3}
_CODE = re.compile(r"(?P<area>[A-Za-z]+|\d{1,2})(?P<rest>(?:[._/-]\d{1,3}){0,3})")


def read_filter(name: str, value: str, *, quoted: bool) -> tuple[Query | None, str]:
    """Return the query that `name:value` stands for, and a sentence when it is not what was typed."""
    known = NAMES.get(name.lower())
    if not any(character.isalnum() for character in value):
        return None, f"Saringan «{name}:{value}» belum diisi; diabaikan."
    if known is None:
        offered = ", ".join(f"{each}:" for each in ("area", "komponen", "indikator", "kode", "jenis"))
        return _plain(f"{name} {value}" if quoted else f"{name}:{value}", quoted), (
            f"«{name}:» bukan saringan yang dikenal (ada {offered}, tahun:, judul:, nama:); "
            f"«{name}:{value}» dicari sebagai kata biasa."
        )
    if known is Field.YEAR:
        return _year(value, quoted)
    if known in (Field.KIND, Field.TITLE, Field.NAME):
        return _text(known, name, value)
    return _code(known, name, value, quoted)


def _text(known: Field, name: str, value: str) -> tuple[Query, str]:
    bare = value.replace("*", " ").strip()
    problem = f"Tanda * tidak berlaku di saringan «{name}:{value}»; diabaikan."
    return Filter(known, " ".join(bare.split())), problem if bare != value.strip() else ""


def _year(value: str, quoted: bool) -> tuple[Query, str]:
    if re.fullmatch(r"(19|20)[0-9]{2}", value):
        return Filter(Field.YEAR, value), ""
    return _plain(value, quoted), (f"«tahun:{value}» bukan tahun empat angka; «{value}» dicari sebagai kata biasa.")


def _code(known: Field, name: str, value: str, quoted: bool) -> tuple[Query, str]:
    code = read_code(value)
    if code is None:
        return _plain(value, quoted), (
            f"«{name}:{value}» bukan kode (contoh kode:I.4.1); «{value}» dicari sebagai kata biasa."
        )
    if len(code.parts) != _PARTS.get(known, len(code.parts)):
        return Filter(Field.CODE, str(code)), (
            f"«{value}» bukan kode {name}; dicari sebagai kode:{code} beserta isinya."
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


def _plain(text: str, quoted: bool) -> Query:
    return Phrase(text) if quoted else Word(text)
