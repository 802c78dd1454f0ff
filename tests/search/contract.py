"""What every search index must do; `tests/search/test_*.py` inherit it for each implementation."""

import pytest

from tests.search.office import OFFICE, entry, found
from tests.search.storing_contract import StoringContract
from ziarchive.ports import SearchIndex
from ziarchive.query import Alike, And, Field, Filter, Not, Phrase, Prefix, Query, Word
from ziarchive.query.parser import parse


class SearchIndexContract(StoringContract):
    """Inherit, and give the fixture `new_index`: an empty index that is closed after the test."""

    @pytest.mark.parametrize(
        ("box", "ids"),
        [
            ("", {"sk", "aduan", "hadir", "gratifikasi", "polos"}),
            ("GRATIFIKASI", {"gratifikasi"}),
            ("rapat evaluasi", {"hadir"}),
            ("rapat gratifikasi", set()),
            ("rapat ATAU gratifikasi", {"hadir", "gratifikasi"}),
            ("rapat OR gratifikasi -draf", {"hadir", "gratifikasi"}),
            ("(rapat OR gratifikasi) -draf", {"gratifikasi"}),
            ("-draf", {"sk", "aduan", "gratifikasi", "polos"}),
            ("-(draf OR gratifikasi)", {"sk", "aduan", "polos"}),
            ("draf OR -rapat", {"sk", "aduan", "hadir", "gratifikasi", "polos"}),
            ("tidak-ada-kata-ini", set()),
            ("-tidak-ada-kata-ini", {"sk", "aduan", "hadir", "gratifikasi", "polos"}),
            ("tim TIDAK tidak-ada", {"sk"}),
            ('"tim kerja"', {"sk"}),
            ('"kerja tim"', set()),
            ('"hadir rapat"', {"hadir"}),
            ('"zona integritas daftar"', set()),
            ('"yang ditindaklanjuti"', {"aduan"}),
            ('"kerja zi"', {"sk"}),
            ("grat*", {"gratifikasi"}),
            ("integr*", {"sk"}),
            ("ratifikasi*", set()),
            ("adu*", set()),
            ("peng*", {"aduan", "gratifikasi"}),
            ("e-office", {"gratifikasi"}),
            ("e-off*", {"gratifikasi"}),
            ("e", {"gratifikasi"}),
            ("aduan", {"aduan"}),
            ("mengadukan", {"aduan"}),
            ("tindak lanjut", {"aduan"}),
            ("menindaklanjuti", {"aduan"}),
            ("yang", {"aduan"}),
        ],
        ids=lambda value: value or "kosong" if isinstance(value, str) else "",
    )
    def test_words(self, office: SearchIndex, box: str, ids: set[str]) -> None:
        """Words, phrases, prefixes and operators find what they say, in body, title and name."""
        assert found(office, box) == ids

    @pytest.mark.parametrize(
        ("box", "ids"),
        [
            ("jenis:SK", {"sk"}),
            ("jenis:sk", {"sk"}),
            ('jenis:"Daftar hadir"', {"hadir"}),
            ("jenis:Daftar", set()),
            ("tahun:2024", {"sk", "aduan", "gratifikasi"}),
            ("tahun:2024 -jenis:SK", {"aduan", "gratifikasi"}),
            ("area:I", {"sk", "hadir"}),
            ("area:II", {"aduan"}),
            ("area:V", set()),
            ("komponen:I.4", {"hadir"}),
            ("indikator:VI.2.1", {"aduan"}),
            ("kode:I.4.1", {"hadir"}),
            ("kode:I.4.1.2", {"hadir"}),
            ("kode:I.4.1.1", set()),
            ("kode:i-1", {"sk"}),
            ("judul:pengaduan", {"aduan"}),
            ("judul:aduan", {"aduan"}),
            ("judul:gratifikasi", set()),
            ('judul:"tim kerja"', {"sk"}),
            ('judul:"kerja tim"', set()),
            ("nama:docx", {"hadir"}),
            ("nama:laporan", {"aduan"}),
            ("nama:Manajemen", set()),
            ("nama:lap*", {"aduan"}),
            ("nama:doc*", {"hadir"}),
            ("nama:aporan*", set()),
            ("judul:penga*", {"aduan"}),
            ("judul:grat*", set()),
            ('judul:"tim ker*"', {"sk"}),
            ('judul:"tim erja*"', set()),
            ("-nama:lap*", {"sk", "hadir", "gratifikasi", "polos"}),
            ("jenis:SK ATAU tahun:2023", {"sk", "hadir"}),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_filters(self, office: SearchIndex, box: str, ids: set[str]) -> None:
        """Filters compare whole values, a code's filter also finds what lies below it."""
        assert found(office, box) == ids

    @pytest.mark.parametrize(
        ("box", "ids"),
        [
            ("I.4.1.2", {"hadir"}),
            ("i-4-1-2", {"hadir"}),
            ("I_4_1_2", {"hadir"}),
            ("I.4.1", {"hadir"}),
            ("I.4.*", {"hadir"}),
            ("I.*", {"sk", "hadir"}),
            ("I.4.1.2*", {"hadir"}),
            ("I.4.1.*", {"hadir"}),
            ("I.1.*", {"sk"}),
            ("I.1.1.2.*", {"sk"}),
            ("I.9.*", set()),
            ("VI.2.1.1", {"aduan"}),
            ("II.3.2.2", {"aduan"}),
            ("I.2.1.1", set()),
            ("800/123/2024", {"hadir"}),
            ("800.123.2024", {"hadir"}),
            ("800/*", {"hadir"}),
            ("123", {"hadir"}),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_codes(self, office: SearchIndex, box: str, ids: set[str]) -> None:
        """Codes and letter numbers are found whole, in part, and with any separator."""
        assert found(office, box) == ids

    @pytest.mark.parametrize(
        ("query", "ids"),
        [
            (Word("kepka", ("keputusan kepala", "aduan")), {"sk", "aduan"}),
            (Word("kepka", ("kepala keputusan",)), set()),
            (And((Word("kepka", ("keputusan", "rapat")), Word("draf"))), {"hadir"}),
            (Not(Word("kepka", ("keputusan", "rapat"))), {"aduan", "gratifikasi", "polos"}),
            (
                Alike((Word("rapat"), Word("evaluasi")), Word("e-office", ("tim kerja",))),
                {"hadir", "gratifikasi", "sk"},
            ),
            (Alike((Word("rapat"), Word("kantor")), Word("xyz")), set()),
            (And((Alike((Word("rapat"), Word("evaluasi")), Word("tim")), Word("keputusan"))), {"sk"}),
        ],
        ids=lambda value: "" if isinstance(value, set) else repr(value),  # a set shows in any order
    )
    def test_alike(self, office: SearchIndex, query: Query, ids: set[str]) -> None:
        """What means the same finds as well as what was typed: words in any form, phrases as written."""
        assert found(office, query) == ids

    def test_alike_counts_once(self, new_index: SearchIndex) -> None:
        """A rare word that means the same does not put its documents before those of the common one."""
        common = [entry(f"d{number}", "keputusan keputusan") for number in range(20)]
        new_index.apply([*common, entry("langka", "kepka")], ())
        assert new_index.find(Word("keputusan", ("kepka",)), 30).hits[-1].id == "langka"

    def test_total_and_limit(self, new_index: SearchIndex) -> None:
        """The total counts all matches, however few hits are asked for."""
        new_index.apply([entry(f"d{number}", "laporan") for number in range(30)], ())
        result = new_index.find(Word("laporan"), 7)
        assert (result.total, len(result.hits)) == (30, 7)
        assert new_index.find(Word("laporan"), 0).total == 30

    def test_order(self, new_index: SearchIndex) -> None:
        """A document that is about the words comes before one that only mentions them."""
        filler = "uraian kegiatan lain di kantor " * 40
        new_index.apply(
            [
                entry("sebut", filler + "gratifikasi " + filler),
                entry("sering", "gratifikasi gratifikasi gratifikasi " + filler),
                entry("judul", filler + filler, title="Laporan gratifikasi"),
                entry("lain", filler),
            ],
            (),
        )
        hits = new_index.find(Word("gratifikasi"), 10).hits
        assert {hit.id for hit in hits} == {"sebut", "sering", "judul"}
        assert hits[-1].id == "sebut"
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)

    def test_rare_word_leads(self, new_index: SearchIndex) -> None:
        """Of two words looked for, the rarer one decides more."""
        common = [entry(f"d{number}", "laporan kegiatan") for number in range(20)]
        new_index.apply([*common, entry("langka", "gratifikasi kegiatan")], ())
        assert new_index.find(parse("laporan OR gratifikasi").query, 1).hits[0].id == "langka"

    @pytest.mark.parametrize(
        "query",
        [
            Word(""),
            Word("!!!"),
            Phrase(""),
            Phrase(" , "),
            Prefix(""),
            Prefix("*"),
            Filter(Field.TITLE, ""),
            Filter(Field.NAME, "*"),
            Filter(Field.KIND, "\x00"),
            Filter(Field.CODE, "'; DROP"),
            Word("\ud800"),
            Word("=adu"),
            Filter(Field.YEAR, "\udfff"),
        ],
        ids=repr,
    )
    def test_hostile_values(self, office: SearchIndex, query: Query) -> None:
        """A value that names no word finds nothing, and its exclusion everything, without a failure."""
        everything = {each.id for each in OFFICE}
        expected = {"aduan"} if query == Word("=adu") else set()
        assert found(office, query) == expected
        assert found(office, Not(query)) == everything - expected

    def test_hostile_documents(self, new_index: SearchIndex) -> None:
        """Odd characters in a document neither fail nor hide the words beside them."""
        new_index.apply([entry("a\x00'\u202e", "\ud800 gratiﬁkasi \x00 \U0001f600", title="=", kind="*")], ())
        assert found(new_index, "gratifikasi") == {"a\x00'\u202e"}

    def test_composed_and_decomposed(self, new_index: SearchIndex) -> None:
        """The two Unicode forms of one word find each other."""
        new_index.apply([entry("a", "cafe\u0301")], ())
        assert found(new_index, Word("caf\u00e9")) == {"a"}
