"""The words that head a title of evidence (SK, SOP, laporan, notulen …), and the kind that they tell.

The head of an Indonesian title comes first, so the first such word decides. The table is of the trade,
not of one office. It also says which documents are made once and hold (an SOP), and which go on being
made (a report): the first are due once even where the plan's target is the whole year.
"""

import re
from typing import NamedTuple


class Head(NamedTuple):
    """One word or phrase that heads titles."""

    kind: str
    """Empty for words that begin a title without telling its kind (bukti)."""
    starts: bool
    """It begins a document of its own even after "dan" or without a comma before it."""
    lasts: bool
    """The document is made once and holds."""
    yields: bool
    """Another head right after it tells more: "dokumen rencana kerja" is a plan."""


class Found(NamedTuple):
    """A head where it stands in a text."""

    start: int
    end: int
    head: Head


class Told(NamedTuple):
    """The kind of a title, and how it was found."""

    kind: str
    why: str
    """Empty when the title begins with the kind itself: that is no guess."""
    head: Head | None


_STARTS, _LASTS, _YIELDS = "+", "=", "~"
_TABLE = """
SK+=: sk | surat keputusan | keputusan | kepka
SOP+=: sop | prosedur | standar operasional prosedur | prosedur operasional standar | instruksi kerja
LAKIN+=: lakin | lakip | lkjip | laporan kinerja | laporan akuntabilitas kinerja
Tindak lanjut+: laporan tindak lanjut | tindak lanjut | tindaklanjut | rtl
Laporan+: laporan | lap
Laporan: evaluasi | monitoring | monev | reviu | kaji ulang
Notulen+: notulen | notulensi | notula | notulasi | risalah rapat | risalah
Daftar hadir+: daftar hadir | darftar hadir | daftar kehadiran | absensi rapat | presensi rapat | daftar peserta
Undangan+: undangan | surat undangan
Screenshot+: ss | screenshot | screen shot | tangkapan layar | tampilan | tautan | link
Screenshot~: berita | unggahan | postingan
Foto+: foto | photo | dokumentasi | video
Foto+=: banner | spanduk | x-banner | baliho | kotak | papan | loket | standing banner
Foto=: sms center | sms centre | call center | call centre | hotline
Foto+: poster
Dokumen+: leaflet | brosur | pamflet | flyer
Dokumentasi+: arahan
Rekap+: rekap | rekapitulasi | rekapan | register | buku tamu | logbook
Rencana+=: renstra | rkt | rka | rkakl | dip | dipa | pok | rencana aksi | renaksi | rencana kerja | rencana strategis
Rencana=: rencana | program kerja
Sertifikat+: sertifikat | piagam
Maklumat+=: maklumat
Form+=: form | formulir | borang
Pedoman+=: pedoman | panduan | juklak | juknis | petunjuk pelaksanaan | petunjuk teknis
Pedoman=: petunjuk | kebijakan | peraturan | standar pelayanan
Analisis: analisis | analisa | pemetaan | identifikasi
TOR+: tor | kak | kerangka acuan kerja | kerangka acuan
PK+=: pk | perjanjian kinerja | penetapan kinerja
SKP+=: skp | sasaran kinerja pegawai
IKU+=: iku | indikator kinerja utama
MPH+=: mph | matriks peran hasil
Surat tugas+: surat tugas | surat perintah tugas | st
Surat edaran+=: surat edaran
Nota dinas+: nota dinas
Berita acara+: berita acara | ba | bast
Surat pernyataan+=: surat pernyataan
Pakta integritas+=: pakta integritas
Surat+: surat | memo
Surat: usulan | rekomendasi | permohonan
Bukti lapor+: bukti lapor | tanda terima lhkpn
Sosialisasi~: sosialisasi | internalisasi | publikasi
Survei: survei | survey | kuesioner | kuisioner | skm
Materi+: materi | paparan | bahan tayang
Inovasi=~: inovasi
Dokumen+=~: dokumen | buku | peta
Dokumen=: anjab | abk
+~: bukti | lampiran | matriks
"""


def _heads() -> dict[str, Head]:
    table: dict[str, Head] = {}
    for row in _TABLE.strip().splitlines():
        left, _, words = row.partition(":")
        head = Head(left.rstrip("+=~"), _STARTS in left, _LASTS in left, _YIELDS in left)
        table |= {word.strip(): head for word in words.split("|")}
    return table


_HEADS = _heads()
_ANY = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, _HEADS), key=len, reverse=True))})(?![\w-])", re.IGNORECASE
)
_ONLINE = r"\b(?:website|web ?site|situs web|laman|portal|medsos|media sosial|sosmed|aplikasi|wa gro?up|grup wa)\b"
_APPLICATION = re.compile(rf"{_ONLINE}|\b(?:SIM\s?[A-Z]\w*|E[- ][A-Z]\w+)\b|\b[Ee]-[A-Za-z]\w+|\bMy\s?[A-Z]\w+")
_SHOWN = re.compile(
    rf"\b(?:tersedia|tercantum|tayang|ditayangkan|ditampilkan|dipublikasikan|diunggah|dimuat)\b.*{_ONLINE}",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^\w+(?: \w+)?: ?(?=\S)")


def heads(text: str) -> list[Found]:
    """Return every head word of a text in its order, the longest phrase where several begin."""
    return [Found(found.start(), found.end(), _HEADS[found[0].casefold()]) for found in _ANY.finditer(text)]


def leading(text: str) -> Head | None:
    """Return the head that a text begins with, if any."""
    first = _ANY.match(text.lstrip())
    return _HEADS[first[0].casefold()] if first else None


def is_application(text: str) -> bool:
    """Tell whether a text speaks of a site or a computer application, whose evidence is a picture of it."""
    return bool(_APPLICATION.search(text) or re.search(_ONLINE, text, re.IGNORECASE))


def tell(title: str) -> Told:
    """Return the kind of a title."""
    if (label := _LABEL.match(title)) and (inner := tell(title[label.end() :])).head:
        return inner._replace(why=inner.why or f"dari kata sesudah «{label[0].strip()}»")
    found = heads(title)
    first = _deciding(found, title)
    if _SHOWN.search(title) or (is_application(title) and (first is None or first.head.yields or not first.head.kind)):
        return Told("Screenshot", "yang diminta tampak di situs, aplikasi, atau media sosial", first and first.head)
    if first is None or not first.head.kind:
        return Told("Dokumen", "tidak ada kata jenis (SK, SOP, laporan …) dalam judul", first and first.head)
    word = title[first.start : first.end]
    sure = first.start == 0 and first.head.starts
    return Told(first.head.kind, "" if sure else f"dari kata «{word}» dalam judul", first.head)


def _deciding(found: list[Found], title: str) -> Found | None:
    """Return the first head, or the one right after it where that tells more."""
    if not found:
        return None
    first, *rest = found
    close = rest and title[first.end : rest[0].start].strip(" /:") == ""
    if rest and first.head.yields and (close or not first.head.kind) and rest[0].head.kind != first.head.kind:
        return rest[0] if not close or rest[0].head not in (_HEADS["anjab"],) else first
    return first
