"""Writes ZIP files that no honest program writes: parts that unpack to anything, and directories that lie."""

import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1 << 20
_LOCAL, _CENTRAL, _END = "<4s5H3I2H", "<4s6H3I5H2I", "<4s4H2IH"
_VERSION, _DEFLATED, _DAY = 20, 8, 0x21


@dataclass(frozen=True)
class Part:
    """One member."""

    name: str
    packed: bytes
    size: int
    """Bytes unpacked, as the directory says."""
    crc: int


def part(name: str, content: bytes) -> Part:
    """Return an honest member."""
    return bomb(name, (content, b"", b""), 0)


def bomb(name: str, content: tuple[bytes, bytes, bytes], times: int, claimed: int | None = None) -> Part:
    """Return a member: a head, `times` times a chunk, a tail.

    When it is `claimed` to be smaller than it is, its checksum is that of the bytes claimed, so that only who
    unpacks further notices.
    """
    head, chunk, tail = content
    packed = _pressed(head) + _pressed(chunk) * times + _pressed(tail, last=True)
    size = len(head) + len(chunk) * times + len(tail)
    if claimed is not None:
        return Part(name, packed, claimed, zlib.crc32((head + chunk)[:claimed]))
    crc = zlib.crc32(head)
    for _ in range(times):
        crc = zlib.crc32(chunk, crc)
    return Part(name, packed, size, zlib.crc32(tail, crc))


def forge(path: Path, *parts: Part) -> Path:
    """Write the file."""
    with path.open("wb") as file:
        directory = b""
        for each in parts:
            name, start = each.name.encode(), file.tell()
            about = (0, _DEFLATED, 0, _DAY, each.crc, len(each.packed), each.size, len(name), 0)
            file.write(struct.pack(_LOCAL, b"PK\3\4", _VERSION, *about) + name + each.packed)
            directory += struct.pack(_CENTRAL, b"PK\1\2", _VERSION, _VERSION, *about, 0, 0, 0, 0, start) + name
        start = file.tell()
        file.write(directory)
        file.write(struct.pack(_END, b"PK\5\6", 0, 0, len(parts), len(parts), len(directory), start, 0))
    return path


def _pressed(content: bytes, last: bool = False) -> bytes:
    """Return a piece of a deflated stream that stands by itself, so that it can be repeated without work."""
    packer = zlib.compressobj(9, wbits=-15)
    return packer.compress(content) + packer.flush(zlib.Z_FINISH if last else zlib.Z_FULL_FLUSH)
