"""How far reading one file may go: the limits of a task, the cut of a text, and what may end differently another day.

A reader's own bounds protect the memory of its process whatever is set; these are the limits that an office sets.
"""

from dataclasses import dataclass, replace

from ziarchive.model import ReadState
from ziarchive.ports import Extracted
from ziarchive.wording import number

HIGHEST_CHARACTERS = 20_000_000
"""What readers keep of any file, 20 to 40 MB of text, to spare their memory: a higher setting would change nothing."""
TRANSIENT = (ReadState.TIMED_OUT, ReadState.OUT_OF_MEMORY, ReadState.OUT_OF_DISK, ReadState.CRASHED)
"""Outcomes that the content alone does not determine: under other limits it may be read."""
_CHARACTERS = "extract.characters"
_AGAIN = "di ziarchive.toml, lalu jalankan ziarchive sync --reread"
_RAISE = f"atau naikkan {_CHARACTERS} {_AGAIN}"
NO_ROOM = f"Bagi berkas, atau naikkan extract.disk_megabytes {_AGAIN}."
"""What to do about a file whose reading takes more temporary disk than it may."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task of an executor may take; what goes further ends alone, with its reason."""

    seconds: float = 60.0
    """From when the task starts; waiting for a worker is not charged."""
    megabytes: int = 1024
    """Memory of the worker."""
    disk_megabytes: int = 2048
    """Temporary files of the worker and the programs that it starts, all together."""


def within(found: Extracted, characters: int) -> Extracted:
    """Return what was found with at most so many characters of text; a cut is flagged, and says what to do."""
    kept, room = 0, characters
    while kept < len(found.pages) and len(found.pages[kept]) <= room:
        room -= len(found.pages[kept])
        kept += 1
    if kept == len(found.pages):
        return found
    pages = (*found.pages[:kept], *filter(None, [found.pages[kept][:room]]))
    count, raising = len(pages), f", {_RAISE}" if characters < HIGHEST_CHARACTERS else ""
    why = f"Hanya {number(characters)} huruf pertama yang dibaca (batas {_CHARACTERS}). Bagi berkas ini{raising}."
    return replace(
        found,
        pages=pages,
        why=found.why if why in found.why else f"{found.why} {why}".strip(),
        flags=tuple(dict.fromkeys((*found.flags, "cut"))),
        labels=found.labels[:count],
        scans=tuple(place for place in found.scans if place < count),
        sure=found.sure[:count],
        origins=found.origins[:count],
    )


def reached(state: ReadState, why: str) -> bool:
    """Tell whether reading ended at a limit that may be set otherwise."""
    return state in TRANSIENT or _CHARACTERS in why


def outgrown(kept: Extracted, characters: int) -> bool:
    """Tell whether a text that was cut would be longer now."""
    return _CHARACTERS in kept.why and sum(map(len, kept.pages)) < characters
