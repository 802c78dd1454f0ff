"""Puts an exported WhatsApp chat on pages: one a day, called by its day."""

import re
from dataclasses import dataclass
from datetime import date

from ziarchive.extract.clean import clean
from ziarchive.extract.plain.charset import decode
from ziarchive.extract.plain.chatlines import by_day, unmarked
from ziarchive.wording import date_label

READER = "whatsapp"
LIMIT = 32 * 1024 * 1024
"""Bytes read; many years of a busy group."""
WITHOUT_DAYS = "Tidak ada pesan bertanggal di dalam percakapan WhatsApp ini. Ekspor ulang dari WhatsApp."
_NAME = re.compile(r"(?:WhatsApp Chat (?:with|-)|(?:Chat|Obrolan|Percakapan) WhatsApp (?:dengan|-)) (.+)", re.I)
_GROUP = re.compile(r"(?:membuat grup|created (?:the )?group) [\"“«](.+?)[\"”»]", re.I)
_NOTICE = re.compile(r"\] ([^:\n]{1,100}): .*(?:terenkripsi|end-to-end encrypted)", re.I)
"""On an iPhone the first notice stands under the name of the chat."""


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat, day by day."""

    days: tuple[tuple[str, str], ...]
    """Label and text of each day; none when no message has a day."""
    title: str
    dates: tuple[date, ...]
    """The first and the last day."""
    cut: bool
    """True when there is more than `LIMIT`."""


def chat_of(raw: bytes, names: str) -> Chat:
    """Return the chat; `raw` are its bytes up to one beyond `LIMIT`, `names` the names of its files, a line each."""
    cut = len(raw) > LIMIT
    text = decode(raw[:LIMIT], whole=not cut)
    days = by_day(text)
    return Chat(
        tuple((date_label(day), clean("\n".join(lines))) for day, lines in days.items()),
        clean(_title(names, unmarked(text[:4096]))),
        tuple(dict.fromkeys((min(days), max(days)))) if days else (),
        cut,
    )


def _title(names: str, head: str) -> str:
    """Return the name of the chat, from the file's name, else from what the chat says of itself."""
    found = _NAME.search(names) or _GROUP.search(head) or _NOTICE.search(head.partition("\n")[0])
    return found[1].strip() if found else ""
