"""How a search can be narrowed: the values that its hits have, each as the question that asks for it too."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ziarchive.model import Plan
from ziarchive.query import And, Everything, Field, Filter, Query
from ziarchive.query.choices import SOURCES, STATUSES
from ziarchive.query.parser import parse
from ziarchive.query.written import written
from ziarchive.reports import Facet, SearchReport

SHOWN = 8
"""The most values of one field."""
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


def groups(report: SearchReport, plan: Plan) -> tuple[Group, ...]:
    """Return the fields in which the hits differ, or by which they were narrowed."""
    asked = parse(report.query, plan.year).query
    found = (Group(TITLES[facet.field], tuple(_choices(facet, asked, _labels(plan)))) for facet in report.facets)
    return tuple(group for group in found if len(group.choices) > 1 or any(each.chosen for each in group.choices))


def _choices(facet: Facet, asked: Query, labels: Mapping[str, str]) -> Iterator[Choice]:
    parts = asked.parts if isinstance(asked, And) else () if isinstance(asked, Everything) else (asked,)
    for each in facet.values[:SHOWN]:
        wanted = Filter(facet.field, each.value)
        chosen = wanted in parts
        left = tuple(part for part in parts if part != wanted) if chosen else (*parts, wanted)
        label = STATUSES.get(each.value) or SOURCES.get(each.value) or labels.get(each.value, each.value)
        yield Choice(label, each.count, written(And(left)), chosen)


def _labels(plan: Plan) -> Mapping[str, str]:
    areas = {str(area.code): f"{area.code} {area.name}" for area in plan.areas}
    return areas | {str(each.code): f"{each.code} {each.name}" for each in plan.components()}
