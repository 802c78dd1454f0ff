"""The Whoosh index keeps the contract, and its promises about disk, processes and damage."""

import multiprocessing
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.search.contract import SearchIndexContract
from tests.search.office import OFFICE, code, entry, found
from ziarchive.errors import IndexUnusable
from ziarchive.ports import IndexEntry, SearchIndex
from ziarchive.query import And, Everything, Field, Filter, Not, Or, Phrase, Prefix, Query, Word
from ziarchive.search import whoosh_schema
from ziarchive.search.memory import MemoryIndex
from ziarchive.search.whoosh_index import WhooshIndex

VOCABULARY = "laporan melaporkan pengaduan aduan tim kerja zi I.4.1.2 I 4 draf yang e-office 2024"
words = st.sampled_from(VOCABULARY.split(" "))
texts = st.lists(words, max_size=6).map(" ".join)
entries = st.lists(
    st.builds(
        lambda id, pages, title, codes, kind, year: entry(id, *pages, title=title, codes=codes, kind=kind, year=year),
        st.sampled_from("abcdef"),
        st.lists(texts, max_size=3),
        texts,
        st.lists(st.sampled_from(["I.4.1.2", "I.4.2.1", "II.1.1.1"]), max_size=2, unique=True).map(tuple),
        st.sampled_from(["", "SK", "Daftar hadir"]),
        st.sampled_from([None, 2023, 2024]),
    ),
    max_size=6,
)
filters = st.sampled_from(
    [
        Filter(Field.AREA, "I"),
        Filter(Field.CODE, "I.4"),
        Filter(Field.KIND, "sk"),
        Filter(Field.YEAR, "2024"),
        Filter(Field.TITLE, "laporan"),
        Filter(Field.TITLE, "tim kerja"),
        Filter(Field.NAME, "pdf"),
    ]
)
leaves = st.one_of(
    words.map(Word),
    texts.map(Phrase),
    words.map(lambda word: Prefix(word[:3])),
    filters,
    st.just(Everything()),
)
queries = st.recursive(
    leaves,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: And(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: Or(tuple(parts))),
    ),
    max_leaves=6,
)


