"""Cells of a sheet as a person sees them, one row a line."""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

Value = str | int | float | bool | date | time | datetime | timedelta

_GAPS = re.compile(r"[\t\r\n\v\f]+")
_EXACT = 10**21
"""Numbers from here on are written with an exponent."""


def line(cells: Iterable[str]) -> str:
    """Return a row; empty when no cell says anything."""
    text = "\t".join(cells)
    return text.rstrip("\t") if text.strip() else ""


def shown(value: Value) -> str:
    """Return a cell's words: whole numbers without .0, dates as 2024-03-15, truth as TRUE."""
    return _SHOWN.get(type(value), str)(value)


def _words(value: str) -> str:
    return _GAPS.sub(" ", value)


def _truth(value: bool) -> str:
    return "TRUE" if value else "FALSE"


def _number(value: float) -> str:
    """Return at most the 15 digits that office programs keep."""
    return str(int(value)) if value.is_integer() and abs(value) < _EXACT else f"{value:.15g}"


def _moment(value: datetime) -> str:
    if value.microsecond:
        value = (value if value.year == 9999 else value + timedelta(microseconds=500_000)).replace(microsecond=0)
    if value.time() == time():
        return value.date().isoformat()
    return value.strftime("%Y-%m-%d %H:%M:%S").removesuffix(":00")


def _time(value: time) -> str:
    return _clock((value.hour * 60 + value.minute) * 60 + value.second + value.microsecond / 1e6)


def _span(value: timedelta) -> str:
    return _clock(value.total_seconds())


def _clock(seconds: float) -> str:
    """Return hours, which may pass 24, and minutes; seconds when there are some."""
    minutes, rest = divmod(round(abs(seconds)), 60)
    text = f"{minutes // 60:02}:{minutes % 60:02}" + (f":{rest:02}" if rest else "")
    return f"-{text}" if seconds < 0 else text


_SHOWN: dict[type, Callable[[Any], str]] = {
    str: _words,
    float: _number,
    bool: _truth,
    datetime: _moment,
    time: _time,
    timedelta: _span,
}
