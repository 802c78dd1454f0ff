"""The search box, from the question to the answer; the one place where index, catalogue and gap report meet."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from heapq import nlargest
from itertools import islice
from pathlib import PurePath

from ziarchive import agreement
from ziarchive.agreement import Disagreement
from ziarchive.errors import IndexUnusable
from ziarchive.finding.alike import candidates, likeness
from ziarchive.finding.facts import Shelves
from ziarchive.finding.marks import Marks, marks
from ziarchive.finding.nothing import Aid
from ziarchive.finding.questions import Questions
from ziarchive.finding.ranking import rank
from ziarchive.finding.requirements import requirements
from ziarchive.finding.suggest import Completion, Suggester
from ziarchive.gaps import GapReport
from ziarchive.model import Document, Indicator, Plan
from ziarchive.ports import Extracted, Found, Searched
from ziarchive.query import Query, in_words
from ziarchive.query.synonyms import Synonyms
from ziarchive.reports import Hit, Order, PageHit, Parts, SearchReport, Similar
from ziarchive.search import snippets

OFTEN = ("be", "di", "ke", "me", "pe", "se", "te")
"""What most Indonesian words with affixes begin with."""
PAGES = 3
"""The most pages that are shown of one document."""
NO_INDEX = (
    "Indeks pencarian belum ada atau rusak. Selama ziarchive run berjalan indeks dibuat sendiri: ulangi pencarian ini "
    "sebentar lagi. Bila tidak berjalan, jalankan ziarchive run atau ziarchive sync."
)
OVERSEEN = 10
"""How many more contents are compared than are shown: the index ranks them by words, not by their order."""
ALIKE = 0.01
"""What shares less is not like it: single words stand in all letters of an office."""
LOOKED_AT = 300
"""Among so many documents that share words they are looked for: one content may be there hundreds of times."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What answers come from; `archive` gives it."""

    plan: Plan
    index: Searched
    documents: Callable[[], Sequence[Document]]
    report: Callable[[], GapReport]
    """The gap report of today; the same object while nothing has changed."""
    text: Callable[[Document], Extracted]
    trouble: Callable[[Document], str]
    """Why a document's file is not what was read, in words; empty when it is."""
    synonyms: Callable[[], Synonyms]
    """The words that mean the same; the same object while nothing has changed."""
    near: Callable[[str, Mapping[str, Sequence[Document]]], str]
    """Which of some contents is most like this one, by SHA-256; empty when none is near it."""
    doubt: Callable[[], Disagreement]
    """Where the index is behind the catalogue at this moment."""


