"""What people of the demo office decided, made through the program: verdicts, links, waivers."""

from collections.abc import Iterator, Mapping

from ziarchive.archive import Archive
from ziarchive.decisions import Charge, Decision, Link, Note, Outcome, SavedSearch, Verdict, Waiver
from ziarchive.model import Code

ASSESSOR = "Tim Penilai Internal (contoh)"
SECOND = "Penilai kedua (contoh)"
SECRETARY = "Sekretaris Tim ZI (contoh)"

# Requirement code, the file's name, outcome, note.
VERDICTS = (
    ("I.1.1.1", "I.1.1.1_SOP Pembentukan Tim ZI_2024-01.pdf", Outcome.ACCEPTED, "Lengkap."),
    ("I.1.1.2", "I.1.1.2+I.4.3.4_SK Tim Zona Integritas_2024-01.pdf", Outcome.ACCEPTED, ""),
    ("III.4.4.1", "III.4.4.1_SOP reward dan punishment_2024-03.pdf", Outcome.ACCEPTED, "Sudah sesuai."),
    ("V.1.1.1", "V.1.1.1+V.1.2.1_SK UPG_2024-01.pdf", Outcome.ACCEPTED, ""),
    (
        "I.2.1.1",
        "I.2.1.1_Dokumen rencana kerja pembangunan ZI_2024-04-03.pdf",
        Outcome.FIX,
        "Jadwal triwulan III belum diisi; lengkapi lalu unggah ulang.",
    ),
    (
        "IV.1.3.1",
        "IV.1.3.1_Laporan monev akuntabilitas kinerja_TW I 2024.pdf",
        Outcome.FIX,
        "Halaman pengesahan belum ditandatangani Kepala Balai.",
    ),
    (
        "V.2.4.2",
        "V.2.4.2_Notulen sosialisasi SPI_2024-03-14.docx",
        Outcome.REJECTED,
        "Notulen tidak menyebut peserta dari tim SPI.",
    ),
    (
        "VI.3.3.2",
        "VI.3.3.2_Tindak lanjut hasil IKM_TW I 2024.docx",
        Outcome.FIX,
        "Tambahkan foto perubahan pada papan alur layanan.",
    ),
)
SECOND_VERDICTS = (
    ("I.1.1.1", "I.1.1.1_SOP Pembentukan Tim ZI_2024-01.pdf", Outcome.ACCEPTED, ""),
    ("III.4.4.1", "III.4.4.1_SOP reward dan punishment_2024-03.pdf", Outcome.FIX, "Belum disosialisasikan."),
)
IN_CHARGE = (("I", "Ibu Contoh"), ("III", "Pak Contoh"), ("V.2", "Pak Misal"), ("VI", "Ibu Misal"))
NOTES = (("I.3.1.4", "Draf laporan ada pada notulis; ditandatangani minggu depan."),)
SEARCHES = (("Gratifikasi", "gratifikasi OR upg"), ("SK tahun ini", "jenis:SK tahun:2024"))
LINKS = (
    ("notulen fix banget (1).docx", ("V.4.1.5",)),
    ("Undangan sosialisasi WBS.docx", ("V.4.1.3",)),
)
WAIVERS = (
    ("II.3.1.5", "SMS center diganti nomor WA layanan sejak 2023."),
    ("III.1.2.3", "Tidak ada rekrutmen pada tahun ini."),
)


def record(archive: Archive) -> int:
    """Write the decisions into the ledger of a synced demo office and return how many."""
    decided = list(_decisions(archive))
    for who, decision in decided:
        archive.decide(who, decision)
    return len(decided)


def _decisions(archive: Archive) -> Iterator[tuple[str, Decision]]:
    codes: Mapping[str, Code] = {str(item.code): item.code for item in archive.plan.requirements()}
    known = {document.path.rpartition("/")[2]: document for document in archive.documents()}
    for name, linked in LINKS:
        yield SECRETARY, Link(known[name].sha256, tuple(codes[code] for code in linked))
    for code, reason in WAIVERS:
        yield SECRETARY, Waiver(codes[code], None, reason)
    for place, person in IN_CHARGE:
        yield SECRETARY, Charge(Code.of(place), person)
    for code, text in NOTES:
        yield SECRETARY, Note(codes[code], None, text)
    for name, question in SEARCHES:
        yield SECRETARY, SavedSearch(name, question)
    for who, rows in ((ASSESSOR, VERDICTS), (SECOND, SECOND_VERDICTS)):
        for code, name, outcome, note in rows:
            yield who, Verdict(known[name].sha256, codes[code], outcome, note, known[name].path)
