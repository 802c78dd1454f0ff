"""The kinds of decision that a person can make. An empty value takes the one before back."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ziarchive.model import Code, Period


class Outcome(StrEnum):
    """An assessor's judgement of one document for one requirement."""

    ACCEPTED = "accepted"
    FIX = "fix"
    REJECTED = "rejected"


class Role(StrEnum):
    """What a person may decide (`rulings`); while nobody has a role, everybody may decide everything."""

    SECRETARY = "secretary"
    IN_CHARGE = "in_charge"
    ASSESSOR = "assessor"
    HEAD = "head"
    READER = "reader"


@dataclass(frozen=True, slots=True)
class Link:
    """Which requirements a file counts for; no codes takes a link back."""

    sha256: str
    codes: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """The period that a file is of, whatever its name and text say; None takes that back."""

    sha256: str
    period: Period | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Bound to the content that was judged: another SHA-256 is not judged by it."""

    sha256: str
    code: Code
    outcome: Outcome
    note: str
    path: str = ""
    """Where the file lay when it was judged: what lies there later with another content shows that this lapsed."""
    final: bool = False
    """The head of the team decided, whatever the assessors think."""


@dataclass(frozen=True, slots=True)
class Unjudge:
    """An assessor takes back what they said of a file."""

    sha256: str
    code: Code
    final: bool = False
    """The head takes back a final verdict."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """A slot, or with no period all slots of a requirement, does not apply."""

    code: Code
    period: Period | None
    reason: str


@dataclass(frozen=True, slots=True)
class Unwaive:
    """Takes back the waiver of just this slot, or of just the whole requirement."""

    code: Code
    period: Period | None
    reason: str
    """May be empty."""


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a slot, or with no period on its requirement."""

    code: Code
    period: Period | None
    text: str


@dataclass(frozen=True, slots=True)
class Charge:
    """Who is in charge of an area, a component or an indicator."""

    code: Code
    person: str


@dataclass(frozen=True, slots=True)
class Appoint:
    """What a person may do; None takes every right."""

    person: str
    role: Role | None


@dataclass(frozen=True, slots=True)
class Dismissal:
    """An advice on weak evidence does not hold, with the reason."""

    advice: str
    """Its key, which changes with the facts."""
    reason: str


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A question is kept under a name."""

    name: str
    question: str


@dataclass(frozen=True, slots=True)
class Renamed:
    """ziarchive moved a file, because a person asked for it."""

    sha256: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A person dropped a file on the site, which stored it at a path; `name` is what they called it."""

    sha256: str
    code: Code
    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Freeze:
    """A round of assessment: what lay in the archive at that moment, sealed in a manifest."""

    name: str
    manifest: str
    """The SHA-256 of the manifest file's bytes."""
    files: int


@dataclass(frozen=True, slots=True)
class Restrict:
    """Only the secretary and these roles see the evidence of a requirement; no roles: the secretary alone."""

    code: Code
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Unrestrict:
    """Everybody sees the evidence of a requirement again."""

    code: Code


@dataclass(frozen=True, slots=True)
class SettingChange:
    """A setting was changed from the site."""

    key: str
    value: str


Decision = (
    Link | Dated | Verdict | Unjudge | Waiver | Unwaive | Note | Charge | Appoint | Dismissal | SavedSearch | Renamed
    | Uploaded | Freeze | Restrict | Unrestrict | SettingChange
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision, with who made it and when."""

    decision: Decision
    who: str
    at: datetime
    batch: str = ""
    """What was decided in one go, and can be taken back in one, has the same."""
