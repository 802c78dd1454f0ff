"""Decisions as the values of a JSON object, and back: one table names every kind in the ledger.

Fields are written by their names, so a field that is added later needs only a default to read old lines.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, get_args, get_type_hints

from ziarchive.decisions.made import (
    Appoint,
    Charge,
    Dated,
    Decision,
    Dismissal,
    Freeze,
    Link,
    Note,
    Outcome,
    Renamed,
    Restrict,
    Role,
    SavedSearch,
    SettingChange,
    Unjudge,
    Unrestrict,
    Unwaive,
    Uploaded,
    Verdict,
    Waiver,
)  # fmt: skip
from ziarchive.model import Code, Period

KINDS: Mapping[str, type[Decision]] = {
    "link": Link, "period": Dated, "verdict": Verdict, "unjudge": Unjudge, "waive": Waiver, "unwaive": Unwaive,
    "note": Note, "in_charge": Charge, "role": Appoint, "dismiss": Dismissal, "save_search": SavedSearch,
    "rename": Renamed, "upload": Uploaded, "freeze": Freeze, "restrict": Restrict, "unrestrict": Unrestrict,
    "setting": SettingChange,
}  # fmt: skip
"""What `do` is called in the ledger."""
_NAMES = {kind: name for name, kind in KINDS.items()}


def encode(decision: Decision) -> dict[str, Any]:
    """Return the JSON values of a decision, `do` first; what equals its default is left out."""
    told = {each.name: getattr(decision, each.name) for each in fields(decision) if _said(decision, each)}
    return {"do": _NAMES[type(decision)]} | {name: _plain(value) for name, value in told.items()}


def decode(record: Mapping[str, Any]) -> Decision:
    """Return the decision of a record.

    Raises `KeyError`, `ValueError` or `TypeError` when it is none that is known here.
    """
    kind: Any = KINDS[record["do"]]
    types = _types(kind)
    decision: Decision = kind(**{name: _read(types[name], record[name]) for name in types if name in record})
    return decision


@cache
def _types(kind: Any) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _said(decision: Decision, each: Any) -> bool:
    return each.default is MISSING or getattr(decision, each.name) != each.default


def _plain(value: object) -> object:
    match value:
        case Code() | StrEnum():
            return str(value)
        case Period(start, end):
            return [start.isoformat(), end.isoformat()]
        case tuple():
            return [_plain(each) for each in value]
    return value


def _read(kind: Any, value: Any) -> Any:
    """Return a field's value; a type is itself, or one of its alternatives when the value is not null."""
    choices = get_args(kind)
    if NoneType in choices:
        return None if value is None else _read(choices[0], value)
    if choices:
        return tuple(_read(choices[0], each) for each in value)
    if kind in _READERS:
        return _READERS[kind](value)
    if type(value) is not kind:
        raise TypeError(value)
    return value


_READERS: Mapping[Any, Callable[[Any], object]] = {
    Code: Code.of,
    Period: lambda days: Period(*map(date.fromisoformat, days)),
    Outcome: Outcome,
    Role: Role,
}
