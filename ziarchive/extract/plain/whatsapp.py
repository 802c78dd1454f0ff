"""Exported WhatsApp chats, alone or in the ZIP file with their media: one page a day."""

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

from ziarchive.extract.clean import clean
from ziarchive.extract.plain.charset import decode
from ziarchive.extract.plain.chatlines import by_day, unmarked
from ziarchive.extract.plain.paging import bounded
from ziarchive.model import ReadState
from ziarchive.ports import Extracted
from ziarchive.wording import date_label

LIMIT = 32 * 1024 * 1024
"""Bytes read; many years of a busy group."""
_NAME = re.compile(r"(?:WhatsApp Chat (?:with|-)|(?:Chat|Obrolan|Percakapan) WhatsApp (?:dengan|-)) (.+)", re.I)
_GROUP = re.compile(r"(?:membuat grup|created (?:the )?group) [\"“«](.+?)[\"”»]", re.I)
_NOTICE = re.compile(r"\] ([^:\n]{1,100}): .*(?:terenkripsi|end-to-end encrypted)", re.I)
"""On an iPhone the first notice stands under the name of the chat."""


def extract(path: Path) -> Extracted:
    """Return the chat day by day; from a ZIP file also the names of the media."""
    if not zipfile.is_zipfile(path):
        with path.open("rb") as stream:
            return _read(stream.read(LIMIT + 1), path.stem, "text/plain", [])
    with zipfile.ZipFile(path) as export:
        names = export.namelist()
        chat = next(name for name in names if name.lower().endswith(".txt"))
        with export.open(chat) as member:
            raw = member.read(LIMIT + 1)
    media = [name for name in names if name != chat]
    return _read(raw, f"{path.stem}\n{Path(chat).stem}", "application/zip", media)


def _read(raw: bytes, names: str, media_type: str, media: list[str]) -> Extracted:
    text = decode(raw[:LIMIT], whole=len(raw) <= LIMIT)
    days = by_day(text)
    if not days:
        why = "Tidak ada pesan bertanggal di dalam percakapan WhatsApp ini. Ekspor ulang dari WhatsApp."
        return Extracted(ReadState.NO_TEXT, why=why, media_type=media_type)
    pages, cut = bounded(clean("\n".join(lines)) for lines in _with_media(days.values(), media))
    labels = (*map(date_label, days), *(["Media"] if media else []))
    return Extracted(
        ReadState.OK,
        pages,
        "Hanya bagian awal yang dibaca (batas ukuran). Bagi percakapan ini." if cut or len(raw) > LIMIT else "",
        media_type,
        clean(_title(names, unmarked(text[:4096]))),
        "whatsapp",
        ("cut",) if cut or len(raw) > LIMIT else (),
        labels[: len(pages)],
        tuple(dict.fromkeys((min(days), max(days)))),
    )


def _with_media(days: Iterable[list[str]], media: list[str]) -> Iterable[list[str]]:
    return [*days, media] if media else days


def _title(names: str, head: str) -> str:
    """Return the name of the chat, from the file's name, else from what the chat says of itself."""
    found = _NAME.search(names) or _GROUP.search(head) or _NOTICE.search(head.partition("\n")[0])
    return found[1].strip() if found else ""
