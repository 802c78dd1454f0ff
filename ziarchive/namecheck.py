"""How a file name is read, and what its file would count for: the same answer for command line and site.

Only the name and its folders are asked, never a file.
"""

from dataclasses import dataclass

from ziarchive.errors import UsageError
from ziarchive.matching import Said, matcher
from ziarchive.model import Code, Placement, Plan, Requirement
from ziarchive.naming import NAME_LENGTH, NameReader, Reading, canonical, skeleton
from ziarchive.wording import PERIODS_FROM, period_label


@dataclass(frozen=True, slots=True)
class Place:
    """A requirement that a file counts for, or may be meant for."""

    requirement: Requirement
    folder: str
    """Its canonical folder, relative to the archive."""
    score: float = 1.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What one name says, in words."""

    name: str
    why: str
    conflict: str
    """Both readings, when name and folders contradict each other."""
    period: str
    canonical: str
    """The strict form of the name; empty when it states no code."""
    places: tuple[Place, ...]
    """What its file counts for; empty sends it to the inbox."""
    suggestions: tuple[Place, ...]
    """The likeliest places of a file without one."""


class NameChecker:
    """Checks names by one plan, which is prepared once."""

    def __init__(self, plan: Plan) -> None:
        self._reader, self._matcher = NameReader(plan), matcher(plan)
        self._items = {item.code: item for item in plan.requirements()}
        self._folders = skeleton.folders(plan)

    def check(self, name: str) -> Checked:
        """Read a name, with or without its folders, of Windows or not; raises `UsageError` for one that cannot be."""
        path = _possible(name.replace("\\", "/"))
        reading, placement = self._reader.read(path), self._matcher.place(path, Said())
        return Checked(
            name=name,
            why=reading.why,
            conflict=reading.conflict or "",
            period=_period(placement),
            canonical=_canonical(reading),
            places=tuple(self._place(code) for code in placement.codes),
            suggestions=tuple(self._place(each.code, each.score, each.why) for each in placement.suggestions),
        )

    def _place(self, code: Code, score: float = 1.0, why: str = "") -> Place:
        return Place(self._items[code], self._folders[code.indicator], score, why)


def as_json(checked: Checked) -> dict[str, object]:
    """Return what a name says, for `check-name --format json`; `codes` is empty for a file of the inbox."""
    return {
        "name": checked.name,
        "why": checked.why,
        "conflict": checked.conflict,
        "period": checked.period,
        "canonical": checked.canonical,
        "codes": [str(each.requirement.code) for each in checked.places],
        "suggestions": [_suggested(each) for each in checked.suggestions],
    }


def _suggested(place: Place) -> dict[str, object]:
    item = place.requirement
    return {"code": str(item.code), "evidence": item.title, "score": place.score, "why": place.why}


def _canonical(reading: Reading) -> str:
    return canonical(reading.codes, reading.title, reading.period, reading.ext) if reading.codes else ""


def _period(placement: Placement) -> str:
    if placement.period is None or placement.period_from is None:
        return "tidak diketahui"
    return f"{period_label(placement.period)} ({PERIODS_FROM[placement.period_from]})"


def _possible(path: str) -> str:
    for part in path.split("/"):
        if len(part) > NAME_LENGTH:
            raise UsageError(
                f"Nama «{part[:40]}…» terdiri atas {len(part)} karakter; sebuah berkas atau folder paling panjang "
                f"{NAME_LENGTH}. Periksa apakah nama itu tersalin dengan benar."
            )
    return path
