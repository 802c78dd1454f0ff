"""The evidence of the collection: papers for every requirement of the plan, the demo office's, and others.

The prose is `samples.text`'s. Names follow the canonical form, an office's looser one, and one without a code in
turn; `evidence.yaml` adds titles in other words for some requirements, and papers that only share words with them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from samples import office
from samples.paper import Block, Grid, Heading, Items, NewPage, Paper, Sign, Text, place_and_date
from samples.phrases import LETTERHEAD
from samples.text import compose
from ziarchive.model import Cadence, Code, Indicator, Plan, Requirement
from ziarchive.wording import MONTHS

_MONTHS_OF: Mapping[Cadence | None, tuple[int, ...]] = {
    Cadence.MONTHLY: (1, 2, 3, 4),
    Cadence.QUARTERLY: (3, 6),
    Cadence.SEMESTER: (6,),
}
_PUT_TOGETHER = str.maketrans({"/": " ", ":": " ", "'": " "})


@dataclass(frozen=True, slots=True)
class File:
    """One file of the archive before it is described."""

    path: str
    pages: tuple[str, ...]
    codes: tuple[Code, ...] = ()
    """What it is evidence of, where its maker knows; else its name tells."""


def files(plan: Plan) -> Iterator[File]:
    """Yield all evidence of the collection, the same every time."""
    yield from _required(plan)
    yield from _reworded(plan)
    yield from _of_office()
    yield from _others()


def _required(plan: Plan) -> Iterator[File]:
    number = 0
    for indicator in plan.indicators():
        for requirement in indicator.requirements:
            cadence = requirement.schedule.cadence if requirement.schedule else None
            for month in _MONTHS_OF.get(cadence, (number % 6 + 1,)):
                yield _file(indicator, requirement, requirement.title, date(2024, month, 20), number)
                number += 1


def _reworded(plan: Plan) -> Iterator[File]:
    """Yield papers whose titles put a requirement in other words, as offices do."""
    indicators = {indicator.code: indicator for indicator in plan.indicators()}
    requirements = {str(requirement.code): requirement for requirement in plan.requirements()}
    for number, (code, title) in enumerate(_table()["reworded"]):
        requirement = requirements[code]
        yield _file(indicators[requirement.code.indicator], requirement, title, date(2024, number % 6 + 1, 11), number)


def _of_office() -> Iterator[File]:
    for row in office.rows():
        paper = compose(row.kind, row.title, office.period_words(row.path, row.dated), row.dated)
        meant = _table()["office"].get(PurePosixPath(row.path).name)
        yield File(row.path, pages(paper), (Code.of(meant),) if meant else ())


def _others() -> Iterator[File]:
    for number, (folder, kind, title) in enumerate(_table()["others"]):
        dated = date(2024, number % 6 + 1, 5 + number % 20)
        paper = compose(kind, title, f"{MONTHS[dated.month - 1]} {dated.year}", dated)
        yield File(f"2024/{folder}/{title} {dated:%Y-%m}.pdf", pages(paper))


def _file(indicator: Indicator, requirement: Requirement, title: str, dated: date, number: int) -> File:
    code = requirement.code
    period = f"{MONTHS[dated.month - 1]} {dated.year}"
    spoken = " ".join(title.translate(_PUT_TOGETHER).split())
    name = (f"{code}_{spoken}_{dated:%Y-%m}.pdf", f"{code} {spoken} {period}.pdf", f"{spoken} {period}.pdf")[number % 3]
    paper = compose(requirement.kind, title, period, dated)
    reason = Text(f"Kegiatan ini dilaksanakan untuk memenuhi indikator «{indicator.text}» melalui: {indicator.action}.")
    paper = Paper(title, dated, (*paper.blocks[:2], reason, *paper.blocks[2:]))
    folder = f"2024/Area {code.area}/{code.component}/{code.indicator}"
    return File(f"{folder}/{name}", pages(paper), (code,))


def pages(paper: Paper) -> tuple[str, ...]:
    """Return the paper's text by page, as an extractor reads it from the file."""
    lines: list[list[str]] = [list(LETTERHEAD)]
    for block in paper.blocks:
        if isinstance(block, NewPage):
            lines.append([])
        else:
            lines[-1].extend(_lines(block))
    return tuple("\n".join(page) for page in lines)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text) | Text(text):
            yield text
        case Items(rows) | Grid(rows):
            yield from (" ".join(row) for row in rows)
        case Sign(dated, post, name):
            yield from (place_and_date(dated), post, name)


@cache
def _table() -> dict[str, Any]:
    return dict(yaml.safe_load(Path(__file__).with_name("evidence.yaml").read_text(encoding="utf-8")))
