"""Looks at the end of a PDF: a copy that broke off or is still running shows there first."""

import mmap
from enum import Enum, auto

_BLOCK = 1 << 16
_MARKED = 2048
"""Bytes at the end within which the end mark stands."""
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


def tail_of(content: mmap.mmap | bytes) -> Tail:
    """Return how a file ends."""
    last = len(content) if content[-1:] != b"\0" else _before_zeros(content)
    if b"%%EOF" in content[max(0, last - _MARKED) : last]:
        return Tail.WHOLE
    return Tail.ZEROS if len(content) - last >= _ZEROS else Tail.CUT


def _before_zeros(content: mmap.mmap | bytes) -> int:
    """Return where the zeros at the end begin; looks backward block by block."""
    end = len(content)
    block = b""
    while end and not block:
        start = max(0, end - _BLOCK)
        block = content[start:end].rstrip(b"\0")
        end = start
    return end + len(block)
