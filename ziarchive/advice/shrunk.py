"""A replacement that says much less than what lay there before: emptied, cut, or exchanged for a stub."""

from collections.abc import Iterator
from dataclasses import dataclass

from ziarchive.advice.answer import Advice, Exhibit, Weakness, name
from ziarchive.model import Content, ReadState
from ziarchive.wording import number

HALF = 0.5
_LEAST_CHARS = 400
"""Shorter texts halve by a changed line."""
_TENTH = 0.1


@dataclass(frozen=True, slots=True)
class Before:
    """What the content before this one amounted to."""

    sha256: str
    size: int
    """Bytes."""
    pages: int
    chars: int


def shrunk(exhibit: Exhibit, before: Before | None) -> Iterator[Advice]:
    """Yield when the document has replaced one that was much larger; a signed scan in place of a text is not less."""
    document = exhibit.document
    if before is None or before.sha256 == document.sha256:
        return
    if said := _less(before, document.content, document.stamp.size):
        yield exhibit.advice(
            Weakness.SHRUNK,
            before.sha256,
            f"{name(document)} diganti dengan isi yang jauh lebih sedikit: {said}. "
            "Periksa apakah penggantinya lengkap; bila tidak, kembalikan berkas yang lama.",
        )


def _less(before: Before, now: Content, size: int) -> str:
    if not size or now.state is ReadState.EMPTY:
        return f"dari {number(before.size)} byte menjadi kosong"
    if now.state.failed:
        return ""
    less = now.chars <= before.chars * HALF
    if before.pages > 1 and 0 < now.pages <= before.pages * HALF and less:
        return f"dari {number(before.pages)} menjadi {number(now.pages)} halaman"
    recognised = now.scans or now.sure is not None or now.state is not ReadState.OK
    if before.chars >= _LEAST_CHARS and less and not recognised:
        return f"dari {number(before.chars)} menjadi {number(now.chars)} huruf"
    if not before.pages and not now.pages and size <= before.size * _TENTH:
        return f"dari {number(before.size)} menjadi {number(size)} byte"
    return ""
