"""Who may see what: the rule by which the evidence of some requirements is there for some roles only.

What is hidden is not there for who may not see it: no text, no name, no count. In doubt it is hidden.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from ziarchive.decisions import Decision, Decisions, Dismissal, Entry, Freeze, Link, Renamed, Role, Uploaded, Verdict
from ziarchive.model import Area, Code, Component, Document, Indicator, Placement, Plan, Requirement

_SENSITIVE = (
    "lhkpn", "lhkasn", "hukuman disiplin", "pengaduan", "whistle blowing", "whistleblowing", "benturan kepentingan",
)  # fmt: skip


EMPTY = sha256(b"").hexdigest()


def sensitive(requirement: Requirement) -> bool:
    """Tell whether a requirement is of a kind that offices should restrict: wealth, discipline, complaints."""
    title = " ".join(requirement.title.casefold().replace("-", " ").split())
    return any(words in title for words in _SENSITIVE)


def hidden(decisions: Decisions, role: Role | None) -> frozenset[Code]:
    """Return the requirements whose evidence people of a role may not see; None is the role of strangers."""
    if role is Role.SECRETARY:
        return frozenset()
    return frozenset(code for code, made in decisions.restricted.items() if role not in made.roles)


def without(plan: Plan, codes: Collection[Code]) -> Plan:
    """Return a plan without some of its requirements; the parts above them stay."""
    return replace(plan, areas=tuple(_area(each, codes) for each in plan.areas))


def _area(area: Area, codes: Collection[Code]) -> Area:
    return replace(area, components=tuple(_component(each, codes) for each in area.components))


def _component(component: Component, codes: Collection[Code]) -> Component:
    return replace(component, indicators=tuple(_indicator(each, codes) for each in component.indicators))


def _indicator(indicator: Indicator, codes: Collection[Code]) -> Indicator:
    return replace(indicator, requirements=tuple(each for each in indicator.requirements if each.code not in codes))


def contents(codes: Collection[Code], documents: Iterable[Document], entries: Iterable[Entry]) -> frozenset[str]:
    """Return the SHA-256 of every content that is, may be, or ever was said to be evidence of one of the codes.

    That of an empty file tells nothing, and others have it too.
    """
    found = {each.sha256 for each in documents if speaks(each.placement, codes)}
    for entry in entries:
        if (sha := getattr(entry.decision, "sha256", "")) and not _codes(entry.decision).isdisjoint(codes):
            found.add(sha)
    return frozenset(found - {EMPTY})


def speaks(placement: Placement, codes: Collection[Code]) -> bool:
    """Tell whether a file is evidence of one of the codes, or may be."""
    return any(code in codes for code in (*placement.codes, *(each.code for each in placement.suggestions)))


@dataclass(frozen=True, slots=True)
class Secrets:
    """What is hidden at one moment."""

    codes: frozenset[Code]
    contents: frozenset[str]
    named: Callable[[str], bool]
    """Tells of the path of a file that may be gone whether it speaks of one of the codes."""

    def hides(self, document: Document) -> bool:
        """Tell whether a document is not there."""
        return document.sha256 in self.contents or speaks(document.placement, self.codes)

    def touches(self, made: Decision) -> bool:
        """Tell whether a decision is on what is hidden."""
        return getattr(made, "sha256", "") in self.contents or not _codes(made).isdisjoint(self.codes)

    def holds(self, made: Decision) -> bool:
        """Tell whether a decision is on what is hidden, or names a file that may have been."""
        return self.touches(made) or any(path and self.named(path) for path in _paths(made))

    def tells(self, made: Decision) -> bool:
        """Tell whether the history of a decision could tell of what is hidden: an advice does not say of what it is."""
        return isinstance(made, Dismissal) or self.holds(made)


def entries(every: Iterable[Entry], secrets: Secrets, counts: Mapping[str, int]) -> Sequence[Entry]:
    """Return the history without what is hidden; `counts` says how many files of each round are not."""
    return [_counted(each, counts) for each in every if not secrets.tells(each.decision)]


def decisions(whole: Decisions, secrets: Secrets, counts: Mapping[str, int]) -> Decisions:
    """Return the state without what is hidden; `counts` says how many files of each round are not."""
    kept = {
        "links": {sha: codes for sha, codes in whole.links.items() if sha not in secrets.contents},
        "dates": {sha: period for sha, period in whole.dates.items() if sha not in secrets.contents},
        "judgements": {key: said for key, said in whole.judgements.items() if not _judged(key, secrets)},
        "judged": {key: said for key, said in whole.judged.items() if not secrets.holds(said)},
        "waivers": {key: made for key, made in whole.waivers.items() if key[0] not in secrets.codes},
        "notes": {key: text for key, text in whole.notes.items() if key[0] not in secrets.codes},
        "in_charge": {code: person for code, person in whole.in_charge.items() if code not in secrets.codes},
        "rounds": {name: replace(made, files=counts.get(name, 0)) for name, made in whole.rounds.items()},
        "restricted": {code: made for code, made in whole.restricted.items() if code not in secrets.codes},
    }
    return replace(whole, **kept)  # type: ignore[arg-type]  # each is of its field's type


def _judged(key: tuple[str, Code], secrets: Secrets) -> bool:
    return key[0] in secrets.contents or key[1] in secrets.codes


def _counted(entry: Entry, counts: Mapping[str, int]) -> Entry:
    made = entry.decision
    if not isinstance(made, Freeze):
        return entry
    return replace(entry, decision=replace(made, files=counts.get(made.name, 0)))


def _codes(made: Decision) -> set[Code]:
    """Return the places of the plan that a decision names."""
    if isinstance(made, Link):
        return {*made.codes}
    code: Code | None = getattr(made, "code", None)
    return {code} if code else set()


def _paths(made: Decision) -> tuple[str, ...]:
    """Return the names of files that a decision tells of."""
    match made:
        case Uploaded():
            return made.path, made.name
        case Renamed():
            return made.before, made.after
        case Verdict():
            return (made.path,)
    return ()
