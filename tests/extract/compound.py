"""Writes OLE2 files (Microsoft's "compound files"), in the smallest form that readers accept.

A tree of bytes and dictionaries becomes streams and storages. Every stream is padded to 4,096 bytes or
more only in its sectors, never in its size: small ones lie in the mini stream, as the format demands.
"""

import struct
from dataclasses import dataclass, field

Tree = dict[str, "bytes | Tree"]
_FREE, _END, _FAT_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _MINI, _CUTOFF = 512, 64, 4096


@dataclass
class _Entry:
    name: str
    kind: int
    """1 storage, 2 stream, 5 root."""
    content: bytes = b""
    child: int = _FREE
    before: int = _FREE
    after: int = _FREE
    start: int = _END


@dataclass
class _Sectors:
    size: int
    data: bytes = b""
    chain: list[int] = field(default_factory=list)

    def add(self, content: bytes) -> int:
        """Append content and return its first sector."""
        if not content:
            return _END
        start, count = len(self.chain), -(-len(content) // self.size)
        self.data += content.ljust(count * self.size, b"\0")
        self.chain += [*range(start + 1, start + count), _END]
        return start


def compound(tree: Tree) -> bytes:
    """Return the file."""
    entries = [_Entry("Root Entry", 5)]
    _add(entries, 0, tree)
    minis, sectors = _Sectors(_MINI), _Sectors(_SECTOR)
    for entry in entries:
        if entry.kind == 2:
            entry.start = (minis if len(entry.content) < _CUTOFF else sectors).add(entry.content)
    entries[0].content = minis.data
    entries[0].start = sectors.add(minis.data)
    mini_fat = sectors.add(_numbers(minis.chain))
    directory = sectors.add(b"".join(map(_packed, entries)))
    count = 1
    while (len(sectors.chain) + count) * 4 > count * _SECTOR:
        count += 1
    first = len(sectors.chain)
    fat = _numbers([*sectors.chain, *[_FAT_SECTOR] * count])
    places = [*range(first, first + count), *[_FREE] * (109 - count)]
    header = struct.pack(
        "<8s16x5H6x8I", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, count, directory, 0, _CUTOFF, mini_fat, -(-len(minis.chain) // 128), _END,
    )  # fmt: skip
    return header + struct.pack("<I109I", 0, *places) + sectors.data + fat


def _add(entries: list[_Entry], parent: int, tree: Tree) -> None:
    numbers = []
    for name, content in tree.items():
        numbers.append(len(entries))
        entries.append(_Entry(name, 2, content) if isinstance(content, bytes) else _Entry(name, 1))
        if not isinstance(content, bytes):
            _add(entries, numbers[-1], content)
    entries[parent].child = _linked(entries, numbers)


def _linked(entries: list[_Entry], numbers: list[int]) -> int:
    """Link the entries of one storage as a balanced tree, and return its root."""
    if not numbers:
        return _FREE
    middle = len(numbers) // 2
    entry = entries[numbers[middle]]
    entry.before, entry.after = _linked(entries, numbers[:middle]), _linked(entries, numbers[middle + 1 :])
    return numbers[middle]


def _packed(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII36xIQ", name, len(name), entry.kind, 1, entry.before, entry.after, entry.child, entry.start,
        len(entry.content),
    )  # fmt: skip


def _numbers(chain: list[int]) -> bytes:
    full = chain + [_FREE] * (-len(chain) % 128)
    return struct.pack(f"<{len(full)}I", *full)
