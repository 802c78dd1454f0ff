"""The kind of a document is told by the head of its title; anything else is a guess with its reason."""

import pytest

from ziarchive.plan.heads import tell


@pytest.mark.parametrize(
    ("title", "kind", "sure"),
    [
        ("SK Tim Kerja", "SK", True),
        ("Surat Keputusan Kepala", "SK", True),
        ("Surat tugas pelatihan", "Surat tugas", True),
        ("Laporan tindak lanjut monev", "Tindak lanjut", True),
        ("Laporan SKP", "Laporan", True),
        ("Notula rapat", "Notulen", True),
        ("Rekapitulasi daftar hadir", "Rekap", True),
        ("Dokumen rencana kerja", "Rencana", False),
        ("Dokumen Anjab dan ABK", "Dokumen", True),
        ("Cascading SKP", "SKP", False),
        ("Usulan formasi", "Surat", False),
        ("Evaluasi LAKIP", "Laporan", False),
        ("Laporan tercantum di website", "Screenshot", False),
        ("Pengaduan via website", "Screenshot", False),
        ("Aplikasi e-Kinerja", "Screenshot", False),
        ("Inovasi: sanksi moral", "Inovasi", False),
        ("Inovasi: maklumat layanan", "Maklumat", False),
        ("Sesuatu", "Dokumen", False),
    ],
)
def test_the_kind_of_a_title(title: str, kind: str, sure: bool) -> None:
    """The head decides, or what follows a label, or that it is shown online; only a leading head is sure."""
    told = tell(title)
    assert told.kind == kind
    assert (told.why == "") is sure
