"""Reads what lies over the cells of an Excel sheet: comments by cell, then the words in text boxes and shapes."""

from collections.abc import Iterator
from typing import Any

from ziarchive.extract.office.drawing import words_of
from ziarchive.extract.office.package import Package

_COMMENTS = ("comments", "threadedComment")
_DRAWING = "drawing"
_STAND_IN = "tc="
"""Begins the author of a comment that only says, for old programs, that there is a conversation."""


def overlay_of(parts: Package, part: str | None) -> str:
    """Return the text, a line each; empty without any. Damaged parts are named in `parts.damaged`."""
    if part is None:
        return ""
    links = sorted(parts.relations(part), key=lambda link: link.role == _DRAWING)
    found: list[str] = []
    for link in links:
        if link.part.endswith(".xml") and link.role in (*_COMMENTS, _DRAWING):
            root = parts.tree(link.part)
            found += [] if root is None else [words_of(root)] if link.role == _DRAWING else _comments(root)
    return "".join(f"{text.strip()}\n" for text in found if text.strip())


def _comments(root: Any) -> Iterator[str]:
    authors = [author.text or "" for author in root.iterfind("{*}authors/{*}author")]
    for comment in root.iter("{*}comment", "{*}threadedComment"):
        number = comment.get("authorId", "")
        author = authors[int(number)] if number.isdecimal() and int(number) < len(authors) else ""
        if not author.startswith(_STAND_IN) and (words := words_of(comment).strip()):
            yield f"Komentar {comment.get('ref', '')}: {words}"
