"""Brings together what a file's name, text and own data say: one document, and its entry in the search index."""

import re
from dataclasses import replace
from functools import cached_property

from ziarchive.agreement import mark
from ziarchive.changes import Known
from ziarchive.decisions import Given
from ziarchive.matching import Matcher, Said, matcher
from ziarchive.matching.kinds import Kind, Traits, document_kind, required_kind
from ziarchive.model import Content, Document, Period, PeriodFrom, Placement, Plan
from ziarchive.naming.owndate import own_date
from ziarchive.ports import Extracted, IndexEntry

DRAFT = "draft"
SIGNED = frozenset(
    (
        "SK", "SOP", "Surat tugas", "Pakta integritas", "Maklumat", "Surat edaran", "Berita acara", "Nota dinas", "PK",
    )
)  # fmt: skip
"""Kinds of which only the signed document is evidence."""
_EDITABLE = (
    "application/vnd.openxmlformats-officedocument.",
    "application/vnd.oasis.opendocument.",
    "application/vnd.ms-excel",
    "application/vnd.ms-powerpoint",
    "application/msword",
    "application/rtf",
)
_MAIL = ("message/rfc822", "application/vnd.ms-outlook")
_CHAT = "whatsapp"
"""The reader of chats: they are plain text or an archive by their content."""
_YEAR = re.compile(r"(?:\b(?:tahun|thn|th)\b[. ]{0,2}|[0-9][-/ ])((?:19|20)[0-9]{2})(?![0-9])", re.IGNORECASE)
"""A year behind the word, or behind a number: PP 10-1983."""


class Describer:
    """Describes files by one plan."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._kinds = {requirement.code: requirement.kind for requirement in plan.requirements()}

    @cached_property
    def _matcher(self) -> Matcher:
        """Made for the first file, while the others are read: it takes as long as a dozen of them."""
        return matcher(self._plan)

    def document(self, id: str, path: str, known: Known, extracted: Extracted, given: Given) -> Document:
        """Return the document; `given` is what people say of this content."""
        content = _content(extracted)
        first_page = extracted.pages[0] if extracted.pages else ""
        said = Said(content.text_period, _noted(extracted), extracted.title, first_page)
        placement = self._matcher.place(path, said, given.codes)
        if given.period:
            placement = replace(placement, period=given.period, period_from=PeriodFrom.HAND)
        kind = self._kind(placement, extracted)
        flags = (*content.flags, *self._draft(placement, content.media_type))
        placement = replace(placement, kind=kind.name, kind_why=kind.why)
        return Document(id, path, known.sha256, known.stamp, replace(content, flags=flags), placement)

    def entry(self, document: Document, pages: tuple[str, ...]) -> IndexEntry:
        """Return what the search index keeps of a document."""
        placement = document.placement
        return IndexEntry(
            id=document.id,
            path=document.path,
            title=placement.title or document.content.title,
            codes=placement.codes,
            kind=placement.kind,
            year=searched_year(placement),
            pages=pages,
            mark=mark(document),
        )

    def _kind(self, placement: Placement, extracted: Extracted) -> Kind:
        code = placement.codes[0] if placement.codes else None
        if code and (kind := self._kinds.get(code)):
            return required_kind(code, kind)
        return document_kind(placement.title, _traits(extracted))

    def _draft(self, placement: Placement, media_type: str) -> tuple[str, ...]:
        """Return the flag of a file that can still be edited where a signed document is expected."""
        signed = any(self._kinds.get(code) in SIGNED for code in placement.codes)
        return (DRAFT,) if signed and media_type.startswith(_EDITABLE) else ()


def searched_year(placement: Placement) -> int | None:
    """Return the year that a document is searched by: that of its period, else the only one of its title.

    A regulation's year (PP Nomor 10 Tahun 1983) is no period, yet who asks for that year means it.
    """
    if placement.period:
        return placement.period.end.year
    named = set(_YEAR.findall(placement.title))
    return int(named.pop()) if len(named) == 1 else None


def _content(extracted: Extracted) -> Content:
    pages = extracted.pages
    return Content(
        state=extracted.state,
        why=extracted.why,
        media_type=extracted.media_type,
        title=extracted.title,
        pages=len(pages),
        chars=sum(map(len, pages)),
        text_from=extracted.text_from,
        # A mail or a chat speaks of other papers' dates, and its own is in its data.
        text_period=None if _is_message(extracted) else own_date(pages),
        flags=tuple(flag for flag in extracted.flags if flag != DRAFT),
        scans=len(extracted.scans),
        sure=min((percent for percent in extracted.sure if percent is not None), default=None),
    )


def _traits(extracted: Extracted) -> Traits:
    is_image = extracted.media_type.startswith("image/")
    return Traits(
        first_page="" if _is_message(extracted) or not extracted.pages else extracted.pages[0],
        media_type=extracted.media_type,
        is_chat=_is_chat(extracted),
        is_taken=is_image and bool(extracted.dates),
    )


def _noted(extracted: Extracted) -> Period | None:
    """Return the days that a picture, a mail or a chat states of itself.

    Not those of office files: they are copied from templates and from last year's report, dates and all.
    """
    if not extracted.dates or not (extracted.media_type.startswith("image/") or _is_message(extracted)):
        return None
    return Period(min(extracted.dates), max(extracted.dates))


def _is_message(extracted: Extracted) -> bool:
    return _is_chat(extracted) or extracted.media_type in _MAIL


def _is_chat(extracted: Extracted) -> bool:
    """Tell whether a chat was read, alone or with what was recognised in its photos."""
    return _CHAT in extracted.text_from.split("+")
