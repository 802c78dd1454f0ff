"""The shelf: every document of the catalogue, kept in memory and brought up to date by what changed.

Reading the whole catalogue costs far more than any question about it. So each look asks the catalogue how
far it has been written, which is cheap, and reads only what was written since, by whatever process. What
is handed out never changes; a later look hands out another.
"""

from bisect import bisect_left, insort
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from threading import Lock

from ziarchive.agreement import mark
from ziarchive.model import Document
from ziarchive.store.catalogue import UNWRITTEN, Catalogue, Counts, Edition, News

_by_path = attrgetter("path")
_Marked = tuple[Document, str]


@dataclass(frozen=True, slots=True)
class _Held:
    """The documents as of one edition."""

    edition: Edition = UNWRITTEN
    documents: tuple[Document, ...] = ()
    by_id: Mapping[str, Document] = field(default_factory=dict)

    def after(self, news: News) -> "_Held":
        if news.whole:
            return _Held(news.edition, tuple(sorted(news.put, key=_by_path)), {each.id: each for each in news.put})
        documents, by_id = list(self.documents), dict(self.by_id)
        for id in news.dropped | {each.id for each in news.put}:
            if before := by_id.pop(id, None):
                del documents[bisect_left(documents, before.path, key=_by_path)]
        for each in news.put:
            insort(documents, each, key=_by_path)
            by_id[each.id] = each
        return _Held(news.edition, tuple(documents), by_id)


class Shelf:
    """The documents of one catalogue; any thread may ask. Raises `IndexUnusable` as the catalogue does."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._lock = Lock()
        self._held = _Held()
        self._counted: tuple[Edition, Counts] | None = None
        self._marked: tuple[_Held, dict[str, _Marked]] = self._held, {}
        self._marks: Mapping[str, str] = {}

    @property
    def version(self) -> Edition:
        """What changes whenever the documents do."""
        return self._catalogue.edition()

    def documents(self) -> tuple[Document, ...]:
        """Return every document, by path: the same tuple while nothing changed."""
        return self._now().documents

    def get(self, id: str) -> Document | None:
        return self._now().by_id.get(id)

    def marks(self) -> Mapping[str, str]:
        """Return the mark (see `agreement`) of every document by its id: the same object while nothing changed."""
        held = self._now()
        with self._lock:
            if self._marked[0] is not held:
                before = self._marked[1]
                after = {each.id: _marked(each, before.get(each.id)) for each in held.documents}
                self._marked, self._marks = (held, after), {id: mark for id, (_, mark) in after.items()}
            return self._marks

    def counts(self) -> Counts:
        """Return how many documents there are of each sort, without reading them."""
        with self._lock:
            edition = self._catalogue.edition()
            if self._counted is None or self._counted[0] != edition:
                self._counted = edition, self._catalogue.counts()
            return self._counted[1]

    def _now(self) -> _Held:
        with self._lock:
            if self._catalogue.edition() != self._held.edition:
                self._held = self._held.after(self._catalogue.since(self._held.edition))
            return self._held


def _marked(document: Document, before: _Marked | None) -> _Marked:
    return before if before and before[0] is document else (document, mark(document))
