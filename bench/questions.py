"""The ten questions of the bench: words and phrases that both programs understand alike."""

QUESTIONS = (
    "pengaduan",
    "laporan gratifikasi",
    '"survei kepuasan masyarakat"',
    "kuesioner responden daring",
    "kotak pengaduan jumat",
    "risiko pengadaan",
    "kehadiran sidik jari",
    "maklumat ruang tunggu",
    '"rencana aksi enam area"',
    "portal ppid permohonan informasi",
)
LIMIT = 20
"""Hits, each with its snippet, as a page of results shows them."""
