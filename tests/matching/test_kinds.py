"""The kinds of documents, told by requirement, name, and content."""

import pytest

from ziarchive.matching.kinds import Traits, document_kind, required_kind
from ziarchive.model import Code

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Surat Keputusan Tim ZI", "SK"),
        ("SK tim dumas", "SK"),
        ("SK Penetapan SOP", "SK"),
        ("Notula rapat", "Notulen"),
        ("Risalah rapat tinjauan", "Notulen"),
        ("Presensi rapat evaluasi", "Daftar hadir"),
        ("Laporan hasil evaluasi SOP", "Laporan"),
        ("Laporan pelaksanaan surat tugas", "Laporan"),
        ("SOP penjatuhan sanksi", "SOP"),
        ("Standar Operasional Prosedur pengaduan", "SOP"),
        ("Rekapitulasi daftar hadir", "Rekap"),
        ("Surat undangan rapat", "Undangan"),
        ("Surat tugas pelatihan", "Surat tugas"),
        ("Surat Perintah Tugas audit", "Surat tugas"),
        ("Surat usulan kenaikan pangkat", "Surat"),
        ("Surat Edaran jam kerja", "Surat edaran"),
        ("Nota dinas permintaan data", "Nota dinas"),
        ("Berita acara serah terima", "Berita acara"),
        ("BAST barang", "Berita acara"),
        ("SS hasil survei IKM", "Screenshot"),
        ("Tangkapan layar website", "Screenshot"),
        ("Pakta integritas pegawai", "Pakta integritas"),
        ("Dokumentasi penandatanganan pakta integritas", "Dokumentasi"),
        ("Perjanjian Kinerja Balai", "PK"),
        ("Borang pengaduan", "Form"),
        ("Rencana aksi 2024", "Rencana"),
        ("Renaksi ZI", "Rencana"),
        ("Kuesioner kepuasan", "Survei"),
        ("Survey internal", "Survei"),
        ("Sosialisasi WBS", "Sosialisasi"),
        ("Materi budaya kerja", "Materi"),
        ("Kerangka Acuan Kerja", "TOR"),
        ("Maklumat pelayanan", "Maklumat"),
        ("Piagam pegawai teladan", "Sertifikat"),
        ("PaktaIntegritasPegawai", "Pakta integritas"),
        ("SuratTugasPelatihan", "Surat tugas"),
        ("SKTimZI2024", "SK"),
        ("Dokumen1", ""),
        ("IMG 0042", ""),
        ("", ""),
    ],
)
def test_the_first_kind_word_tells_the_kind(title: str, kind: str) -> None:
    """The head of an Indonesian title comes first, so its first kind word names the document."""
    told = document_kind(title, Traits())
    assert told.name == kind
    assert told.why == (f"nama berkas menyebut {kind}" if kind else "")


def test_the_requirement_says_which_it_is() -> None:
    """A kind given by the plan says by which requirement."""
    assert required_kind(Code.of("I.1.1.2"), "SK") == ("SK", "menurut bukti fisik I.1.1.2 dalam rencana kerja")


@pytest.mark.parametrize(
    ("title", "traits", "kind", "why"),
    [
        ("Laporan", Traits("NOTULEN RAPAT"), "Laporan", "nama berkas menyebut Laporan"),
        ("Dokumen1", Traits("NOTULEN RAPAT"), "Notulen", "halaman pertama: «NOTULEN RAPAT»"),
        ("Grup ZI", Traits(is_chat=True), "Percakapan", "isinya percakapan WhatsApp"),
        ("20240715", Traits("", "image/jpeg", is_taken=True), "Foto", "kamera mencatat tanggal pengambilannya"),
        (
            "20240715",
            Traits("SURAT TUGAS", "image/jpeg", is_taken=True),
            "Surat tugas",
            "halaman pertama: «SURAT TUGAS»",
        ),
        ("IMG_20240715_0930", Traits("", "image/jpeg"), "Foto", "nama berkas dari kamera"),
        ("IMG-20240715-WA0003", Traits("", "image/jpeg"), "", ""),
        ("IMG_20240715", Traits("", "image/png"), "", ""),
        ("Screenshot 2024-07-15", Traits("", "image/png"), "Screenshot", "nama berkas menyebut Screenshot"),
        ("Re data dukung", Traits("", "message/rfc822"), "Surel", "berkasnya surel"),
        ("Budaya kerja", Traits("", PPTX), "Materi", "berkasnya presentasi"),
        ("Budaya kerja", Traits("isi", "application/pdf"), "", ""),
    ],
)
def test_name_then_page_then_content(title: str, traits: Traits, kind: str, why: str) -> None:
    """What the name leaves open the first page tells, and what that leaves open the kind of file; with the reason."""
    assert document_kind(title, traits) == (kind, why)
