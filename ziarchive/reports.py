"""What the archive answers with: values that the command line and the site only have to show."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ziarchive.model import Document, Rejected, Requirement, State
from ziarchive.ports import Working
from ziarchive.query import Everything, Field, Query

_ALL = Everything()

NEARLY_SAME = 0.75
"""From this share of common runs of words on, two documents are one text."""


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What one comparison of folder and catalogue found and did."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    """Old and new path."""
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    unsettled: tuple[str, ...] = ()
    """Still being written or locked: left as they were known, looked at again next time."""
    rejected: tuple[Rejected, ...] = ()
    """Every file that is in the archive but could not be judged, old and new."""
    held: tuple[str, ...] = ()
    """Vanished files that are kept as known, because too many vanished at once."""
    hold_why: str = ""
    seconds: float = 0.0

    @property
    def did_something(self) -> bool:
        return bool(self.added or self.changed or self.renamed or self.removed)


Parts = tuple[tuple[str, bool], ...]
"""Text that follows each other, each with whether it is marked; not escaped."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """The place in a document that answers a search."""

    page: int
    """1-based; 0 when only the name or title matched."""
    parts: Parts

    @property
    def text(self) -> str:
        return "".join(part for part, _ in self.parts)


@dataclass(frozen=True, slots=True)
class PageHit:
    """One page that answers a search."""

    snippet: Snippet
    label: str
    """What the page is called where a number says little: a sheet, a day of a chat."""


@dataclass(frozen=True, slots=True)
class Similar:
    """A document that says much the same as another."""

    document: Document
    likeness: float
    """The share of their runs of words that both have, from 0 to 1."""

    @property
    def nearly_same(self) -> bool:
        """True when the same text was most likely handed in again."""
        return self.likeness >= NEARLY_SAME


@dataclass(frozen=True, slots=True)
class Hit:
    document: Document
    score: float
    pages: tuple[PageHit, ...]
    """The pages that answer best, the best first; one of page 0 when only the name or title matched."""
    states: tuple[str, ...] = ()
    """The states of the slots that it is filed under, or `inbox` or `uncounted`."""
    trouble: str = ""
    """Why what was found may no longer be so: the file has changed or gone since; empty when it is as it was."""
    name: Parts = ()
    """The file's name, with what was asked for marked; empty where nothing of it was."""
    titled: bool = False
    """Whether its title or name holds what was asked for; else, without a page, only filters and codes led to it."""
    same: int = 0
    """How many other documents have the very same content."""
    near: Similar | None = None
    """The document of another content that says nearly the same: last year's report, handed in again."""

    @property
    def snippet(self) -> Snippet:
        return self.pages[0].snippet

    @property
    def label(self) -> str:
        return self.pages[0].label


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a field, and how many of the documents found have it."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """How the documents found are spread over the values of one field, the commonest first."""

    field: Field
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Lift:
    """A filter that could be lifted."""

    words: str
    """What it asks for, in words."""
    query: str
    """The search box without it."""
    total: int
    """How many documents there are without it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A requirement that the question names by code or by words, with what is known of its slots."""

    requirement: Requirement
    states: tuple[tuple[State, int], ...]
    """How many of its slots are in each state."""
    documents: int
    """How many documents it has."""


class Order(StrEnum):
    """How hits follow each other."""

    RELEVANCE = "relevance"
    DATE = "date"
    """The newest period first, documents without one last."""
    CODE = "code"
    """In the order of the plan, documents without a place last."""


@dataclass(frozen=True, slots=True)
class SearchReport:
    query: str
    in_words: str
    """What was searched, in words."""
    problems: tuple[str, ...]
    """The parts of the question that made no sense, each named."""
    total: int
    hits: tuple[Hit, ...]
    took_ms: float
    offset: int = 0
    """How many better hits come before these."""
    order: Order = Order.RELEVANCE
    partial: tuple[Hit, ...] = ()
    """Documents with only some of the words, behind the last of those with all; not in `total`."""
    facets: tuple[Facet, ...] = ()
    asked: tuple[Asked, ...] = ()
    """The requirements that a lone code names, or, when nothing was found, those whose own words match."""
    coded: bool = False
    """Whether `asked` are those of a code."""
    understood: Query = _ALL
    """The question as it was read, before what means the same was added."""
    respelled: str = ""
    """The question in words that documents hold; only when nothing was found."""
    lifts: tuple[Lift, ...] = ()
    """Only when nothing was found."""
    unsure: str = ""
    """What the index did not know when it was asked, so that more may match; empty when it knew everything."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a comparison with many files is."""

    done: int
    total: int
    per_minute: float
    """Files, by the last minute; 0 before the first is done."""
    seconds_left: int | None
    """None while there is no pace."""


@dataclass(frozen=True, slots=True)
class Status:
    """How the archive fares. Times are None before the first event."""

    documents: int
    placed: int
    inbox: int
    rejected: tuple[Rejected, ...]
    last_sync: datetime | None
    last_sync_seconds: float | None
    held: tuple[str, ...]
    hold_why: str
    trouble: str
    """Why the last comparison could not be made, e.g. the share is gone; empty when it could."""
    watch_mode: str
    """native or polling; empty when nobody watches."""
    watch_why: str
    """Why it watches this way, or what is wrong with it."""
    watch_restarts: int
    heartbeat: datetime | None
    queue: int
    """Files seen but not yet taken in."""
    working_on: str
    """What the intake does at this moment, in words; empty when idle."""
    reading: tuple[Working, ...]
    """What this process's workers read at this moment."""
    scans: int
    """Pages that are pictures and wait to be recognised."""
    recognising: str
    """What recognition does at this moment, in words; empty when idle."""
    recognition_why: str
    """Why nothing is recognised, with what to install; empty when it works."""
    healed: str = ""
    """What was done when the search index was last brought in line with the catalogue; empty when it never was."""
    healed_at: datetime | None = None
    progress: Progress | None = None
    """How far the reading of many files is; None when none are read."""
