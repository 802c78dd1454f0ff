"""The year's progress as a drawing: where lines and marks lie. The page gives them their colours.

Steps, not slopes: a slot is due on its day and not by and by.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ziarchive.agenda.progress import Progress
from ziarchive.wording import MONTHS

WIDTH, HEIGHT = 760, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 16, 12, 32
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """All in units of the drawing, WIDTH by HEIGHT; lines are SVG paths, empty without a point."""

    left: float
    right: float
    top: float
    bottom: float
    months: tuple[Tick, ...]
    """The middle of each month."""
    grid: tuple[Tick, ...]
    """Lines across, the lowest first."""
    due: str
    met: str
    area: str
    """The ground under `met`."""
    ahead: str
    """What will be due, from the end of `due`."""
    end: Spot | None
    """Where `due` ends."""
    end_met: Spot | None


def chart(progress: Progress) -> Chart:
    """Draw a year's progress."""
    plane = _Plane(progress.plan.year, _highest(progress))
    due = [plane.spot(point.day, point.due) for point in progress.points]
    met = [plane.spot(point.day, point.met) for point in progress.points]
    ahead = [plane.spot(each.day, each.due) for each in progress.ahead]
    start = plane.spot(date(progress.plan.year, 1, 1), 0)
    floor = HEIGHT - _BOTTOM
    return Chart(
        left=_LEFT,
        right=WIDTH - _RIGHT,
        top=_TOP,
        bottom=floor,
        months=tuple(Tick(plane.spot(date(plane.year, n, 15), 0)[0], name[:3]) for n, name in enumerate(MONTHS, 1)),
        grid=tuple(Tick(plane.spot(date(plane.year, 1, 1), n)[1], str(n)) for n in plane.ticks()),
        due=_steps([start, *due]) if due else "",
        met=_steps([start, *met]) if met else "",
        area=f"{_steps([start, *met])}V{floor}Z" if met else "",
        ahead=_steps([due[-1] if due else start, *ahead]) if ahead else "",
        end=due[-1] if due else None,
        end_met=met[-1] if met else None,
    )


@dataclass(frozen=True, slots=True)
class _Plane:
    year: int
    highest: int

    def spot(self, day: date, number: int) -> Spot:
        whole = (date(self.year, 12, 31) - date(self.year, 1, 1)).days
        along = (day - date(self.year, 1, 1)).days / whole
        up = number / self.ticks()[-1]
        height = HEIGHT - _TOP - _BOTTOM
        return round(_LEFT + along * (WIDTH - _LEFT - _RIGHT), 1), round(HEIGHT - _BOTTOM - up * height, 1)

    def ticks(self) -> range:
        """Return round numbers from 0 to one that no line exceeds, six at most."""
        step = next((step for step in _STEPS if self.highest <= 5 * step), self.highest)
        return range(0, -(-max(self.highest, 1) // step) * step + 1, step)


def _highest(progress: Progress) -> int:
    due = [*(point.due for point in progress.points), *(each.due for each in progress.ahead)]
    return max(due, default=1)


def _steps(spots: Sequence[Spot]) -> str:
    (x, y), *rest = spots
    return f"M{x} {y}" + "".join(_step(rest))


def _step(spots: Iterable[Spot]) -> Iterable[str]:
    return (f"H{x}V{y}" for x, y in spots)
