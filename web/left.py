"""Sessions that were left by their own wish: a copy of their cookie opens nothing, also after a restart.

Their ids lie beside the index, a line each. Who deletes the index deletes the key of all sessions with it.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from web import sessions

NAME = "sessions.left"


class Left:
    """Ids of sessions, and when each was left. Safe to share between threads."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._mutex = threading.Lock()
        self._left = dict(_read(file))

    def __contains__(self, id: object) -> bool:
        return id in self._left

    def add(self, id: str, now: float) -> None:
        """Let nobody in with this session again; those that are over by themselves are forgotten."""
        with self._mutex:
            self._left = {id: at for id, at in self._left.items() if at > now - sessions.LONGEST} | {id: now}
            with suppress(OSError):  # a full disk keeps nobody from leaving; until a restart it holds
                _write(self._file, "".join(f"{id} {at}\n" for id, at in self._left.items()))


def _read(file: Path) -> Iterator[tuple[str, float]]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return
    for line in lines:
        id, _, at = line.partition(" ")
        with suppress(ValueError):
            yield id, float(at)


def _write(file: Path, text: str) -> None:
    part = file.with_suffix(".part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as stream:
        stream.write(text)
    part.replace(file)
