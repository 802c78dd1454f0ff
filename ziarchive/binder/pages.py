"""The pages of the binder: one to begin with, and one for each component; read from a stick, without a script.

The templates escape every text. Evidence is linked, never embedded: a page runs nothing that staff put into
the archive.
"""

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

from ziarchive import wording
from ziarchive.binder.contents import Binder, Filed
from ziarchive.binder.copying import Lost
from ziarchive.binder.sink import text
from ziarchive.decisions import Outcome
from ziarchive.gaps import SlotDocument, SlotStatus
from ziarchive.model import Code, Component, How, State

INDEX = "index.html"
STYLE = "halaman/binder.css"
_BUFFERED = 64
_UNITS = ("byte", "KB", "MB", "GB", "TB")


@dataclass(frozen=True, slots=True)
class Beside:
    """A file as it stands beside a slot."""

    said: SlotDocument
    filed: Filed | None
    """None for a file that is not surely for the slot: it is not in the binder."""
    lost: str
    """Why it is not in the binder although it should be."""
    verdict: str
    verdict_state: State | None
    """Whose look the verdict has."""


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages are made from: the binder, and what became of its files."""

    binder: Binder
    lost: Sequence[Lost]
    digests: Mapping[str, str]
    """SHA-256 of each file taken, by its path below data/."""
    lists: Mapping[str, str]
    """Further files by path, each with what it is."""

    def index(self) -> Generator[bytes]:
        """Yield the page that one begins with."""
        there = set(self._components())
        areas = [area for area in self.binder.report.plan.areas if there & set(area.components)]
        totals = {part.code: part.totals for part in (*self.binder.report.areas, *self.binder.report.components)}
        return self._page("index.html", up="", areas=areas, there=there, totals=totals)

    def components(self) -> Iterator[tuple[str, Generator[bytes]]]:
        """Yield the path below data/ and the text of each component's page."""
        there = self._components()
        for at, component in enumerate(there):
            yield (
                page_of(component.code),
                self._component(component, there[max(at - 1, 0) : at], there[at + 1 : at + 2]),
            )

    def _components(self) -> list[Component]:
        wanted = {item.code.component for item in self.binder.requirements()}
        return [component for component in self.binder.report.plan.components() if component.code in wanted]

    def _component(self, component: Component, before: list[Component], after: list[Component]) -> Generator[bytes]:
        code, report = component.code, self.binder.report
        return self._page(
            "component.html",
            up="../",
            area=next(each for each in report.plan.areas if each.code == code.area),
            component=component,
            totals=next((part.totals for part in report.components if part.code == code), None),
            indicators=self.binder.rows(component),
            strays=self.binder.strays(),
            files=[each for each in self.binder.files if each.document.placement.codes[0].within(code)],
            before=before,
            after=after,
        )

    def _page(self, template: str, **values: object) -> Generator[bytes]:
        lost = {each.filed.document.id: each.why for each in self.lost}
        filed = {each.document.id: each for each in self.binder.files}
        stream = (
            _environment()
            .get_template(template)
            .stream(
                binder=self.binder,
                report=self.binder.report,
                plan=self.binder.report.plan,
                site=self,
                STATES=tuple(State),
                beside=lambda said, code: _beside(self.binder, said, code, filed.get(said.id), lost.get(said.id, "")),
                **values,
            )
        )
        stream.enable_buffering(_BUFFERED)
        return text(stream)


def page_of(code: Code) -> str:
    """Return the path below data/ of a component's page."""
    return f"halaman/{code.component}.html"


def _beside(binder: Binder, said: SlotDocument, code: Code, filed: Filed | None, lost: str) -> Beside:
    if said.how is How.CANDIDATE or not filed:
        return Beside(said, None, "", "", None)
    judgement = binder.judgement(filed.document.sha256, code)
    verdict = judgement.standing
    if verdict:
        state = State.MET if verdict.outcome is Outcome.ACCEPTED else State.FIX
        note = f". Catatan: {verdict.note}" if verdict.note else ""
        return Beside(said, filed, lost, f"{wording.OUTCOMES[verdict.outcome]}{note}", state)
    disputed = "penilai berbeda pendapat; menunggu putusan ketua tim" if judgement.disputed else ""
    return Beside(said, filed, lost, disputed, State.TO_CONFIRM if disputed else None)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("ziarchive.binder"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "count": wording.number,
        "date": wording.date_label,
        "href": quote,
        "page": page_of,
        "percent": wording.percent,
        "period": wording.period_label,
        "size": size,
        "span": span,
        "state": lambda state: wording.STATES[state],
    }
    return made


def span(status: SlotStatus, on: date) -> str:
    """Return when a slot opens and is due, in words: 'jatuh tempo 31 Maret 2024'."""
    slot = status.slot
    due = f"jatuh tempo {wording.date_label(slot.due)}" if slot.due else "bila terjadi"
    return f"mulai {wording.date_label(slot.opens)}, {due}" if slot.opens > on else due


def size(value: int) -> str:
    """12,4 MB, with the Indonesian decimal comma."""
    amount, unit = float(value), 0
    while amount >= 1000 and unit < len(_UNITS) - 1:
        amount, unit = amount / 1000, unit + 1
    return f"{amount:.{1 if unit > 1 else 0}f} {_UNITS[unit]}".replace(".", ",")
