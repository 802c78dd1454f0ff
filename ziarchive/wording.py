"""The Indonesian words for what the code calls by name: one place, so that page, list and report agree.

The short form of a period in files and JSON ("2024-TW2") is rendered by `periods`, not here.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ziarchive.decisions import Outcome, Role
from ziarchive.model import ROMAN, Cadence, Document, How, Period, PeriodFrom, ReadState, State

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

STATES: Mapping[State, str] = {
    State.MET: "Terpenuhi",
    State.TO_CONFIRM: "Perlu konfirmasi",
    State.FIX: "Perlu perbaikan",
    State.OVERDUE: "Terlambat",
    State.DUE_SOON: "Segera",
    State.UPCOMING: "Belum jatuh tempo",
    State.OPEN: "Insidental",
    State.WAIVED: "Tidak berlaku",
}

HOWS: Mapping[How, str] = {
    How.CODE: "kode pada nama berkas",
    How.TITLE: "judul pada nama berkas",
    How.LINK: "ditautkan oleh petugas",
    How.CANDIDATE: "belum pasti",
}

PERIODS_FROM: Mapping[PeriodFrom, str] = {
    PeriodFrom.HAND: "ditetapkan oleh petugas",
    PeriodFrom.NAME: "dari nama berkas",
    PeriodFrom.TEXT: "disimpulkan dari isi berkas",
    PeriodFrom.FOLDER: "dari folder tahun",
    PeriodFrom.METADATA: "dari data berkas, petunjuk yang lemah",
}

READ_STATES: Mapping[ReadState, str] = {
    ReadState.OK: "terbaca",
    ReadState.NO_TEXT: "tanpa teks (hasil pindai atau gambar)",
    ReadState.UNSUPPORTED: "jenis berkas ini tidak dibaca teksnya",
    ReadState.EMPTY: "berkas kosong",
    ReadState.ENCRYPTED: "terkunci kata sandi",
    ReadState.CORRUPT: "rusak",
    ReadState.TRUNCATED: "terpotong (belum tersalin lengkap)",
    ReadState.TIMED_OUT: "terlalu lama dibaca",
    ReadState.OUT_OF_MEMORY: "terlalu besar untuk dibaca",
    ReadState.OUT_OF_DISK: "ruang sementara tidak cukup",
    ReadState.CRASHED: "pembaca berhenti mendadak",
}


@dataclass(frozen=True, slots=True)
class FlagWords:
    """What is said of a flag."""

    label: str
    """Short, for lists."""
    help: str
    """What it means and what to do, in a sentence or two."""


FLAGS: Mapping[str, FlagWords] = {
    ReadState.NO_TEXT: FlagWords(
        "tanpa teks", "Tidak ada teks di dalam berkas ini, jadi ia hanya ditemukan lewat namanya. Beri nama yang jelas."
    ),
    ReadState.UNSUPPORTED: FlagWords(
        "isi tidak dibaca",
        "Isi jenis berkas ini tidak dibaca, jadi ia hanya ditemukan lewat namanya. Simpan juga sebagai PDF bila bisa.",
    ),
    ReadState.EMPTY: FlagWords("kosong", "Berkas ini 0 byte: tidak ada isinya. Salin ulang dari sumbernya."),
    ReadState.ENCRYPTED: FlagWords(
        "terkunci",
        "Berkas ini berkata sandi, jadi penilai pun tidak dapat membukanya. Simpan salinan tanpa kata sandi.",
    ),
    ReadState.CORRUPT: FlagWords(
        "rusak", "Isi berkas ini tidak dapat dibuka. Minta salinan yang utuh, lalu ganti berkas ini."
    ),
    ReadState.TRUNCATED: FlagWords(
        "terpotong", "Bagian akhir berkas ini tidak ada: penyalinannya terputus. Salin ulang berkas ini."
    ),
    ReadState.TIMED_OUT: FlagWords(
        "terlalu lama dibaca",
        "Membaca berkas ini melewati batas waktu. Simpan ulang atau bagi menjadi beberapa berkas.",
    ),
    ReadState.OUT_OF_MEMORY: FlagWords(
        "terlalu besar", "Berkas ini terlalu besar untuk dibaca. Perkecil atau bagi menjadi beberapa berkas."
    ),
    ReadState.OUT_OF_DISK: FlagWords(
        "ruang tidak cukup",
        "Membaca berkas ini memerlukan ruang disk sementara melebihi batas. "
        "Bagi berkas, atau naikkan extract.disk_megabytes di ziarchive.toml.",
    ),
    ReadState.CRASHED: FlagWords(
        "gagal dibaca", "Pembaca berhenti mendadak pada berkas ini. Simpan ulang berkas ini dari program asalnya."
    ),
    "still_copying": FlagWords(
        "belum selesai disalin",
        "Akhir berkas ini masih kosong: penyalinannya sedang berjalan atau terputus. "
        "Tunggu sebentar; bila tetap begini, salin ulang.",
    ),
    "scan": FlagWords(
        "hasil pindai",
        "Halamannya berupa gambar dan menunggu pengenalan tulisan (OCR); sampai selesai, "
        "isi halaman itu belum dapat dicari.",
    ),
    "ocr": FlagWords(
        "dikenali dari gambar",
        "Tulisannya dikenali mesin (OCR) dari gambar dan dapat keliru. "
        "Untuk nomor, nama dan angka, lihat berkas aslinya.",
    ),
    "partial": FlagWords(
        "terbaca sebagian",
        "Sebagian isinya rusak atau tidak terbaca; selebihnya dapat dicari. Minta salinan yang utuh.",
    ),
    "cut": FlagWords(
        "dibaca sebagian",
        "Berkas ini sangat besar, jadi hanya bagian awalnya yang dapat dicari. Bagi menjadi beberapa berkas.",
    ),
    "suffix_lies": FlagWords(
        "akhiran tidak cocok",
        "Isi berkas tidak sesuai dengan akhiran namanya, jadi mungkin tidak terbuka di komputer penilai. "
        "Simpan ulang dengan jenis yang benar.",
    ),
    "draft": FlagWords(
        "masih draf",
        "Berkas ini masih dapat disunting, padahal bukti ini harus dokumen final; penilai menolaknya sebagai draf. "
        "Unggah PDF bertanda tangan.",
    ),
    "macro": FlagWords(
        "berisi makro",
        "Berkas ini membawa makro (program kecil); komputer penilai dapat menolaknya. "
        "Simpan sebagai PDF, atau sebagai berkas tanpa makro.",
    ),
    "script": FlagWords(
        "berisi skrip",
        "PDF ini dapat menjalankan sesuatu sendiri (skrip, kirim formulir, atau buka program), jadi hanya diunduh. "
        "Simpan ulang lewat «Cetak ke PDF».",
    ),
    "hidden": FlagWords(
        "ada bagian tersembunyi",
        "Ada lembar, salindia atau halaman yang disembunyikan. Teksnya ikut dicari dan dapat dibuka penilai: "
        "hapus bila tidak untuk dilihat.",
    ),
    "attachments": FlagWords(
        "berisi lampiran",
        "Di dalam PDF ini ada berkas lampiran yang tidak dibaca. Simpan lampiran itu sebagai berkas tersendiri.",
    ),
    "needs_libreoffice": FlagWords(
        "perlu LibreOffice",
        "Isinya baru dapat dibaca bila LibreOffice terpasang dan bekerja di komputer ini. "
        "Lihat sebabnya di halaman berkas, atau simpan ulang sebagai DOCX, XLSX, PPTX atau PDF.",
    ),
}
"""Every flag of a document, and every way of reading that did not end well."""


def flag_words(name: str) -> FlagWords:
    """Return what is said of a flag; one of a reader that others added goes by its name."""
    return FLAGS.get(name) or FlagWords(name, "Tanda dari pembaca tambahan; lihat petunjuk pembaca itu.")


ROLES: Mapping[Role, str] = {
    Role.SECRETARY: "sekretaris",
    Role.IN_CHARGE: "penanggung jawab",
    Role.ASSESSOR: "penilai",
    Role.HEAD: "ketua tim penilai",
    Role.READER: "pembaca",
}

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.ACCEPTED: "diterima",
    Outcome.FIX: "perlu perbaikan",
    Outcome.REJECTED: "ditolak",
}

CADENCES: Mapping[Cadence, str] = {
    Cadence.ONCE: "sekali setahun",
    Cadence.WINDOW: "sepanjang tahun",
    Cadence.MONTHLY: "setiap bulan",
    Cadence.QUARTERLY: "setiap triwulan",
    Cadence.SEMESTER: "setiap semester",
    Cadence.DATED: "menurut target waktu",
    Cadence.EVENT: "insidental",
}


def date_label(day: date) -> str:
    """15 Juli 2024."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def period_label(period: Period) -> str:
    """15 Juli 2024, Juli 2024, Triwulan II 2024, Semester I 2024, 2024; any other span by both its days."""
    first, last = period.start, period.end
    if first == last:
        return date_label(first)
    length = last.month - first.month + 1
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1] and first.year == last.year
    match length if whole and last.month % length == 0 else None:
        case 1:
            return f"{MONTHS[first.month - 1]} {first.year}"
        case 3:
            return f"Triwulan {ROMAN[last.month // 3 - 1]} {first.year}"
        case 6:
            return f"Semester {ROMAN[last.month // 6 - 1]} {first.year}"
        case 12:
            return str(first.year)
    return f"{date_label(first)} s.d. {date_label(last)}"