class TestWhooshIndex(SearchIndexContract):
    @pytest.fixture
    def new_index(self, tmp_path: Path) -> Iterator[SearchIndex]:
        index = WhooshIndex(tmp_path / "search")
        yield index
        index.close()

    @given(st.lists(entries, min_size=1, max_size=3), st.lists(queries, min_size=1, max_size=6))
    @settings(max_examples=40, suppress_health_check=list(HealthCheck))
    def test_same_as_memory(self, new_index: SearchIndex, batches: list[list[IndexEntry]], asked: list[Query]) -> None:
        """Whatever is stored and asked, the same documents are found as by the reference in memory."""
        reference = MemoryIndex()
        new_index.rebuild([])
        reference.rebuild([])
        for batch in batches:
            dropped = [each.id for each in batch[:1]]
            new_index.apply(batch[1:], dropped)
            reference.apply(batch[1:], dropped)
        assert new_index.marks() == reference.marks()
        for query in asked:
            assert found(new_index, query) == found(reference, query)

    def test_kept(self, new_index: SearchIndex, tmp_path: Path) -> None:
        """What was stored is there for the next process, which need not rebuild."""
        new_index.apply(OFFICE, ())
        again = WhooshIndex(tmp_path / "search")
        assert not again.fresh
        assert found(again, "gratifikasi") == {"gratifikasi"}
        again.close()

    def test_asking_writes_nothing(self, tmp_path: Path) -> None:
        """An index that was only asked has left nothing on the disk."""
        index = WhooshIndex(tmp_path / "search")
        assert index.find(Everything(), 10).total == 0
        index.close()
        assert list(tmp_path.iterdir()) == []

    def test_other_reader_follows(self, new_index: SearchIndex, tmp_path: Path) -> None:
        """An index opened elsewhere sees each commit and each rebuild."""
        other = WhooshIndex(tmp_path / "search")
        assert found(other, Everything()) == set()
        new_index.apply([entry("a", "satu")], ())
        assert found(other, Everything()) == {"a"}
        new_index.apply([entry("b", "dua")], ["a"])
        assert found(other, Everything()) == {"b"}
        new_index.rebuild([entry("c", "tiga")])
        assert found(other, Everything()) == {"c"}
        other.close()

    def test_one_generation_stays(self, office: SearchIndex, tmp_path: Path) -> None:
        """A rebuild removes the index it replaced, and what an interrupted rebuild left."""
        (tmp_path / "search" / "g000077").mkdir()
        office.rebuild(OFFICE)
        assert [path.name for path in (tmp_path / "search").glob("g*")] == ["g000078"]

    def test_segments_stay_few(self, new_index: SearchIndex, tmp_path: Path) -> None:
        """A long row of single documents is merged now and then, and loses none."""
        for number in range(70):
            new_index.apply([entry(f"d{number}", "laporan")], ())
        assert found(new_index, "laporan") == {f"d{number}" for number in range(70)}
        assert len(list((tmp_path / "search").rglob("*.seg"))) < 20

    def test_deleted_are_removed(self, new_index: SearchIndex, tmp_path: Path) -> None:
        """Dropped documents do not stay on the disk for ever."""
        new_index.apply([entry(f"d{number}", "laporan rahasia") for number in range(40)], ())
        for number in range(40):
            new_index.apply((), [f"d{number}"])
        assert list((tmp_path / "search").rglob("*.seg")) == []

    @pytest.mark.parametrize("rebuild", [False, True], ids=["commits", "rebuilds"])
    def test_reader_during_writes(self, new_index: SearchIndex, tmp_path: Path, rebuild: bool) -> None:
        """A reader beside a writer sees a whole version at every moment, never an empty or half one."""
        versions = [[entry(f"d{n}", f"versi{version} laporan") for n in range(5)] for version in range(25)]
        new_index.rebuild(versions[0])
        done = threading.Event()
        seen: list[tuple[int, ...]] = []

        def read() -> None:
            reader = WhooshIndex(tmp_path / "search")
            while not done.is_set():
                hits = reader.find(Word("laporan"), 10)
                seen.append((hits.total, len({hit.id for hit in hits.hits}), len(reader.marks().keys())))
            reader.close()

        threads = [threading.Thread(target=read) for _ in range(2)]
        for thread in threads:
            thread.start()
        try:
            for version in versions[1:]:
                if rebuild:
                    new_index.rebuild(version)
                else:
                    new_index.apply(version, ())
        finally:
            done.set()
            for thread in threads:
                thread.join()
        assert len(seen) > 2
        assert set(seen) == {(5, 5, 5)}

    def test_second_writer(self, office: SearchIndex, tmp_path: Path) -> None:
        """While one process writes, another is told so in plain words, and can write afterwards."""
        second = WhooshIndex(tmp_path / "search", lock_wait_s=0.0)

        def slow() -> Iterator[IndexEntry]:
            yield entry("baru", "pakta")
            with pytest.raises(IndexUnusable, match=r"sedang ditulis oleh proses ziarchive lain\. Tunggu"):
                second.apply([entry("lain", "pakta")], ())

        office.apply(slow(), ())
        second.apply([entry("lain", "pakta")], ())
        assert found(office, "pakta") == {"baru", "lain"}
        second.close()

    @pytest.mark.parametrize("what", ["apply", "rebuild"])
    def test_killed_writer(self, office: SearchIndex, tmp_path: Path, what: str) -> None:
        """A writer killed in the middle of its work leaves the old index, its lock free."""
        call = "apply(entries(), ['aduan'])" if what == "apply" else "rebuild(entries())"
        program = f"""
import os
from pathlib import Path
from tests.search.office import entry
from ziarchive.search.whoosh_index import WhooshIndex

def entries():
    for number in range(700):
        yield entry(f"d{{number}}", "setengah jadi")
    os.kill(os.getpid(), 9) if hasattr(os, "getuid") else os.abort()

WhooshIndex(Path({str(tmp_path / "search")!r})).{call}
"""
        root = Path(__file__).parents[2]
        assert subprocess.run([sys.executable, "-c", program], cwd=root, check=False).returncode != 0
        assert office.marks().keys() == {each.id for each in OFFICE}
        office.apply([entry("baru", "pakta")], ())
        assert found(office, "pakta") == {"baru"}
        assert found(office, "setengah") == set()

    def test_other_version(self, office: SearchIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """An index of another version is fresh and empty, and the first batch replaces it whole."""
        monkeypatch.setattr(whoosh_schema, "SCHEMA_VERSION", whoosh_schema.SCHEMA_VERSION + 1)
        newer = WhooshIndex(tmp_path / "search")
        assert newer.fresh
        assert newer.marks().keys() == frozenset()
        newer.apply([entry("baru", "pakta")], ())
        assert newer.marks().keys() == {"baru"}
        assert not newer.fresh
        assert office.fresh
        newer.close()

    def test_spawned_reader(self, office: SearchIndex, tmp_path: Path) -> None:
        """Another process finds what this one stored."""
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            assert pool.apply(_ids_of, (tmp_path / "search",)) == {each.id for each in OFFICE}


def _ids_of(folder: Path) -> frozenset[str]:
    index = WhooshIndex(folder)
    try:
        return frozenset(index.marks())
    finally:
        index.close()


def test_code_helper() -> None:
    """The tests' own way to write a code reads it as the product does."""
    assert str(code("VI.2.1.1")) == "VI.2.1.1"
