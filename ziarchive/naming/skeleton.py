"""Where a document belongs and what it should be called: the canonical folders and file names of a plan.

    2024/I Manajemen Perubahan/I.4 Perubahan Pola Pikir dan/I.4.1 Pimpinan berperan sebagai/

Names are cut at a word boundary so that "archive/", the folders and the file name stay under
200 characters together: Windows still refuses paths over 260, and the archive lies somewhere itself.
"""

from collections.abc import Iterable, Iterator, Mapping

from ziarchive.model import Area, Code, Period, Plan, Requirement
from ziarchive.naming import canonical, tidy

FOLDER_LENGTH = 34
TITLE_LENGTH = 56


def folder(plan: Plan, code: Code, year: int) -> str:
    """Return the canonical folder of a code, relative to the archive; an item lies in its indicator's.

    Raises `KeyError` when the plan does not have the place.
    """
    areas = (area for area in plan.areas if area.code == code.area)
    return _path(dict(_names(areas)), code, year)


def folders(plan: Plan) -> tuple[str, ...]:
    """Return all canonical folders of the plan's year, each after the one that holds it."""
    names = dict(_names(plan.areas))
    return (str(plan.year), *(_path(names, place, plan.year) for place in sorted(names)))


def expected_name(requirement: Requirement, period: Period, ext: str = ".pdf") -> str:
    """Return the file name a person should use for a requirement in a period."""
    return canonical((requirement.code,), tidy(requirement.title, TITLE_LENGTH), period, ext)


def _names(areas: Iterable[Area]) -> Iterator[tuple[Code, str]]:
    """Return the places of areas with their folder names."""
    for area in areas:
        yield area.code, _name(area.code, area.name)
        for component in area.components:
            yield component.code, _name(component.code, component.name)
            for indicator in component.indicators:
                yield indicator.code, _name(indicator.code, indicator.text)


def _path(names: Mapping[Code, str], code: Code, year: int) -> str:
    depths = range(1, min(len(code.parts), 3) + 1)
    return "/".join((str(year), *(names[Code(code.parts[:depth])] for depth in depths)))


def _name(code: Code, text: str) -> str:
    return tidy(f"{code} {tidy(text)}", FOLDER_LENGTH)
