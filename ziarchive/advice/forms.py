"""The JSON of advice (docs/json.md): fields may be added, never renamed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from ziarchive.advice.answer import WEAKNESSES, Advice
from ziarchive.model import Document, Plan
from ziarchive.naming import periods

Json = dict[str, Any]


def as_json(plan: Plan, advice: Iterable[Advice], pending: int, documents: Mapping[str, Document]) -> Json:
    """Return advice, and how much there is of each kind; `documents` by id."""
    found = tuple(advice)
    counts = Counter(each.kind for each in found)
    return {
        "plan": {"id": plan.id, "title": plan.title, "unit": plan.unit, "year": plan.year},
        "totals": {str(kind): counts[kind] for kind in WEAKNESSES},
        "pending": pending,
        "advice": [_advice(each, documents) for each in found],
    }


def _advice(one: Advice, documents: Mapping[str, Document]) -> Json:
    return {
        "key": one.key,
        "kind": str(one.kind),
        "code": str(one.code),
        "period": periods.render(one.period) if one.period else None,
        "documents": [{"id": id, "path": documents[id].path} for id in one.documents if id in documents],
        "why": one.why,
        "dismissed": one.dismissed or None,
    }
