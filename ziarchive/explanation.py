"""Everything that is known of one file: how it was read, its place and why, its flags, its slots."""

from collections.abc import Iterator
from dataclasses import dataclass

from ziarchive.gaps import GapReport, SlotStatus
from ziarchive.model import Document, Suggestion
from ziarchive.naming import periods
from ziarchive.ports import Extracted
from ziarchive.shapes import Json, documents
from ziarchive.wording import HOWS, PERIODS_FROM, READ_STATES, STATES, flag_words, number


@dataclass(frozen=True, slots=True)
class Explanation:
    """One document with its text and the slots that it touches."""

    document: Document
    text: Extracted
    slots: tuple[SlotStatus, ...]


@dataclass(frozen=True, slots=True)
class PageText:
    """One page of a document as it was read."""

    number: int
    """From 1."""
    label: str
    """What it is called where a number says little: a sheet, a day, a member of an archive."""
    text: str
    sure: int | None
    """How sure recognition was of it, in percent; None for digital text."""
    waits: bool
    """True for a picture that is still to be recognised."""


def pages_of(text: Extracted) -> tuple[PageText, ...]:
    """Return the pages with what is known of each."""
    count = len(text.pages)
    each = zip(text.pages, text.labels or ("",) * count, text.sure or (None,) * count, strict=True)
    return tuple(
        PageText(place + 1, label, page, sure, place in text.scans) for place, (page, label, sure) in enumerate(each)
    )


def explain(document: Document, text: Extracted, report: GapReport) -> Explanation:
    """Bring together what is known of a document; `report` is the whole plan's."""
    touched = (each for each in report.slots if any(one.id == document.id for one in each.documents))
    return Explanation(document, text, tuple(touched))


def as_json(known: Explanation) -> Json:
    """Return the document as in `documents`, with its pages and slots."""
    document, text = known.document, known.text
    return {
        **documents([document])[0],
        "state": str(document.content.state),
        "state_why": document.content.why,
        "media_type": document.content.media_type,
        "dates": [day.isoformat() for day in text.dates],
        "waiting": len(text.scans),
        "pages_read": [
            {"page": page.number, "label": page.label, "chars": len(page.text), "sure": page.sure, "waits": page.waits}
            for page in pages_of(text)
        ],
        "slots": [
            {"code": str(each.slot.code), "period": periods.render(each.slot.period), "state": str(each.state)}
            for each in known.slots
        ],
        "suggestions": [
            {"code": str(each.code), "score": round(each.score, 2), "why": each.why}
            for each in document.placement.suggestions
        ],
    }


def as_lines(known: Explanation) -> Iterator[str]:
    """Yield the same in words, a line each."""
    document, content = known.document, known.document.content
    yield document.path
    yield f"  isi        {content.media_type}, {number(document.stamp.size)} byte, SHA-256 {document.sha256}"
    yield f"  teks       {READ_STATES[content.state]}{f'. {content.why}' if content.why else ''}"
    if content.text_from:
        yield f"  dibaca     dengan {content.text_from}: {number(content.pages)} halaman, {number(content.chars)} huruf"
    yield from _page_lines(known.text)
    for flag in content.flags:
        words = flag_words(flag)
        yield f"  perhatikan {words.label}. {words.help}"
    yield from _place_lines(document)
    for each in known.slots:
        yield f"  slot       {each.slot.code} {periods.render(each.slot.period)}: {STATES[each.state]}"


def _place_lines(document: Document) -> Iterator[str]:
    placement = document.placement
    codes = ", ".join(map(str, placement.codes)) or "belum ada"
    yield f"  tempat     {codes} ({HOWS[placement.how]}: {placement.why})"
    if placement.period and placement.period_from:
        yield f"  periode    {periods.render(placement.period)} ({PERIODS_FROM[placement.period_from]})"
    if placement.kind:
        yield f"  jenis      {placement.kind}{f' ({placement.kind_why})' if placement.kind_why else ''}"
    for each in placement.suggestions:
        yield f"  mungkin    {_suggested(each)}"


def _suggested(each: Suggestion) -> str:
    return f"{each.code} ({each.why})"


def _page_lines(text: Extracted) -> Iterator[str]:
    """Yield a line for each page of which there is more to say than its number."""
    for page in pages_of(text):
        words = [page.label] if page.label else []
        if page.waits:
            words.append("gambar, menunggu dikenali")
        elif page.sure is not None:
            words.append(f"dikenali dari gambar, yakin {page.sure} %")
        if words:
            yield f"  halaman {page.number:<3}{', '.join(words)}: {number(len(page.text))} huruf"
