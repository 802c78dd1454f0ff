"""Indonesian words find each other in their forms, and codes stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.query import Word
from ziarchive.search import analysis
from ziarchive.search.terms import Run, Stem, terms
from ziarchive.search.tokens import Postings, places, post

FIND_EACH_OTHER = """
    pengaduan aduan mengadukan diadukan
    perencanaan rencana merencanakan direncanakan
    pengawasan pengawas mengawasi diawasi
    penguatan kuat menguatkan
    pelayanan layanan melayani dilayani
    kepegawaian pegawai
    laporan melaporkan pelaporan dilaporkan lapor
    penilaian nilai menilai dinilai
    evaluasi mengevaluasi dievaluasi
    sosialisasi mensosialisasikan disosialisasikan
    pembangunan membangun dibangun
    penetapan menetapkan ditetapkan tetap
    pengendalian mengendalikan kendali
    pemantauan memantau dipantau
    keputusan memutuskan putusan
    pengukuran mengukur ukur
    pengembangan mengembangkan kembang
    undangan mengundang diundang
    kehadiran menghadiri hadir
    kepuasan memuaskan puas
    penghargaan menghargai
    pemenuhan memenuhi
    persetujuan disetujui menyetujui setuju
    kebutuhan membutuhkan butuh
    penempatan menempatkan tempat
    peraturan mengatur aturan pengaturan
    penyusunan menyusun disusun
    perubahan mengubah ubah
    perbaikan memperbaiki baik
    pengelolaan mengelola dikelola kelola
    pengarsipan kearsipan arsip
    keterbukaan terbuka
    pencegahan mencegah cegah
    penugasan menugaskan petugas tugas
    kebijakan bijak
    pelaksanaan melaksanakan dilaksanakan
    penerapan menerapkan diterapkan
    penataan menata tata
    kepemimpinan pimpinan memimpin
    pengarahan arahan mengarahkan
    ditindaklanjuti menindaklanjuti tindaklanjut
    penandatanganan ditandatangani menandatangani tandatangan
    pertanggungjawaban tanggungjawab
    penyalahgunaan menyalahgunakan
    disiplin kedisiplinan
    integritas berintegritas
"""
DO_NOT_FIND_EACH_OTHER = """
    pengaduan pengadaan
    pengaduan paduan
    keuangan keterbukaan
    penempatan empat
    penempatan empati
    gratifikasi ratifikasi
    kinerja kerja
    pegawai pengawas
    rencana bencana
    laporan lapar
    undangan udang
    kepala kelapa
    survei surplus
    penetapan etape
    tugas tegas
    hadir hadiah
    layanan layar
    mutasi mutu
    notulen nota
    integritas inti
    anggaran anggota
    kebijakan kebajikan
    surat serat
    pakta fakta
    kepuasan puasa
    2024 2023
    I II
    a an
