"""Finds the streams of a PDF that unpack to more than any page holds, before PDFium unpacks them.

PDFium ends the process when the memory runs out, and then nothing could be told of the file.

What is packed by Flate alone, as nearly everything is, is unpacked here, a little at a time. Other ways of packing
and encrypted files are left to pypdf, which knows limits too, but holds all that it unpacks.
"""

import mmap
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import prod
from pathlib import Path

from ziarchive.extract.pdf.source import Source

LIMIT = 64 * 1024 * 1024
"""Bytes that what is drawn on a page may unpack to; large maps have a fifth."""
_WAYS = (
    ("FlateDecode", "Fl", 1032),
    ("LZWDecode", "LZW", 2560),
    ("RunLengthDecode", "RL", 64),
    ("ASCII85Decode", "A85", 4),
    ("ASCIIHexDecode", "AHx", 1),
)
"""Ways of packing, with their short names, and the most that each can shrink."""
_GROWTH = {name.encode(): growth for *names, growth in _WAYS for name in names}
_LONG = {f"/{short}": f"/{name}" for name, short, _ in _WAYS}
_FLATE = (b"FlateDecode", b"Fl")
_FILTER = re.compile(rb"/(" + rb"|".join(_GROWTH) + rb")\b")
_ELSEWHERE = re.compile(rb"/Filter\s+\d+\s+\d+\s+R\b")
"""A list of filters that stands in an object of its own."""
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_NUMBER = re.compile(rb"(\d{1,10})\s+\d+$")
_PIECE, _STEP = 1 << 14, 1 << 20
"""Bytes packed, and unpacked, that are held at a time."""
_HEAD = 2048
"""Bytes before a stream within which its dictionary begins."""
_UNREAD = re.compile(rb"/(?:Image|EmbeddedFile|Length1|Metadata)\b")
"""Pictures, attached files, fonts and notes, which are not unpacked for their text."""
_LAYERS = 4
"""Flate within Flate that is followed; honest files have one."""


@dataclass(frozen=True, slots=True)
class _Stream:
    """A stream of drawings that could be so large."""

    number: int
    """Of its object; 0 when it has none."""
    start: int
    end: int
    layers: int
    """How often it is packed by Flate; 0 when it is packed in other ways too."""


def swells(source: Source) -> bool:
    """Tell whether any stream unpacks to more than `LIMIT`; what cannot be unpacked is none."""
    others = set()
    for each in _streams(source.content):
        if each.layers and _size(source.content[each.start : each.end], each.layers) > LIMIT:
            return True
        if source.encrypted or not each.layers:
            others.add(each.number)
    return bool(others) and _swells_by_pypdf(source.path, others)


def _streams(content: mmap.mmap | bytes) -> Iterator[_Stream]:
    place = content.find(b"stream")
    while place >= 0:
        end = content.find(b"endstream", place)
        end = len(content) if end < 0 else end
        before, _, head = content[max(0, place - _HEAD) : place].rpartition(b" obj")
        filters = _filters(head)
        if filters and (end - place) * prod(_GROWTH[name] for name in filters) > LIMIT and not _UNREAD.search(head):
            number = _NUMBER.search(before)
            start = place + len(b"stream\r\n" if content[place + 6 : place + 7] == b"\r" else b"stream\n")
            flate = all(name in _FLATE for name in filters) and len(filters) <= _LAYERS
            yield _Stream(int(number[1]) if number else 0, start, end, len(filters) if flate else 0)
        place = content.find(b"stream", end + len(b"endstream"))


def _filters(head: bytes) -> list[bytes]:
    """Return how a stream is packed; when that cannot be seen, the ways that shrink most."""
    names = _ESCAPED.sub(lambda code: bytes.fromhex(code[1].decode()), head) if b"#" in head else head
    return [b"AHx", b"LZW"] if _ELSEWHERE.search(names) else _FILTER.findall(names)


def _size(packed: bytes, layers: int) -> int:
    """Return how many bytes a stream unpacks to, counting no further than beyond `LIMIT`."""
    pieces: Iterator[bytes] = (packed[start : start + _PIECE] for start in range(0, len(packed), _PIECE))
    for _ in range(layers):
        pieces = unpacked(pieces)
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > LIMIT:
            break
    return size


def unpacked(pieces: Iterator[bytes]) -> Iterator[bytes]:
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
        if unpacker.eof:
            return


def _swells_by_pypdf(path: Path, numbers: Iterable[int]) -> bool:
    from ziarchive.extract.pdf import second  # noqa: PLC0415 - heavy, and few files need it

    return second.swells(path, numbers, LIMIT, _LONG)
