"""Which contents say nearly the same as another, by their sketches: all of them are compared, in one table.

A sketch is small, so the table of 20,000 contents takes 2.5 MB, and one look at it half a millisecond.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from ziarchive.gist import Gist
from ziarchive.gist.sketch import SIZE, Sketch, alike
from ziarchive.model import Document

LEAST = 0.65
"""Share of equal places in two sketches from which on the texts are worth comparing: it may be off by a tenth."""
_BAND = np.dtype("<u8")
"""Four places of a sketch, compared at once: of texts that share three quarters one in 500 has no four in common."""
_Table = tuple[tuple[str, ...], NDArray[np.uint64]]
"""The contents by SHA-256, and the sketch of each, a row a content."""


class Near:
    """Reads each sketch once. Any thread may ask."""

    def __init__(self, kept: Callable[[Collection[str]], Mapping[str, Gist]], filled: Callable[[], int]) -> None:
        """`kept` returns the gists that there are of some contents, by SHA-256.

        `filled` tells how often some came that were lacking, as after an update, which makes them anew.
        """
        self._kept, self._filled = kept, filled
        self._one = Lock()
        self._sketches: dict[str, Sketch] = {}
        self._short: dict[str, int] = {}
        """How many characters a text had that was too short for a sketch: recognition may add some."""
        self._table = _table({})
        self._seen: tuple[Mapping[str, Sequence[Document]], int] | None = None

    def to(self, sha256: str, contents: Mapping[str, Sequence[Document]]) -> str:
        """Return the content most like this one, of those given with their documents; empty when none is near it.

        The same object of `contents` is not looked through again, unless sketches came that were lacking.
        """
        shas, rows = self._read(contents)
        own = self._sketches.get(sha256)
        if not own:
            return ""
        tried = np.flatnonzero((rows == np.frombuffer(own, _BAND)).any(axis=1)).tolist()
        others = (shas[at] for at in tried if shas[at] != sha256 and shas[at] in contents)
        share, other = max(((alike(own, self._sketches[each]), each) for each in others), default=(0.0, ""))
        return other if share >= LEAST else ""

    def _read(self, contents: Mapping[str, Sequence[Document]]) -> _Table:
        with self._one:
            filled = self._filled()
            if not self._seen or contents is not self._seen[0] or filled != self._seen[1]:
                self._seen = contents, filled
                self._take(contents)
            return self._table

    def _take(self, contents: Mapping[str, Sequence[Document]]) -> None:
        """Read the sketches of new contents, and of those whose text was short and has grown."""
        grown = {sha256 for sha256, chars in self._short.items() if _chars(contents.get(sha256)) not in (0, chars)}
        made = self._kept((contents.keys() - self._sketches.keys()) | grown)
        if made:
            self._sketches |= {sha256: gist.sketch for sha256, gist in made.items()}
            self._short |= {sha256: _chars(contents[sha256]) for sha256, gist in made.items() if not gist.sketch}
            self._table = _table(self._sketches)


def _chars(documents: Sequence[Document] | None) -> int:
    return documents[0].content.chars if documents else 0


def _table(sketches: Mapping[str, Sketch]) -> _Table:
    told = {sha256: sketch for sha256, sketch in sketches.items() if sketch}
    return tuple(told), np.frombuffer(b"".join(told.values()), _BAND).reshape(-1, 2 * SIZE // _BAND.itemsize)
