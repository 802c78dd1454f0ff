"""Folders as values, and a plan carried out on one: what the tests of the changes share."""

from collections.abc import Mapping
from hashlib import sha256

from ziarchive.changes import (
    NO_HOLD,
    Action,
    Add,
    Changes,
    Drop,
    HoldRule,
    Known,
    Move,
    Replace,
    Restamp,
    Snapshot,
    compare,
    plan,
)
from ziarchive.model import Stamp


def known(content: str, mtime: int = 1) -> Known:
    return Known(sha256(content.encode()).hexdigest(), Stamp(len(content), mtime))


def stamps(files: Mapping[str, Known]) -> dict[str, Stamp]:
    return {path: file.stamp for path, file in files.items()}


def planned(disk: Mapping[str, Known], before: Mapping[str, Known], hold: HoldRule = NO_HOLD) -> Changes:
    """Compare and plan, every file readable."""
    return plan(compare(Snapshot(stamps(disk)), before), disk, before, hold)


def applied(actions: tuple[Action, ...], before: Mapping[str, Known]) -> dict[str, Known]:
    """Carry a plan out on what is known."""
    after = dict(before)
    for action in actions:
        match action:
            case Add(path, digest, stamp) | Replace(path, digest, stamp):
                assert (path in before) is isinstance(action, Replace)
                after[path] = Known(digest, stamp)
            case Restamp(path, stamp):
                after[path] = Known(before[path].sha256, stamp)
            case Move(old, new, digest, stamp):
                assert before[old].sha256 == digest
                del after[old]
                after[new] = Known(digest, stamp)
            case Drop(path):
                del after[path]
    return after


ONE, TWO = known("satu"), known("dua!")
