"""The state that a history of decisions amounts to: the latest word on every file, slot and person."""

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple

from ziarchive.decisions.made import (
    Appoint,
    Charge,
    Dated,
    Dismissal,
    Entry,
    Freeze,
    Link,
    Note,
    Restrict,
    Role,
    SavedSearch,
    Unjudge,
    Unrestrict,
    Unwaive,
    Verdict,
    Waiver,
)  # fmt: skip
from ziarchive.model import Code, Period

Judged = tuple[str, Code]
"""SHA-256 and requirement code."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the assessors say of one content for one requirement."""

    opinions: Mapping[str, Verdict] = field(default_factory=dict)
    """By assessor, the latest last."""
    final: Verdict | None = None
    """The head's."""

    @property
    def standing(self) -> Verdict | None:
        """Return the verdict that holds: the head's, else the one that all agree on; None when they do not."""
        outcomes = {verdict.outcome for verdict in self.opinions.values()}
        agreed = [*self.opinions.values()][-1] if len(outcomes) == 1 else None
        return self.final or agreed

    @property
    def disputed(self) -> bool:
        """True when the assessors disagree and the head has not decided."""
        return bool(self.opinions) and self.standing is None


class Given(NamedTuple):
    """What people say of one content."""

    codes: tuple[Code, ...] = ()
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Decisions:
    """The latest word on everything that people decide."""

    links: Mapping[str, tuple[Code, ...]] = field(default_factory=dict)
    """Requirement codes by SHA-256."""
    dates: Mapping[str, Period] = field(default_factory=dict)
    """Periods set by hand, by SHA-256."""
    judgements: Mapping[Judged, Judgement] = field(default_factory=dict)
    judged: Mapping[tuple[str, Code], Verdict] = field(default_factory=dict)
    """The last verdict by path and requirement code: it has lapsed when the path holds another content."""
    waivers: Mapping[tuple[Code, Period | None], Waiver] = field(default_factory=dict)
    notes: Mapping[tuple[Code, Period | None], str] = field(default_factory=dict)
    in_charge: Mapping[Code, str] = field(default_factory=dict)
    """Persons by area, component or indicator."""
    roles: Mapping[str, Role] = field(default_factory=dict)
    """By person."""
    dismissed: Mapping[str, str] = field(default_factory=dict)
    """Reasons by advice."""
    searches: Mapping[str, str] = field(default_factory=dict)
    """Questions by name."""
    rounds: Mapping[str, Freeze] = field(default_factory=dict)
    """By name, the latest last."""
    restricted: Mapping[Code, Restrict] = field(default_factory=dict)
    """By requirement."""

    def given(self, sha256: str) -> Given:
        """Return what people say of where a content belongs."""
        return Given(self.links.get(sha256, ()), self.dates.get(sha256))

    def waiver(self, code: Code, period: Period) -> Waiver | None:
        """Return the waiver that covers this slot, the slot's own before the requirement's."""
        return self.waivers.get((code, period)) or self.waivers.get((code, None))

    def person(self, code: Code) -> str:
        """Return who is in charge of a place of the plan, the nearest above it first; empty when nobody is."""
        above = (Code(code.parts[:depth]) for depth in range(len(code.parts), 0, -1))
        return next((self.in_charge[place] for place in above if place in self.in_charge), "")


_Place = tuple[str, object, object]
_PLACES: Mapping[type, Callable[[Any], _Place]] = {
    Link: lambda made: ("links", made.sha256, made.codes),
    Dated: lambda made: ("dates", made.sha256, made.period),
    Waiver: lambda made: ("waivers", (made.code, made.period), made),
    Unwaive: lambda made: ("waivers", (made.code, made.period), None),
    Note: lambda made: ("notes", (made.code, made.period), made.text),
    Charge: lambda made: ("in_charge", made.code, made.person),
    Appoint: lambda made: ("roles", made.person, made.role),
    Dismissal: lambda made: ("dismissed", made.advice, made.reason),
    SavedSearch: lambda made: ("searches", made.name, made.question),
    Freeze: lambda made: ("rounds", made.name, made),
    Restrict: lambda made: ("restricted", made.code, made),
    Unrestrict: lambda made: ("restricted", made.code, None),
}
"""What a decision changes: the field, the key in it, and the value that now holds there. The others leave
no state; the history tells of them."""


def fold(history: Iterable[Entry]) -> Decisions:
    """Return the state after `history`, oldest first: later decisions replace earlier ones."""
    made: dict[str, Any] = {each.name: {} for each in fields(Decisions)}
    for entry in history:
        decision = entry.decision
        if isinstance(decision, Verdict | Unjudge):
            _judge(made, decision, entry.who)
        elif place := _PLACES.get(type(decision)):
            name, key, value = place(decision)
            _set(made[name], key, value)
    return Decisions(**made)


def _judge(made: Mapping[str, dict[Any, Any]], said: Verdict | Unjudge, who: str) -> None:
    key = said.sha256, said.code
    before: Judgement = made["judgements"].get(key, Judgement())
    verdict = said if isinstance(said, Verdict) else None
    opinions, final = dict(before.opinions), before.final
    if said.final:
        final = verdict
    else:
        _set(opinions, who, verdict)
    became = Judgement(opinions, final) if opinions or final else None
    _set(made["judgements"], key, became)
    withdrawn = before.final if said.final else before.opinions.get(who)
    if verdict and verdict.path:
        _set(made["judged"], (verdict.path, verdict.code), verdict)
    elif withdrawn and not verdict:
        _unsay(made["judged"], withdrawn, became)


def _unsay(judged: MutableMapping[Any, Any], withdrawn: Verdict, became: Judgement | None) -> None:
    """Let what was withdrawn lapse no more; what others still say of the content at that path can."""
    place = withdrawn.path, withdrawn.code
    if judged.get(place) == withdrawn:
        left = (became.final, *reversed([*became.opinions.values()])) if became else ()
        _set(judged, place, next((each for each in left if each and each.path == withdrawn.path), None))


def _set(values: MutableMapping[Any, Any], key: object, value: object) -> None:
    """Put a value last; an empty one takes the one before away."""
    values.pop(key, None)
    if value:
        values[key] = value
