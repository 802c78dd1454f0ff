"""Dates in words, as a Berita Acara has them: "lima belas bulan Juli tahun dua ribu dua puluh empat"."""

import re
from collections.abc import Mapping
from datetime import date

from ziarchive.model import Period
from ziarchive.naming.periodforms import MONTH, Form, day, number

_UNITS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_WORD = rf"(?:{'|'.join(_UNITS)}|sepuluh|sebelas|belas|puluh)"
_BLANK = r"[ \t\r\n]{1,3}"
_PATTERN = (
    rf"\b(?P<day>{_WORD}(?:{_BLANK}{_WORD}){{0,2}}){_BLANK}(?:bulan{_BLANK})?{MONTH}{_BLANK}"
    rf"(?:tahun{_BLANK})?(?P<year>dua{_BLANK}ribu(?:{_BLANK}{_WORD}){{1,3}})\b"
)


def value(words: str) -> int:
    """Return the number below 100 that is written, behind "dua ribu" if that is there."""
    total = 0
    for word in words.casefold().split():
        match word:
            case "ribu":
                total *= 1000
            case "puluh":
                total += total % 100 * 9
            case "belas":
                total += 10
            case "sepuluh" | "sebelas":
                total += 10 + (word == "sebelas")
            case _:
                total += _UNITS.index(word) + 1
    return total


def _build(fields: Mapping[str, str | None]) -> Period:
    return day(date(value(str(fields["year"])), number(fields, "month"), value(str(fields["day"]))))


SPELLED_DAY = Form(re.compile(_PATTERN, re.IGNORECASE | re.ASCII), _build)
