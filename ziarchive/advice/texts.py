"""What the advice knows of texts, once per content: it reads as many as there is time for, and remembers."""

from collections.abc import Callable, Iterable

from ziarchive.advice.inside import Inside, inside
from ziarchive.advice.kinds import NARRATIVE, PICTURES
from ziarchive.advice.sketch import Sketch, sketch
from ziarchive.model import Document, ReadState


def is_narrative(document: Document) -> bool:
    """Tell whether a document is worth comparing with others: only then is it sketched."""
    return document.placement.kind in NARRATIVE


class Texts:
    """By SHA-256, as texts are."""

    def __init__(self, pages: Callable[[Document], tuple[str, ...]]) -> None:
        self._pages = pages
        self._read: dict[tuple[str, bool], int] = {}
        """How many characters there were when a content was read, sketched or not: recognition may add some."""
        self.insides: dict[str, Inside] = {}
        self.sketches: dict[str, Sketch] = {}

    def read(self, documents: Iterable[Document], hurry: Callable[[], bool]) -> int:
        """Read those not read before until `hurry` says that time is up, and return how many are left."""
        new = {each.sha256: each for each in documents if self._is_unread(each)}
        for done, document in enumerate(new.values()):
            if hurry():
                return len(new) - done
            self._take(document, self._pages(document))
        return 0

    def _is_unread(self, document: Document) -> bool:
        content = document.content
        has_text = content.state is ReadState.OK and document.placement.kind not in PICTURES
        return has_text and self._read.get((document.sha256, is_narrative(document))) != content.chars

    def _take(self, document: Document, pages: tuple[str, ...]) -> None:
        self.insides[document.sha256] = inside(pages)
        if is_narrative(document):
            self.sketches[document.sha256] = sketch(pages)
        self._read[document.sha256, is_narrative(document)] = document.content.chars
