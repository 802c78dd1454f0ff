"""What people had decided by the end of any day, from the ledger's entries.

Only what changes whether a slot is met is kept: since when links and dates hold, and the days on which
verdicts barred a file or waivers covered a slot. A later decision of one day replaces an earlier one.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ziarchive.decisions import Dated, Entry, Judgement, Link, Outcome, Unjudge, Unwaive, Verdict, Waiver, fold
from ziarchive.model import Code, Period, Slot

Judged = tuple[str, Code]
"""SHA-256 and requirement code."""
_Turns = Sequence[tuple[date, bool]]
"""What was so from which day on, ascending; before the first it was not."""


@dataclass(frozen=True, slots=True)
class Replay:
    linked: Mapping[Judged, date]
    """Since when a content counts for a requirement by a link that still stands."""
    dated: Mapping[str, date]
    """Since when a content has the period that was set by hand."""
    judged: Mapping[Judged, _Turns]
    """Since when a verdict bars a content."""
    waivers: Mapping[tuple[Code, Period | None], _Turns]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Replay":
        """Read the entries, oldest first."""
        links: dict[str, dict[Code, date]] = {}
        dates: dict[str, tuple[Period | None, date]] = {}
        verdicts: defaultdict[Judged, list[tuple[date, Entry]]] = defaultdict(list)
        waivers: defaultdict[tuple[Code, Period | None], list[tuple[date, bool]]] = defaultdict(list)
        for day, entry in _days(entries):
            made = entry.decision
            if isinstance(made, Link):
                before = links.get(made.sha256, {})
                links[made.sha256] = {code: before.get(code, day) for code in made.codes}
            elif isinstance(made, Dated):
                same = dates.get(made.sha256, (None, day))
                dates[made.sha256] = same if same[0] == made.period else (made.period, day)
            elif isinstance(made, Verdict | Unjudge):
                verdicts[made.sha256, made.code].append((day, entry))
            elif isinstance(made, Waiver | Unwaive):
                waivers[made.code, made.period].append((day, isinstance(made, Waiver)))
        return cls(
            linked={(sha256, code): day for sha256, codes in links.items() for code, day in codes.items()},
            dated={sha256: day for sha256, (_, day) in dates.items()},
            judged={key: _barred(key, said) for key, said in verdicts.items()},
            waivers=waivers,
        )

    def barred(self, sha256: str, code: Code, day: date) -> bool:
        """Tell whether a verdict, or a dispute, kept a content from counting at the end of a day."""
        return _so(self.judged.get((sha256, code), ()), day)

    def ever_waived(self, slot: Slot) -> bool:
        """Tell whether a slot, or its whole requirement, did not apply on any day."""
        return any((slot.code, period) in self.waivers for period in (slot.period, None))

    def waived(self, slot: Slot, day: date) -> bool:
        """Tell whether a slot, or its whole requirement, did not apply at the end of a day."""
        return any(_so(self.waivers.get((slot.code, period), ()), day) for period in (slot.period, None))


def _days(entries: Iterable[Entry]) -> Iterator[tuple[date, Entry]]:
    """Yield the entries with their days; the order of the ledger holds also where a clock was set back."""
    latest = date.min
    for entry in entries:
        latest = max(latest, entry.at.date())
        yield latest, entry


def _barred(key: Judged, said: Sequence[tuple[date, Entry]]) -> _Turns:
    """Return the turns of one content's judgement for one requirement."""
    entries = [entry for _, entry in said]
    states = (fold(entries[:end]) for end in range(1, len(said) + 1))
    return [(day, _bars(state.judgements.get(key))) for (day, _), state in zip(said, states, strict=True)]


def _bars(judgement: Judgement | None) -> bool:
    if judgement is None:
        return False
    verdict = judgement.standing
    return judgement.disputed or (verdict is not None and verdict.outcome is not Outcome.ACCEPTED)


def _so(turns: _Turns, day: date) -> bool:
    at = bisect_right(turns, day, key=lambda turn: turn[0])
    return turns[at - 1][1] if at else False
