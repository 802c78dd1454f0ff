"""What is to be seen of an archive at one moment, worked out anew only when files or decisions change."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ziarchive import sealing, secrecy
from ziarchive.archive import Archive
from ziarchive.assessment.rounds import Sealed
from ziarchive.decisions import Decisions, Dismissal, Entry, Freeze
from ziarchive.errors import CannotRun
from ziarchive.matching import Said, matcher
from ziarchive.model import Code, Document
from ziarchive.secrecy import Secrets

NAMES = 4096
"""How many names are remembered."""


@dataclass(frozen=True, slots=True)
class Moment:
    every: tuple[Document, ...]
    decided: Decisions
    """What it was made of."""
    secrets: Secrets
    documents: tuple[Document, ...]
    by_id: Mapping[str, Document]
    shown: frozenset[str]
    """The SHA-256 of what is to be seen."""
    hidden: frozenset[str]
    """The ids of what is not."""
    decisions: Decisions
    entries: Sequence[Entry]
    undoable: Sequence[Entry]
    """Those that can be taken back, also where they must not be told."""

    def shows(self, file: Sealed) -> bool:
        """Tell whether a file of a sealed round may be named."""
        return _shows(file, self.secrets, self.shown)


class Moments:
    """What is to be seen of one archive without some requirements."""

    def __init__(self, archive: Archive, codes: frozenset[Code]) -> None:
        self._archive, self._codes = archive, codes
        self._held: Moment | None = None
        self.named = lru_cache(NAMES)(self._speaks)
        """Tells of the path of a file that may be gone whether it speaks of what is hidden."""
        self._sealed: dict[str, tuple[Sealed, ...]] = {}
        """The files of rounds, by seal."""

    def now(self) -> Moment:
        """Return what is to be seen: the same object while nothing changed."""
        every, decided, held = self._archive.documents(), self._archive.standing.decisions(), self._held
        if held is None or held.every is not every or held.decided is not decided:
            held = self._held = self._made(every, decided, held)
        return held

    def _made(self, every: tuple[Document, ...], decided: Decisions, held: Moment | None) -> Moment:
        entries = self._archive.standing.entries()
        contents = secrecy.contents(self._codes, every, entries)
        secrets = Secrets(self._codes, contents, self.named)
        documents = tuple(each for each in every if not secrets.hides(each))
        if held and held.documents == documents:
            documents = held.documents  # what others worked out from them holds
        by_id = {each.id: each for each in documents}
        shown = frozenset(each.sha256 for each in documents)
        counts = {made.name: self._count(made, secrets, shown) for made in decided.rounds.values()}
        told = secrecy.entries(entries, secrets, counts)
        return Moment(
            every=every,
            decided=decided,
            secrets=secrets,
            documents=documents,
            by_id=by_id,
            shown=shown,
            hidden=frozenset(each.id for each in every) - by_id.keys(),
            decisions=secrecy.decisions(decided, secrets, counts),
            entries=told,
            undoable=[
                each for each in entries if isinstance(each.decision, Dismissal) or not secrets.holds(each.decision)
            ],
        )

    def _count(self, made: Freeze, secrets: Secrets, shown: Collection[str]) -> int:
        if made.manifest not in self._sealed:
            try:
                self._sealed[made.manifest] = sealing.files(self._archive, made)
            except CannotRun:
                return 0
        return sum(_shows(each, secrets, shown) for each in self._sealed[made.manifest])

    def _speaks(self, path: str) -> bool:
        return secrecy.speaks(matcher(self._archive.plan).place(path, Said()), self._codes)


def _shows(file: Sealed, secrets: Secrets, shown: Collection[str]) -> bool:
    """Tell of a sealed file; one that is gone and had no place is told by its name."""
    if file.sha256 in secrets.contents or not {*file.codes}.isdisjoint(map(str, secrets.codes)):
        return False
    return file.sha256 in shown or bool(file.codes) or not secrets.named(file.path)
