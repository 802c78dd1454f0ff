"""Where a document belongs and what it should be called: the canonical folders and file names of a plan.

    2024/I Manajemen Perubahan/I.4 Perubahan Pola Pikir dan/I.4.1 Pimpinan berperan sebagai/

Names are cut at a word boundary so that "archive/", the folders and the file name stay under
200 characters together: Windows still refuses paths over 260, and the archive lies somewhere itself.
"""

from ziarchive.model import Code, Period, Plan, Requirement
from ziarchive.naming import canonical, tidy

FOLDER_LENGTH = 34
TITLE_LENGTH = 56


def folder(plan: Plan, code: Code, year: int) -> str:
    """Return the canonical folder of a code, relative to the archive; an item lies in its indicator's."""
    return _folder(_names(plan), code, year)


def folders(plan: Plan) -> tuple[str, ...]:
    """Return all canonical folders of the plan's year, each after the one that holds it."""
    names = _names(plan)
    return (str(plan.year), *(_folder(names, code, plan.year) for code in sorted(names)))


def expected_name(requirement: Requirement, period: Period, ext: str = ".pdf") -> str:
    """Return the file name a person should use for a requirement in a period."""
    return canonical((requirement.code,), tidy(requirement.title, TITLE_LENGTH), period, ext)


def _names(plan: Plan) -> dict[Code, str]:
    places = (
        *((area.code, area.name) for area in plan.areas),
        *((component.code, component.name) for component in plan.components()),
        *((indicator.code, indicator.text) for indicator in plan.indicators()),
    )
    return {code: tidy(f"{code} {tidy(text)}", FOLDER_LENGTH) for code, text in places}


def _folder(names: dict[Code, str], code: Code, year: int) -> str:
    above = (Code(code.parts[:depth]) for depth in range(1, min(len(code.parts), 3) + 1))
    return "/".join((str(year), *(names[place] for place in above)))
