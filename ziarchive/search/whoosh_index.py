"""The search index on a local disk: Whoosh behind our port.

The index is disposable: anything wrong with it means building it anew, never mending it. One writer
at a time, across processes; one commit a batch. Readers follow the newest commit, and keep the index
they have open when a newer one cannot be opened whole. Never put it on a share: it holds pickles.
"""

import time
from collections.abc import Collection, Iterable, Iterator
from heapq import nlargest
from itertools import islice
from pathlib import Path
from threading import RLock
from typing import Any

from whoosh import index as whoosh
from whoosh.searching import Searcher

from ziarchive.errors import IndexUnusable
from ziarchive.ports import Found, IndexEntry, IndexHit
from ziarchive.query import Query
from ziarchive.search import whoosh_schema
from ziarchive.search.generations import Generations
from ziarchive.search.postings import analyse
from ziarchive.search.whoosh_merge import merge_full_tier
from ziarchive.search.whoosh_query import translate

LOCK_WAIT_S = 5.0
POOL_MB = 256
REBUILD_BATCH = 500
OPEN_TRIES = 5
OPEN_PAUSE_S = 0.02


class WhooshIndex:
    """A `SearchIndex` in a folder of its own, which need not exist yet.

    A folder without a usable index (none yet, another version, damaged) is an empty index that is
    `fresh`: the caller rebuilds it. Safe to share between threads.
    """

    def __init__(self, folder: Path, *, lock_wait_s: float = LOCK_WAIT_S) -> None:
        self._folder = folder
        self._generations = Generations(folder, whoosh_schema.version(), lock_wait_s)
        self._mutex = RLock()
        self._seen: tuple[Path, int] | None = None
        self._searcher: Searcher | None = None

    @property
    def fresh(self) -> bool:
        """True when nothing usable is stored, so that every document must be put in."""
        with self._mutex:
            return self._newest() is None

    def apply(self, put: Iterable[IndexEntry], drop: Collection[str]) -> None:
        """Store or replace `put` by id and forget the ids in `drop`, as one commit."""
        with self._generations.writing():
            if self.fresh:
                self._build([put])
            else:
                _write(_open(self._generations.current()), put, drop, merge_full_tier)

    def rebuild(self, entries: Iterable[IndexEntry]) -> None:
        """Replace everything; readers see the old index until the new one is whole."""
        with self._generations.writing():
            self._build(_batches(entries, REBUILD_BATCH))

    def find(self, query: Query, limit: int) -> Found:
        """Return the best `limit` hits, highest score first.

        Raises `IndexUnusable` when the stored index turns out to be damaged.
        """
        with self._mutex:
            searcher = self._newest()
            if searcher is None:
                return Found(0, ())
            try:
                return _found(searcher, query, limit)
            except Exception as error:  # damaged pickles and offsets raise whatever they lead to
                raise self._damaged() from error

    def ids(self) -> frozenset[str]:
        """Return every stored id, for verification against the catalogue."""
        with self._mutex:
            searcher = self._newest()
            try:
                return frozenset(_ids(searcher)) if searcher else frozenset()
            except Exception as error:  # as in `find`
                raise self._damaged() from error

    def close(self) -> None:
        """Release files and locks; idempotent."""
        with self._mutex:
            if self._searcher is not None:
                self._searcher.close()
            self._searcher = self._seen = None

    def _build(self, batches: Iterable[Iterable[IndexEntry]]) -> None:
        """Make a new generation of the batches, one segment each, and swap it in."""
        path = self._generations.create()
        built = whoosh.create_in(str(path), whoosh_schema.schema())
        for batch in batches:
            _write(built, batch, (), _keep_all)
        self._generations.publish(path)
        self.close()
        self._generations.sweep()

    def _newest(self) -> Searcher | None:
        """Return a searcher of the newest commit, or None when nothing usable is stored."""
        for attempt in range(OPEN_TRIES):
            try:
                return self._reopened()
            except (OSError, whoosh.EmptyIndexError) as error:
                # A commit or swap removed what we were about to open: look again.
                trouble = error
                time.sleep(OPEN_PAUSE_S * attempt)
            except Exception:  # a damaged pickle raises whatever it leads to
                self.close()
                return None
        if isinstance(trouble, FileNotFoundError | whoosh.EmptyIndexError):
            self.close()
            return None
        raise IndexUnusable(
            f"Indeks pencarian di {self._folder} tidak dapat dibuka: {trouble}. Periksa izin folder itu."
        ) from trouble

    def _reopened(self) -> Searcher | None:
        path = self._generations.current()
        if path is None:
            self.close()
            return None
        stored = _open(path)
        newest = (path, stored.latest_generation())
        if newest != self._seen:
            searcher = stored.searcher()
            self.close()
            self._searcher, self._seen = searcher, newest
        return self._searcher

    def _damaged(self) -> IndexUnusable:
        self.close()
        return IndexUnusable(
            f"Indeks pencarian di {self._folder} rusak. Hapus folder itu lalu jalankan "
            "`ziarchive sync`; indeks dibuat ulang dan berkas bukti tidak tersentuh."
        )


def _open(path: Path | None) -> Any:
    return whoosh.open_dir(str(path), schema=whoosh_schema.schema())


def _keep_all(_: Any, segments: list[Any]) -> list[Any]:
    return segments


def _write(stored: Any, put: Iterable[IndexEntry], drop: Collection[str], merge: Any) -> None:
    """Commit one batch; whatever goes wrong, the lock is given back and the last commit stays."""
    writer = stored.writer(limitmb=POOL_MB, codec=whoosh_schema.Codec())
    try:
        entries = {entry.id: entry for entry in put}
        _forget(writer, {*drop, *entries})
        for entry in entries.values():
            writer.add_document(**whoosh_schema.document(analyse(entry)))
        writer.commit(mergetype=merge)
    except BaseException:
        writer.cancel()
        raise


def _forget(writer: Any, ids: Collection[str]) -> None:
    with writer.reader() as reader:
        for each in ids:
            if ("id", each) in reader:
                for number in reader.postings("id", each).all_ids():
                    writer.delete_document(number)


def _found(searcher: Searcher, wanted: Query, limit: int) -> Found:
    scores = list(_scores(searcher, translate(wanted)))
    best = nlargest(limit, scores, key=lambda scored: (scored[1], -scored[0]))
    reader = searcher.reader()
    column = reader.column_reader("id") if best else {}
    return Found(len(scores), tuple(IndexHit(column[number], score) for number, score in best))


def _scores(searcher: Searcher, translated: Any) -> Iterator[tuple[int, float]]:
    for leaf, offset in searcher.leaf_searchers():
        matcher = translated.matcher(leaf).replace()
        while matcher.is_active():
            yield matcher.id() + offset, matcher.score()
            matcher.next()


def _ids(searcher: Searcher) -> Iterator[str]:
    for leaf, _ in searcher.leaf_searchers():
        reader = leaf.reader()
        column = reader.column_reader("id")
        for number in reader.all_doc_ids():
            yield column[number]


def _batches(entries: Iterable[IndexEntry], size: int) -> Iterator[list[IndexEntry]]:
    rest = iter(entries)
    while batch := list(islice(rest, size)):
        yield batch
