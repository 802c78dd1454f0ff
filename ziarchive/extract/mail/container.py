"""What holds other files: an archive, a letter with attachments. How each is opened, its own module knows."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

MEMBER_BYTES = 50 * 1024 * 1024
"""A larger file inside is listed and not unpacked."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file inside."""

    name: str
    """For people only: no file is ever written under it."""
    size: int
    """Bytes unpacked, as its container says."""
    open: Callable[[], "bytes | Container"]
    """Return the content, at most `size` bytes of it, or what it holds when it is no file of its own.

    Raises `ValueError` with the reason, in the user's words, when it is damaged.
    """
    why: str = ""
    """Why it is not opened."""
    failed: bool = False
    """True when `why` is a fault that a person can mend."""
    begin: Callable[[], bytes] = bytes
    """Return how the content begins, where that is cheaper than all of it; else nothing."""


@dataclass(frozen=True, slots=True)
class Container:
    """An open container."""

    reader: str
    media_type: str
    label: str
    """What its first page is called."""
    text: str
    """What stands on the first page before the list of members."""
    heading: str
    """What stands above the list."""
    prefix: str
    """What stands before a member's name in a label."""
    members: tuple[Member, ...]
    before: tuple[tuple[str, str], ...] = ()
    """Label and text of the pages that stand before the list of members: a chat's days."""
    title: str = ""
    dates: tuple[date, ...] = ()
    why: str = ""
    """What is wrong with the container, although it could be opened."""
    cut: bool = False
    """True when its own text is longer than what is read."""


def one_line(text: str) -> str:
    """Return a name or a header on one line."""
    return re.sub(r"\s+", " ", text).strip()
