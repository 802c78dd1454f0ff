"""The kind of a document (SK, SOP, Laporan, Notulen …), and what told it.

The requirement that it fills decides; else the first kind word of its name, because the head of an
Indonesian title comes first; else the heading of its first page; else what kind of file it is.
"""

import re
from typing import NamedTuple

from ziarchive.matching.firstpage import heading_kind
from ziarchive.model import Code
from ziarchive.naming.words import apart, words

_KINDS = {
    "sk": "SK",
    "sop": "SOP",
    "laporan": "Laporan",
    "notulen": "Notulen",
    "daftarhadir": "Daftar hadir",
    "undangan": "Undangan",
    "screenshot": "Screenshot",
    "foto": "Foto",
    "dokumentasi": "Dokumentasi",
    "rekap": "Rekap",
    "rencana": "Rencana",
    "renstra": "Rencana",
    "renaksi": "Rencana",
    "rkt": "Rencana",
    "sertifikat": "Sertifikat",
    "maklumat": "Maklumat",
    "formulir": "Form",
    "pedoman": "Pedoman",
    "juklak": "Pedoman",
    "juknis": "Pedoman",
    "tindaklanjut": "Tindak lanjut",
    "analisis": "Analisis",
    "anjab": "Analisis",
    "abk": "Analisis",
    "tor": "TOR",
    "pk": "PK",
    "skp": "SKP",
    "iku": "IKU",
    "lakin": "LAKIN",
    "mph": "MPH",
    "bast": "Berita acara",
    "survei": "Survei",
    "angket": "Survei",
    "ikm": "Survei",
    "sosialisasi": "Sosialisasi",
    "internalisasi": "Sosialisasi",
    "materi": "Materi",
    "paparan": "Materi",
    "inovasi": "Inovasi",
    "percakapan": "Percakapan",
    "surattugas": "Surat tugas",
    "surat": "Surat",
}
_PHRASES = {
    "surat edaran": "Surat edaran",
    "nota dinas": "Nota dinas",
    "berita acara": "Berita acara",
    "pakta integritas": "Pakta integritas",
    "rencana aksi": "Rencana",
    "kerangka acuan kerja": "TOR",
    "sasaran kinerja pegawai": "SKP",
}
_PHRASE = re.compile(rf"\b(?:{'|'.join(_PHRASES)})\b", re.IGNORECASE)
_TOKENS = {phrase.replace(" ", ""): kind for phrase, kind in _PHRASES.items()}
_CAMERA = re.compile(r"(?:IMG|PXL|DSCN?|DSCF)[ _-]?[0-9]{4,8}(?![ _-]?[0-9]*[ _-]WA)", re.IGNORECASE)
_PHOTOS = ("image/jpeg", "image/heic")
_BY_TYPE = {
    "message/rfc822": ("Surel", "berkasnya surel"),
    "application/vnd.ms-outlook": ("Surel", "berkasnya surel"),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ("Materi", "berkasnya presentasi"),
    "application/vnd.ms-powerpoint": ("Materi", "berkasnya presentasi"),
    "application/vnd.oasis.opendocument.presentation": ("Materi", "berkasnya presentasi"),
}


class Kind(NamedTuple):
    """What a document is, and what told it."""

    name: str
    """Empty when nothing tells."""
    why: str


class Traits(NamedTuple):
    """What a file shows of itself, besides its name."""

    first_page: str = ""
    media_type: str = ""
    is_chat: bool = False
    is_taken: bool = False
    """A camera noted when it took the picture."""


NO_KIND = Kind("", "")


def required_kind(code: Code, kind: str) -> Kind:
    """Return the kind of the requirement that a document fills."""
    return Kind(kind, f"menurut bukti fisik {code} dalam rencana kerja")


def document_kind(name_title: str, traits: Traits) -> Kind:
    """Return the kind that a document tells of itself: by name, first page, then content."""
    return _named(name_title) or _headed(traits.first_page) or _by_content(name_title, traits) or NO_KIND


def _named(name_title: str) -> Kind | None:
    joined = _PHRASE.sub(lambda phrase: phrase[0].replace(" ", "").casefold(), apart(name_title))
    found = (_TOKENS.get(word) or _KINDS.get(word) for word in words(joined))
    kind = next(filter(None, found), None)
    return Kind(kind, f"nama berkas menyebut {kind}") if kind else None


def _headed(first_page: str) -> Kind | None:
    told = heading_kind(first_page)
    return Kind(told.kind, f"halaman pertama: «{told.line}»") if told else None


def _by_content(name_title: str, traits: Traits) -> Kind | None:
    if traits.is_chat:
        return Kind("Percakapan", "isinya percakapan WhatsApp")
    if traits.media_type.startswith("image/") and traits.is_taken:
        return Kind("Foto", "kamera mencatat tanggal pengambilannya")
    if traits.media_type in _PHOTOS and _CAMERA.match(name_title):
        return Kind("Foto", "nama berkas dari kamera")
    known = _BY_TYPE.get(traits.media_type)
    return Kind(*known) if known else None
