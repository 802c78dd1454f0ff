"""Exported WhatsApp chats, alone or in the ZIP file with their media: one page a day."""

import zipfile
from pathlib import Path

from ziarchive.extract.mail import nested
from ziarchive.extract.plain.chatpages import LIMIT, READER, WITHOUT_DAYS, chat_of
from ziarchive.extract.plain.paging import bounded
from ziarchive.model import ReadState
from ziarchive.ports import Extracted

MEDIA_TYPE = "text/plain"


def extract(path: Path) -> Extracted:
    """Return the chat day by day; from a ZIP file also the media, each under its name."""
    if zipfile.is_zipfile(path):
        return nested.extract(path)
    with path.open("rb") as stream:
        chat = chat_of(stream.read(LIMIT + 1), path.stem)
    if not chat.days:
        return Extracted(ReadState.NO_TEXT, why=WITHOUT_DAYS, media_type=MEDIA_TYPE)
    pages, cut = bounded(text for _, text in chat.days)
    cut = cut or chat.cut
    return Extracted(
        ReadState.OK,
        pages,
        "Hanya bagian awal yang dibaca (batas ukuran). Bagi percakapan ini." if cut else "",
        MEDIA_TYPE,
        chat.title,
        READER,
        ("cut",) if cut else (),
        tuple(label for label, _ in chat.days)[: len(pages)],
        chat.dates,
    )
