"""A BagIt bag (RFC 8493, version 1.0) while it is written: payload first, then what tells of it.

The manifest is written last, when every checksum is known from the one reading of each file.
"""

import hashlib
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from ziarchive.binder.sink import Sink, text

DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


@dataclass(slots=True)
class Bag:
    """Writes into a sink and keeps the checksums."""

    sink: Sink
    made: datetime
    payload: dict[str, str] = field(default_factory=dict)
    """SHA-256 by path below the bag's folder."""
    size: int = 0
    """Bytes of the payload."""

    def add(self, path: str, pieces: Generator[bytes], modified: datetime, size: int = 0, *, packed: bool) -> None:
        """Write one file below data/; raises `NotCopied`, and then nothing of it stays."""
        counted = _Counted()
        self.sink.put(f"data/{path}", counted.through(pieces), modified, size, packed=packed)
        self.payload[f"data/{path}"] = counted.digest.hexdigest()
        self.size += counted.size

    def close(self, info: Mapping[str, str]) -> None:
        """Write the tag files; `info` goes into bag-info.txt before the sums."""
        oxum = {"Payload-Oxum": f"{self.size}.{len(self.payload)}", "Bag-Size": f"{self.size} bytes"}
        labels = [f"{name}: {' '.join(value.split())}\n" for name, value in {**info, **oxum}.items()]
        tags = {
            "bagit.txt": [DECLARATION],
            "bag-info.txt": labels,
            "manifest-sha256.txt": _lines(self.payload),
        }
        digests = {path: self._tag(path, lines) for path, lines in tags.items()}
        self._tag("tagmanifest-sha256.txt", _lines(digests))

    def _tag(self, path: str, lines: Iterable[str]) -> str:
        counted = _Counted()
        self.sink.put(path, counted.through(text(lines)), self.made, 0, packed=True)
        return counted.digest.hexdigest()


class _Counted:
    """The SHA-256 and size of what went through."""

    def __init__(self) -> None:
        self.digest = hashlib.sha256()
        self.size = 0

    def through(self, pieces: Generator[bytes]) -> Generator[bytes]:
        try:
            for piece in pieces:
                self.digest.update(piece)
                self.size += len(piece)
                yield piece
        finally:
            pieces.close()


def _lines(digests: Mapping[str, str]) -> list[str]:
    return [f"{digest}  {path}\n" for path, digest in sorted(digests.items())]
