"""What a text tells of itself for the advice, once per content: its number, and whether it is a draft.

A pure function of the pages, so it can be made in a worker and kept by SHA-256. A scan misreads letters,
so a number that is only half readable is a number.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Number(StrEnum):
    """What stands where a letter has its number."""

    GIVEN = "given"
    BLANK = "blank"
    """The word, and only dots behind it."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Inside:
    """What the advice needs of a text."""

    number: Number = Number.NONE
    draft: str = ""
    """The line of the first page that says so; empty for a final document."""


_HEAD = 3000
_TOP_LINES = 6
_COVER = 250
"""Characters of a first page that is no more than a cover: the number is on the next."""
_CITING = re.compile(r"(?im)^\W*(?:menimbang|mengingat|memperhatikan|dasar hukum)\b")
_LABEL = r"(?:n[o0]\s?(?:m|rn|nn?|in)[o0e]r|no\b|reg(?:istrasi)?\b)"
_GIVEN = re.compile(rf"(?i)(?<![^\W_]){_LABEL}(?:\s+(?:sop|surat|dokumen))?[\s.:;]*[^\n]{{0,60}}?\d")
_CITED = re.compile(r"(?:[Uu]ndang-?\s?[Uu]ndang|Peraturan(?:\s[\w-]+){0,4}|Keputusan(?:\s[\w-]+){1,4})\s*$")
"""Before the number of another paper; a heading in capitals is the paper's own."""
_BLANK = re.compile(rf"(?im)^\W*{_LABEL}(?:\s+(?:sop|surat))?\s*[.:;]*[\s._…/\-:]*(?:/[^\n\d]{{0,40}})?$")
_REFERENCE = re.compile(
    r"(?=[^\s]*\d)(?=[^\s]*[A-Za-z])[\w.\-]+(?:\s?/\s?[\w.\-]+){2,}|\b\w{1,5}[.\-]\d+(?:[./\-]\w+){2,}"
)
_OF_DRAFT = re.compile(r"(?im)^\W*(?:d\s*r\s*a\s*f|konsep)")
"""What stands at the beginning of a line in every text that says so; few do."""
_DRAFT_LINE = re.compile(r"(?i)^\W*(?:d\s?r\s?a\s?f(?:\s?t)?)\W*(?:\d|v\w*\s?\d+|ke-?\s?\d+)?\W*$")
_CONCEPT_LINE = re.compile(r"(?i)^\W*konsep(?: surat)?\W*$")
_DRAFT_TITLE = re.compile(r"^\W*(?:DRAFT?|Draft?) (?=[A-Z])")


def inside(pages: Sequence[str]) -> Inside:
    """Return what the pages tell; nothing for a document without text."""
    if not pages:
        return Inside()
    return Inside(_number(pages), _draft(pages[0]))


def _number(pages: Sequence[str]) -> Number:
    head = pages[0] if len(pages[0].strip()) > _COVER else "\n".join(pages[:2])
    head = head[:_HEAD]
    citing = _CITING.search(head)
    head = head[: citing.start()] if citing and citing.start() else head
    blank = _BLANK.search(head)
    if blank and not _REFERENCE.search(head):
        return Number.BLANK
    own = any(not _CITED.search(head[max(0, label.start() - 80) : label.start()]) for label in _GIVEN.finditer(head))
    return Number.GIVEN if own or _REFERENCE.search(head) else Number.NONE


def _draft(page: str) -> str:
    head = page[:_HEAD]
    if not _OF_DRAFT.search(head):
        return ""
    lines = [" ".join(line.split()) for line in head.splitlines() if line.strip()]
    told = (line for line in lines if _DRAFT_LINE.match(line))
    top = (line for line in lines[:_TOP_LINES] if _DRAFT_TITLE.match(line) or _CONCEPT_LINE.match(line))
    return next(told, "")[:60] or next(top, "")[:60]
