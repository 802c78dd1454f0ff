"""The assessor's lists as JSON: the items with what is said of their documents, and what became of a sealed round."""

from collections import Counter
from collections.abc import Iterable, Iterator

from ziarchive.assessment import Item, Judged
from ziarchive.assessment.rounds import Sealed, Since
from ziarchive.decisions import Verdict
from ziarchive.model import Document

Json = dict[str, object]


def items(shown: Iterable[Item]) -> list[Json]:
    """Return the work list; slots are counted by their state."""
    return [
        {
            "code": str(each.requirement.code),
            "evidence": each.requirement.title,
            "standing": each.standing.value,
            "slots": dict(Counter(slot.state.value for slot in each.slots)),
            "documents": [_judged(one) for one in each.documents],
        }
        for each in shown
    ]


def _judged(one: Judged) -> Json:
    said = one.judgement
    return {
        "id": one.document.id,
        "path": one.document.path,
        "sha256": one.document.sha256,
        "standing": one.standing.value,
        "counts": one.counts,
        "why": one.why,
        "opinions": [{"who": who, **_verdict(verdict)} for who, verdict in said.opinions.items()] if said else [],
        "final": _verdict(said.final) if said and said.final else None,
    }


def _verdict(verdict: Verdict) -> Json:
    return {"outcome": verdict.outcome.value, "note": verdict.note}


def changed(since: Since) -> list[Json]:
    """Return a line for each file that is not as it was sealed."""
    return [*_lines(since)]


def _lines(since: Since) -> Iterator[Json]:
    yield from (_line("added", None, one) for one in since.added)
    for change in ("changed", "replaced", "moved"):
        yield from (_line(change, before, one) for before, one in getattr(since, change))
    yield from (_line("removed", one, None) for one in since.removed)


def _line(change: str, before: Sealed | None, now: Document | None) -> Json:
    return {
        "change": change,
        "before": before.path if before else None,
        "path": now.path if now else None,
        "id": now.id if now else None,
    }
