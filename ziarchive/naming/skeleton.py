"""Where a document belongs and what it should be called: the canonical folders and file names of a plan.

    2024/I Manajemen Perubahan/I.4 Perubahan Pola Pikir/I.4.1 Pimpinan berperan/

Names are cut at a word boundary so that "archive/", the folders and the file name stay under
200 characters together: Windows still refuses paths over 260, and the archive lies somewhere itself.
No name ends in a word that wants another, and no two in one folder read alike but for their codes.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import count, takewhile
from posixpath import splitext

from ziarchive.model import Area, Code, Period, Plan, Requirement
from ziarchive.naming import canonical, tidy

FOLDER_LENGTH = 34
TITLE_LENGTH = 56
_SUFFIXES = {"Foto": ".jpg", "Screenshot": ".png"}
"""What a kind of document is kept as, when it is not a PDF."""
_LINKS = """
dan atau serta yang di ke dari untuk pada oleh tentang dalam dengan atas kepada bagi antar terhadap sebagai melalui
secara telah sudah
"""
_DANGLING = re.compile(rf"(?:[ ,]+(?:{'|'.join(_LINKS.split())}))+$", re.IGNORECASE)


def folder(plan: Plan, code: Code, year: int) -> str:
    """Return the canonical folder of a code, relative to the archive; an item lies in its indicator's.

    Raises `KeyError` when the plan does not have the place.
    """
    areas = (area for area in plan.areas if area.code == code.area)
    return _path(dict(_names(areas)), code, year)


def folders(plan: Plan) -> Mapping[Code, str]:
    """Return the canonical folder of every place of the plan in its year, each after the one that holds it."""
    names = dict(_names(plan.areas))
    return {place: _path(names, place, plan.year) for place in sorted(names)}


def expected_name(requirement: Requirement, period: Period, ext: str = "") -> str:
    """Return the file name a person should use for a requirement in a period; without `ext` its kind's own."""
    ext = ext or _SUFFIXES.get(requirement.kind, ".pdf")
    return canonical((requirement.code,), tidy(requirement.title, TITLE_LENGTH), period, ext)


def numbered(path: str) -> Iterator[str]:
    """Yield a path, then those of further versions beside it, which read alike: "… (2).pdf"."""
    stem, suffix = splitext(path)
    return (stem + (f" ({number})" if number > 1 else "") + suffix for number in count(1))


def _names(areas: Iterable[Area]) -> Iterator[tuple[Code, str]]:
    """Return the places of areas with their folder names."""
    for area in areas:
        yield area.code, _cut(area.code, tidy(area.name))
        yield from _siblings({component.code: component.name for component in area.components})
        for component in area.components:
            yield from _siblings({indicator.code: indicator.text for indicator in component.indicators})


def _siblings(texts: Mapping[Code, str]) -> Iterator[tuple[Code, str]]:
    """Return the names of places in one folder, told apart where their beginnings are the same."""
    tidied = {code: tidy(text) for code, text in texts.items()}
    begun = {code: _title(code, _cut(code, text)) for code, text in tidied.items()}
    alike = Counter(begun.values())
    for code, text in tidied.items():
        twins = [tidied[other].split() for other in tidied if begun[other] == begun[code]]
        yield code, _apart(code, text, twins) if alike[begun[code]] > 1 else _cut(code, text)


def _apart(code: Code, text: str, twins: list[list[str]]) -> str:
    """Return the name with the first word in which the twins differ: "V.5.2 Penanganan…disosialisasikan"."""
    lowered = [[word.casefold() for word in words] for words in twins]
    shared = len(list(takewhile(lambda column: len(set(column)) == 1, zip(*lowered, strict=False))))
    words = text.split()
    rest = re.split("[-/,]", " ".join(words[shared:]))[0]
    room = FOLDER_LENGTH - len(f"{code} {words[0]}…")
    return f"{code} {words[0]}…{_DANGLING.sub('', tidy(rest, room))}" if shared and rest else _cut(code, text)


def _title(code: Code, name: str) -> str:
    return name.removeprefix(str(code)).casefold()


def _cut(code: Code, text: str) -> str:
    whole = f"{code} {text}"
    name = tidy(whole, FOLDER_LENGTH)
    return name if name == whole else _DANGLING.sub("", name)


def _path(names: Mapping[Code, str], code: Code, year: int) -> str:
    depths = range(1, min(len(code.parts), 3) + 1)
    return "/".join((str(year), *(names[Code(code.parts[:depth])] for depth in depths)))
