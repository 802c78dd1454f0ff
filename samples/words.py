"""Indonesian word forms, built by affixing roots: a vocabulary as wide as an office's real archive.

Search cost depends on how many different words an index holds, so the bench needs thousands of
well-formed ones. The affix rules are the school grammar's; not every form is in a dictionary.
"""

from functools import cache
from itertools import accumulate
from random import Random

_ROOTS = """
    abai adil ajar ajak aku akui alih alir alur aman ambil amat anggar angkat antar anut
    arah arsip asal asuh atur awal awas ayom baca badan bagi bahas baik bakti balas bangun bantu banyak
    baru basis batas bawa bayar beban bebas beda bekal beli benah benar bentuk beri berkas besar bicara
    bimbing bina buat budaya buka bukti cabut cakap cakup capai cari catat cegah cepat cermat ceria cetak
    cipta coba cocok cukup daftar dalam damping dapat darat dasar data datang daya dengar deteksi didik
    disiplin duduk duga dukung efektif ekstra gabung gagas ganggu ganti gelar gerak giat guna gugus hadap
    hadir hambat harap hasil hati hemat henti himpun hitung hormat hubung hukum ikat ikut imbang imbau
    indah ingat ingin isi isyarat izin jabat jaga jajak jalan jamin jangkau jawab jelas jelang jemput jenjang
    jual jujur jumlah kaji kali kawal kelola kembang kena kendali kenal kerja ketat kira kirim kontrol kuasa
    kuat kumpul kunjung kurang lacak laku laksana lambat lampir lancar langgar lanjut lapor latih layan lebar
    lekat lengkap lepas letak lihat limpah lindung lingkung lintas loka luas luncur lunas maju maksud malu
    masuk matang mohon muat mudah mulai mundur murni musyawarah mutakhir mutasi nasihat nilai nyata
    olah padan padu paham pakai paksa pandu pantau papar pasang pasti patuh pegang pelajar pelihara penting
    peran percaya periksa perintah perlu pesan petik petakan pikir pilah pilih pindah pimpin pinjam pokok
    potong proses publik pulih pungut pusat putus rancang rapat rapi rasa rata rawat rekam rencana resmi
    ringkas rinci rintis risiko rotasi rujuk rukun rumus rusak sadar sah saji saksi salin salur sambung sampai
    sandar sangka saring sasar satu sebar sebut sedia segar selaras selesai seleksi selidik simak simpan
    simpul singkat sisir sosial suara sumbang surat susun syarat taat tagih tahan tahap tambah tampil tanam
    tanda tandatangan tangan tanggap tanggung tanya tapis tarik tata tawar tegak teguh tegur teladan telaah
    teliti tempat tempuh temu tenaga tentu tepat terap terbit terima terjemah tertib tetap tiru titip
    tolak tolong tonjol tugas tuju tulis tumbuh tunjang tunjuk turun turut ubah uji ukur ulang ulas umum
    undang unggah unggul ungkap unjuk upaya urai urus urut usaha usul utama utus verifikasi wajib wakil
    warta waspada wawancara wenang wujud
"""
ROOTS = tuple(_ROOTS.split())

_LINKS = """yang dan di ke dari dengan untuk pada dalam oleh sebagai serta atau agar karena bahwa
    secara telah akan dapat tidak lebih setiap seluruh para antara terhadap sesuai hingga setelah
    tentang melalui bagi namun sehingga juga masih sudah belum"""
LINKS = tuple(_LINKS.split())

_SUFFIXES = ("", "kan", "i", "nya")
_NASALS = {
    first: nasal
    for nasal, firsts in {"m": "pbfv", "n": "tcdjz", "ng": "kaeghiou", "ny": "s"}.items()
    for first in firsts
}
_MELTING = frozenset("ptks")


def nasal(prefix: str, root: str) -> str:
    """Return `root` after meN- or peN- (`prefix` is "me" or "pe"), its first sound melted as spoken.

    >>> nasal("me", "tulis"), nasal("pe", "sapu"), nasal("me", "layan")
    ('menulis', 'penyapu', 'melayan')
    """
    first = root[0]
    kept = root[1:] if first in _MELTING else root
    return prefix + _NASALS.get(first, "") + kept


def forms(root: str) -> tuple[str, ...]:
    """Return the root with its affixed forms, no form twice."""
    active, agent = nasal("me", root), nasal("pe", root)
    built = (
        *(active + suffix for suffix in _SUFFIXES),
        *(f"di{root}{suffix}" for suffix in _SUFFIXES[:3]),
        *(root + suffix for suffix in (*_SUFFIXES, "an", "annya")),
        *(agent + suffix for suffix in ("", "an", "annya", "nya")),
        *(prefix + root for prefix in ("ber", "ter", "se")),
        *(f"{prefix}{root}an" for prefix in ("ke", "per")),
        f"ke{root}annya",
        f"memper{root}kan",
        f"diper{root}kan",
    )
    return tuple(dict.fromkeys(built))


@cache
def vocabulary() -> tuple[str, ...]:
    """Return every form of every root: over 5,000 words, the roots first."""
    by_root = [forms(root) for root in ROOTS]
    return tuple(dict.fromkeys((*ROOTS, *(form for group in by_root for form in group))))


@cache
def _weights() -> tuple[float, ...]:
    """Cumulated Zipf weights: few words are common, most are rare, as in real prose."""
    return tuple(accumulate(1 / (rank + 20) for rank in range(len(vocabulary()))))


def sentence(rng: Random, length: int) -> str:
    """Return a sentence of `length` words: two content words, then a linking word."""
    content = rng.choices(_shuffled(), cum_weights=_weights(), k=length)
    words = [rng.choice(LINKS) if place % 3 == 2 else word for place, word in enumerate(content)]
    return " ".join(words).capitalize() + "."


@cache
def _shuffled() -> tuple[str, ...]:
    """The vocabulary in a fixed shuffled order, so that common words are of every form."""
    words = list(vocabulary())
    Random(1).shuffle(words)  # noqa: S311 - a layout of words, not a secret
    return tuple(words)
