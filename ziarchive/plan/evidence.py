"""Cuts the cell BUKTI FISIK into the documents that it asks for: the hard part of reading a printed plan.

People list documents with commas, semicolons, bullets, "dan", or nothing at all, and share words between
them: "Undangan, notulen, dan daftar hadir rapat" are three documents of one meeting. Each step is one such
habit. What is done beyond cutting at a separator is told, because a person must look at it.
"""

from collections.abc import Callable
from dataclasses import replace

from ziarchive.plan.opening import followed_up, groups, passives, spelled, twins, undecided, unique
from ziarchive.plan.pieces import Item, pieces
from ziarchive.plan.sharing import cadences, meetings, neighbours, screens

_STEPS: tuple[Callable[[list[Item]], list[Item]], ...] = (
    screens,
    cadences,
    meetings,
    groups,
    followed_up,
    passives,
    twins,
    neighbours,
    spelled,
    unique,
    undecided,
)


def split(cell: str) -> list[Item]:
    """Return the documents that an evidence cell asks for, in their order."""
    items = pieces(cell)
    for step in _STEPS:
        items = step(items)
    return [replace(item, title=_capital(item.title)) for item in items]


def _capital(title: str) -> str:
    """Begin with a capital, unless the first word has its own (e-Sakip, mySAPK)."""
    first = title.split(" ", 1)[0]
    return title if "-" in first or not first.islower() else title[:1].upper() + title[1:]
