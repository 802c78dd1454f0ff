"""Looks at the end of a PDF: a copy that broke off or is still running shows there first."""

from enum import Enum, auto
from pathlib import Path

_BLOCK = 1 << 16
_ZEROS = 512
"""So many zeros at the end are space reserved for bytes still to come, not padding."""


class Tail(Enum):
    """How a file ends."""

    WHOLE = auto()
    """With the end mark."""
    CUT = auto()
    """Without it."""
    ZEROS = auto()
    """Without it, and filled up with zeros: a copy in progress, or one that broke off."""


def tail_of(path: Path) -> Tail:
    """Return how the file ends; reads backward over zeros, block by block."""
    with path.open("rb") as stream:
        size = end = stream.seek(0, 2)
        block = b""
        while end and not block:
            start = max(0, end - _BLOCK)
            stream.seek(start)
            block = stream.read(end - start).rstrip(b"\0")
            end = start
        last = end + len(block)
        stream.seek(max(0, last - 2048))
        if b"%%EOF" in stream.read(2048):
            return Tail.WHOLE
    return Tail.ZEROS if size - last >= _ZEROS else Tail.CUT
