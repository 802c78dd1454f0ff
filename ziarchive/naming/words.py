"""Titles as comparable words: abbreviations, spellings and splits that mean the same become one word.

The list is of the trade, not of one office: the same letter is a "Notulensi rapat" in one room
and a "Notula Rapat" in the next, and "SK" is short for "Surat Keputusan" in all of them.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from ziarchive.model import Plan

_SAME = """
sk: surat keputusan | keputusan kepala | kepka | keputusan
sop: standar operasional prosedur | prosedur operasional standar | standard operating procedure
sop: standar prosedur operasional | prosedur
notulen: notulensi | notula | notulasi | notulen rapat | notul
notulen: notulensi rapat | notula rapat | notulasi rapat | risalah rapat | risalah
daftarhadir: daftar hadir | daftar hadir rapat | absensi | absensi rapat | dh | dafhad | daftar hdr
daftarhadir: absen | absen rapat | presensi | presensi rapat | daftar kehadiran | kehadiran
screenshot: ss | screen shot | screencapture | tangkapan layar | skrinsut | tampilan layar | tampilan
rekap: rekapitulasi | rekapan
laporan: lap | lpr
foto: photo | poto | dokumentasi foto
undangan: surat undangan | undangan rapat | und | und rapat
surattugas: surat tugas | surat perintah tugas | st
monev: monitoring dan evaluasi | monitoring evaluasi | pemantauan dan evaluasi
tindaklanjut: tindak lanjut | ditindaklanjuti | tindaklanjutnya | tindak lanjutnya | tl | rtl
tindaklanjut: rencana tindak lanjut
zi: zona integritas
pk: perjanjian kinerja | penetapan kinerja
lakin: lakip | lkjip | lkj | laporan kinerja | laporan akuntabilitas kinerja
lakin: laporan akuntabilitas kinerja instansi pemerintah | laporan kinerja instansi pemerintah
dumas: pengaduan masyarakat | aduan masyarakat | pengaduan | aduan
lhkpn: laporan harta kekayaan penyelenggara negara | laporan harta kekayaan | harta kekayaan
spt: surat pemberitahuan tahunan | surat pemberitahuan pajak
upg: pengelola gratifikasi | pengendali gratifikasi
upg: unit pengendali gratifikasi | unit pengendalian gratifikasi | unit pengelola gratifikasi
wbs: whistleblowing system | whistleblowing sistem | whistle blowing system | whistle blowing sistem
wbs: whistleblowing | whistle blowing | whistleblower system | pelaporan pelanggaran
spi: spip | sistem pengendalian intern | sistem pengendalian internal
spi: satuan pengawasan intern | satuan pengawas intern | satuan pengawasan internal | satuan pengawas internal
spi: sistem pengendalian intern pemerintah | sistem pengendalian internal pemerintah
ikm: indeks kepuasan masyarakat | skm | survei kepuasan masyarakat | survey kepuasan masyarakat
survei: survey | kuesioner | kuisioner
iku: indikator kinerja utama
mph: matriks peran hasil | matriks peran dan hasil | matrik peran hasil
skp: sasaran kinerja pegawai | sasaran kerja pegawai
rkt: rencana kinerja tahunan | rencana kerja tahunan
rencana kerja: renja
renstra: rencana strategis
dip: dipa | daftar isian pelaksanaan anggaran
anjab: analisis jabatan | analisa jabatan
abk: analisis beban kerja | analisa beban kerja
medsos: media sosial | sosial media | sosmed | instagram | ig | facebook | fb | tiktok | youtube
juklak: petunjuk pelaksanaan
juknis: petunjuk teknis
tor: kak | kerangka acuan kerja | term of reference
tukin: tunjangan kinerja | tunkin
diklat: pendidikan dan pelatihan
pengembangan kompetensi: bangkom
jabatan fungsional: jafung | jabfung | jf
hukuman disiplin: hukdis
kenaikan pangkat: naik pangkat | kp
in house training: iht | inhouse training
ppid: pejabat pengelola informasi dan dokumentasi
agenperubahan: agen perubahan | agent of change | aoc
kepala: kabalai | ka balai | kepala balai | kasatker | kepala satker | kepala satuan kerja
benturan kepentingan: conflict of interest | konflik kepentingan
pakta integritas: fakta integritas
analisis: analisa | analysis
persentase: prosentase
efektivitas: efektifitas
monitoring: monitor | pemantauan
formulir: form | borang
sertifikat: sertipikat | piagam | sertif
usulan: usul
sosialisasi: sos
it: ti | teknologi informasi
pegawai: peg
tim: pokja | kelompok kerja | satgas | satuan tugas
dokumen: data dukung | data pendukung
tatalaksana: tata laksana
fingerprint: finger print | finger | sidik jari
epersonal: e personal
esakip: e sakip
emonev: e monev
simasn: sim asn
mysapk: my sapk
smscenter: sms center | sms centre
wagrup: wa grup | wa group | whatsapp grup | whatsapp group | whats app grup | whats app group | grup wa
whatsapp: whats app
berakhlak: ber akhlak
risiko: resiko
kaji ulang: reviu | review
hukuman: punishment
penghargaan: reward
website: web | situs web | laman
bulanan: per bulan | perbulan | tiap bulan | setiap bulan | bln
triwulan: per triwulan | triwulanan | tiap triwulan | setiap triwulan | tw
semesteran: per semester | setiap semester | tiap semester | semester | smt | smstr | sem
tahunan: per tahun | setiap tahun | tiap tahun | setahun
"""
_SYNONYMS = {
    tuple(variant.split()): tuple(word.split())
    for word, _, variants in (line.partition(":") for line in _SAME.strip().splitlines())
    for variant in variants.split("|")
}
_BEGINNINGS = {
    first: sorted((variant for variant in _SYNONYMS if variant[0] == first), key=len, reverse=True)
    for first in {variant[0] for variant in _SYNONYMS}
}
LEXICON = frozenset(word for pair in _SYNONYMS.items() for words in pair for word in words)
"""The words of the list, on both of its sides."""
CANONICAL = frozenset(words[0] for words in _SYNONYMS.values() if len(words) == 1)
"""The one spelling of each abbreviation."""
_FILLERS_TEXT = """
dan di ke dari yang untuk pada oleh tentang dalam dengan atau atas serta hasil para the of yg dgn utk ttg dll
dokumen dok bukti lapor pelaporan berkas file scan scanned final fix ttd signed rev revisi satker
ok edit copy kopi salinan banget baru terbaru lengkap asli cetak camscanner img doc untitled
tahun thn th tgl tanggal bulan tepat waktu kepada via lewat melalui telah terkait lainnya pelaksanaan
januari februari maret april mei juni juli agustus september oktober november desember
jan feb mar apr jun jul agu agt ags sep sept okt nov nop des
i ii iii iv v vi vii viii ix x xi xii
"""
_FILLERS = frozenset(_FILLERS_TEXT.split())
# Where one word ends and the next begins in a name without blanks; an acronym before a word survives.
# A single small letter is no word of its own: e-Sakip, MySAPK and LKjIP stay whole.
_HUMPS = re.compile(
    r"(?<=[a-z]{2})(?=[A-Z])"  # RapatZI
    r"|(?<=[A-Z])(?=[A-Z][a-z]{2})"  # SKMaklumat
    r"|(?<=[A-Za-z])(?=(?:Di|Ke)[A-Z])|(?<=Di|Ke)(?=[A-Z][a-z]{2})"  # ZIDiWebsite
    r"|(?<=[A-Za-z]{2})(?=(?:19|20)[0-9]{2}(?![0-9]))"  # ZI2024
    r"|(?<=[0-9]{4})(?=[A-Z][a-z]{2})"  # 2024Laporan
)
_LINKS = re.compile(r"[\W_]+")
_PART_OF_YEAR = re.compile(r"\b(tw|triwulan|smt|smstr|sem|semester)(?=[0-9]\b)")
"""TW2, Smt1."""


def apart(text: str) -> str:
    """Return the text with blanks between words that were written together: NotulenRapatZI2024."""
    return _HUMPS.sub(" ", text)


def own_names(plan: Plan) -> frozenset[str]:
    """Return the words by which an office calls itself in titles: they tell no two of its documents apart.

    They are the acronyms in the unit's name, its initials, and the words of the plan's id that shorten it:
    "lingtan" is LINGkungan perTANian.
    """
    unit = plan.unit.casefold()
    names = re.findall(r"\w+", plan.unit)
    initials = "".join(name[0] for name in names if name[0].isupper()).casefold()
    short = {word for word in re.split(r"[\W_]", plan.id.casefold()) if _shortens(word, unit)} - set(unit.split())
    acronyms = {name.casefold() for name in names if name.isupper()}
    return frozenset(word for word in {initials} | acronyms | short if len(word) > 2 and word.isalpha())


def _shortens(word: str, unit: str) -> bool:
    """Tell whether the letters of the word stand in the unit's name in this order."""
    letters = iter(unit)
    return all(letter in letters for letter in word)


def tokens(text: str) -> list[str]:
    """Return all words of a text as they stand, in small letters."""
    plain = apart(unicodedata.normalize("NFKC", text)).casefold().replace("&", " dan ")
    return _PART_OF_YEAR.sub(r"\1 ", _LINKS.sub(" ", plain)).split()


def meaning(said: list[str], own: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the meaningful ones of `tokens`, each in its one spelling.

    Numbers, filler words and the office's `own` names are left out.
    """
    return tuple(word for word in _one_spelling(said) if word not in _FILLERS and word not in own and word.isalpha())


@lru_cache(maxsize=8192)
def words(text: str, own: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the meaningful words of a title in their order, each in its one spelling; "&" counts as "dan"."""
    return meaning(tokens(text), own)


def _one_spelling(said: list[str]) -> Iterator[str]:
    at = 0
    while at < len(said):
        variant = next((each for each in _BEGINNINGS.get(said[at], ()) if tuple(said[at : at + len(each)]) == each), ())
        yield from _SYNONYMS[variant] if variant else (said[at],)
        at += len(variant) or 1
