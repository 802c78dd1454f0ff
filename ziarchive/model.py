"""The nouns: frozen values that every layer shares. Standard library only.

Paths are POSIX-style strings relative to the archive, exactly as the disk gives them.
Dates are calendar dates of the office; nothing here reads a clock.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True, slots=True, order=True)
class Code:
    """A place in the plan: area, component, indicator, item; `Code((1, 4, 2, 1))` is I.4.2.1."""

    parts: tuple[int, ...]
    """One to four positive numbers, the area first. Sorting codes sorts the plan."""

    @classmethod
    def of(cls, text: str) -> "Code":
        """Read the canonical form, e.g. I.4.2.1; raises `ValueError` on any other."""
        area, *rest = text.split(".")
        return cls((ROMAN.index(area) + 1, *map(int, rest)))

    def __str__(self) -> str:
        return ".".join((ROMAN[self.parts[0] - 1], *map(str, self.parts[1:])))

    @property
    def is_item(self) -> bool:
        """True for the code of one required document (four parts)."""
        return len(self.parts) == 4

    @property
    def area(self) -> "Code":
        return Code(self.parts[:1])

    @property
    def component(self) -> "Code":
        return Code(self.parts[:2])

    @property
    def indicator(self) -> "Code":
        return Code(self.parts[:3])

    def within(self, other: "Code") -> bool:
        """True when this code lies at or below `other`."""
        return self.parts[: len(other.parts)] == other.parts


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A span of whole days, both ends included: a day, month, quarter, semester or year."""

    start: date
    end: date

    def overlaps(self, other: "Period") -> bool:
        return self.start <= other.end and other.start <= self.end


class Cadence(StrEnum):
    """How often a requirement falls due; the values are those of the plan file."""

    ONCE = "once"
    WINDOW = "window"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    SEMESTER = "semester"
    DATED = "dated"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Schedule:
    cadence: Cadence
    dues: tuple[date, ...]
    """The last day of each slot, ascending; empty for `EVENT`."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One required document (bukti fisik)."""

    code: Code
    title: str
    kind: str
    """SK, SOP, Laporan, Notulen, Daftar hadir, Undangan, Screenshot, Foto …"""
    schedule: Schedule | None
    """None when the target text could not be parsed: listed by `plan check`, never guessed."""
    year: int
    """The year expected of the document itself; LAKIN 2023 is due in 2024."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator with the documents that prove it."""

    code: Code
    text: str
    action: str
    evidence: str
    """The evidence cell as printed."""
    target: str
    """TARGET WAKTU as printed."""
    lke: tuple[str, ...]
    """Official LKE item codes, e.g. A.I.1.iv.c."""
    requirements: tuple[Requirement, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Component:
    code: Code
    name: str
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Area:
    code: Code
    name: str
    components: tuple[Component, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """One office's required-evidence list for one year."""

    id: str
    title: str
    unit: str
    year: int
    signed: date | None
    areas: tuple[Area, ...]

    def components(self) -> Iterator[Component]:
        return (component for area in self.areas for component in area.components)

    def indicators(self) -> Iterator[Indicator]:
        return (indicator for component in self.components() for indicator in component.indicators)

    def requirements(self) -> Iterator[Requirement]:
        return (item for indicator in self.indicators() for item in indicator.requirements)


@dataclass(frozen=True, slots=True)
class Slot:
    """One requirement in one period: what is met or missing."""

    code: Code
    period: Period
    """What the slot is called by: the due month, quarter, semester or the whole year."""
    opens: date
    due: date | None
    """None for an event-driven requirement."""


class State(StrEnum):
    """What is known of a slot on a date (design, section 5)."""

    MET = "met"
    TO_CONFIRM = "to_confirm"
    FIX = "fix"
    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    UPCOMING = "upcoming"
    OPEN = "open"
    WAIVED = "waived"


class How(StrEnum):
    """How a document found its slot, strongest first."""

    CODE = "code"
    TITLE = "title"
    LINK = "link"
    CANDIDATE = "candidate"


class PeriodFrom(StrEnum):
    """Where a document's period was read."""

    HAND = "hand"
    NAME = "name"
    TEXT = "text"
    FOLDER = "folder"
    METADATA = "metadata"
    """A day that the file states of itself: a picture taken, a mail sent, a chat held. The weakest."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A likely slot for a file whose place is not certain."""

    code: Code
    score: float
    """0 to 1."""
    why: str


@dataclass(frozen=True, slots=True)
class Placement:
    """A document's place in the plan, with the reason in words."""

    how: How
    codes: tuple[Code, ...]
    """Requirement codes that the document counts for; empty while it is a candidate."""
    why: str
    title: str
    """The title read from the file name."""
    period: Period | None
    period_from: PeriodFrom | None
    suggestions: tuple[Suggestion, ...] = ()
    kind: str = ""
    """SK, Laporan, Notulen …: by the requirement it fills, else by its name, its first page or its content."""
    kind_why: str = ""
    """What told the kind, in words; empty without a kind."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells cheaply that a file may have changed."""

    size: int
    mtime_ns: int


class ReadState(StrEnum):
    """How reading a file's text ended."""

    OK = "ok"
    NO_TEXT = "no_text"
    UNSUPPORTED = "unsupported"
    EMPTY = "empty"
    ENCRYPTED = "encrypted"
    CORRUPT = "corrupt"
    TRUNCATED = "truncated"
    TIMED_OUT = "timed_out"
    OUT_OF_MEMORY = "out_of_memory"
    OUT_OF_DISK = "out_of_disk"
    CRASHED = "crashed"

    @property
    def failed(self) -> bool:
        """True when the file's content could not be judged: shown among the rejected."""
        return self not in (ReadState.OK, ReadState.NO_TEXT, ReadState.UNSUPPORTED)


@dataclass(frozen=True, slots=True)
class Content:
    """What a file's content told, without the text itself (that is kept by SHA-256)."""

    state: ReadState
    why: str
    """The reason of a state other than OK, in words; empty otherwise."""
    media_type: str
    """By content, not by suffix, e.g. application/pdf."""
    title: str
    """From the file's metadata; may be empty."""
    pages: int
    chars: int
    text_from: str
    """Which reader produced the text: pdfium, pypdf, docx; empty without text."""
    text_period: Period | None
    """A date found in the text, e.g. the letterhead's."""
    flags: tuple[str, ...] = ()
    """suffix_lies, partial …: the names in `wording.FLAGS`."""
    scans: int = 0
    """How many pages are pictures that wait to be recognised."""
    sure: int | None = None
    """How sure recognition was of its worst page, in percent; None when nothing was recognised."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file of the archive, with what its name and text say."""

    id: str
    """Stable while the file is known, across renames; the only key the site accepts."""
    path: str
    sha256: str
    stamp: Stamp
    content: Content
    placement: Placement


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file that could not be taken in, and why."""

    path: str
    stage: str
    """folder, read or text."""
    why: str
    id: str = ""
    """The id of its document; empty when it never became one."""
