"""What lay in the archive when a round began, as a manifest, and what became of it since.

A manifest is JSON lines: a heading, then one line a file, by path. It is written once and sealed by its
SHA-256, which stands in the ledger and so in the chain.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from ziarchive.model import Document
from ziarchive.naming import periods


@dataclass(frozen=True, slots=True)
class Sealed:
    """One file as it was."""

    path: str
    sha256: str
    size: int
    codes: tuple[str, ...]
    """The requirements that it counted for."""
    period: str


@dataclass(frozen=True, slots=True)
class Since:
    """What became of a round's files; each is named once."""

    added: tuple[Document, ...]
    changed: tuple[tuple[Sealed, Document], ...]
    """The same path, another content."""
    moved: tuple[tuple[Sealed, Document], ...]
    """The same content, another path."""
    replaced: tuple[tuple[Sealed, Document], ...]
    """The file is gone, and a new one counts for one of its requirements in its period."""
    removed: tuple[Sealed, ...]
    unchanged: int


def sealed(document: Document) -> Sealed:
    """Return what a manifest keeps of a document."""
    placement = document.placement
    period = periods.render(placement.period) if placement.period else ""
    return Sealed(document.path, document.sha256, document.stamp.size, tuple(map(str, placement.codes)), period)


def written(name: str, who: str, at: datetime, files: Iterable[Sealed]) -> bytes:
    """Return the bytes of a manifest."""
    heading = {"round": name, "who": who, "at": at.isoformat()}
    lines = [heading, *(_line(each) for each in sorted(files, key=lambda one: one.path))]
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


def read(raw: bytes) -> tuple[Sealed, ...]:
    """Return the files of a manifest; raises `ValueError` or `KeyError` when it is none."""
    _, *lines = map(json.loads, raw.splitlines())
    return tuple(
        Sealed(line["path"], line["sha256"], line["size"], tuple(line["codes"]), line["period"]) for line in lines
    )


def since(before: Sequence[Sealed], now: Iterable[Document]) -> Since:
    """Return what was added, changed, moved, replaced and removed between a manifest and now."""
    here = {document.path: document for document in now}
    same = [(each, here[each.path]) for each in before if each.path in here]
    gone = [each for each in before if each.path not in here]
    known = {each.path for each in before}
    fresh = [document for path, document in here.items() if path not in known]
    moved = _paired(gone, fresh, lambda each: [each.sha256])
    gone, fresh = _left(gone, fresh, moved)
    replaced = _paired(gone, fresh, lambda each: [f"{code} {each.period}" for code in each.codes])
    gone, fresh = _left(gone, fresh, replaced)
    return Since(
        added=tuple(fresh),
        changed=tuple(pair for pair in same if pair[0].sha256 != pair[1].sha256),
        moved=tuple(moved),
        replaced=tuple(replaced),
        removed=tuple(gone),
        unchanged=sum(one.sha256 == other.sha256 for one, other in same),
    )


def _line(one: Sealed) -> Mapping[str, object]:
    return {
        "path": one.path, "sha256": one.sha256, "size": one.size, "codes": list(one.codes), "period": one.period,
    }  # fmt: skip


def _paired(
    gone: Iterable[Sealed], fresh: Iterable[Document], keys: Callable[[Sealed], Iterable[str]]
) -> list[tuple[Sealed, Document]]:
    """Return each lost file with the first new one that shares a key with it; each new one is taken once."""
    offered: dict[str, list[Document]] = {}
    for document in fresh:
        for key in keys(sealed(document)):
            offered.setdefault(key, []).append(document)
    taken: set[str] = set()
    pairs = []
    for each in gone:
        found = (document for key in keys(each) for document in offered.get(key, ()) if document.id not in taken)
        if match := next(found, None):
            taken.add(match.id)
            pairs.append((each, match))
    return pairs


def _left(
    gone: Iterable[Sealed], fresh: Iterable[Document], pairs: Iterable[tuple[Sealed, Document]]
) -> tuple[list[Sealed], list[Document]]:
    """Return what of both is in no pair."""
    paired = {(one.path, other.id) for one, other in pairs}
    lost, found = {one for one, _ in paired}, {other for _, other in paired}
    return [each for each in gone if each.path not in lost], [each for each in fresh if each.id not in found]
