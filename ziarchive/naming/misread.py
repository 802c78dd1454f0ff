"""Mends dates in which recognition took letters for digits, or letters for each other: "l5 Juli 2O24", "15 Juii 2024".

Either the digits are in doubt, beside a month's exact name, or the name, among true digits; never both.
"""

import re

_NAMES = (
    "januari", "februari", "maret", "april", "mei", "juni",
    "juli", "agustus", "september", "oktober", "november", "desember",
)  # fmt: skip
_DIGITS = str.maketrans("OoIl|", "00111")
_LOOKS = str.maketrans("01l|5", "oiiis")
"""What looks alike becomes alike; so does rn, which is taken for m."""
_BLANK = r"[ \t]{1,3}"
_DATE = re.compile(
    rf"(?<![\w/.-])(?P<day>(?=[OoIl|]?[0-9]|[0-3][OoIl|])[0-9OoIl|]{{1,2}}{_BLANK})?"
    rf"(?P<month>[A-Za-z015|]{{3,11}})(?P<year>{_BLANK}2[0Oo][0-9OoIl|]{{2}})(?!\w|[./-][0-9])"
)
_YEAR = re.compile(r"2(?<=[ \t]2)[0Oo][0-9OoIl|]{2}")
"""Behind a blank; a text is looked through for a digit many times as fast as for blanks."""
_BEFORE = 22
"""Characters of a day, a month and the blanks between, before the year."""
_LEAST = 2
"""True digits that a year must keep: the first, and one more."""


def mended(text: str) -> str:
    """Return the text with dates as they were written, where no other reading is likely."""
    pieces, at = list[str](), 0
    for year in _YEAR.finditer(text):  # few of a page
        found = _DATE.search(text, max(at, year.start() - _BEFORE), min(len(text), year.end() + 2))
        if found:
            pieces += (text[at : found.start()], _mended(found))
            at = found.end()
    return "".join((*pieces, text[at:]))


def _mended(found: re.Match[str]) -> str:
    day, name, year = found["day"] or "", found["month"], found["year"]
    if name.casefold() in _NAMES:
        sure = sum(map(str.isdigit, year)) >= _LEAST
        return f"{day.translate(_DIGITS)}{name}{year.translate(_DIGITS)}" if sure else found[0]
    if day.strip().isdigit() and year.strip().isdigit() and (right := _ALIKE.get(_look(name))):
        return f"{day}{right.capitalize()}{year}"
    return found[0]


def _look(name: str) -> str:
    return name.casefold().translate(_LOOKS).replace("rn", "m")


_ALIKE = {_look(name): name for name in _NAMES}
