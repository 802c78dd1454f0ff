"""Files of a Whoosh index that are read where they lie: Whoosh copies every mapped segment into memory as it opens it.

At 20,000 documents that is 230 MB for nothing. Whoosh 2.7.4 is the last of its line, so what it opens the
parts of a segment with is replaced here, once, and cannot change under us.
"""

from io import SEEK_CUR, SEEK_END, BufferedReader, RawIOBase
from typing import Any

from whoosh.filedb import compound
from whoosh.filedb.structfile import BufferFile


class _Window(RawIOBase):
    """A stretch of memory as a file to be read."""

    def __init__(self, memory: memoryview) -> None:
        self._memory = memory
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        base = {SEEK_CUR: self._at, SEEK_END: len(self._memory)}.get(whence, 0)
        self._at = max(0, base + offset)
        return self._at

    def readinto(self, buffer: Any) -> int:
        part = self._memory[self._at : self._at + len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)


class Mapped(BufferFile):  # type: ignore[misc]
    """A part of a mapped segment, not copied."""

    def __init__(self, buf: memoryview, name: str | None = None, onclose: Any = None) -> None:
        super().__init__(b"", name, onclose)
        self._buf = buf
        self.file = BufferedReader(_Window(buf))


def read_in_place() -> None:
    """Let Whoosh open the parts of segments so from now on."""
    compound.BufferFile = Mapped
