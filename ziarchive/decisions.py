"""What people decided, as values, and the state that a history of decisions amounts to.

The ledger keeps the history; replaying it with `fold` gives the same state every time.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ziarchive.model import Code, Period


class Outcome(StrEnum):
    """An assessor's judgement of one document for one requirement."""

    ACCEPTED = "accepted"
    FIX = "fix"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Link:
    """A person says which requirements a file counts for; no codes takes a link back."""

    sha256: str
    codes: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Bound to the content that was judged: another SHA-256 is not judged by it."""

    sha256: str
    code: Code
    outcome: Outcome
    note: str


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


Decision = Link | Verdict | Waiver | Unwaive


@dataclass(frozen=True, slots=True)
class Decisions:
    """The latest word on every file and slot."""

    links: Mapping[str, tuple[Code, ...]] = field(default_factory=dict)
    """Requirement codes by SHA-256."""
    verdicts: Mapping[tuple[str, Code], Verdict] = field(default_factory=dict)
    """By SHA-256 and requirement code."""
    waivers: Mapping[tuple[Code, Period | None], Waiver] = field(default_factory=dict)

    def waiver(self, code: Code, period: Period) -> Waiver | None:
        """Return the waiver that covers this slot, the slot's own before the requirement's."""
        return self.waivers.get((code, period)) or self.waivers.get((code, None))


def fold(history: Iterable[Decision]) -> Decisions:
    """Return the state after `history`, oldest first: later decisions replace earlier ones."""
    links: dict[str, tuple[Code, ...]] = {}
    verdicts: dict[tuple[str, Code], Verdict] = {}
    waivers: dict[tuple[Code, Period | None], Waiver] = {}
    for decision in history:
        match decision:
            case Link():
                links[decision.sha256] = decision.codes
            case Verdict():
                verdicts[decision.sha256, decision.code] = decision
            case Waiver():
                waivers[decision.code, decision.period] = decision
            case Unwaive():
                waivers.pop((decision.code, decision.period), None)
    return Decisions({sha: codes for sha, codes in links.items() if codes}, verdicts, waivers)
