"""The heading of a first page tells what a document is."""

import pytest

from ziarchive.matching.firstpage import heading_kind

KOP = "KEMENTERIAN PERTANIAN\nBALAI PENGUJIAN STANDAR INSTRUMEN\nJalan Jakenan Km 5, Pati 59182\n"
TABLE = {
    "a decree": (KOP + "KEPUTUSAN KEPALA BALAI PENGUJIAN\nNOMOR : 12/2024\nTENTANG\nSOP PENGADUAN", "SK"),
    "a decree in a title's letters": ("Keputusan Kepala Balai Pengujian\nNomor 12", "SK"),
    "a decree on two lines": ("SURAT KEPUTUSAN\nKEPALA BALAI\n", "SK"),
    "an extract of a decree": ("PETIKAN KEPUTUSAN BUPATI PATI\n", "SK"),
    "a decree of its own word": ("KEPUTUSAN\nKETUA TIM\n", "SK"),
    "minutes": ("NOTULEN RAPAT EVALUASI\nHari/Tanggal : Senin", "Notulen"),
    "minutes, another word": ("RISALAH RAPAT\n", "Notulen"),
    "minutes in a title's letters": ("Notula Rapat Monev Zona Integritas\n", "Notulen"),
    "a list of those present": (KOP + "DAFTAR HADIR\nHari : Senin", "Daftar hadir"),
    "a list of those present, another word": ("Presensi Rapat Evaluasi ZI\n", "Daftar hadir"),
    "an order": (KOP + "SURAT TUGAS\nNOMOR : B-12/2024", "Surat tugas"),
    "an order, longer": ("SURAT PERINTAH TUGAS\n", "Surat tugas"),
    "a circular": ("SURAT EDARAN\nNOMOR 2 TAHUN 2024\nTENTANG", "Surat edaran"),
    "a note": ("NOTA DINAS\nYth. : Kepala", "Nota dinas"),
    "handing over": ("BERITA ACARA SERAH TERIMA\nNomor : 12", "Berita acara"),
    "a pledge": ("PAKTA INTEGRITAS\nSaya yang bertanda tangan", "Pakta integritas"),
    "a charter": ("MAKLUMAT PELAYANAN\nDengan ini kami", "Maklumat"),
    "an agreement": ("PERJANJIAN KINERJA TAHUN 2024\n", "PK"),
    "an agreement's annex of its own": ("LAMPIRAN PERJANJIAN KINERJA TAHUN 2024\n", "PK"),
    "targets of one official": ("SASARAN KINERJA PEGAWAI\n", "SKP"),
    "a procedure": ("STANDAR OPERASIONAL PROSEDUR\nPENGADUAN", "SOP"),
    "a procedure's table": (KOP + "NOMOR SOP : 12/SOP/2024\nTGL. PEMBUATAN : 2 Januari 2024", "SOP"),
    "the yearly report": ("LAPORAN KINERJA\nTAHUN 2023", "LAKIN"),
    "a report": (KOP + "LAPORAN PENGADUAN MASYARAKAT\nBULAN MARET 2024", "Laporan"),
    "a report with a number before it": ("1. LAPORAN MONITORING\n", "Laporan"),
    "a summary": ("REKAPITULASI KEHADIRAN PEGAWAI\n", "Rekap"),
    "a certificate": ("SERTIFIKAT\nDiberikan kepada", "Sertifikat"),
    "a charter of praise": ("PIAGAM PENGHARGAAN\n", "Sertifikat"),
    "a plan of action": ("RENCANA AKSI PEMBANGUNAN ZI\n", "Rencana"),
    "a plan of work": ("DOKUMEN RENCANA KERJA\nPEMBANGUNAN ZONA INTEGRITAS", "Rencana"),
    "a guide": ("PETUNJUK TEKNIS PELAPORAN\n", "Pedoman"),
    "terms": ("KERANGKA ACUAN KERJA\n", "TOR"),
    "questions": ("KUESIONER KEPUASAN MASYARAKAT\n", "Survei"),
    "a form": ("FORMULIR PENGADUAN\n", "Form"),
    "slides": ("MATERI SOSIALISASI WBS\n", "Materi"),
    "an invitation": (KOP + "UNDANGAN\nNomor : 12", "Undangan"),
    "an invitation by its subject": ("Nomor : 12/2024\nSifat : Biasa\nHal : Undangan rapat\nYth.", "Undangan"),
    "an invitation in a table": ("Nomor\t12/2024\nHal\tUndangan rapat\nYth.", "Undangan"),
    "another letter": ("Nomor : 12/2024\nPerihal : Permintaan data\nYth.", "Surat"),
    "a letter about a report": ("Nomor : 12/2024\nHal : Laporan bulan Maret\nYth.", "Surat"),
    "a statement": ("SURAT PERNYATAAN\nYang bertanda tangan", "Surat"),
    "prose that begins with the word": ("Laporan ini disusun sebagai bahan evaluasi pimpinan.\n", None),
    "a sentence in small letters": ("notulen rapat sebelumnya telah dibagikan\n", None),
    "only a letterhead": (KOP, None),
    "another's annex": ("LAMPIRAN KEPUTUSAN KEPALA BALAI\nNOMOR : 12/2024\nDAFTAR HADIR", None),
    "contents": ("DAFTAR ISI\nLAPORAN PENDAHULUAN", None),
    "a subject without a number": ("Hal : Undangan rapat\n", None),
    "a word that only begins alike": ("LAPORANKU\nSOPIR\nSKALA", None),
    "too far down": ("ISI\n" * 20 + "NOTULEN RAPAT", None),
    "nothing": ("", None),
}


@pytest.mark.parametrize(("page", "kind"), TABLE.values(), ids=list(TABLE))
def test_a_heading_tells_the_kind(page: str, kind: str | None) -> None:
    """The first heading decides; prose, letterheads and annexes of other documents tell nothing."""
    told = heading_kind(page)
    assert (told and told.kind) == kind


def test_a_long_heading_is_shortened() -> None:
    """The reason shows the beginning of the line, cut between words."""
    told = heading_kind("KEPUTUSAN KEPALA BALAI PENGUJIAN STANDAR INSTRUMEN LINGKUNGAN PERTANIAN")
    assert told is not None
    assert told.line == "KEPUTUSAN KEPALA BALAI PENGUJIAN STANDAR INSTRUMEN …"
