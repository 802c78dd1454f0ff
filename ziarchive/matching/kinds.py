"""The kind of a document (SK, SOP, Laporan, Notulen …), told by the first kind word of its title."""

import re

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
    "rkt": "Rencana",
    "sertifikat": "Sertifikat",
    "maklumat": "Maklumat",
    "formulir": "Form",
    "pedoman": "Pedoman",
    "juklak": "Pedoman",
    "juknis": "Pedoman",
    "tindaklanjut": "Tindak lanjut",
    "analisis": "Analisis",
    "tor": "TOR",
    "pk": "PK",
    "skp": "SKP",
    "iku": "IKU",
    "lakin": "LAKIN",
    "mph": "MPH",
    "surat": "Surat",
}
_SURAT_TUGAS = re.compile(r"\bsurat tugas\b", re.IGNORECASE)
_PAKTA = re.compile(r"\bpakta integritas\b", re.IGNORECASE)


def document_kind(name_title: str, requirement_kind: str | None) -> str:
    """Return the matched requirement's kind, else the kind that the title names, else ""."""
    if requirement_kind:
        return requirement_kind
    title = apart(name_title)
    if _PAKTA.search(title):
        return "Pakta integritas"
    kind = next((_KINDS[word] for word in words(title) if word in _KINDS), "")
    return "Surat tugas" if kind == "Surat" and _SURAT_TUGAS.search(title) else kind