"""


def find(query: str, text: str) -> bool:
    """Tell whether the word finds the text, as an index would."""
    field = post([(text, 1.0)])
    return any(
        term.text in field.weights or term.text in field.stems
        if isinstance(term, Stem)
        else all(token in field.positions for token in term.tokens)
        for term in terms(Word(query))
    )


def families() -> list[tuple[str, str]]:
    rows = [line.split() for line in FIND_EACH_OTHER.strip().splitlines()]
    return [(one, other) for row in rows for one in row for other in row if one != other]


@pytest.mark.parametrize(("one", "other"), families())
def test_forms_find_each_other(one: str, other: str) -> None:
    """A word finds the other forms of it."""
    assert find(one, f"Surat tentang {other.upper()}.")


@pytest.mark.parametrize(
    ("one", "other"), [tuple(line.split()) for line in DO_NOT_FIND_EACH_OTHER.strip().splitlines()]
)
def test_others_do_not(one: str, other: str) -> None:
    """Words that only look alike do not find each other."""
    assert not find(one, other)
    assert not find(other, one)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("tindak", "ditindaklanjuti"),
        ("lanjut", "ditindaklanjuti"),
        ("ditindaklanjuti", "tindak lanjut"),
        ("tanggungjawab", "tanggung jawab"),
        ("penandatanganan", "tanda tangan"),
        ("jawab", "pertanggungjawaban"),
    ],
)
def test_joined_words(query: str, text: str) -> None:
    """A joined verb is found by its halves, and finds them side by side."""
    assert find(query, text)


def test_half_is_not_the_whole() -> None:
    """A joined verb does not find a text with only half of it."""
    assert not find("ditindaklanjuti", "tindak pidana")


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("I.4.1.2_Bukti lapor.pdf", ["i.4.1.2", "bukti", "lapor", "pdf"]),
        ("A-I-1-iv-c", ["a-i-1-iv-c"]),
        ("800/123/Kpts/2024", ["800/123", "kpts", "2024"]),
        ("B-12/HM.310/H.4.2/04/2024", ["b-12", "hm", "310/h.4.2/04/2024"]),
        ("I_4_1 a_b", ["i", "4", "1", "a", "b"]),
        ("e-office, s/d a.n.", ["e", "office", "s/d", "a.n"]),
        ("I.4.1Bukti", ["i.4", "1bukti"]),
        ("Rp1.250.000,00", ["rp1", "250.000", "00"]),
        ("", []),
        (" -- _ . / ", []),
    ],
)
def test_cut(text: str, tokens: list[str]) -> None:
    """Text parts at every separator, and codes stay together."""
    assert analysis.cut(text) == tokens


@pytest.mark.parametrize(
    ("token", "whole"),
    [("i-4/1", "i.4.1"), ("i.4.1.2", "i.4.1.2"), ("a.n", ""), ("s/d", ""), ("800/123", "800.123")],
)
def test_whole_code(token: str, whole: str) -> None:
    """A code is one token with dots; an abbreviation without a digit is none."""
    assert analysis.whole_code(token) == whole


def _places(field: Postings) -> dict[str, list[int]]:
    return {word: places(found) for word, found in field.positions.items()}


def test_code_gives_whole_and_parts() -> None:
    """A code stands in the index whole and in parts, the parts at their places."""
    assert _places(post([("kode I.4.1 lalu", 1.0)])) == {
        "kode": [0],
        "i.4.1": [1],
        "i": [1],
        "4": [2],
        "1": [3],
        "lalu": [4],
    }


def test_sections_are_apart() -> None:
    """A phrase cannot run from the title into the text, or from one page to the next."""
    field = post([("tim", 3.0), ("kerja", 1.0)])
    assert _places(field) == {"tim": [0], "kerja": [2]}
    assert field.weights == {"tim": 3.0, "kerja": 1.0}


def test_stems_of_known_and_unknown_words() -> None:
    """A word of the dictionary is found by its root alone, another by its snowball stem."""
    assert analysis.stems("persetujuan") == ("setuju",)
    assert analysis.stems("perencanaan") == ("rencana",)
    assert analysis.stems("penempatan") == ("tempat",)
    assert analysis.stems("penghijrahannya") == ("hijrah",)
    assert analysis.stems("mengegoskan") == ("egos",)


@pytest.mark.parametrize(
    ("seen", "printed"),
    [
        ("pernbangunan", "membangun"), ("Iaporan", "laporan"), ("pe1ayanan", "pelayanan"), ("lnstansi", "instansi"),
        ("sebagairnana", "sebagaimana"), ("mcrupakan", "merupakan"), ("daiam", "dalam"), ("surnber", "sumber"),
    ],
)  # fmt: skip
def test_misread_words_are_found(seen: str, printed: str) -> None:
    """A word that recognition misread is found by what was printed."""
    assert find(printed, f"Tentang {seen} itu")


@pytest.mark.parametrize("word", ["climate", "tanah", "hall", "clan", "i4", "b12", "sk1", "balai"])
def test_what_is_right_is_not_repaired(word: str) -> None:
    """Words, names and codes are no misread others."""
    assert len(analysis.stems(word.lower())) == 1


def test_common_words_are_not_stemmed() -> None:
    """Common words, short words and codes are found only as they are."""
    assert [analysis.stems(word) for word in ("adalah", "ada", "sk", "2024")] == [
        ("adalah",),
        ("ada",),
        ("sk",),
        ("2024",),
    ]


@given(st.text())
def test_cut_law(text: str) -> None:
    """Every token is folded, holds only letters and digits between its separators, and has a stem."""
    for token in analysis.cut(text):
        for part in analysis.surfaces(token):
            assert part.isalnum()
            assert analysis.stems(part)


@given(st.text(max_size=30))
def test_word_finds_itself(text: str) -> None:
    """A word finds a text that is that word, whatever it is made of."""
    assert find(text, text) == bool(analysis.surfaces(text))


def test_terms_of_a_code() -> None:
    """A code is looked for whole or as its parts side by side."""
    assert terms(Word("I.4")) == (Run(("i.4",)), Run(("i", "4")))


def test_fingerprint() -> None:
    """The fingerprint names both stemmers with their versions."""
    assert "PySastrawi-" in analysis.fingerprint()
    assert "snowballstemmer-" in analysis.fingerprint()
