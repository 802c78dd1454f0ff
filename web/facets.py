"""How a search can be narrowed: the values that its hits have, each as the question that asks for it too."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ziarchive.model import Plan
from ziarchive.query import And, Everything, Field, Filter, Query, in_words, is_filter
from ziarchive.query.choices import SOURCES, STATUSES
from ziarchive.query.written import written
from ziarchive.reports import Facet, SearchReport

SHOWN = 8
"""The most values of one field, beside those that are chosen."""
TITLES: Mapping[Field, str] = {
    Field.AREA: "Area",
    Field.COMPONENT: "Komponen",
    Field.KIND: "Jenis",
    Field.YEAR: "Tahun",
    Field.STATUS: "Status slot",
    Field.SOURCE: "Asal teks",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One value, and where it leads."""

    label: str
    count: int
    question: str
    """The search box with the filter, or without it when it is chosen already."""
    chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A filter of the question."""

    words: str
    question: str
    """The search box without it."""


def chosen(report: SearchReport) -> tuple[Chosen, ...]:
    """Return the filters that every hit must pass, whether or not there are hits."""
    parts = _parts(report.understood)
    return tuple(Chosen(in_words(part), _without(parts, part)) for part in parts if is_filter(part))


def groups(report: SearchReport, plan: Plan) -> tuple[Group, ...]:
    """Return the fields in which the hits differ, or by which they were narrowed."""
    asked, labels = report.understood, _labels(plan)
    found = (Group(TITLES[facet.field], tuple(_choices(facet, asked, labels))) for facet in report.facets)
    return tuple(group for group in found if len(group.choices) > 1 or any(each.chosen for each in group.choices))


def _choices(facet: Facet, asked: Query, labels: Mapping[str, str]) -> Iterator[Choice]:
    parts = _parts(asked)
    for at, each in enumerate(facet.values):
        wanted = Filter(facet.field, each.value)
        own = next((part for part in parts if _same(part, wanted)), None)
        if at < SHOWN or own:
            label = STATUSES.get(each.value) or SOURCES.get(each.value) or labels.get(each.value, each.value)
            question = _without(parts, own) if own else written(And((*parts, wanted)))
            yield Choice(label, each.count, question, own is not None)


def _same(part: Query, wanted: Filter) -> bool:
    """Tell whether a part of the question asks for this value; people write kinds in any case."""
    return isinstance(part, Filter) and part.field is wanted.field and part.value.lower() == wanted.value.lower()


def _parts(asked: Query) -> tuple[Query, ...]:
    return asked.parts if isinstance(asked, And) else () if isinstance(asked, Everything) else (asked,)


def _without(parts: tuple[Query, ...], gone: Query) -> str:
    return written(And(tuple(part for part in parts if part != gone)))


def _labels(plan: Plan) -> Mapping[str, str]:
    areas = {str(area.code): f"{area.code} {area.name}" for area in plan.areas}
    return areas | {str(each.code): f"{each.code} {each.name}" for each in plan.components()}
