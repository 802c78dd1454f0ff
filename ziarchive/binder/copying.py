"""Takes one file over into the binder, hashed on the way: what is not what was read is not taken.

Reading that fails is told apart from writing that fails: the first loses one file, the second ends the run.
"""

import hashlib
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

from ziarchive.binder.contents import Filed
from ziarchive.errors import FileMissing
from ziarchive.model import Document

Opener = Callable[[Document], Path]
"""Returns where a document's file is; raises `FileMissing` when only this one is gone."""
_PIECE = 1 << 18
_GONE = "tidak ada lagi di folder arsip, atau tidak dapat dibuka"
_CHANGED = "berubah sejak dibaca ziarchive"
_UNREADABLE = "tidak dapat disalin ({})"


@dataclass(frozen=True, slots=True)
class Lost:
    """A document whose file is not in the binder, although it should be."""

    filed: Filed
    why: str


class NotCopied(Exception):
    """The file could not be read, or is not what is known of it."""


def pieces(document: Document, opener: Opener) -> Generator[bytes]:
    """Yield the file; raises `NotCopied`, at the latest at its end, when it is not the document's content."""
    digest, left = hashlib.sha256(), document.stamp.size
    try:
        with opener(document).open("rb", buffering=0) as stream:
            while left >= 0 and (piece := stream.read(_PIECE)):
                digest.update(piece)
                left -= len(piece)
                yield piece
    except (FileMissing, FileNotFoundError) as error:
        raise NotCopied(_GONE) from error
    except OSError as error:
        raise NotCopied(_UNREADABLE.format(error.strerror)) from error
    if digest.hexdigest() != document.sha256:
        raise NotCopied(_CHANGED)
