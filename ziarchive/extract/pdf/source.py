"""One PDF file, open: its bytes for those that look at them, and pypdf's view of it for those that ask.

Nearly every file is told by PDFium and a look at its bytes alone; pypdf takes as long to open it as PDFium a page.
"""

import mmap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pypdf import PdfReader


@dataclass(frozen=True)
class Source:
    """Valid while its `opened` block lasts."""

    path: Path
    stream: BinaryIO
    content: mmap.mmap | bytes

    @cached_property
    def encrypted(self) -> bool:
        """Whether the file speaks of encryption anywhere."""
        return self.content.find(b"/Encrypt") >= 0

    @cached_property
    def reader(self) -> "PdfReader | None":
        """pypdf's view; None where it has none, as of a file with a password."""
        return self._view[0]

    @cached_property
    def locked(self) -> bool:
        """Whether pypdf finds a password that is not empty."""
        return self._view[1]

    @cached_property
    def _view(self) -> "tuple[PdfReader | None, bool]":
        from ziarchive.extract.pdf import second  # noqa: PLC0415 - heavy, and few files need it

        reader = second.view(self.stream)
        locked = reader is not None and second.locked(reader)
        return None if locked else reader, locked


IN_MEMORY = 16 << 20
"""Bytes of a file that is held whole: the system is then asked but once, and what is read cannot be cut off."""


@contextmanager
def opened(path: Path) -> Iterator[Source]:
    """Open a file for the block; a large one that is cut off meanwhile may end the process. Raises `OSError`."""
    with path.open("rb") as stream:
        if stream.seek(0, 2) <= IN_MEMORY:
            stream.seek(0)
            yield Source(path, stream, stream.read())
            return
        with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
            yield Source(path, stream, content)
