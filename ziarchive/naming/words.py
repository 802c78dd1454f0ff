"""Titles as comparable words: abbreviations, spellings and splits that mean the same become one word.

The list is of the trade, not of one office: the same letter is a "Notulensi rapat" in one room
and a "Notula Rapat" in the next, and "SK" is short for "Surat Keputusan" in all of them.
"""

import re
import unicodedata
from functools import lru_cache

from ziarchive.model import Plan

_SAME = """
sk: surat keputusan | keputusan kepala | kepka
sop: standar operasional prosedur | prosedur operasional standar | standard operating procedure
notulen: notulensi | notula | notulasi | notulen rapat
notulen: notulensi rapat | notula rapat | notulasi rapat | risalah rapat | risalah
daftarhadir: daftar hadir | daftar hadir rapat | absensi | absensi rapat
daftarhadir: absen | presensi | presensi rapat | daftar kehadiran
screenshot: ss | screen shot | screencapture | tangkapan layar | skrinsut | tampilan layar
rekap: rekapitulasi | rekapan
foto: photo | poto | dokumentasi foto
undangan: surat undangan | undangan rapat
monev: monitoring dan evaluasi | monitoring & evaluasi | monitoring evaluasi
tindaklanjut: tindak lanjut | ditindaklanjuti | tindaklanjutnya | tindak lanjutnya
zi: zona integritas
pk: perjanjian kinerja | penetapan kinerja
lakin: lakip | laporan kinerja | laporan akuntabilitas kinerja instansi pemerintah
dumas: pengaduan masyarakat
upg: unit pengendali gratifikasi | unit pengendalian gratifikasi | unit pengelola gratifikasi
wbs: whistleblowing system | whistleblowing sistem | whistle blowing system | whistle blowing sistem
skm: survei kepuasan masyarakat | survey kepuasan masyarakat
ikm: indeks kepuasan masyarakat
iku: indikator kinerja utama
rkt: rencana kinerja tahunan
renstra: rencana strategis
anjab: analisis jabatan | analisa jabatan
abk: analisis beban kerja | analisa beban kerja
medsos: media sosial | sosial media | sosmed
juklak: petunjuk pelaksanaan
juknis: petunjuk teknis
tukin: tunjangan kinerja
analisis: analisa | analysis
persentase: prosentase
efektivitas: efektifitas
monitoring: monitor | pemantauan
formulir: form | borang
sertifikat: sertipikat | piagam
tatalaksana: tata laksana
fingerprint: finger print
epersonal: e personal
esakip: e sakip
emonev: e monev
simasn: sim asn
mysapk: my sapk
smscenter: sms center | sms centre
wagrup: wa grup | wa group | whatsapp grup | whatsapp group | whats app grup | whats app group | grup wa
whatsapp: whats app
berakhlak: ber akhlak
website: web | situs web | laman
bulanan: per bulan | perbulan | tiap bulan | setiap bulan
triwulan: per triwulan | triwulanan | tiap triwulan | setiap triwulan
semesteran: per semester | setiap semester | tiap semester
tahunan: per tahun | setiap tahun | tiap tahun
"""
_SYNONYMS = {
    variant.strip(): word.strip()
    for word, _, variants in (line.partition(":") for line in _SAME.strip().splitlines())
    for variant in variants.split("|")
}
_SYNONYM = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _SYNONYMS), key=len, reverse=True))})\b")
_FILLERS_TEXT = """
dan di ke dari yang untuk pada oleh tentang dalam dengan atau atas serta hasil para the of
dokumen bukti lapor pelaporan berkas file scan final fix ttd rev revisi satker
tahun tgl tanggal bulan tepat waktu kepada via telah terkait lainnya pelaksanaan
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
_LINKS = re.compile(r"[^\w&]+|_")


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


@lru_cache(maxsize=8192)
def words(text: str, own: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the meaningful words of a title in their order, each in its one spelling.

    Numbers, filler words and the office's `own` names are left out; "&" counts as "dan".
    """
    plain = _LINKS.sub(" ", apart(unicodedata.normalize("NFKC", text)).casefold()).strip()
    same = _SYNONYM.sub(lambda match: _SYNONYMS[match[0]], plain)
    return tuple(word for word in same.split() if word not in _FILLERS and word not in own and word.isalpha())
