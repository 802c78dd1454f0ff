"""Decide, then do: what differs between the folder and what is known, as values.

`compare` looks at stamps only: a file has changed when its (size, mtime_ns) *differs* from what is
known, never when it is newer, because copied evidence keeps its old date. The new and touched files
are then read once, and `plan` decides by SHA-256 what became of them. Nothing here touches a disk.

Two rules keep a document from being lost:
- what could not be judged in this pass (still being written, or below a folder that could not be
  listed) stays as it is known, and so does a missing file that may be on its way to such a place;
- when too much vanishes at once, nothing is dropped (`HoldRule`): more likely the disk is gone.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from ziarchive.model import Rejected, Stamp


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The folder at one moment."""

    files: Mapping[str, Stamp]
    refused: tuple[Rejected, ...] = ()
    """Links, devices, unreadable names and folders: never evidence, always listed."""
    unreadable: tuple[str, ...] = ()
    """Paths that could not be looked at; what is known at or below them is not judged."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a file's content was when it was last read."""

    sha256: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Difference:
    """Folder against known, by stamps. Every path, on disk or known, is in exactly one of the five."""

    new: Mapping[str, Stamp]
    touched: Mapping[str, Stamp]
    gone: frozenset[str]
    same: frozenset[str]
    left: frozenset[str]
    """Not judged in this pass."""

    @property
    def to_read(self) -> tuple[str, ...]:
        """The files whose SHA-256 `plan` needs, sorted."""
        return tuple(sorted([*self.new, *self.touched]))


@dataclass(frozen=True, slots=True)
class Add:
    path: str
    sha256: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Replace:
    """Other content at a known path, as when Office saves."""

    path: str
    sha256: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Restamp:
    """The same content with another date."""

    path: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Move:
    """The same content at another path: the document keeps its identity and its text."""

    old: str
    new: str
    sha256: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Drop:
    path: str


Action = Add | Replace | Restamp | Move | Drop


@dataclass(frozen=True, slots=True)
class HoldRule:
    """Drops are held when more than `percent` of what is known, and more than `files`, vanish at once."""

    percent: int = 20
    files: int = 10

    def holds(self, vanished: int, known: int) -> bool:
        return vanished > self.files and vanished * 100 > self.percent * known


HOLD = HoldRule()
NO_HOLD = HoldRule(percent=100)
"""For the pass in which a person has confirmed that the files were removed."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to be done. The actions touch distinct paths, so their order does not matter."""

    actions: tuple[Action, ...]
    held: tuple[str, ...] = ()
    """Known files that are missing but not dropped, because too many are."""
    hold_why: str = ""


def compare(disk: Snapshot, known: Mapping[str, Known], skip: Collection[str] = ()) -> Difference:
    """Return what differs; paths in `skip` (still settling) are left as they are known."""
    settling = frozenset(skip)
    new: dict[str, Stamp] = {}
    touched: dict[str, Stamp] = {}
    same, left = set[str](), set[str]()
    for path, stamp in disk.files.items():
        before = known.get(path)
        if path in settling:
            left.add(path)
        elif before is None:
            new[path] = stamp
        elif before.stamp != stamp:
            touched[path] = stamp
        else:
            same.add(path)
    missing = known.keys() - disk.files.keys()
    arriving = {disk.files[path] for path in left - known.keys()}
    gone = {path for path in missing - settling if known[path].stamp not in arriving}
    gone -= _below(disk.unreadable, gone)
    return Difference(new, touched, frozenset(gone), frozenset(same), frozenset(left | (missing - gone)))


def plan(
    difference: Difference,
    fingerprints: Mapping[str, Known],
    known: Mapping[str, Known],
    hold: HoldRule = HOLD,
) -> Changes:
    """Return what to do, given the SHA-256 of the new and touched files.

    A file without a fingerprint could not be read now; it is left as it is known.
    """
    touched = [_touched(path, fingerprints[path], known[path]) for path in difference.touched if path in fingerprints]
    new = {path: fingerprints[path] for path in difference.new if path in fingerprints}
    arriving = {stamp for path, stamp in difference.new.items() if path not in new}
    gone = {path: known[path] for path in difference.gone if known[path].stamp not in arriving}
    moves = [Move(old, path, new[path].sha256, new[path].stamp) for old, path in _moves(gone, new)]
    added = new.keys() - {move.new for move in moves}
    adds = [Add(path, new[path].sha256, new[path].stamp) for path in sorted(added)]
    vanished = sorted(gone.keys() - {move.old for move in moves})
    kept = (*moves, *sorted(touched, key=lambda action: action.path), *adds)
    if hold.holds(len(vanished), len(known)):
        return Changes(kept, tuple(vanished), _hold_why(len(vanished), len(known)))
    return Changes((*kept, *map(Drop, vanished)))


def _touched(path: str, now: Known, before: Known) -> Replace | Restamp:
    if now.sha256 == before.sha256:
        return Restamp(path, now.stamp)
    return Replace(path, now.sha256, now.stamp)


def _hold_why(vanished: int, known: int) -> str:
    return (
        f"{vanished} dari {known} berkas hilang sekaligus dari folder arsip, jadi tidak ada yang dihapus "
        "dari daftar. Periksa apakah folder bersama tersambung dan lengkap. Bila berkas-berkas itu memang "
        "dihapus, setujui penghapusannya: hentikan ziarchive run (Ctrl+C), jalankan "
        "ziarchive sync --accept-removals, lalu jalankan ziarchive run lagi."
    )


def _below(folders: Collection[str], paths: Collection[str]) -> set[str]:
    """Return the paths that are, or lie below, one of the folders."""
    if not folders:
        return set()
    hidden = frozenset(folders)
    return {path for path in paths if not hidden.isdisjoint(_lineage(path))}


def _lineage(path: str) -> Iterator[str]:
    """Yield the path and every folder above it."""
    while path:
        yield path
        path = path.rpartition("/")[0]


_ALIKE: tuple[Callable[[str], Hashable], ...] = (
    lambda path: PurePosixPath(path).name,
    lambda path: PurePosixPath(path).parent,
    lambda path: "",
)
"""Of several files with one content, which was moved where: first by name, then by folder, then by order."""


def _moves(gone: Mapping[str, Known], new: Mapping[str, Known]) -> Iterator[tuple[str, str]]:
    """Pair each missing file with a new one of the same content; each is used once."""
    origins = _by_content(gone)
    for sha256, targets in sorted(_by_content(new).items()):
        sources, rest = origins.get(sha256, []), targets
        for alike in _ALIKE:
            pairs = list(_pairs(sources, rest, alike))
            yield from pairs
            taken = {path for pair in pairs for path in pair}
            sources = [path for path in sources if path not in taken]
            rest = [path for path in rest if path not in taken]


def _pairs(sources: list[str], targets: list[str], alike: Callable[[str], Hashable]) -> Iterator[tuple[str, str]]:
    waiting: defaultdict[Hashable, list[str]] = defaultdict(list)
    for source in reversed(sources):
        waiting[alike(source)].append(source)
    for target in targets:
        if waiting[alike(target)]:
            yield waiting[alike(target)].pop(), target


def _by_content(files: Mapping[str, Known]) -> dict[str, list[str]]:
    """Return the paths by SHA-256, sorted."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(files):
        groups[files[path].sha256].append(path)
    return groups
