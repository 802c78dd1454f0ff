"""What is expected of each kind of document (as the plan names kinds), for the rules that differ by kind."""

NUMBERED = frozenset(("SK", "SOP", "Surat tugas", "Undangan", "Nota dinas", "Surat edaran"))
"""Kinds that always carry a number of their own."""
PICTURES = frozenset(("Foto", "Screenshot", "Dokumentasi", "Sosialisasi", "Bukti lapor", "Sertifikat", "Inovasi"))
"""Kinds of which a picture without text is good evidence."""
LASTING = frozenset(
    ("SOP", "Pedoman", "Sertifikat", "Maklumat", "Foto", "Form", "Dokumen", "Screenshot", "Inovasi", "Rencana")
)
"""Kinds that may stay in force for years, or cover several."""
AHEAD = frozenset(("Rencana", "PK", "IKU", "MPH", "SKP", "TOR", "Pakta integritas", "Surat"))
"""Kinds that may be made well before the time that they are of."""
BACKWARD = frozenset(("Laporan", "Rekap", "Notulen", "Daftar hadir", "Tindak lanjut", "Survei", "Berita acara"))
"""Kinds that tell of what has been, so that they cannot be older than it."""
NARRATIVE = frozenset(("Laporan", "Notulen", "Tindak lanjut", "Analisis", "LAKIN", "Survei"))
"""Kinds that are written anew each time; the others are filled into a template and alike by their nature."""
MEETING = ("Undangan", "Daftar hadir", "Notulen")
"""What a meeting leaves, in the order of its making."""