class Finder:
    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._questions = Questions(sources.plan, sources.synonyms)
        self._requirements = requirements(sources.plan)
        self._suggester = Suggester(sources.plan, sources.index, self._asked)
        self._shelves: tuple[Sequence[Document], GapReport, Shelves] | None = None

    def search(self, text: str, limit: int, offset: int, order: Order) -> SearchReport:
        """Return the documents for a question in this order, and how all that match are spread.

        Raises `IndexUnusable` when the index cannot answer: an empty answer would be false.
        """
        started = time.perf_counter()
        shelves = self.shelves()
        self._require_index(shelves)
        understood = self._questions.understood(text, shelves)
        query = self.read(understood.query)
        ranked = rank(self._sources.index, query, offset + limit)
        ids = [id for id in ranked.full.ids if id in shelves.documents]
        shown = _ordered(ranked.full, ids, shelves, order)[offset : offset + limit]
        others = [(hit.id, hit.score) for hit in ranked.partial if hit.id in shelves.documents]
        others = others[max(0, offset - len(ids)) :][: limit - len(shown)]
        hits = tuple(self._hits(shown, query, shelves))
        partial = tuple(self._hits(others, query, shelves))
        report = SearchReport(
            text, in_words(query), understood.problems, len(ids), hits, 0.0, offset, order, partial, shelves.facets(ids)
        )
        named = self._requirements.named(understood.codes, shelves)
        report = replace(report, asked=named, coded=bool(named), understood=understood.query)
        if not ids and text.strip():
            aid = Aid(self.read, self._sources.index, self._requirements, shelves)
            report = aid.helped(report, understood.query)
        unsure = agreement.warning(self._sources.doubt())
        return replace(report, unsure=unsure, took_ms=(time.perf_counter() - started) * 1000)

    def read(self, query: Query) -> Query:
        """Return the query with its synonyms, and with what the index does not know replaced by documents."""
        return self._questions.ready(query, self.shelves())

    def marks(self, document: Document, text: str) -> Marks:
        """Return the document's pages with the words of a question marked."""
        return marks(self._sources.text(document).pages, self._asked(text))

    def pages(self, document: Document, text: str) -> tuple[PageHit, ...]:
        """Return the pages of one document that meet a question best; none when none does. Asks no index."""
        found = _pages(self._sources.text(document), self._asked(text))
        return tuple(each for each in found if each.snippet.page)

    def shelves(self) -> Shelves:
        """Return all documents and what they are filed under, made anew only after a change."""
        documents, report = self._sources.documents(), self._sources.report()
        kept = self._shelves
        if kept is None or kept[0] is not documents or kept[1] is not report:
            kept = self._shelves = documents, report, Shelves(documents, report, kept and kept[2])
        return kept[2]

    def similar(self, document: Document, limit: int) -> tuple[Similar, ...]:
        """Return the documents that say much the same, the likest first, each content once.

        Those of this very content are left out: see `same`.
        """
        shelves, pages = self.shelves(), self._sources.text(document).pages
        own = {document.id, *(each.id for each in self.same(document))}
        ids = candidates(self._sources.index, pages, len(shelves.documents), own, LOOKED_AT)
        contents: dict[str, Document] = {}
        for each in (shelves.documents[id] for id in ids if id in shelves.documents):
            contents.setdefault(each.sha256, each)
        compared = islice(contents.values(), limit + OVERSEEN)
        found = (Similar(each, likeness(pages, self._sources.text(each).pages)) for each in compared)
        alike = (one for one in found if one.likeness >= ALIKE)
        return tuple(nlargest(limit, alike, key=lambda one: one.likeness))

    def same(self, document: Document) -> tuple[Document, ...]:
        """Return the other documents of the same content, byte for byte, in the order of their paths."""
        alike = self.shelves().contents.get(document.sha256, ())
        return tuple(each for each in alike if each.id != document.id)

    def titled(self, document: Document, text: str) -> bool:
        """Tell whether the name or title of a document holds a word of a question."""
        return titled(document, self._asked(text))

    def trouble(self, document: Document) -> str:
        """Return why a document's file is not what was read, in words; empty when it is."""
        return self._sources.trouble(document)

    def warm(self) -> None:
        """Read ahead what the first question would wait for: documents, sketches, the words that begin most often."""
        self._sources.near("", self.shelves().contents)
        for start in OFTEN:
            self.suggest(start)

    def suggest(self, text: str) -> tuple[Completion, ...]:
        """Return what a question may become while it is typed."""
        return self._suggester.suggest(text, self.shelves())

    def lacking(self, text: str) -> tuple[Indicator, ...]:
        """Return the indicators of which no document answers the question, in the plan's order.

        Raises `IndexUnusable` as `search` does.
        """
        shelves = self.shelves()
        self._require_index(shelves)
        found = self._sources.index.find(self._asked(text), 1).ids
        codes = {
            code.indicator for id in found if id in shelves.documents for code in shelves.documents[id].placement.codes
        }
        return tuple(each for each in self._sources.plan.indicators() if each.code not in codes)

    def _asked(self, text: str) -> Query:
        return self.read(self._questions.understood(text, self.shelves()).query)

    def _require_index(self, shelves: Shelves) -> None:
        if self._sources.index.fresh and shelves.documents:
            raise IndexUnusable(NO_INDEX)

    def _hits(self, scored: Iterable[tuple[str, float]], query: Query, shelves: Shelves) -> Iterable[Hit]:
        for id, score in scored:
            document = shelves.documents[id]
            text = self._sources.text(document)
            yield Hit(
                document,
                score,
                _pages(text, query),
                shelves.facts[id].states,
                self._sources.trouble(document),
                _marked(PurePath(document.path).name, query),
                titled(document, query),
                len(self.same(document)),
                self._nearest(document, text, shelves),
            )

    def _nearest(self, document: Document, text: Extracted, shelves: Shelves) -> Similar | None:
        """Return the document of another content that says nearly the same, if there is one."""
        near = self._sources.near(document.sha256, shelves.contents)
        if not near:
            return None
        other = shelves.contents[near][0]
        found = Similar(other, likeness(text.pages, self._sources.text(other).pages))
        return found if found.nearly_same else None


def titled(document: Document, query: Query) -> bool:
    """Tell whether the name or title of a document holds a word that was asked for."""
    return any(_marked(each, query) for each in (PurePath(document.path).name, document.placement.title))


def _marked(text: str, query: Query) -> Parts:
    """Return the text with what was asked for marked; nothing when it holds none of it."""
    parts = snippets.marked(text, query)
    return parts if any(found for _, found in parts) else ()


def _pages(text: Extracted, query: Query) -> tuple[PageHit, ...]:
    return tuple(
        PageHit(each, text.labels[each.page - 1] if each.page and text.labels else "")
        for each in snippets.several(text.pages, query, PAGES)
    )


def _ordered(found: Found, ids: Sequence[str], shelves: Shelves, order: Order) -> list[tuple[str, float]]:
    if order is Order.RELEVANCE:
        return [(hit.id, hit.score) for hit in found.hits if hit.id in shelves.documents]
    key = _newest if order is Order.DATE else _place
    # Only the best have a score, and which those are depends on the page: so none is told.
    return [(id, 0.0) for id in sorted(ids, key=lambda id: key(shelves.documents[id]))]


def _newest(document: Document) -> tuple[int, str]:
    period = document.placement.period or document.content.text_period
    return -(period.end if period else date.min).toordinal(), document.path


def _place(document: Document) -> tuple[bool, tuple[int, ...], str]:
    codes = document.placement.codes
    return not codes, min(codes).parts if codes else (), document.path
