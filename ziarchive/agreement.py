"""Whether the search index holds the documents as the catalogue does: each of them, no other, none as it once was.

Every entry of the index carries a mark of the document that it was made of. A mark that differs tells an
entry of an older content, name, place or reading, also where an old copy of the index was put back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

from ziarchive.model import Document
from ziarchive.wording import number


@dataclass(frozen=True, slots=True)
class Disagreement:
    """The ids of the documents of which index and catalogue differ; false when there are none."""

    missing: frozenset[str] = frozenset()
    """The index lacks them."""
    stale: frozenset[str] = frozenset()
    """The index holds them as they once were."""
    excess: frozenset[str] = frozenset()
    """Only the index knows them."""

    def __bool__(self) -> bool:
        return bool(self.missing or self.stale or self.excess)

    @property
    def unsure(self) -> int:
        """Of how many documents a search cannot tell."""
        return len(self.missing) + len(self.stale)

    def __str__(self) -> str:
        """What is wrong, in words."""
        return self._told("belum termuat", "termuat dengan isi atau tempat yang lama", "sudah tidak ada di arsip")

    @property
    def mended(self) -> str:
        """What was done about it, in words."""
        return self._told("ditambahkan", "diperbarui", "dihapus dari indeks")

    def _told(self, *words: str) -> str:
        parts = zip((self.missing, self.stale, self.excess), words, strict=True)
        return ", ".join(f"{number(len(ids))} dokumen {each}" for ids, each in parts if ids)


AGREED = Disagreement()


def mark(document: Document) -> str:
    """Return what tells whether an entry is of this very document, as it is known and was read."""
    placement, content = document.placement, document.content
    parts = (
        document.sha256, document.path, placement.title, content.title, ".".join(map(str, placement.codes)),
        placement.kind, placement.period and placement.period.end.year, content.chars, content.sure,
    )  # fmt: skip
    return blake2b("\0".join(map(str, parts)).encode(errors="surrogatepass"), digest_size=8).hexdigest()


def compare(known: Mapping[str, str], stored: Mapping[str, str]) -> Disagreement:
    """Return where the index (`stored`) differs from the catalogue (`known`); both are marks by id."""
    if known == stored:
        return AGREED
    return Disagreement(
        missing=frozenset(known.keys() - stored.keys()),
        stale=frozenset(id for id, told in known.items() if stored.get(id, told) != told),
        excess=frozenset(stored.keys() - known.keys()),
    )


def warning(found: Disagreement) -> str:
    """Say what a search may lack meanwhile; empty when nothing."""
    if not found.unsure:
        return ""
    return (
        f"Indeks pencarian belum memuat {number(found.unsure)} dokumen sebagaimana adanya, jadi hasil ini mungkin "
        "tidak lengkap. Indeks dipulihkan sendiri selama ziarchive run berjalan; ulangi pencarian ini nanti."
    )
