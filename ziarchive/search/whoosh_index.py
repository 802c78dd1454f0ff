"""The search index on a local disk: Whoosh behind our port.

The index is disposable: anything wrong with it means building it anew, never mending it. One writer
at a time, across processes; one commit a batch. Readers follow the newest commit, and keep the index
they have open when a newer one cannot be opened whole. Never put it on a share: it holds pickles.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from heapq import nlargest
from itertools import islice
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

from whoosh import index as whoosh

from ziarchive.errors import IndexUnusable
from ziarchive.ports import Found, IndexEntry, IndexHit
from ziarchive.query import Query
from ziarchive.search import tokens, whoosh_schema
from ziarchive.search.generations import Generations
from ziarchive.search.postings import analyse
from ziarchive.search.segment import TEXT, Segment
from ziarchive.search.whoosh_merge import merge_full_tier
from ziarchive.search.whoosh_reader import Commit, Reader, open_index
from ziarchive.search.whoosh_scores import Scorer
from ziarchive.search.whoosh_writer import Writer

T = TypeVar("T")

LOCK_WAIT_S = 5.0
REBUILD_BATCH = 1000
_Places = Mapping[str, Mapping[str, int]]
"""The number of each document by its id, by segment."""


class WhooshIndex:
    """A `SearchIndex` in a folder of its own, which need not exist yet.

    A folder without a usable index (none yet, another version, damaged) is an empty index that is
    `fresh`: the caller rebuilds it. Safe to share between threads.
    """

    digest = staticmethod(tokens.digest)

    def __init__(self, folder: Path, *, lock_wait_s: float = LOCK_WAIT_S) -> None:
        self._folder = folder
        self._generations = Generations(folder, whoosh_schema.version(), lock_wait_s)
        self._mutex = RLock()
        self._reader = Reader(self._generations)
        self._marked: tuple[Commit | None, Mapping[str, str]] = None, {}
        self._vocabulary: tuple[frozenset[Any], Counter[str]] = frozenset(), Counter()
        """All words of these segments: a question that finds nothing is spelled by them."""

    @property
    def fresh(self) -> bool:
        """True when nothing usable is stored, so that every document must be put in."""
        with self._mutex:
            return self._reader.newest() is None

    def apply(self, put: Iterable[IndexEntry], drop: Collection[str]) -> None:
        """Store or replace `put` by id and forget the ids in `drop`, as one commit."""
        with self._generations.writing():
            current = None if self.fresh else self._generations.current()
            if current is None:
                self._build([put])
            else:
                _write(open_index(current), self._ask(_places), put, drop, merge_full_tier)

    def rebuild(self, entries: Iterable[IndexEntry]) -> None:
        """Replace everything; readers see the old index until the new one is whole."""
        with self._generations.writing():
            self._build(_batches(entries, REBUILD_BATCH))

    def find(self, query: Query, limit: int) -> Found:
        """Return the best `limit` hits, highest score first.

        Raises `IndexUnusable`, as all that follow, when the stored index turns out to be damaged.
        """
        return self._ask(lambda segments: _found(segments, query, limit))

    def words(self, start: str, among: Query | None = None) -> Mapping[str, int]:
        """Return the words that begin so, each with how many documents hold it, of those that match `among`."""
        if among is not None:
            return self._ask(lambda segments: _words_among(segments, start, among))
        return self._ask(lambda segments: _words(segments, start)) if start else self._ask(self._vocabulary_of)

    def spread(self, words: Collection[str]) -> Mapping[str, int]:
        """Return how many documents hold each word."""
        return self._ask(lambda segments: {word: _spread(segments, word) for word in words})

    def marks(self) -> Mapping[str, str]:
        """Return the mark of every stored document by its id: the same object while nothing was written."""
        return self._ask(self._marks_of)

    def close(self) -> None:
        """Release files and locks; idempotent."""
        with self._mutex:
            self._reader.close()

    def _build(self, batches: Iterable[Iterable[IndexEntry]]) -> None:
        """Make a new generation of the batches, one segment each, and swap it in."""
        path = self._generations.create()
        built = whoosh.create_in(str(path), whoosh_schema.schema())
        for batch in batches:
            _write(built, {}, batch, (), _keep_all)
        self._generations.publish(path)
        self.close()
        self._generations.sweep()

    def _ask(self, read: Callable[[Sequence[Segment]], T]) -> T:
        with self._mutex:
            segments = self._reader.newest() or ()
            try:
                return read(segments)
            except Exception as error:  # damaged pickles and offsets raise whatever they lead to
                raise self._damaged() from error

    def _marks_of(self, segments: Sequence[Segment]) -> Mapping[str, str]:
        if self._marked[0] != self._reader.seen:
            marks = {id: each.marks[number] for each in segments for id, number in each.numbers.items()}
            self._marked = self._reader.seen, marks
        return self._marked[1]

    def _vocabulary_of(self, segments: Sequence[Segment]) -> Mapping[str, int]:
        now = {segment.id: segment for segment in segments}
        known, counts = self._vocabulary
        if known != now.keys():
            left, counts = (known, Counter(counts)) if known <= now.keys() else (frozenset(), Counter())
            for id in now.keys() - left:
                counts.update(now[id].vocabulary)
            self._vocabulary = frozenset(now), counts
        return counts

    def _damaged(self) -> IndexUnusable:
        self._reader.close()
        return IndexUnusable(
            f"Indeks pencarian di {self._folder} rusak. Hapus folder itu lalu jalankan "
            "`ziarchive sync`; indeks dibuat ulang dan berkas bukti tidak tersentuh."
        )


def _keep_all(_: Any, segments: list[Any]) -> list[Any]:
    return segments


def _write(stored: Any, places: _Places, put: Iterable[IndexEntry], drop: Collection[str], merge: Any) -> None:
    """Commit one batch, or leave the last commit as it is; `places` are those of all documents that it may replace."""
    writer = Writer(stored)
    try:
        entries = {entry.id: entry for entry in put}
        _forget(writer, places, {*drop, *entries})
        for entry in entries.values():
            writer.put(whoosh_schema.document(analyse(entry)))
        _commit(writer, merge)
    except BaseException:
        if not writer.is_closed:
            writer.cancel()
        raise


def _commit(writer: Any, merge: Any) -> None:
    try:
        writer.commit(mergetype=merge)
    except Exception as error:  # a full disk, or damage met while merging
        raise IndexUnusable(
            f"Indeks pencarian di {writer.storage.folder} tidak dapat ditulis: {error}. Periksa sisa ruang "
            "disk; bila tetap gagal, hapus folder itu lalu jalankan `ziarchive sync`."
        ) from error


def _forget(writer: Any, places: _Places, ids: Set[str]) -> None:
    for segment in writer.segments:
        held = places.get(segment.segment_id(), {})
        for id in ids & held.keys():
            segment.delete_document(held[id])


def _places(segments: Sequence[Segment]) -> _Places:
    return {segment.id: segment.places for segment in segments}


def _found(segments: Sequence[Segment], wanted: Query, limit: int) -> Found:
    scorer = Scorer(wanted, segments)
    best: list[IndexHit] = []
    ids: list[str] = []
    for segment in segments:
        matched, names = scorer.scores(segment), segment.ids
        ids += [names[number] for number in matched.numbers()]
        best += [IndexHit(names[number], score) for number, score in matched.best(limit)]
    return Found(tuple(nlargest(limit, best, key=lambda hit: hit.score)), tuple(ids))


def _words(segments: Sequence[Segment], start: str) -> Mapping[str, int]:
    counts = Counter[str]()
    for segment in segments:
        for word, number in segment.words(start):
            counts[word] += number
    return counts


def _words_among(segments: Sequence[Segment], start: str, among: Query) -> Mapping[str, int]:
    scorer, counts = Scorer(among, segments), Counter[str]()
    for segment in segments:
        counts.update(segment.held(start, scorer.scores(segment).held))
    return +counts


def _spread(segments: Sequence[Segment], word: str) -> int:
    return sum(segment.frequency(TEXT, word.encode()) for segment in segments)


def _batches(entries: Iterable[IndexEntry], size: int) -> Iterator[list[IndexEntry]]:
    rest = iter(entries)
    while batch := list(islice(rest, size)):
        yield batch
