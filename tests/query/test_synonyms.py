"""Words that mean the same find each other, and a list that an office writes is checked line by line."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.office import OFFICE, entry, found
from ziarchive.naming.words import _SYNONYMS, words
from ziarchive.query import Alike, And, Filter, Not, Or, Phrase, Prefix, Query, Word, in_words
from ziarchive.query.parser import MAX_TERMS, parse
from ziarchive.query.synonyms import MAX_ALIKE, Synonyms, builtin_text, load, widen
from ziarchive.search.memory import MemoryIndex

LIST = "SK | surat keputusan\nMonev | monitoring dan evaluasi\nnotulen | notula\nPK | perjanjian kinerja"
FEW = load(LIST)
BUILTIN = load(builtin_text())
GROUPS = [
    [term.strip() for term in line.partition("#")[0].split("|")]
    for line in builtin_text().splitlines()
    if line.partition("#")[0].strip()
]
ALIKE = Alike((Word("surat"), Word("keputusan")), Word("SK"))
SK = Word("sk", ("surat keputusan",))


@pytest.mark.parametrize(
    ("box", "query"),
    [
        ("sk", SK),
        ("SK, tim", And((Word("SK", ("surat keputusan",)), Word("tim")))),
        ("surat keputusan", ALIKE),
        ("surat keputusan tim", And((ALIKE, Word("tim")))),
        ("tim Surat Keputusan", And((Word("tim"), Alike((Word("Surat"), Word("Keputusan")), Word("SK"))))),
        ("keputusan surat", And((Word("keputusan"), Word("surat")))),
        ("surat -x keputusan", And((Word("surat"), Not(Word("x")), Word("keputusan")))),
        ("surat-keputusan", Word("surat-keputusan", ("SK",))),
        ("monitoring dan evaluasi", Alike((Word("monitoring"), Word("evaluasi")), Word("Monev"))),
        ("sk OR notula", Or((SK, Word("notula", ("notulen",))))),
        ("a (sk OR b)", And((Word("a"), Or((SK, Word("b")))))),
        ('"surat keputusan"', Phrase("surat keputusan")),
        ('"sk"', Phrase("sk")),
        ("sk*", Prefix("sk")),
        ("-sk", Not(Word("sk"))),
        ("a -(sk OR b)", And((Word("a"), Not(Or((Word("sk"), Word("b"))))))),
    ],
)
def test_widened(box: str, query: Query) -> None:
    """Words get what means the same, longest first; what is quoted, cut short or excluded stays as typed."""
    assert widen(parse(box).query, FEW) == query


@pytest.mark.parametrize("name", ["jenis:sk", "judul:sk", "nama:sk"])
def test_filters_stay(name: str) -> None:
    """A filter's value is what was typed."""
    assert isinstance(widen(parse(name).query, FEW), Filter)


def test_longest_first() -> None:
    """Of two groups that begin with the same word, the longer one is meant."""
    synonyms = load("surat | epistola\nsurat keputusan | SK\nsurat keputusan bersama | SKB")
    assert widen(parse("surat keputusan bersama").query, synonyms) == Alike(
        (Word("surat"), Word("keputusan"), Word("bersama")), Word("SKB")
    )


def test_groups_stay_apart() -> None:
    """A word of two groups gets both, and does not join the rest of one to the other."""
    synonyms = load("PK | perjanjian kinerja", "PK | pengawas kegiatan")
    assert widen(Word("PK"), synonyms) == Word("PK", ("perjanjian kinerja", "pengawas kegiatan"))
    assert widen(parse("perjanjian kinerja").query, synonyms) == Alike(
        (Word("perjanjian"), Word("kinerja")), Word("PK")
    )


