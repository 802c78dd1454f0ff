"""A query said back in Indonesian words, as it stands above the hits."""

import re
from collections.abc import Mapping

from ziarchive.model import ROMAN
from ziarchive.query.choices import SOURCES, STATUSES
from ziarchive.query.nodes import (
    Alike,
    Among,
    And,
    Everything,
    Field,
    Filter,
    Not,
    Or,
    Partly,
    Phrase,
    Prefix,
    Query,
    Word,
)
from ziarchive.wording import MONTHS

_FILTER_WORDS: Mapping[Field, str] = {
    Field.AREA: "area {}",
    Field.COMPONENT: "komponen {}",
    Field.INDICATOR: "indikator {}",
    Field.CODE: "kode {}",
    Field.LKE: "butir LKE {}",
    Field.TITLE: "judul memuat {}",
    Field.NAME: "nama berkas memuat {}",
    Field.KIND: "jenis {}",
    Field.YEAR: "tahun {}",
    Field.PERIOD: "periode {}",
    Field.STATUS: "status {}",
    Field.SOURCE: "dari {}",
    Field.DATE: "tanggal {}",
}
_TIME = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:(?P<part>TW|S)(?P<nth>[1-4])|(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-9]{2}))?))?"
)
_SIDE_BY_SIDE = re.compile(r"[^\W\d]{2}/[^\W\d]{2}")
"""Two words with a slash between."""
_PARTS = {"TW": "Triwulan", "S": "Semester"}


def in_words(query: Query) -> str:
    """Say in Indonesian what is searched for: kata «gratifikasi» DAN jenis SK, TANPA kata «draf»."""
    match query:
        case And(parts):
            return _all_in_words(parts)
        case Or(parts) | Partly(parts):
            return " ATAU ".join(_inner(part) for part in parts)
        case Not():
            return _all_in_words((query,))
        case Filter():
            return _filter_in_words(query)
        case Among(_, words):
            return words
        case _:
            return _leaf_in_words(query)


def _leaf_in_words(query: Word | Phrase | Prefix | Alike | Everything) -> str:
    match query:
        case Word(text, also):
            return _word_in_words(text, also)
        case Alike(typed, other):
            words = " ".join(f"«{word.text}»" for word in typed)
            return f"kata {words} (juga {_quoted((other.text, *other.also))})"
        case Phrase(text):
            return f"frasa «{text}»"
        case Prefix(text):
            return f"kata berawalan «{text}»"
        case Everything():
            return "semua dokumen"


def _filter_in_words(part: Filter) -> str:
    if part.field in (Field.TITLE, Field.NAME):
        return _FILTER_WORDS[part.field].format(_leaf_in_words(_contained(part.value)))
    return _FILTER_WORDS[part.field].format(_value_in_words(part.field, part.value))


def _word_in_words(text: str, also: tuple[str, ...]) -> str:
    if _SIDE_BY_SIDE.search(text):
        return f"frasa «{text}»{_also(also)}"
    return f"kata «{text}»{_also(also)}"


def _contained(value: str) -> Word | Phrase | Prefix:
    """Return what a title or name holds, by what it is called above the hits."""
    if value.endswith("*"):
        return Prefix(value.removesuffix("*"))
    return Word(value) if len(value.split()) < 2 else Phrase(value)


def _also(others: tuple[str, ...]) -> str:
    return f" (juga {_quoted(others)})" if others else ""


def _quoted(words: tuple[str, ...]) -> str:
    return ", ".join(f"«{each}»" for each in words)


def _value_in_words(field: Field, value: str) -> str:
    match field:
        case Field.PERIOD | Field.DATE:
            return _range_in_words(value)
        case Field.STATUS:
            return STATUSES.get(value, value)
        case Field.SOURCE:
            return SOURCES.get(value, value)
        case _:
            return value


def _range_in_words(value: str) -> str:
    first, dots, last = map(_time_in_words, value.partition(".."))
    if not dots:
        return first
    if not last:
        return f"sejak {first}"
    return f"{first} sampai {last}" if first else f"sampai {last}"


def _time_in_words(value: str) -> str:
    """Juli 2024 of 2024-07; what is no canonical period stays as it is."""
    found = _TIME.fullmatch(value)
    if found is None:
        return value
    if found["part"]:
        return f"{_PARTS[found['part']]} {ROMAN[int(found['nth']) - 1]} {found['year']}"
    day = f"{int(found['day'])} " if found["day"] else ""
    return f"{day}{MONTHS[int(found['month']) - 1]} {found['year']}" if found["month"] else found["year"]


def _all_in_words(parts: tuple[Query, ...]) -> str:
    wanted = [_inner(part) for part in parts if not isinstance(part, Not)]
    unwanted = [f"TANPA {_inner(part.part)}" for part in parts if isinstance(part, Not)]
    return ", ".join([" DAN ".join(wanted) or in_words(Everything()), *unwanted])


def _inner(part: Query) -> str:
    return f"({in_words(part)})" if isinstance(part, And | Or | Not) else in_words(part)
