"""One PDF file, open: its bytes for those that look at them, and pypdf's view of it for those that ask.

Nearly every file is told by PDFium and a look at its bytes alone; pypdf takes as long to open it as PDFium a page.
"""

import mmap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import BinaryIO, TypeVar

from pypdf import PasswordType, PdfReader

T = TypeVar("T")


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
    def reader(self) -> PdfReader | None:
        """pypdf's view; None where it has none, as of a file with a password."""
        return None if self.locked else self._reader

    @cached_property
    def locked(self) -> bool:
        """Whether pypdf finds a password that is not empty."""
        reader = self._reader
        if not reader or not reader.is_encrypted:
            return False
        return attempt(partial(reader.decrypt, "")) in (None, PasswordType.NOT_DECRYPTED)

    @cached_property
    def _reader(self) -> PdfReader | None:
        return attempt(lambda: PdfReader(self.stream, strict=False))


@contextmanager
def opened(path: Path) -> Iterator[Source]:
    """Open a file for the block; one that is cut off meanwhile may end the process. Raises `OSError`."""
    with path.open("rb") as stream:
        if not stream.seek(0, 2):
            yield Source(path, stream, b"")
            return
        with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
            yield Source(path, stream, content)


def attempt(call: Callable[[], T]) -> T | None:
    """Return what pypdf gives, or None: on hostile files it raises anything."""
    try:
        return call()
    except MemoryError:
        raise
    except Exception:  # pypdf's border; a file that it cannot read may still be read by PDFium
        return None
