"""A handful of documents of the small plan behind a real search box, without files."""

from collections.abc import Mapping

from tests.gaps.small import MID, PLAN
from ziarchive import gaps
from ziarchive.agreement import AGREED
from ziarchive.decisions import Decisions
from ziarchive.finding.facts import Shelves
from ziarchive.finding.finder import Finder, Sources
from ziarchive.finding.near import Near
from ziarchive.gist import gist
from ziarchive.model import Document
from ziarchive.ports import Extracted, IndexEntry
from ziarchive.query.synonyms import builtin_text, load
from ziarchive.search.memory import MemoryIndex

SYNONYMS = load(builtin_text())


def shelve(*documents: Document) -> Shelves:
    """Return the documents with their states of the first of July 2024."""
    return Shelves(documents, gaps.report(PLAN, documents, Decisions(), MID))


def index_of(documents: Mapping[Document, str]) -> MemoryIndex:
    """Return an index of the documents' texts."""
    index = MemoryIndex()
    index.rebuild(
        IndexEntry(
            each.id,
            each.path,
            each.placement.title,
            each.placement.codes,
            each.placement.kind,
            each.placement.period.end.year if each.placement.period else None,
            (text,),
        )
        for each, text in documents.items()
    )
    return index


def near_of(documents: Mapping[Document, str]) -> Near:
    """Return what tells which of these texts are nearly the same."""
    made = {each.sha256: gist((text,)) for each, text in documents.items()}
    return Near(lambda shas: {sha: made[sha] for sha in shas}, lambda: 0)


def finder_of(documents: Mapping[Document, str], index: MemoryIndex | None = None) -> Finder:
    """Return the search box over documents with these texts."""
    all_of_them = tuple(documents)
    report = gaps.report(PLAN, all_of_them, Decisions(), MID)
    return Finder(
        Sources(
            plan=PLAN,
            index=index_of(documents) if index is None else index,
            documents=lambda: all_of_them,
            report=lambda: report,
            text=lambda document: Extracted(document.content.state, (documents[document],)),
            trouble=lambda _: "",
            synonyms=lambda: SYNONYMS,
            near=near_of(documents).to,
            doubt=lambda: AGREED,
        )
    )
