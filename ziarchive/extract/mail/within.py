"""Gets at one file inside an archive or a letter again: by the numbers of the members, from outside in.

The members are those that `nested` opened, so its limits on their size, number and depth hold here too.
"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from ziarchive.extract.mail.container import MEMBER_BYTES, Container
from ziarchive.extract.mail.nested import DEPTH, opener
from ziarchive.extract.sniff import sniff

_GONE = "berkasnya tidak lagi ditemukan di dalam arsip"


class Lost(Exception):
    """There is no such file inside, or it cannot be unpacked; the message says why, in the user's words."""


@contextmanager
def unpacked(path: Path, members: Sequence[int]) -> Iterator[Path]:
    """Yield the file that lies so deep in `path`, as long as it is wanted; without members `path` itself.

    Raises `Lost`, and what the openers of damaged containers raise.
    """
    if not members:
        yield path
        return
    if len(members) > DEPTH:
        raise Lost(_GONE)
    with tempfile.TemporaryDirectory(prefix="ziarchive-", ignore_cleanup_errors=True) as scratch, ExitStack() as stack:
        file: Path | Container = path
        for level, number in enumerate(members):
            content = _content(_opened(file, stack), number)
            file = content if isinstance(content, Container) else Path(scratch, str(level))
            if isinstance(content, bytes):
                Path(scratch, str(level)).write_bytes(content)
        if isinstance(file, Container):
            raise Lost(_GONE)
        yield file


def _opened(file: Path | Container, stack: ExitStack) -> Container:
    if isinstance(file, Container):
        return file
    opens = opener(file, sniff(file))
    container = opens(file, stack) if opens else None
    if not isinstance(container, Container):
        raise Lost(_GONE)
    return container


def _content(container: Container, number: int) -> bytes | Container:
    if number >= len(container.members):
        raise Lost(_GONE)
    member = container.members[number]
    if member.why or member.size > MEMBER_BYTES:
        raise Lost(member.why or _GONE)
    try:
        return member.open()
    except ValueError as error:
        raise Lost(str(error)) from error
