"""The plan file: one office's required-evidence list for one year, as YAML that a person edits.

Another office or another year is another file; no code knows any row of it. A requirement is due by
its indicator's TARGET WAKTU (`target`, as printed) unless the file says better: `target_read` corrects
the whole indicator, `cadence` or `target` on a requirement corrects that one. A printed target that
cannot be read stays as it is and its requirements are `unparsed`; a correction must be readable.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import cast

import yaml

from ziarchive.errors import PlanInvalid
from ziarchive.model import Indicator, Plan, Requirement
from ziarchive.plan import schedule
from ziarchive.plan.reader import Reader, Row
from ziarchive.plan.writer import as_rows

_DEEPEST = 20
"""Twice the nesting of a plan."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How large a plan is; `slots` have a due date, `events` have none."""

    areas: int
    components: int
    indicators: int
    requirements: int
    slots: int
    events: int


# Which of the two is there is known only at run time.
class _Loader(yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader):  # type: ignore[misc]
    """Safe YAML with line numbers, that refuses a key written twice instead of dropping the first."""

    def row(self, node: yaml.MappingNode) -> Row:
        row = Row()
        row.line = node.start_mark.line + 1
        for key_node, value_node in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, str) or key in row:
                why = f"kunci «{key}» tertulis dua kali atau bukan teks"
                raise yaml.constructor.ConstructorError(None, None, why, key_node.start_mark)
            row[key] = self.construct_object(value_node, deep=True)
        return row


_Loader.add_constructor("tag:yaml.org,2002:map", _Loader.row)


class _Dumper(yaml.SafeDumper):
    """Safe YAML that escapes what is not printable: PyYAML loses a rare line break between plain quotes."""

    def text(self, value: str) -> yaml.ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:str", value, None if value.isprintable() else '"')


_Dumper.add_representer(str, _Dumper.text)


@lru_cache(maxsize=2)  # the office's and that of a year before or after
def load(text: str, source: str) -> Plan:
    """Read a plan file, strictly; `source` is what an error calls it. The same text is read once.

    Raises `PlanInvalid`; its `problems` name every wrong row and what to do.
    """
    try:
        _refuse_knots(text)
        rows = yaml.load(text, _Loader)  # noqa: S506  # it is a safe loader
    except (yaml.YAMLError, ValueError) as error:
        raise PlanInvalid(f"Rencana kerja {source} bukan YAML yang sah.", [_yaml_problem(error)]) from error
    reader = Reader()
    plan = reader.plan(rows)
    if reader.problems:
        raise PlanInvalid(f"Rencana kerja {source} perlu diperbaiki pada:", reader.problems)
    return plan


def dump(plan: Plan) -> str:
    """Write a plan file that `load` reads back as an equal plan."""
    return yaml.dump(
        as_rows(plan), Dumper=_Dumper, sort_keys=False, allow_unicode=True, default_flow_style=None, width=110
    )


def unparsed(plan: Plan) -> tuple[Requirement, ...]:
    """Return the requirements whose target text was not understood: no slots until the file says more."""
    return tuple(item for item in plan.requirements() if item.schedule is None)


def due_before_signing(plan: Plan) -> tuple[Indicator, ...]:
    """Return the indicators that had wholly fallen due before the plan was signed."""
    signed = plan.signed
    return tuple(one for one in plan.indicators() if signed and _last_due(one, signed) < signed)


def counts(plan: Plan) -> Counts:
    """Count the plan's rows and slots."""
    dated = Counter(slot.due is not None for item in plan.requirements() for slot in schedule.slots(item, plan.year))
    return Counts(
        areas=len(plan.areas),
        components=sum(1 for _ in plan.components()),
        indicators=sum(1 for _ in plan.indicators()),
        requirements=sum(1 for _ in plan.requirements()),
        slots=dated[True],
        events=dated[False],
    )


_KNOTTED = "baris bersarang terlalu dalam atau merujuk baris lain"


def _refuse_knots(text: str) -> None:
    """Raise on nesting that no plan has, which would exhaust the C stack, and on rows that refer to rows."""
    depth = 0
    for event in yaml.parse(text, _Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST or isinstance(event, yaml.AliasEvent):
            raise yaml.constructor.ConstructorError(None, None, _KNOTTED, cast(yaml.Mark, event.start_mark))


def _yaml_problem(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    where = f"baris {mark.line + 1}, kolom {mark.column + 1}: " if mark else ""
    said = str(getattr(error, "problem", None) or error)
    what = _KNOTTED if "nesting" in said else said  # newer versions of the library look at the depth themselves
    return f"{where}{what}. Periksa spasi, tanda kutip, titik dua dan tanggal di sana."


def _last_due(indicator: Indicator, otherwise: date) -> date:
    scheduled = (item.schedule for item in indicator.requirements if item.schedule)
    return max((due for when in scheduled for due in when.dues), default=otherwise)
