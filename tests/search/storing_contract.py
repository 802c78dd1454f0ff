"""What every search index must do with what it stores; `SearchIndexContract` inherits it."""

import pickle
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.search.office import OFFICE, entry, found
from ziarchive.ports import IndexEntry, SearchIndex
from ziarchive.query import Everything
from ziarchive.query.parser import parse


class StoringContract:
    """Give the fixture `new_index`: an empty index that is closed after the test."""

    @pytest.fixture
    def new_index(self) -> Iterator[SearchIndex]:
        raise NotImplementedError

    @pytest.fixture
    def office(self, new_index: SearchIndex) -> SearchIndex:
        new_index.apply(OFFICE, ())
        return new_index

    def test_empty(self, new_index: SearchIndex) -> None:
        """An index that nothing was put into answers every question with nothing, and says it is fresh."""
        assert found(new_index, Everything()) == set()
        assert found(new_index, "-draf") == set()
        assert new_index.marks().keys() == frozenset()
        assert new_index.fresh

    @pytest.mark.parametrize("query", ["maklumat", "maklumat*", "nama:maklumat", "SKMaklumatPelayananPublik"])
    def test_names_without_blanks(self, new_index: SearchIndex, query: str) -> None:
        """A name whose words are written together is found by each of them, and as it is written."""
        new_index.apply([entry("scan", "", path="2024/SKMaklumatPelayananPublik.pdf")], ())
        assert found(new_index, query) == {"scan"}

    def test_digested_ahead(self, new_index: SearchIndex) -> None:
        """Pages that a worker prepared are found as the others are, positions and word forms included."""
        pages = ("laporan bulanan pengaduan", "lampiran Nomor 800/123/2024")
        made = pickle.loads(pickle.dumps(new_index.digest))(pages)  # noqa: S301 - our own function
        ahead = replace(entry("a", *pages, title="laporan tahunan"), digest=pickle.loads(pickle.dumps(made)))  # noqa: S301
        new_index.apply([ahead, entry("b", *pages, title="laporan tahunan")], ())
        for query in ('"laporan bulanan"', "aduan", "800/123/2024", '"laporan tahunan"', "judul:tahunan"):
            assert found(new_index, query) == {"a", "b"}, query
        assert found(new_index, '"pengaduan lampiran"') == set()

    def test_unwanted_before_wanted(self, new_index: SearchIndex) -> None:
        """A document with an unwanted word is no hit, also when other documents with that word come first."""
        new_index.apply([entry("satu", "draf"), entry("dua", "laporan draf"), entry("tiga", "laporan")], ())
        assert found(new_index, "laporan -draf") == {"tiga"}

    def test_replaced_until_merged(self, new_index: SearchIndex) -> None:
        """Documents replaced again and again, so that old versions are cleared away, stay found by every field."""
        for number in range(4):
            new_index.apply([entry(name, f"edisi{number}", codes=("I.4.1.2",), year=2024) for name in "abc"], ())
        assert found(new_index, "edisi3 kode:I.4.1.2 tahun:2024") == {"a", "b", "c"}
        assert found(new_index, "edisi2") == set()

    def test_not_fresh(self, office: SearchIndex) -> None:
        """An index that something was stored in need not be rebuilt."""
        assert not office.fresh

    def test_put(self, office: SearchIndex) -> None:
        """What was put in can be found and is listed."""
        assert found(office, "gratifikasi") == {"gratifikasi"}
        assert office.marks().keys() == {each.id for each in OFFICE}

    def test_replace(self, office: SearchIndex) -> None:
        """A document put in again replaces its earlier version."""
        office.apply([entry("gratifikasi", "pakta integritas")], ())
        assert found(office, "gratifikasi") == set()
        assert found(office, "pakta") == {"gratifikasi"}
        assert office.marks().keys() == {each.id for each in OFFICE}

    def test_marks(self, new_index: SearchIndex) -> None:
        """Each document keeps the mark that it was put in with; they are one object while nothing is written."""
        new_index.apply([replace(entry("a", "satu"), mark="m1"), entry("b", "dua")], ())
        before = new_index.marks()
        assert before == {"a": "m1", "b": ""} and new_index.marks() is before
        new_index.apply([replace(entry("a", "satu"), mark="m2"), replace(entry("c"), mark="m3")], ["b"])
        assert new_index.marks() == {"a": "m2", "c": "m3"}
        new_index.rebuild([replace(entry("c"), mark="m4")])
        assert new_index.marks() == {"c": "m4"}

    def test_drop(self, office: SearchIndex) -> None:
        """A dropped document is neither found nor listed; dropping an unknown one does nothing."""
        office.apply((), ["aduan", "tidak-dikenal"])
        assert found(office, "pengaduan") == set()
        assert office.marks().keys() == {each.id for each in OFFICE} - {"aduan"}

    def test_drop_and_put(self, office: SearchIndex) -> None:
        """A document that one batch drops and puts in is there, in the version put in."""
        office.apply([entry("aduan", "pakta")], ["aduan"])
        assert found(office, "pakta") == {"aduan"}
        assert found(office, "pengaduan") == set()

    def test_same_id_twice(self, new_index: SearchIndex) -> None:
        """Of two versions in one batch the later one stays."""
        new_index.apply([entry("a", "lama"), entry("a", "baru")], ())
        assert found(new_index, "baru") == {"a"}
        assert found(new_index, "lama") == set()

    def test_rebuild(self, office: SearchIndex) -> None:
        """A rebuild leaves only what it was given."""
        office.rebuild([entry("baru", "pakta integritas")])
        assert office.marks().keys() == {"baru"}
        assert found(office, Everything()) == {"baru"}

    def test_rebuild_to_nothing(self, office: SearchIndex) -> None:
        """An index rebuilt from an empty archive is empty, and not fresh."""
        office.rebuild([])
        assert found(office, Everything()) == set()
        assert not office.fresh

    def test_many_batches(self, new_index: SearchIndex) -> None:
        """Many small batches, with replacements and drops between, leave exactly the last versions."""
        for number in range(40):
            new_index.apply([entry(f"d{number}", f"nomor {number}"), entry("d0", "selalu")], [f"d{number - 3}"])
        assert new_index.marks().keys() == {"d37", "d38", "d39", "d0"}
        assert found(new_index, "selalu") == {"d0"}

    def test_failed_batch(self, office: SearchIndex) -> None:
        """A batch that breaks off leaves the index as it was, and the next batch works."""

        def broken() -> Iterator[IndexEntry]:
            yield entry("baru", "pakta")
            raise RuntimeError("putus")

        with pytest.raises(RuntimeError, match="putus"):
            office.apply(broken(), ["aduan"])
        assert office.marks().keys() == {each.id for each in OFFICE}
        office.apply([entry("baru", "pakta")], ())
        assert found(office, "pakta") == {"baru"}

    def test_failed_rebuild(self, office: SearchIndex) -> None:
        """A rebuild that breaks off leaves the old index."""

        def broken() -> Iterator[IndexEntry]:
            yield entry("baru", "pakta")
            raise RuntimeError("putus")

        with pytest.raises(RuntimeError, match="putus"):
            office.rebuild(broken())
        assert office.marks().keys() == {each.id for each in OFFICE}

    def test_words(self, new_index: SearchIndex) -> None:
        """The words as written that begin so are told with how many documents hold them."""
        new_index.apply([entry("a", "laporan lapor pengaduan"), entry("b", "laporan laporan"), entry("c", "rapat")], ())
        assert new_index.words("lapor") == {"laporan": 2, "lapor": 1}
        assert new_index.words("z") == {}
        assert "pengaduan" in new_index.words("") and not any(word.startswith("=") for word in new_index.words(""))

    def test_all_words_follow_each_commit(self, new_index: SearchIndex) -> None:
        """All words are told with their counts after each commit, merge and rebuild."""
        for number in range(1, 41):
            new_index.apply([entry(f"d{number}", f"laporan kata{number}")], ())
            told = new_index.words("")
            assert (told["laporan"], told[f"kata{number}"]) == (number, 1)
        assert sum(word.startswith("kata") for word in told) == 40
        new_index.rebuild([entry("a", "rapat")])
        assert new_index.words("")["rapat"] == 1 and "laporan" not in new_index.words("")

    def test_words_among(self, new_index: SearchIndex) -> None:
        """Of some documents the same is told, whatever is asked of them and whatever went since."""
        new_index.apply(
            [entry("a", "laporan lapor aduan"), entry("b", "laporan aduan"), entry("c", "laporan rapat")], ()
        )
        new_index.apply([entry("d", "laporan lapor rapat")], ("b",))
        for box, counts in {
            "": {"laporan": 3, "lapor": 2},
            "pengaduan": {"laporan": 1, "lapor": 1},
            "-aduan": {"laporan": 2, "lapor": 1},
            '"laporan rapat"': {"laporan": 1},
            "undangan": {},
        }.items():
            assert new_index.words("lap", parse(box).query) == counts
        assert new_index.words("laporanx", Everything()) == {}

    def test_spread(self, new_index: SearchIndex) -> None:
        """It is told how many documents hold each word as written."""
        new_index.apply([entry("a", "laporan rapat"), entry("b", "laporan laporan")], ())
        assert new_index.spread(["laporan", "rapat", "lapor"]) == {"laporan": 2, "rapat": 1, "lapor": 0}

    def test_every_match_is_told(self, office: SearchIndex) -> None:
        """All ids that match are told, however few hits are asked for."""
        found = office.find(parse("rapat").query, 1)
        assert len(found.hits) <= 1 and found.total == len(set(found.ids)) == len(
            office.find(parse("rapat").query, 99).hits
        )

    def test_close_twice(self, office: SearchIndex) -> None:
        """Closing again does no harm."""
        office.close()
        office.close()
