"""Brings together what a file's name and its text say: one document, and its entry in the search index."""

from collections.abc import Collection
from dataclasses import replace

from ziarchive.changes import Known
from ziarchive.matching import Matcher
from ziarchive.matching.kinds import document_kind
from ziarchive.model import Code, Content, Document, Requirement
from ziarchive.naming.headings import find_heading
from ziarchive.naming.periods import find_letter_date
from ziarchive.ports import Extracted, IndexEntry


class Describer:
    """Describes files by one plan; `Matcher` is built once because that is the costly part."""

    def __init__(self, matcher: Matcher, requirements: Collection[Requirement]) -> None:
        self._matcher = matcher
        self._kinds = {requirement.code: requirement.kind for requirement in requirements}

    def document(self, id: str, path: str, known: Known, extracted: Extracted, linked: tuple[Code, ...]) -> Document:
        """Return the document; `linked` are the codes that a person gave this content."""
        content = _content(extracted)
        placement = self._matcher.place(
            path,
            text_period=content.text_period,
            content_title=extracted.title,
            first_page=extracted.pages[0] if extracted.pages else "",
            linked=linked,
        )
        kind = document_kind(placement.title, self._kinds.get(placement.codes[0]) if placement.codes else None)
        return Document(id, path, known.sha256, known.stamp, content, replace(placement, kind=kind))

    def entry(self, document: Document, pages: tuple[str, ...]) -> IndexEntry:
        """Return what the search index keeps of a document."""
        placement = document.placement
        period = placement.period
        return IndexEntry(
            id=document.id,
            path=document.path,
            title=placement.title or document.content.title,
            codes=placement.codes,
            kind=placement.kind,
            year=period.end.year if period else None,
            pages=pages,
        )


def _content(extracted: Extracted) -> Content:
    pages = extracted.pages
    dated = (find_heading(pages[0]) or find_letter_date(pages[0])) if pages else None
    if not dated and len(pages) > 1:
        dated = find_letter_date(pages[-1])
    return Content(
        state=extracted.state,
        why=extracted.why,
        media_type=extracted.media_type,
        title=extracted.title,
        pages=len(pages),
        chars=sum(map(len, pages)),
        text_from=extracted.text_from,
        text_period=dated,
        flags=extracted.flags,
    )