def test_an_own_line_repeats_nothing() -> None:
    """An office may write a built-in group again, with a term of its own."""
    synonyms = load(LIST, "sk | Surat Keputusan | kepkabal")
    assert widen(Word("sk"), synonyms) == Word("sk", ("surat keputusan", "kepkabal"))
    assert synonyms.problems == ()


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("SK", "«SK» belum punya padanan; tulis seperti SK | surat keputusan"),
        ("SK = surat keputusan", "«SK = surat keputusan» belum punya padanan"),
        ("SK | sk", "«SK» belum punya padanan"),
        ("SK | ", "ada tanda | tanpa istilah di salah satu sisinya"),
        ("SK | -", "«-» terlalu umum untuk dicari"),
        ("SK | yang", "«yang» terlalu umum untuk dicari"),
        ("SK | satu dua tiga empat lima enam tujuh delapan sembilan", "lebih dari 8 kata"),
        (" | ".join(f"k{number}" for number in range(MAX_ALIKE + 2)), f"lebih dari {MAX_ALIKE} padanan"),
    ],
    ids=lambda text: text[:20],
)
def test_a_wrong_line_is_named(line: str, why: str) -> None:
    """A line that makes no sense is left out and named with its number; the others count."""
    synonyms = load(LIST, f"\ufeff# istilah kami\r\n\r\n{line}\r\nrenja | rencana kerja  # catatan\r\n")
    assert len(synonyms.problems) == 1
    assert synonyms.problems[0].startswith("sinonim.txt baris 3: ")
    assert why in synonyms.problems[0]
    assert widen(Word("renja"), synonyms) == Word("renja", ("rencana kerja",))
    assert widen(Word("sk"), synonyms) == Word("sk", ("surat keputusan",))


@given(st.text(alphabet="ab |#\n\r\ufeff-", max_size=60))
def test_any_list(text: str) -> None:
    """Any text is a list, with as many problems as it may have lines."""
    assert len(load(LIST, text).problems) <= len(text.splitlines())


def test_the_built_in_list_is_right() -> None:
    """No line of the list that comes along is wrong, and each of its terms has another."""
    assert BUILTIN.problems == ()
    assert all(BUILTIN.others.values())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SK", "surat keputusan"),
        ("LHKPN", "laporan harta kekayaan penyelenggara negara"),
        ("SKP", "sasaran kinerja pegawai"),
        ("SPIP", "sistem pengendalian intern pemerintah"),
        ("UPG", "unit pengendalian gratifikasi"),
        ("WBS", "whistleblowing system"),
        ("PPID", "pejabat pengelola informasi dan dokumentasi"),
        ("IKM", "indeks kepuasan masyarakat"),
        ("SKM", "survei kepuasan masyarakat"),
        ("IKM", "SKM"),
        ("IKM", "survei kepuasan masyarakat"),
        ("SKM", "indeks kepuasan masyarakat"),
        ("surat tugas", "surat perintah tugas"),
        ("RTL", "rencana tindak lanjut"),
        ("TL", "tindak lanjut"),
        ("KGB", "kenaikan gaji berkala"),
        ("KPA", "kuasa pengguna anggaran"),
        ("PPK", "pejabat pembuat komitmen"),
        ("PPK", "pejabat pembina kepegawaian"),
        ("PBJ", "pengadaan barang/jasa"),
        ("RAB", "rencana anggaran biaya"),
        ("Plt", "pelaksana tugas"),
        ("Plh", "pelaksana harian"),
        ("TU", "tata usaha"),
        ("Itjen", "inspektorat jenderal"),
        ("KPK", "komisi pemberantasan korupsi"),
        ("BKN", "badan kepegawaian negara"),
        ("MoU", "nota kesepahaman"),
        ("Humas", "hubungan masyarakat"),
        ("IKI", "indikator kinerja individu"),
        ("IP ASN", "indeks profesionalitas ASN"),
        ("SP4N-LAPOR", "sistem pengelolaan pengaduan pelayanan publik nasional"),
        ("CoI", "benturan kepentingan"),
        ("lokakarya", "workshop"),
        ("role model", "teladan"),
        ("rekap", "rekapitulasi"),
        ("SE", "surat edaran"),
        ("LAKIN", "LAKIP"),
        ("LKjIP", "laporan kinerja"),
        ("Monev", "monitoring dan evaluasi"),
        ("Dumas", "pengaduan masyarakat"),
        ("notulensi", "notulasi"),
        ("notulen", "risalah"),
        ("absensi", "daftar hadir"),
        ("survei", "survey"),
        ("screenshot", "tangkapan layar"),
        ("WBBM", "wilayah birokrasi bersih dan melayani"),
        ("TLHP", "tindak lanjut hasil pemeriksaan"),
    ],
)
def test_both_ways(one: str, other: str) -> None:
    """An acronym finds a document with the long form, and the long form one with the acronym."""
    index = MemoryIndex()
    index.apply([entry("satu", f"berkas {one} kantor"), entry("dua", f"berkas {other} kantor"), entry("lain", "x")], ())
    for typed in (one, other):
        assert found(index, widen(parse(typed).query, BUILTIN)) == {"satu", "dua"}, typed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pejabat pembuat komitmen", "pejabat pembina kepegawaian"),
        ("surat perintah membayar", "standar pelayanan minimal"),
        ("sistem pengendalian intern", "satuan pengawas intern"),
        ("role model", "agen perubahan"),
    ],
)
def test_meanings_of_one_acronym_stay_apart(one: str, other: str) -> None:
    """What an acronym means in one group does not find what it means in another."""
    index = MemoryIndex()
    index.apply([entry("satu", f"berkas {one} kantor"), entry("dua", f"berkas {other} kantor")], ())
    assert found(index, widen(parse(one).query, BUILTIN)) == {"satu"}


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group[0])
def test_no_contradiction_to_placing(group: list[str]) -> None:
    """No two terms are joined that titles are kept apart by, but for IKM and SKM: who searches one wants both."""
    heads = set(_SYNONYMS.values())
    terms = [term.casefold() for term in group]
    apart = {_SYNONYMS.get(term, term) for term in terms if term in _SYNONYMS or term in heads}
    assert len(apart) <= 1 or apart == {"ikm", "skm"}


