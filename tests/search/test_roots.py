"""Roots are what a dictionary of Indonesian gives, also where the library that holds it is misled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

from samples.words import vocabulary
from ziarchive.search.roots import root

ROOTS = """
    ada: mengadakan diadakan diadakannya
    acu: acuan mengacu diacu
    adu: pengaduan diadukan mengadukan
    ajar: belajar pelajaran pengajar
    awas: pengawasan pengawas mengawasi diawasi pengawasannya
    beri: pemberian diberikan berikan
    bijak: kebijakan
    capai: mencapai tercapainya pencapaian
    cari: pencari mencari pencarian
    cek: mengecek pengecekan
    didik: pendidikan didikan
    duduk: kedudukan berkedudukan
    guna: penggunaan menggunakan
    kerja: bekerja pekerjaan pekerjaannya
    kena: mengenakan dikenakan
    kendali: pengendalian mengendalikan
    kering: pengeringan
    ketik: mengetik pengetikan pengetikannya diketik
    kuasa: dikuasai kekuasaan
    laku: pelaku memperlakukan dilakukan
    las: pengelasan dilas
    lulus: kelulusan meluluskan
    masuk: pemasukan memasuki masukan
    nilai: penilaian senilai bernilai
    pakai: memakai pemakaian pemakainya
    pasti: memastikan kepastian
    pemerintah: pemerintahan pemerintahannya
    pindah: pemindahan memindahkan
    padat: pemadatan kepadatan
    pangku: memangku pemangku
    prakarsa: pemrakarsa memprakarsai
    program: pemrograman memprogram
    proses: pemrosesan diproses pemrosesannya
    peta: pemetaan dipetakan
    puas: memuaskan kepuasan
    pungut: memungut pemungutan
    putus: memutuskan keputusan
    rusak: kerusakan merusakkan
    sah: pengesahan disahkan
    satu: kesatuan
    selidik: penyelidikan
    siap: kesiapan menyiapkan persiapan
    sosialisasi: mensosialisasikan disosialisasikan
    tarik: penarikan menarik
    tani: petani pertanian
    tegak: penegakan menegakkan
    tempat: penempatan menempati
    tingkat: peningkatan ditingkatkan
    tuju: menuju penuju
    turut: berturut
    usaha: perusahaan pengusaha
"""
PAIRS = [
    (word, line.split(":")[0].strip()) for line in ROOTS.strip().splitlines() for word in line.split(":")[1].split()
]


@pytest.mark.parametrize(("word", "wanted"), PAIRS)
def test_roots(word: str, wanted: str) -> None:
    """Each form has the root of its word family."""
    assert root(word) == wanted


@pytest.mark.parametrize(
    "word", ["makan", "pekan", "tangan", "mulai", "capai", "beri", "seri", "peran", "kemudian", "zi"]
)
def test_a_root_is_its_own(word: str) -> None:
    """What only looks affixed is left as it is."""
    assert root(word) == word


def test_nearly_the_library() -> None:
    """Of the samples' vocabulary, all but one form in twenty has the root that the library's own rules find."""
    library = StemmerFactory().create_stemmer().delegatedStemmer
    other = [word for word in vocabulary() if root(word) != library.stem_word(word)]
    assert len(other) < len(vocabulary()) / 20


@given(st.text("aeikmnpstgy", max_size=20))
def test_a_root_is_a_fixed_point(word: str) -> None:
    """A root has no other root, however it was found."""
    assert root(root(word)) == root(word)
