"""Gives each document of a cell the words that it shares with its neighbours: "SS A, B" are two pictures.

Each step is one habit of writing, takes the cell's items in their order, and tells what it did.
"""

import re
from dataclasses import replace

from ziarchive.plan.heads import heads, leading
from ziarchive.plan.pieces import AND, Item

_EVERY = re.compile(
    r"^(?:(?:per|tiap|setiap) )?(?:harian|mingguan|bulan(?:an)?|triwulan(?:an)?|semester(?:an)?|tahun(?:an)?)$",
    re.IGNORECASE,
)
_MEETING = ("Undangan", "Daftar hadir", "Notulen")


def screens(items: list[Item]) -> list[Item]:
    """Give "SS" to what follows it: "SS Aplikasi A, B dan C" are three pictures."""
    made: list[Item] = []
    prefix = ""
    for item in items:
        head = leading(item.title)
        if head and head.kind == "Screenshot" and head.starts:
            prefix = item.title[: heads(item.title)[0].end]
            first, *rest = AND.split(item.title)
            made.append(replace(item, title=first))
            made += [Item(other, joined=True).told(f"{prefix} {other}", _shared(prefix)) for other in rest]
        elif head or not prefix:
            prefix = ""
            made.append(item)
        else:
            made += [item.told(f"{prefix} {other}", _shared(prefix)) for other in AND.split(item.title)]
    return made


def _shared(text: str) -> str:
    return f"kata «{text}» berlaku juga untuk dokumen ini"


def cadences(items: list[Item]) -> list[Item]:
    """Repeat a title for each of its cadences: "rekap kinerja bulanan, triwulanan, dan tahunan"."""
    made: list[Item] = []
    for item in items:
        first, *rest = AND.split(item.title)
        if not made and not rest:
            made.append(item)
            continue
        if _EVERY.match(item.title) and made and (base := _base(made[-1].title)):
            made.append(item.told(f"{base} {item.title}", _shared(base)))
        elif rest and all(map(_EVERY.match, rest)) and (base := _base(first)):
            made.append(replace(item, title=first))
            made += [item.told(f"{base} {other}", _shared(base)) for other in rest]
        else:
            made.append(item)
    return made


def _base(title: str) -> str:
    """Return a title without the cadence at its end; empty when there is none."""
    *before, last = title.split() or [""]
    return " ".join(before) if _EVERY.match(last) else ""


def meetings(items: list[Item]) -> list[Item]:
    """Share the words after the last of a meeting's papers: "undangan, notulen dan daftar hadir rapat X"."""
    made = list(items)
    for number, item in enumerate(items):
        tail = _tail(item.title)
        run = number
        while run and _is_meeting(items[run - 1].title) and not _tail(items[run - 1].title):
            run -= 1
        if item.joined and run < number and tail and _is_meeting(item.title) and not tail.startswith("dan "):
            for each in range(run, number):
                made[each] = items[each].told(f"{items[each].title} {tail}", _shared(tail))
    return made


def _is_meeting(title: str) -> bool:
    head = leading(title)
    return head is not None and head.kind in _MEETING


def _tail(title: str) -> str:
    """Return what follows the head of a title."""
    found = heads(title)
    return title[found[0].end :].strip() if found and found[0].start == 0 else ""


def neighbours(items: list[Item]) -> list[Item]:
    """Give a bare "SOP" the object that both neighbours share, and a bare "Juklak" that of the "Juknis" after it."""
    made = list(items)
    for number, item in enumerate(items[:-1]):
        head, after = leading(item.title), leading(items[number + 1].title)
        tail = _tail(items[number + 1].title)
        if head is None or after is None or _tail(item.title) or not tail or _is_meeting(item.title):
            continue
        same_before = number > 0 and _tail(items[number - 1].title) == tail
        if heads(item.title)[0].end == len(item.title) and (same_before or head == after):
            made[number] = item.told(f"{item.title} {tail}", _shared(tail))
    return made
