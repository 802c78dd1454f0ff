"""A WhatsApp chat in the ZIP file with its media: the days come first, the media are members."""

import zipfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from ziarchive.extract.mail import bundle
from ziarchive.extract.mail.container import Container
from ziarchive.extract.plain.chatpages import LIMIT, READER, WITHOUT_DAYS, chat_of
from ziarchive.model import ReadState
from ziarchive.ports import Extracted


def opened(path: Path, stack: ExitStack) -> Container | Extracted:
    """Return the chat, whose only text file it is, with everything else as members."""
    archive = bundle.opened(path, stack)
    if isinstance(archive, Extracted):
        return archive
    with zipfile.ZipFile(path) as export:
        name = next(name for name in export.namelist() if _is_text(name))
        with export.open(name) as member:
            raw = member.read(LIMIT + 1)
    chat = chat_of(raw, f"{path.stem}\n{Path(name).stem}")
    if not chat.days:
        return Extracted(ReadState.NO_TEXT, why=WITHOUT_DAYS, media_type=archive.media_type)
    return replace(
        archive,
        reader=READER,
        label="Media",
        heading="Media",
        members=tuple(member for member in archive.members if not _is_text(member.name)),
        before=chat.days,
        title=chat.title,
        dates=chat.dates,
        cut=chat.cut,
    )


def _is_text(name: str) -> bool:
    return name.lower().endswith(".txt")
