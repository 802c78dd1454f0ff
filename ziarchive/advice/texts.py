"""What the advice knows of texts, once per content: from their gists, and by reading where there is none yet."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Protocol

from ziarchive.advice.kinds import NARRATIVE, PICTURES
from ziarchive.gist import Gist, Inside, Sketch, gist
from ziarchive.model import Document, ReadState


class Kept(Protocol):
    """Where gists are kept by SHA-256."""

    def of(self, sha256s: Collection[str], /) -> Mapping[str, Gist]:
        """Return those that there are."""

    def keep(self, made: Mapping[str, Gist], /) -> None:
        """Keep what had to be made."""


def is_narrative(document: Document) -> bool:
    """Tell whether a document is worth comparing with others: only then is its sketch looked at."""
    return document.placement.kind in NARRATIVE


class Texts:
    """By SHA-256, as texts are."""

    def __init__(self, pages: Callable[[Document], tuple[str, ...]], kept: Kept) -> None:
        self._pages = pages
        self._kept = kept
        self._gists: dict[str, Gist] = {}
        self._chars: dict[str, int] = {}
        """How many characters a text had when its gist was taken: recognition may add some."""
        self.insides: dict[str, Inside] = {}
        self.sketches: dict[str, Sketch] = {}

    def read(self, documents: Iterable[Document], hurry: Callable[[], bool]) -> int:
        """Take those not taken before, and return how many are left: once `hurry` says so no text is read."""
        wanted = [each for each in documents if _has_text(each)]
        new = {each.sha256: each for each in wanted if self._chars.get(each.sha256) != each.content.chars}
        for sha256, kept in self._kept.of(new).items():
            self._take(new.pop(sha256), kept)
        left = self._make(new.values(), hurry)
        self.sketches = {each.sha256: self._gists[each.sha256].sketch for each in wanted if self._is_compared(each)}
        return left

    def _make(self, lacking: Collection[Document], hurry: Callable[[], bool]) -> int:
        made: dict[str, Gist] = {}
        left = len(lacking)
        for document in lacking:
            if hurry():
                break
            pages = self._pages(document)
            self._take(document, gist(pages))
            if sum(map(len, pages)) == document.content.chars:  # else the store knows another text than the catalogue
                made[document.sha256] = self._gists[document.sha256]
            left -= 1
        self._kept.keep(made)
        return left

    def _take(self, document: Document, found: Gist) -> None:
        self._gists[document.sha256], self._chars[document.sha256] = found, document.content.chars
        self.insides[document.sha256] = found.inside

    def _is_compared(self, document: Document) -> bool:
        return is_narrative(document) and document.sha256 in self._gists


def _has_text(document: Document) -> bool:
    return document.content.state is ReadState.OK and document.placement.kind not in PICTURES
