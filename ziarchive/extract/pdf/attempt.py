"""The border to what pypdf does with foreign files."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def attempt(call: Callable[[], T]) -> T | None:
    """Return what pypdf gives, or None: on hostile files it raises anything."""
    try:
        return call()
    except MemoryError:
        raise
    except Exception:  # pypdf's border; a file that it cannot read may still be read by PDFium
        return None
