"""What the API tells: each view asks the archive as who asks may see it, and answers with the agreed shapes."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial

from flask import Response, abort, g

from web import files, rights
from web.api import fields
from web.api.paging import listed, part
from web.filters import DocumentFilter
from web.lists import select
from ziarchive import explanation, gaps, shapes
from ziarchive.archive import Archive
from ziarchive.gaps import GapReport, SlotStatus
from ziarchive.model import Code, Document, How, Indicator, Requirement, State
from ziarchive.reports import Order
from ziarchive.shapes import Json


class Reading:
    def __init__(self, archive: Archive) -> None:
        """`archive` is what the visitor of each request may see (`viewing`)."""
        self._archive = archive

    def me(self, asked: Json) -> Json:
        """Who the token belongs to, and what they may decide here."""
        role = g.get("role")
        forms = (form for form in rights.FORMS if form.startswith("api.") and "token" in g)
        may = [form.removeprefix("api.") for form in forms if rights.may_send(form, role)]
        return {"name": g.get("person"), "role": str(role) if role else None, "may": may}

    def status(self, asked: Json) -> Json:
        """How the archive fares: what waits, what could not be read, what is done at this moment."""
        return shapes.status(self._archive.status())

    def search(self, asked: Json) -> Json:
        """Search texts, titles and names; best first."""
        report = self._archive.search(asked["q"], asked["limit"], asked["offset"], Order(asked["order"]))
        return shapes.search(report) | part(report.total, asked)

    def documents(self, asked: Json) -> Json:
        """All documents with their places, by path."""
        wanted = DocumentFilter(
            code=fields.code(asked["code"]),
            period=fields.period(asked["period"]),
            how=How(asked["how"]) if asked["how"] else None,
            kind=asked["kind"],
            text=asked["text"],
        ).told(partial(self._report, None))
        found = listed(select(self._archive.documents(), wanted), asked)
        return found | {"items": shapes.documents(found["items"])}

    def document(self, asked: Json, id: str) -> Json:
        """All that is known of one document, without its text."""
        document = known(self._archive, id)
        text = self._archive.text(document)
        return explanation.as_json(explanation.explain(document, text, self._report(None)))

    def pages(self, asked: Json, id: str) -> Json:
        """The text of a document, page by page."""
        found = listed(explanation.pages_of(self._archive.text(known(self._archive, id))), asked)
        return found | {"items": [_page(each) for each in found["items"]]}

    def file(self, asked: Json, id: str) -> Response:
        """The file itself; ranges and conditional requests are understood."""
        return files.send(self._archive, known(self._archive, id))

    def gaps(self, asked: Json) -> Json:
        """What is met and missing, summed up, and the files that count for no slot."""
        told = shapes.gaps(replace(report := self._narrowed(asked), slots=()))
        del told["slots"]
        return told | {"on": report.on.isoformat()}

    def slots(self, asked: Json) -> Json:
        """Every slot with its state and its documents, in the plan's order."""
        report = self._narrowed(asked)
        found = listed(report.slots, asked, on=report.on.isoformat())
        told = shapes.gaps(replace(report, slots=tuple(found["items"])))["slots"]
        return found | {"items": [self._slot(*pair) for pair in zip(found["items"], told, strict=True)]}

    def plan(self, asked: Json) -> Json:
        """The plan and its areas."""
        plan = self._archive.plan
        areas = [{"code": str(each.code), "name": each.name} for each in plan.areas]
        named = {"id": plan.id, "title": plan.title, "unit": plan.unit, "year": plan.year}
        return {**named, "signed": plan.signed.isoformat() if plan.signed else None, "areas": areas}

    def components(self, asked: Json) -> Json:
        """The components of the plan, in its order."""
        found = [each for each in self._archive.plan.components() if _below(each.code, asked)]
        return listed([{"code": str(each.code), "name": each.name} for each in found], asked)

    def indicators(self, asked: Json) -> Json:
        """The indicators of the plan, in its order."""
        return listed([_indicator(each) for each in self._archive.plan.indicators() if _below(each.code, asked)], asked)

    def requirements(self, asked: Json) -> Json:
        """The required documents of the plan, in its order."""
        found = [each for each in self._archive.plan.requirements() if _below(each.code, asked)]
        return listed([self._requirement(each) for each in found], asked)

    def requirement(self, asked: Json, code: str) -> Json:
        """One required document."""
        return self._requirement(required(self._archive, code))

    def _requirement(self, item: Requirement) -> Json:
        schedule = item.schedule
        return {
            "code": str(item.code),
            "indicator": str(item.code.indicator),
            "evidence": item.title,
            "kind": item.kind,
            "cadence": str(schedule.cadence) if schedule else None,
            "due": [day.isoformat() for day in schedule.dues] if schedule else [],
            "year": item.year,
            "note": item.note,
            "person": self._archive.standing.decisions().person(item.code) or None,
        }

    def _slot(self, status: SlotStatus, told: Json) -> Json:
        documents = [{"id": each.id, **one} for each, one in zip(status.documents, told["documents"], strict=True)]
        note = self._archive.standing.decisions().notes.get((status.slot.code, status.slot.period), "")
        return {**told, "documents": documents, "waiver": status.waiver, "note": note}

    def _narrowed(self, asked: Json) -> GapReport:
        state = State(asked["state"]) if asked["state"] else None
        return gaps.narrowed(self._report(asked["on"]), fields.code(asked["code"]), state)

    def _report(self, on: date | None) -> GapReport:
        return self._archive.gaps(on or self._archive.today())


def known(archive: Archive, id: str) -> Document:
    return archive.document(id) or abort(404)


def required(archive: Archive, code: str) -> Requirement:
    items: Iterable[Requirement] = archive.plan.requirements()
    return next((each for each in items if str(each.code) == code), None) or abort(404)


def _below(code: Code, asked: Json) -> bool:
    above = fields.code(asked["code"])
    return above is None or code.within(above)


def _page(page: explanation.PageText) -> Json:
    return {"page": page.number, "label": page.label, "text": page.text, "sure": page.sure, "waits": page.waits}


def _indicator(each: Indicator) -> Json:
    return {
        "code": str(each.code),
        "text": each.text,
        "action": each.action,
        "evidence": each.evidence,
        "target": each.target,
        "lke": [*each.lke],
        "note": each.note,
    }
