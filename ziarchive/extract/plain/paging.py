"""Gives pages to text that has none, so that a hit names a place, and keeps the text of any file bounded."""

from collections.abc import Iterable, Iterator

from ziarchive.limits import HIGHEST_CHARACTERS

PAGE = 3_000
"""Characters: about one printed page."""
ESTIMATED = "perkiraan"
"""The label of pages that a file with pages does not tell of."""
MAX_PAGES = 5_000
MAX_CHARS = HIGHEST_CHARACTERS
"""Together more than any evidence, and less than a worker's memory."""


def paged(text: str) -> Iterator[str]:
    """Yield pieces of at most `PAGE` characters that end at line ends, else at spaces; joined they are `text`."""
    start = 0
    while len(text) - start > PAGE:
        limit = start + PAGE
        end = text.rfind("\n", start, limit) + 1 or text.rfind(" ", start, limit) + 1 or limit
        yield text[start:end]
        start = end
    yield text[start:]


def bounded(pages: Iterable[str]) -> tuple[tuple[str, ...], bool]:
    """Return the pages within both limits, and whether any text is left out."""
    kept: list[str] = []
    room = MAX_CHARS
    for page in pages:
        if len(kept) == MAX_PAGES or room <= 0:
            return tuple(kept), True
        kept.append(page[:room])
        room -= len(page)
    return tuple(kept), room < 0
