"""What an event of watchdog hints at."""

import os
from pathlib import Path

import pytest
from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
)

from ziarchive.folder.watcher import EVERYTHING, hints

ROOT = str(Path(os.sep, "srv", "arsip"))


def at(path: str) -> str:
    return str(Path(ROOT, path))


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        pytest.param(FileCreatedEvent(at("a/b.pdf")), {"a/b.pdf"}, id="created"),
        pytest.param(FileModifiedEvent(at("b.pdf")), {"b.pdf"}, id="modified"),
        pytest.param(FileClosedEvent(at("b.pdf")), {"b.pdf"}, id="closed"),
        pytest.param(FileDeletedEvent(at("b.pdf")), {"b.pdf"}, id="deleted"),
        pytest.param(FileMovedEvent(at("a.pdf"), at("x/b.pdf")), {"a.pdf", "x/b.pdf"}, id="moved"),
        pytest.param(FileMovedEvent(at("~WRD1.tmp"), at("b.docx")), {"b.docx"}, id="office-save"),
        pytest.param(FileMovedEvent(at("a.pdf"), "/luar/a.pdf"), {"a.pdf"}, id="moved-out"),
        pytest.param(FileCreatedEvent(at("~$b.docx")), set(), id="lock-file"),
        pytest.param(FileCreatedEvent(at("@eaDir/b.pdf")), set(), id="in-an-ignored-folder"),
        pytest.param(FileCreatedEvent(ROOT + "-lama/b.pdf"), set(), id="beside-the-root"),
        pytest.param(FileCreatedEvent(at("a\udcff.pdf")), {EVERYTHING}, id="undecodable"),
        pytest.param(FileCreatedEvent(os.fsencode(at("a.pdf"))), {"a.pdf"}, id="bytes"),
        pytest.param(DirCreatedEvent(at("2024")), {EVERYTHING}, id="folder-created"),
        pytest.param(DirMovedEvent(at("2024"), at("2025")), {EVERYTHING}, id="folder-moved"),
        pytest.param(DirDeletedEvent(at("2024")), {EVERYTHING}, id="folder-deleted"),
        pytest.param(DirDeletedEvent(ROOT), {EVERYTHING}, id="root-deleted"),
        pytest.param(DirCreatedEvent(at("@eaDir")), set(), id="ignored-folder"),
        pytest.param(FileMovedEvent(at("x/a"), at("y/a"), is_synthetic=True), set(), id="made-up"),
    ],
)
def test_what_an_event_hints_at(event: FileSystemEvent, expected: set[str]) -> None:
    """Files are named, folders ask for a full comparison, and leftovers are not worth a hint."""
    assert set(hints(event, ROOT)) == expected
