"""Taking a batch of decisions back: by other decisions, for the ledger forgets nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ziarchive.decisions.made import (
    Appoint,
    Charge,
    Dated,
    Decision,
    Dismissal,
    Entry,
    Link,
    Note,
    Restrict,
    SavedSearch,
    Unjudge,
    Unrestrict,
    Unwaive,
    Verdict,
    Waiver,
)  # fmt: skip
from ziarchive.decisions.state import Decisions, Judgement, fold


def undo(entries: Sequence[Entry], batch: str, who: str) -> tuple[Decision, ...]:
    """Return the decisions by which `who` brings back what was before a batch; none when there is no such batch.

    What somebody has decided anew since is left as it is, and so are the opinions of other assessors, for an
    opinion is written down as that of who says it. Words cannot undo files that were moved and rounds that were sealed.
    """
    return tuple(dict.fromkeys(was for was, free in _changes(entries, batch, who) if free))


def kept(entries: Sequence[Entry], batch: str, who: str) -> int:
    """Return of how many things `undo` brings nothing back: decided anew since, or the opinion of another."""
    return len({was for was, free in _changes(entries, batch, who) if not free})


def _changes(entries: Sequence[Entry], batch: str, who: str) -> Iterator[tuple[Decision, bool]]:
    """Yield what held before each thing that a batch changed, and whether it is for `who` to bring it back."""
    places = [at for at, entry in enumerate(entries) if entry.batch == batch]
    if not batch or not places:
        return
    before, after, now = (fold(entries[:end]) for end in (places[0], places[-1] + 1, len(entries)))
    for entry in (entries[at] for at in places):
        was, became = restated(entry, before), restated(entry, after)
        if was and was != became:
            others = _is_opinion(entry.decision) and entry.who != who
            yield was, not others and became == restated(entry, now)


def _is_opinion(made: Decision) -> bool:
    return isinstance(made, Verdict | Unjudge) and not made.final


_RESTATED: Mapping[type, Callable[[Any, Decisions], Decision]] = {
    Link: lambda made, now: Link(made.sha256, now.links.get(made.sha256, ())),
    Dated: lambda made, now: Dated(made.sha256, now.dates.get(made.sha256)),
    Note: lambda made, now: Note(made.code, made.period, now.notes.get((made.code, made.period), "")),
    Charge: lambda made, now: Charge(made.code, now.in_charge.get(made.code, "")),
    Appoint: lambda made, now: Appoint(made.person, now.roles.get(made.person)),
    Dismissal: lambda made, now: Dismissal(made.advice, now.dismissed.get(made.advice, "")),
    SavedSearch: lambda made, now: SavedSearch(made.name, now.searches.get(made.name, "")),
    Restrict: lambda made, now: now.restricted.get(made.code) or Unrestrict(made.code),
    Unrestrict: lambda made, now: now.restricted.get(made.code) or Unrestrict(made.code),
}


def restated(entry: Entry, state: Decisions) -> Decision | None:
    """Return what a state says of the thing that was decided on, as a decision; None where words cannot."""
    made = entry.decision
    if isinstance(made, Waiver | Unwaive):
        return state.waivers.get((made.code, made.period)) or Unwaive(made.code, made.period, "")
    if isinstance(made, Verdict | Unjudge):
        judgement = state.judgements.get((made.sha256, made.code), Judgement())
        said = judgement.final if made.final else judgement.opinions.get(entry.who)
        return said or Unjudge(made.sha256, made.code, made.final)
    restate = _RESTATED.get(type(made))
    return restate(made, state) if restate else None
