"""What fields of requests may hold, with what is wrong in the user's words, and as the document describes it."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l
from marshmallow import RAISE, Schema, ValidationError, fields, validate

from ziarchive.model import ROMAN
from ziarchive.model import Code as PlanCode
from ziarchive.model import Period as PlanPeriod
from ziarchive.naming import periods

_CODE = rf"^({'|'.join(ROMAN)})(\.[1-9][0-9]?){{%s}}$"
_YEAR = "(199[0-9]|20[0-9]{2})"
_LEAP = "(199[26]|20([02468][048]|[13579][26]))"
_DAY = (
    "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])",
    "(0[469]|11)-(0[1-9]|[12][0-9]|30)",
    "02-(0[1-9]|1[0-9]|2[0-8])",
)
_PERIOD = f"^({_YEAR}(-(TW[1-4]|S[12]|0[1-9]|1[0-2]|{'|'.join(_DAY)}))?|{_LEAP}-02-29)$"
"""Days that are in the calendar, so that what the document allows is never refused."""
_DIGITS = 20
UNFIT: Any = _l("Nilai ini tidak dapat dipakai.")


def words(**more: Any) -> dict[str, Any]:
    """Return what is said of a field that is wrong."""
    missing, null = _l("Bidang ini harus diisi."), _l("Bidang ini tidak boleh null.")
    return {"required": missing, "null": null, "validator_failed": UNFIT, **more}


class _Entirely(validate.Regexp):
    """A pattern that the whole text has; `$` alone lets a line's end pass."""

    def __call__(self, value: str) -> str:  # type: ignore[override]
        if not re.fullmatch(str(self.regex.pattern), value):
            raise ValidationError(str(self.error))
        return value


class Asked(Schema):
    """What a request may hold; a field that is not among it is refused."""

    class Meta:
        unknown = RAISE

    error_messages = words(unknown=_l("Bidang ini tidak dikenal."), type=_l("Isinya harus sebuah objek JSON."))


class Text(fields.String):
    """Characters that can be written down; half ones cannot."""

    default_error_messages = words(invalid=_l("Isinya harus teks."), invalid_utf8=_l("Isinya harus teks."))

    def __init__(self, least: int = 0, most: int | None = None, **more: Any) -> None:
        super().__init__(**more)
        if least or most:
            said: Any = _l("Teks ini kosong atau terlalu panjang.")
            self.validators = [validate.Length(least or None, most, error=said)]

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **more: Any) -> Any:
        text = super()._deserialize(value, attr, data, **more)
        if text is not None and any("\ud800" <= sign <= "\udfff" for sign in text):
            raise self.make_error("invalid")
        return text


class Whole(fields.Integer):
    """A number within bounds, as an address holds it."""

    default_error_messages = words(invalid=_l("Isinya harus bilangan bulat."))

    def __init__(self, least: int, most: int, **more: Any) -> None:
        said: Any = _l("Bilangan ini di luar batas.")
        super().__init__(validate=validate.Range(least, most, error=said), **more)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **more: Any) -> int:
        if not (isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < _DIGITS):
            raise self.make_error("invalid")
        return int(value)


class Flag(fields.Boolean):
    """True or false, not a word for it."""

    truthy = {True}  # noqa: RUF012
    falsy = {False}  # noqa: RUF012
    default_error_messages = words(invalid=_l("Isinya harus true atau false."))

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **more: Any) -> Any:
        if not isinstance(value, bool):
            raise self.make_error("invalid")
        return value


class Day(fields.Date):
    """A day as ISO writes it."""

    default_error_messages = words(invalid=_l("Tulis tanggal, misalnya 2024-07-31."))

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **more: Any) -> date:
        try:
            found = date.fromisoformat(value)
        except (TypeError, ValueError):
            raise self.make_error("invalid") from None
        if found.isoformat() != value:
            raise self.make_error("invalid")
        return found


class Chosen(Text):
    """One of some words."""

    def __init__(self, *choices: str, **more: Any) -> None:
        super().__init__(**more)
        said: Any = _l("Nilai ini bukan salah satu yang ada.")
        self.validators = [validate.OneOf(choices, error=said)]


class Patterned(Text):
    """Text of a form that the document tells."""

    def __init__(self, pattern: str, most: int | None = None, said: Any = UNFIT, **more: Any):
        super().__init__(0, most, **more)
        self.validators.append(_Entirely(pattern, error=said))


class Code(Patterned):
    """A code of the plan: of a requirement, or with other `depths` of what lies above, too."""

    def __init__(self, depths: str = "3", **more: Any) -> None:
        super().__init__(_CODE % depths, said=_l("Tulis kode, misalnya I.4.2.1."), **more)


class Period(Patterned):
    """A period in its canonical spelling."""

    def __init__(self, **more: Any) -> None:
        said = _l("Tulis periode, misalnya 2024-07-15, 2024-07, 2024-TW2, 2024-S1 atau 2024.")
        super().__init__(_PERIOD, said=said, **more)


def code(text: str | None) -> PlanCode | None:
    """Return a code that was let through."""
    return PlanCode.of(text) if text else None


def period(text: str | None) -> PlanPeriod | None:
    """Return a period that was let through."""
    return periods.parse(text) if text else None
