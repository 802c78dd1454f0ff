"""The agreed JSON shapes (docs/json.md): fields may be added, never renamed.

The command line's `--format json` and the site's `.json` twins are both made here.
"""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from ziarchive.finding.suggest import Completion
from ziarchive.gaps import GapReport, SlotDocument, SlotStatus, Totals, Uncounted
from ziarchive.model import Document, Indicator, Period, Plan, ReadState, Rejected
from ziarchive.naming import periods
from ziarchive.reports import Asked, Hit, SearchReport, Status, SyncReport
from ziarchive.wording import unplaced_why

Json = dict[str, Any]


def search(report: SearchReport) -> Json:
    """Return a search with its hits, best first; `marks` are the found terms in the snippet."""
    return {
        "query": report.query,
        "in_words": report.in_words,
        "problems": list(report.problems),
        "unsure": report.unsure,
        "total": report.total,
        "offset": report.offset,
        "took_ms": round(report.took_ms, 1),
        "order": str(report.order),
        "hits": [_hit(hit) for hit in report.hits],
        "partial": [_hit(hit) for hit in report.partial],
        "facets": {
            str(facet.field): [{"value": each.value, "count": each.count} for each in facet.values]
            for facet in report.facets
        },
        "asked": [_asked(one) for one in report.asked],
        "respelled": report.respelled,
        "lifts": [{"words": lift.words, "query": lift.query, "total": lift.total} for lift in report.lifts],
    }


def _asked(one: Asked) -> Json:
    return {
        "code": str(one.requirement.code),
        "evidence": one.requirement.title,
        "documents": one.documents,
        "states": {str(state): number for state, number in one.states},
    }


def indicators(found: Iterable[Indicator]) -> list[Json]:
    """Return indicators of which no document answers a search."""
    return [{"code": str(each.code), "indicator": each.text} for each in found]


def completion(one: Completion) -> Json:
    """Return a suggestion for the search box."""
    return {"kind": str(one.kind), "text": one.text, "label": one.label, "id": one.id}


def _hit(hit: Hit) -> Json:
    document, marks, at = hit.document, [], 0
    for part, marked in hit.snippet.parts:
        if marked:
            marks.append([at, at + len(part)])
        at += len(part)
    return {
        "id": document.id,
        "path": document.path,
        "code": str(document.placement.codes[0]) if document.placement.codes else None,
        "title": document.placement.title,
        "page": hit.snippet.page,
        "label": hit.label,
        "score": round(hit.score, 4),
        "snippet": hit.snippet.text,
        "marks": marks,
        "pages": [{"page": each.snippet.page, "label": each.label, "snippet": each.snippet.text} for each in hit.pages],
        "states": list(hit.states),
        "trouble": hit.trouble,
        "same": hit.same,
        "near": {"id": hit.near.document.id, "likeness": round(hit.near.likeness, 4)} if hit.near else None,
    }


def gaps(report: GapReport) -> Json:
    """Return a gap report with the state of every slot."""
    plan = report.plan
    return {
        "plan": {"id": plan.id, "title": plan.title, "unit": plan.unit, "year": plan.year},
        "on": report.on.isoformat(),
        "totals": {"requirements": report.totals.requirements, **_totals(report.totals)},
        "areas": [{"code": str(area.code), "name": area.name, **_totals(area.totals)} for area in report.areas],
        "slots": [_slot(status) for status in report.slots],
        "uncounted": [_uncounted(one) for one in report.uncounted],
    }


def _totals(totals: Totals) -> Json:
    return {
        "slots": totals.slots,
        **{str(state): number for state, number in totals.counts.items()},
        "completeness": _share(totals.completeness),
        "year_completeness": _share(totals.year_completeness),
        "before_signing": totals.before_signing,
    }