def likeness(score: float) -> str:
    """69 % of a score from 0 to 1; scores are too rough for decimals."""
    return f"{round(score * 100)} %"


def unplaced_why(document: Document) -> str:
    """Return why a document is in the inbox, and what is wrong with it when it cannot be read."""
    content = document.content
    if not content.state.failed:
        return document.placement.why
    return f"{document.placement.why}; isinya tidak dapat dinilai: {content.why or READ_STATES[content.state]}"


def number(value: int) -> str:
    """12.345, with the Indonesian thousands point."""
    return f"{value:,}".replace(",", ".")


def overdue(days: int) -> str:
    """lewat 12 hari; after a year nobody counts them."""
    return f"lewat {number(days)} hari" if days <= 366 else "lewat lebih dari setahun"


def percent(share: float | None) -> str:
    """43,5 % of a share from 0 to 1, rounded; a dash when there is nothing to take a share of.

    100 % is shown only when all is there.
    """
    if share is None:
        return "–"
    tenths = 1000 if share >= 1 else min(999, int(share * 1000 + 0.5))
    return f"{tenths // 10},{tenths % 10} %"


def pace(done: int, total: int, seconds: float) -> str:
    """Return how fast it goes and how long it takes yet, to be put behind a count; empty before the first is done."""
    if not done or seconds <= 0:
        return ""
    return speed(done / seconds, (total - done) * seconds / done)


def speed(rate: float, left: float) -> str:
    """Return how much is done in a second and how many seconds it takes yet, to be put behind a count."""
    fast = f"{number(round(rate))} per detik" if rate >= 1 else f"{number(round(rate * 60))} per menit"
    rest = f"{number(round(left))} detik" if left < 120 else f"{number(round(left / 60))} menit"
    return f" ({fast}, sekitar {rest} lagi)"
