"""The values of `status:` and `dari:`, which are few and have names: how they are written and read.

A document's states are those of the slots that it is filed under. A slot without a document has states
too (segera, belum jatuh tempo, insidental), but no search for documents can find one.
"""

import re
from collections.abc import Mapping

from ziarchive.model import State
from ziarchive.wording import STATES

LATE, INBOX, UNCOUNTED = "late", "inbox", "uncounted"
"""States of a document beside those of its slots: it met its slot after the due date; its place is not certain;
its period fits none of its slots."""
RECOGNISED, DIGITAL = "ocr", "digital"

STATUSES: Mapping[str, str] = {
    **{state.value: STATES[state].lower() for state in (State.MET, State.TO_CONFIRM, State.FIX, State.WAIVED)},
    LATE: "terlambat",
    INBOX: "kotak masuk",
    UNCOUNTED: "tidak dihitung",
}
"""What `status:` asks for, in words."""
SOURCES: Mapping[str, str] = {RECOGNISED: "pengenalan teks (OCR)", DIGITAL: "teks digital"}
"""What `dari:` asks for, in words."""

_EMPTY_SLOTS = {
    each: STATES[state].lower()
    for state in (State.DUE_SOON, State.UPCOMING, State.OPEN)
    for each in (state.value.replace("_", "-"), STATES[state].lower().replace(" ", "-"))
}
_ALIASES = {
    "konfirmasi": State.TO_CONFIRM.value,
    "perbaikan": State.FIX.value,
    "to-fix": State.FIX.value,
    "not-counted": UNCOUNTED,
    "overdue": LATE,
    "scan": RECOGNISED,
    "pindai": RECOGNISED,
    "pindaian": RECOGNISED,
    "pengenalan": RECOGNISED,
    "gambar": RECOGNISED,
    "teks": DIGITAL,
}


def read_choice(offered: Mapping[str, str], text: str) -> str | None:
    """Return which of the offered values is meant, by its code or its Indonesian label; None when none is."""
    told = _plain(text)
    names = {_plain(each): value for value, label in offered.items() for each in (value, label)}
    value = names.get(told) or _ALIASES.get(told, "")
    return value if value in offered else None


def empty_slot(text: str) -> str | None:
    """Return the label of a state that only slots without a document have; None for any other text."""
    return _EMPTY_SLOTS.get(_plain(text))


def _plain(text: str) -> str:
    return "-".join(re.findall(r"[^\W_]+", text.lower()))
