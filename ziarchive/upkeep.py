"""Keeps what is derived true: places documents anew, and verifies everything; `healing` mends the index.

The archive's files and the ledger are the truth; nothing here needs more than them and the text cache.
"""

from collections.abc import Collection, Iterable, Iterator

from ziarchive import agreement, folder
from ziarchive.changes import Known
from ziarchive.decisions import Decisions, Given
from ziarchive.describe import Describer
from ziarchive.errors import ArchiveMissing
from ziarchive.intake import Parts
from ziarchive.model import Document
from ziarchive.naming import periods
from ziarchive.ports import Extracted, IndexEntry
from ziarchive.store.texts import TextCache


def place_again(parts: Parts, documents: Collection[Document]) -> None:
    """Describe documents anew, after the plan or a link changed; no file is opened."""
    described = [_described(parts, document) for document in documents]
    if described:
        parts.index.apply(entries(parts.describer, parts.texts, described), ())
        parts.catalogue.write(described, ())


def place_given(parts: Parts) -> None:
    """Describe anew the documents of which people say other things than when they were last placed."""
    wanted = {sha256: _told(parts.decisions.given(sha256)) for sha256 in _decided(parts.decisions)}
    placed = parts.catalogue.facts().get("given")
    before = placed if isinstance(placed, dict) else {}
    changed = {sha256 for sha256 in wanted.keys() | before.keys() if wanted.get(sha256) != before.get(sha256)}
    if changed:
        place_again(parts, parts.catalogue.with_content(changed))
        parts.catalogue.set_facts(given=wanted)


def _decided(decisions: Decisions) -> Collection[str]:
    return decisions.links.keys() | decisions.dates.keys()


def _told(given: Given) -> list[str]:
    return [*map(str, given.codes), *([periods.render(given.period)] if given.period else [])]


def keep_recognised(parts: Parts, document: Document, read: Extracted) -> None:
    """Store what was recognised in a document's scans, for every document of this content."""
    parts.texts.put({document.sha256: read})
    place_again(parts, parts.catalogue.with_content([document.sha256]))


def findings(parts: Parts) -> Iterator[str]:
    """Yield, in words, every file that is not what is known of it, and every gap in the index."""
    documents = parts.shelf.documents()
    try:
        disk = folder.snapshot(parts.root)
    except ArchiveMissing as error:
        yield error.message
    else:
        yield from filter(None, (_difference(parts, document) for document in documents))
        for path in sorted(disk.files.keys() - {document.path for document in documents}):
            yield f"{path}: belum pernah dibaca. Jalankan ziarchive sync, atau tunggu bila ziarchive run berjalan."
    if differs := agreement.compare(parts.shelf.marks(), parts.index.marks()):
        yield f"Indeks pencarian tidak sama dengan katalog: {differs}. Jalankan ziarchive sync."


def _difference(parts: Parts, document: Document) -> str:
    """Return how a file differs from what is known of it; empty when it does not."""
    try:
        now = folder.fingerprint(parts.root, document.path)
    except folder.NotRead as error:
        return f"{error.rejected.path}: {error.rejected.why}"
    if now.sha256 == document.sha256:
        return ""
    if now.stamp != document.stamp:
        return f"{document.path}: isinya berubah sejak terakhir dibaca. Jalankan ziarchive sync."
    return (
        f"{document.path}: isinya berubah, padahal ukuran dan tanggalnya tetap (disk rusak, atau diubah dengan "
        "sengaja). Periksa berkas itu; untuk membacanya lagi, hentikan ziarchive run lalu jalankan "
        "ziarchive sync --reread."
    )


def _described(parts: Parts, document: Document) -> Document:
    known = Known(document.sha256, document.stamp)
    given = parts.decisions.given(document.sha256)
    return parts.describer.document(document.id, document.path, known, _extracted(parts.texts, document), given)


def _extracted(texts: TextCache, document: Document) -> Extracted:
    """Return the kept text; an outcome that was not kept (a time-out) is told by the catalogue."""
    content = document.content
    return texts.get(document.sha256) or Extracted(
        state=content.state, why=content.why, media_type=content.media_type, flags=content.flags
    )


def entries(describer: Describer, texts: TextCache, documents: Iterable[Document]) -> Iterator[IndexEntry]:
    """Yield what the search index keeps of documents, with their kept texts."""
    for document in documents:
        yield describer.entry(document, _extracted(texts, document).pages)