COARSER = ("spi", "ikm", "survei", "dip", "tindaklanjut")
"""What plans use for one and the same thing (SPI and SPIP, IKM and SKM, DIP and DIPA, TL and RTL), and who searches
keeps apart."""


def test_what_placing_joins_is_joined() -> None:
    """Two terms of the list that are one word in titles are in one group here, too, but for what is said above."""
    terms = [term for group in GROUPS for term in group]
    joined = {frozenset(pair) for group in GROUPS for pair in combinations(group, 2)}
    same = {
        frozenset(pair)
        for pair in combinations(dict.fromkeys(terms), 2)
        if words(pair[0]) == words(pair[1]) != () and words(pair[0])[0] not in COARSER
    }
    assert same - joined == set()


BOXES = st.one_of(
    st.text(max_size=40),
    st.lists(
        st.sampled_from(
            ["sk", "surat", "keputusan", "monev", "monitoring", "dan", "evaluasi", "-draf", "OR", "(", ")", "zi",
             "rapat", "daftar", "hadir", "absensi", "jenis:SK,SOP", "peng*", "-sk", "NOT", "tahun:2024", '"a b"']
        ),
        max_size=9,
    ).map(" ".join),
)  # fmt: skip
INDEX = MemoryIndex()
INDEX.apply(OFFICE, ())


@given(BOXES)
def test_nothing_is_lost(box: str) -> None:
    """What matched a query matches the widened one, which widens no further and can be said."""
    query = parse(box).query
    wide = widen(query, BUILTIN)
    assert found(INDEX, query) <= found(INDEX, wide)
    assert widen(wide, BUILTIN) == wide
    assert in_words(wide)


def test_no_explosion() -> None:
    """The longest question of nothing but acronyms grows by no more than a fixed number a word."""
    wide = widen(parse(" ".join(["lakin", "notulen", "sop"] * 20)).query, BUILTIN)
    assert isinstance(wide, And)
    assert len(wide.parts) == MAX_TERMS
    assert all(isinstance(part, Word) and 0 < len(part.also) <= MAX_ALIKE for part in wide.parts)


def test_no_lists() -> None:
    """Without lists a query stays as it is."""
    query = parse("surat keputusan OR (sk -a)").query
    assert widen(query, Synonyms()) == query