def _share(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _slot(status: SlotStatus) -> Json:
    slot = status.slot
    return {
        "code": str(slot.code),
        "evidence": status.requirement.title,
        "indicator": str(slot.code.indicator),
        "period": periods.render(slot.period),
        "opens": slot.opens.isoformat(),
        "due": slot.due.isoformat() if slot.due else None,
        "state": str(status.state),
        "late": status.late,
        "documents": [_slot_document(each) for each in status.documents],
    }


def _slot_document(one: SlotDocument) -> Json:
    return {"path": one.path, "how": str(one.how), "why": one.why, "counts": one.counts}


def _uncounted(one: Uncounted) -> Json:
    item, document = one.requirement, one.document
    return {"code": str(item.code), "evidence": item.title, **_slot_document(document), "id": document.id}


def documents(found: Iterable[Document]) -> list[Json]:
    """Return documents with their places."""
    return [_document(each) for each in found]


def _document(document: Document) -> Json:
    content, placement = document.content, document.placement
    state = [] if content.state is ReadState.OK else [str(content.state)]
    return {
        "id": document.id,
        "path": document.path,
        "sha256": document.sha256,
        "size": document.stamp.size,
        "codes": [str(code) for code in placement.codes],
        "how": str(placement.how),
        "why": placement.why,
        "title": placement.title,
        "period": _period(placement.period),
        "period_from": str(placement.period_from) if placement.period_from else None,
        "kind": placement.kind,
        "kind_why": placement.kind_why,
        "pages": content.pages,
        "chars": content.chars,
        "text_from": content.text_from,
        "flags": [*state, *content.flags],
    }


def _period(period: Period | None) -> str | None:
    return periods.render(period) if period else None


def inbox(found: Iterable[Document], plan: Plan) -> list[Json]:
    """Return the files that need a person, with their likeliest slots; one that is not `readable` says why."""
    evidence = {item.code: item.title for item in plan.requirements()}
    return [
        {
            "id": document.id,
            "path": document.path,
            "why": unplaced_why(document),
            "readable": not document.content.state.failed,
            "suggestions": [
                {
                    "code": str(each.code),
                    "evidence": evidence.get(each.code, ""),
                    "score": round(each.score, 2),
                    "why": each.why,
                }
                for each in document.placement.suggestions
            ],
        }
        for document in found
    ]


def sync(report: SyncReport) -> Json:
    """Return what a sync did; the lists are given as numbers, the rejected and held files in full."""
    return {
        "added": len(report.added),
        "changed": len(report.changed),
        "renamed": len(report.renamed),
        "removed": len(report.removed),
        "unchanged": report.unchanged,
        "unsettled": list(report.unsettled),
        "rejected": rejected(report.rejected),
        "held": list(report.held),
        "hold_why": report.hold_why,
        "seconds": round(report.seconds, 3),
    }


def rejected(found: Iterable[Rejected]) -> list[Json]:
    return [{"id": each.id or None, "path": each.path, "stage": each.stage, "why": each.why} for each in found]


def status(status: Status) -> Json:
    """Return how the archive fares."""
    return {
        "documents": status.documents,
        "placed": status.placed,
        "inbox": status.inbox,
        "rejected": rejected(status.rejected),
        "last_sync": _time(status.last_sync),
        "last_sync_seconds": status.last_sync_seconds,
        "held": list(status.held),
        "hold_why": status.hold_why,
        "trouble": status.trouble,
        "watch": {
            "mode": status.watch_mode,
            "why": status.watch_why,
            "restarts": status.watch_restarts,
            "heartbeat": _time(status.heartbeat),
        },
        "queue": status.queue,
        "recognition": {"pages": status.scans, "working_on": status.recognising, "why": status.recognition_why},
        "index": {"healed": status.healed, "healed_at": _time(status.healed_at)},
        "working_on": status.working_on,
        "progress": asdict(status.progress) if status.progress else None,
        "reading": [{"path": each.on, "seconds": round(each.seconds, 1)} for each in status.reading],
    }


def _time(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
