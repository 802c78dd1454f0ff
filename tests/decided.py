"""What the tests decide, as if it stood in a ledger."""

from collections.abc import Iterable
from datetime import UTC, datetime

from ziarchive.decisions import Decision, Decisions, Entry, fold

AT = datetime(2024, 7, 1, 8, 30, tzinfo=UTC)


def entries(decisions: Iterable[Decision], who: str = "penilai", batch: str = "") -> list[Entry]:
    """Return the entries of one person who decides one thing after the other."""
    return [Entry(decision, who, AT, batch) for decision in decisions]


def decided(decisions: Iterable[Decision], who: str = "penilai") -> Decisions:
    """Return what one person's decisions amount to."""
    return fold(entries(decisions, who))
