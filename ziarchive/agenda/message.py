"""Due lists as a text to paste into a WhatsApp group.

Headings stand between asterisks, which WhatsApp shows in bold. What is due on one day for one folder stands
together, so that neither is said twice. A message that nobody scrolls through reminds nobody: it has a limit,
shared fairly among the people, and what does not fit is counted.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ziarchive.agenda.duties import Agenda, Duty, Share
from ziarchive.agenda.words import left, weekday_label
from ziarchive.model import State
from ziarchive.wording import STATES, number, period_label

LIMIT = 6000
"""Characters of a whole message."""
NOTHING = "Tidak ada yang lewat batas waktu atau jatuh tempo dalam {} hari."
_UNSAID = (State.OVERDUE, State.DUE_SOON, State.UPCOMING)
"""The day says it already."""


def message(agenda: Agenda, limit: int = LIMIT) -> str:
    """Return the due lists as one text; the limit gives way only where the names alone exceed it."""
    head = [
        f"*Tenggat bukti Zona Integritas {agenda.plan.year}*",
        _plain(agenda.plan.unit),
        f"Keadaan {weekday_label(agenda.on)}",
    ]
    room = limit - sum(len(line) + 1 for line in head)
    blocks = ["\n".join(head), *_shares(agenda, room)]
    if not agenda.shares:
        blocks.append(NOTHING.format(agenda.days))
    return "\n\n".join(blocks) + "\n"


def _shares(agenda: Agenda, room: int) -> Iterable[str]:
    """Return everybody's list: the short ones whole, and what they leave of the room for the long ones."""
    whole = [_share(agenda, share, sys.maxsize) for share in agenda.shares]
    cut: dict[int, str] = {}
    for at in sorted(range(len(whole)), key=lambda at: len(whole[at])):
        mine = room // (len(whole) - len(cut)) - 2
        cut[at] = whole[at] if len(whole[at]) <= mine else _share(agenda, agenda.shares[at], mine)
        room -= len(cut[at]) + 2
    return (cut[at] for at in sorted(cut))


def _share(agenda: Agenda, share: Share, room: int) -> str:
    """Return one person's list, cut where it would exceed the room."""
    title = f"*{_plain(share.name)}* ({number(len(share.duties))} bukti)"
    said, told = title, 0
    for lines in _items(agenda, share.duties):
        rest = len(share.duties) - told - 1
        more = f"{said}\n{lines}"
        if len(more) + (len(_rest(rest)) if rest else 0) > room:
            break
        said, told = more, told + 1
    unsaid = len(share.duties) - told
    return said + (_rest(unsaid) if unsaid else "")


def _rest(unsaid: int) -> str:
    return f"\n… dan {number(unsaid)} lagi"


def _items(agenda: Agenda, duties: Sequence[Duty]) -> Iterator[str]:
    """Yield the lines of each duty, with the headings that it is the first below."""
    for band, in_band in groupby(duties, key=lambda duty: duty.band):
        heading = f"*{agenda.called(band)}*\n"
        for (due, days, folder), together in groupby(in_band, key=lambda duty: (duty.due, duty.days, duty.folder)):
            heading += f"{weekday_label(due)} ({left(days)}), folder {folder}:\n"
            for duty in together:
                yield heading + _item(duty)
                heading = ""


def _item(duty: Duty) -> str:
    state = duty.status.state
    said = "" if state in _UNSAID else f", {STATES[state].lower()}"
    period = period_label(duty.status.slot.period)
    return f"• {duty.code} {_plain(duty.title)} ({period}{said})\n   {duty.file}"


def _plain(text: str) -> str:
    """Return a text that cannot open or close bold letters, on one line."""
    return " ".join(text.replace("*", " ").split())
