"""The kinds of documents."""

import pytest

from ziarchive.matching.kinds import document_kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Surat Keputusan Tim ZI", "SK"),
        ("SK tim dumas", "SK"),
        ("Notula rapat", "Notulen"),
        ("Presensi rapat evaluasi", "Daftar hadir"),
        ("Laporan hasil evaluasi SOP", "Laporan"),
        ("SOP penjatuhan sanksi", "SOP"),
        ("Rekapitulasi daftar hadir", "Rekap"),
        ("Surat undangan rapat", "Undangan"),
        ("Surat tugas pelatihan", "Surat tugas"),
        ("Surat usulan kenaikan pangkat", "Surat"),
        ("SS hasil survei IKM", "Screenshot"),
        ("Tangkapan layar website", "Screenshot"),
        ("Pakta integritas pegawai", "Pakta integritas"),
        ("Perjanjian Kinerja Balai", "PK"),
        ("Borang pengaduan", "Form"),
        ("PaktaIntegritasPegawai", "Pakta integritas"),
        ("SuratTugasPelatihan", "Surat tugas"),
        ("SKTimZI2024", "SK"),
        ("IMG 0042", ""),
        ("", ""),
    ],
)
def test_the_first_kind_word_tells_the_kind(title: str, kind: str) -> None:
    """The head of an Indonesian title comes first, so its first kind word names the document."""
    assert document_kind(title, None) == kind


def test_the_matched_requirement_knows_better() -> None:
    """A kind given by the plan wins over the title's words."""
    assert document_kind("Laporan apa pun", "Rekap") == "Rekap"
