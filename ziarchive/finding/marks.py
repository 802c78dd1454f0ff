"""Where one document meets a question, so that its pages can be marked, by the site and by a viewer of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from ziarchive.query import Query
from ziarchive.reports import Parts
from ziarchive.search import snippets

MOST_FORMS = 400
"""A prefix may have more forms in a long document; whoever wants them all has the marked texts."""
MOST_PARTS = 100_000
"""Nobody looks at so many marks, and a file of a single word must not hold its page up."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The marked text of each page, and what follows from it."""

    texts: tuple[Parts, ...] = ()
    """By page; each part with whether it meets the question."""

    @property
    def pages(self) -> tuple[int, ...]:
        """The numbers of the pages, from 1, that meet the question."""
        return tuple(at for at, parts in enumerate(self.texts, 1) if any(met for _, met in parts))

    @property
    def forms(self) -> tuple[str, ...]:
        """Each form of a word or phrase that was marked, in lower case with single spaces, the longest first."""
        found = {" ".join(part.lower().split()) for parts in self.texts for part, met in parts if met}
        return tuple(sorted(found, key=lambda form: (-len(form), form))[:MOST_FORMS])


def marks(pages: Sequence[str], query: Query) -> Marks:
    """Mark the pages of a document; what follows after `MOST_PARTS` parts stays unmarked."""
    found, counted = list[Parts](), 0
    for page in pages:
        found.append(snippets.marked(page, query) if counted < MOST_PARTS else ((page, False),))
        counted += len(found[-1])
    return Marks(tuple(found))
