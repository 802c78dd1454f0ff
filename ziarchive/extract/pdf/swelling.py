"""Finds the streams of a PDF that unpack to more than any page holds, before PDFium unpacks them.

PDFium ends the process when the memory runs out, and then nothing could be told of the file.
"""

import mmap
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

LIMIT = 64 * 1024 * 1024
"""Bytes that what is drawn on a page may unpack to; large maps have a fifth."""
_RATIO = 1032
"""The most that one layer of Flate can shrink."""
_PIECE, _STEP = 1 << 14, 1 << 20
"""Bytes packed, and unpacked, that are held at a time."""
_HEAD = 2048
"""Bytes before a stream within which its dictionary begins."""
_UNREAD = re.compile(rb"/(?:Image|EmbeddedFile|Length1|Metadata)\b")
"""Pictures, attached files, fonts and notes, which are not unpacked for their text."""
_LAYERS = 4
"""Flate within Flate that is followed; honest files have one."""


def swells(path: Path) -> bool:
    """Tell whether any stream unpacks to more than `LIMIT`; what cannot be unpacked is none."""
    if path.stat().st_size == 0:
        return False
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return any(_size(content[start:end], layers) > LIMIT for start, end, layers in _streams(content))


def _streams(content: mmap.mmap) -> Iterator[tuple[int, int, int]]:
    """Yield begin, end and layers of each stream of drawings that could be so large."""
    place = content.find(b"stream")
    while place >= 0:
        end = content.find(b"endstream", place)
        end = len(content) if end < 0 else end
        head = content[max(0, place - _HEAD) : place].rpartition(b" obj")[2]
        layers = min(head.count(b"/FlateDecode"), _LAYERS)
        if layers and (end - place) * _RATIO**layers > LIMIT and not _UNREAD.search(head):
            yield place + len(b"stream\r\n" if content[place + 6 : place + 7] == b"\r" else b"stream\n"), end, layers
        place = content.find(b"stream", end + len(b"endstream"))


def _size(packed: bytes, layers: int) -> int:
    """Return how many bytes a stream unpacks to, counting no further than beyond `LIMIT`."""
    pieces: Iterator[bytes] = (packed[start : start + _PIECE] for start in range(0, len(packed), _PIECE))
    for _ in range(layers):
        pieces = _unpacked(pieces)
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > LIMIT:
            break
    return size


def _unpacked(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield what the pieces unpack to, up to the first damage, a little at a time."""
    unpacker = zlib.decompressobj()
    for piece in pieces:
        rest = piece
        try:
            while rest and not unpacker.eof:
                yield unpacker.decompress(rest, _STEP)
                rest = unpacker.unconsumed_tail
        except zlib.error:
            return
