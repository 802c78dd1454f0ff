"""What answers hold: the shapes of docs/json.md as schemas, and the lists around them.

They describe; the shapes themselves are made in `ziarchive.shapes` and sent as they are. Fields may be added.
"""

from typing import Any

from marshmallow import Schema, fields
from marshmallow.fields import Boolean, Dict, Float, Integer, List, Nested, String

from ziarchive.decisions import Role
from ziarchive.model import How, PeriodFrom, ReadState, State
from ziarchive.reports import Order


class Answer(Schema):
    """What is always told whole: each field is there, also when it says nothing."""

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        field_obj.required = True


def one_of(words: Any, **more: Any) -> String:
    return String(metadata={"enum": [str(each) for each in words]}, **more)


def texts() -> List[str]:
    return List(String())


def maybe() -> String:
    return String(allow_none=True)


class Listed(Answer):
    """A part of a list in an order that stays while nothing changes."""

    total = Integer(metadata={"description": "How many rows there are in all."})
    limit, offset = Integer(), Integer()
    next = String(
        allow_none=True, metadata={"format": "uri-reference", "description": "The rows that follow; null at the end."}
    )


class Error(Answer):
    at = String(metadata={"description": "Where: query or json, then the fields.", "example": "/json/codes/0"})
    detail = String()


class Problem(Answer):
    """RFC 9457."""

    type, title, detail = String(), String(), String()
    status = Integer()


class Refused(Problem):
    """RFC 9457, with each field that is wrong."""

    errors = List(Nested(Error))


class Me(Answer):
    name, role = maybe(), one_of(Role, allow_none=True)
    may = List(String(metadata={"description": "An operation that decides, by its operationId."}))


class Page(Answer):
    page = Integer(metadata={"description": "From 1; 0 when none does: a name, a title or a filter led here."})
    label, snippet = String(), String()


class Hit(Answer):
    id, path, title, label, snippet, trouble = String(), String(), String(), String(), String(), String()
    code = maybe()
    page, score, same = Integer(), Float(), Integer()
    marks = List(List(Integer()))
    pages, states = List(Nested(Page)), texts()


class Value(Answer):
    value, count = String(), Integer()


class Named(Answer):
    """A requirement that the question names."""

    code, evidence = String(), String()
    documents, states = Integer(), Dict(String(), Integer())


class Lift(Answer):
    words, query, total = String(), String(), Integer()


class Found(Listed):
    """The hits of a search; `partial` have only some of the words and are not in `total`."""

    query, in_words, unsure, respelled = String(), String(), String(), String()
    problems, took_ms, order = texts(), Float(), one_of(Order)
    hits, nearly = List(Nested(Hit)), List(Nested(Hit), data_key="partial")
    facets = Dict(String(), List(Nested(Value)))
    asked, lifts = List(Nested(Named)), List(Nested(Lift))


class Document(Answer):
    id, path, sha256, why, title, kind, kind_why, text_from = (String() for _each in range(8))
    size, pages, chars = Integer(), Integer(), Integer()
    codes, flags = texts(), texts()
    how, period, period_from = one_of(How), maybe(), one_of(PeriodFrom, allow_none=True)


class Documents(Listed):
    items = List(Nested(Document))


class PageRead(Answer):
    page, label, chars, waits = Integer(), String(), Integer(), Boolean()
    sure = Integer(allow_none=True)


class Touched(Answer):
    code, period, state = String(), String(), one_of(State)


class Suggestion(Answer):
    code, score, why = String(), Float(), String()


class Explained(Document):
    """All that is known of one document."""

    state, state_why, media_type = one_of(ReadState), String(), String()
    dates, waiting = texts(), Integer()
    pages_read, slots, suggestions = List(Nested(PageRead)), List(Nested(Touched)), List(Nested(Suggestion))


class PageText(Answer):
    page, label, text, waits = Integer(), String(), String(), Boolean()
    sure = Integer(allow_none=True, metadata={"description": "Percent, of recognised pages."})


class Pages(Listed):
    items = List(Nested(PageText))


class PlanName(Answer):
    id, title, unit, year = String(), String(), String(), Integer()


class Totals(Answer):
    slots, met, to_confirm, fix, overdue, due_soon, upcoming, open, waived = (Integer() for _each in range(9))
    completeness, year_completeness = Float(allow_none=True), Float(allow_none=True)
    before_signing = Integer()


class AllTotals(Totals):
    requirements = Integer()


class AreaTotals(Totals):
    code, name = String(), String()


class Uncounted(Answer):
    code, evidence, path, why, id = String(), String(), String(), String(), String()
    how, counts = one_of(How), Boolean()


class Gaps(Answer):
    plan, on = Nested(PlanName), String(metadata={"format": "date"})
    totals, areas = Nested(AllTotals), List(Nested(AreaTotals))
    uncounted = List(Nested(Uncounted))


class SlotDocument(Answer):
    id, path, how, why, counts = String(), String(), one_of(How), String(), Boolean()


class Slot(Answer):
    code, evidence, indicator, period = String(), String(), String(), String()
    opens, due = String(metadata={"format": "date"}), String(allow_none=True, metadata={"format": "date"})
    state, late, documents = one_of(State), Boolean(), List(Nested(SlotDocument))
    waiver, note = String(), String()


class Slots(Listed):
    on, items = String(metadata={"format": "date"}), List(Nested(Slot))


class Area(Answer):
    code, name = String(), String()


class Plan(PlanName):
    signed, areas = String(allow_none=True, metadata={"format": "date"}), List(Nested(Area))


class Components(Listed):
    items = List(Nested(Area))


class Indicator(Answer):
    code, text, action, evidence, target, note = (String() for _each in range(6))
    lke = texts()


class Indicators(Listed):
    items = List(Nested(Indicator))


class Requirement(Answer):
    code, indicator, evidence, kind, note = (String() for _each in range(5))
    cadence, year, person = maybe(), Integer(), maybe()
    due = List(String(metadata={"format": "date"}))


class Requirements(Listed):
    items = List(Nested(Requirement))


class Unread(Answer):
    id, path, stage, why = maybe(), String(), String(), String()


class Watch(Answer):
    mode, why, restarts, heartbeat = String(), String(), Integer(), maybe()


class Recognition(Answer):
    pages, working_on, why = Integer(), String(), String()


class Index(Answer):
    healed, healed_at = String(), maybe()


class Reading(Answer):
    path, seconds = String(), Float()


class Progress(Answer):
    done, total = Integer(), Integer()
    per_minute, seconds_left = Float(allow_none=True), Float(allow_none=True)


class Status(Answer):
    documents, placed, inbox, queue = Integer(), Integer(), Integer(), Integer()
    rejected, held, hold_why, trouble, working_on = List(Nested(Unread)), texts(), String(), String(), String()
    last_sync, last_sync_seconds = maybe(), Float(allow_none=True)
    watch, recognition, index = Nested(Watch), Nested(Recognition), Nested(Index)
    progress = Nested(Progress, allow_none=True)
    reading = List(Nested(Reading))


class Decided(Answer):
    """What was decided can be taken back with `batch`."""

    batch = String()
    at_once = Boolean(metadata={"description": "False when places are brought up to date a little later."})
