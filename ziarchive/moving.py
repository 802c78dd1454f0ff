"""Moves files to where their documents belong, when an office allows it: shown first, and taken back on request."""

from collections.abc import Collection, Sequence
from posixpath import splitext

from ziarchive.archive import Archive
from ziarchive.decisions import Entry, Renamed
from ziarchive.errors import UsageError, ZiArchiveError
from ziarchive.folder.moving import move as move_file
from ziarchive.model import Document, Plan
from ziarchive.naming import canonical, skeleton, tidy

OFF = "Memindahkan berkas tidak diizinkan di kantor ini. Tulis rename = true di bawah [archive] pada ziarchive.toml."


def target(plan: Plan, document: Document, taken: Collection[str]) -> str:
    """Return the path that a placed document should have; free among `taken`, which are folded paths.

    Raises `UsageError` for a document that has no certain place yet.
    """
    placement = document.placement
    items = [item for item in plan.requirements() if item.code in placement.codes]
    if not items:
        raise UsageError("Berkas ini belum punya tempat yang pasti. Tautkan dahulu ke bukti fisiknya.")
    folder = skeleton.folders(plan)[items[0].code.indicator]
    title = tidy(items[0].title, skeleton.TITLE_LENGTH)
    codes = tuple(item.code for item in items)
    name = canonical(codes, title, placement.period, splitext(document.path)[1].lower())
    paths = skeleton.numbered(f"{folder}/{name}")
    return next(path for path in paths if path == document.path or path.casefold() not in taken)


def proposed(archive: Archive, document: Document) -> str:
    """Return where a document would be moved; empty when it lies there, or has no certain place."""
    if not document.placement.codes:
        return ""
    wanted = target(archive.plan, document, {each.path.casefold() for each in archive.documents()})
    return wanted if wanted != document.path else ""


def move(archive: Archive, document: Document, after: str, who: str, batch: str = "") -> None:
    """Move a document's file and write it down; the next comparison sees it as the same document.

    Raises `UsageError` and `CannotRun` with the file where it was.
    """
    _carry(archive, Renamed(document.sha256, document.path, after), who, batch)


def undo(archive: Archive, entries: Sequence[Entry], batch: str, who: str) -> int:
    """Move the files of a batch back; return how many. Raises as `move` does, at the first that cannot be."""
    made = [each.decision for each in entries if batch and each.batch == batch and isinstance(each.decision, Renamed)]
    for one in reversed(made):
        _carry(archive, Renamed(one.sha256, one.after, one.before), who, "")
    return len(made)


def _carry(archive: Archive, made: Renamed, who: str, batch: str) -> None:
    if not archive.settings.rename:
        raise UsageError(OFF)
    archive.check(who, made)
    root = archive.settings.archive
    move_file(root, made.before, made.after, made.sha256)
    try:
        archive.decide(who, made, batch=batch)
    except ZiArchiveError:
        move_file(root, made.after, made.before, made.sha256)  # what is not written down did not happen
        raise
