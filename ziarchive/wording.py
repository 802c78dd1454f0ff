"""The Indonesian words for what the code calls by name: one place, so that page, list and report agree.

The short form of a period in files and JSON ("2024-TW2") is rendered by `periods`, not here.
"""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from ziarchive.decisions import Outcome
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
    PeriodFrom.NAME: "dari nama berkas",
    PeriodFrom.TEXT: "disimpulkan dari isi berkas",
    PeriodFrom.FOLDER: "dari folder tahun",
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
    ReadState.CRASHED: "pembaca berhenti mendadak",
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


def percent(share: float | None) -> str:
    """43,5 % of a share from 0 to 1, rounded; a dash when there is nothing to take a share of.

    100 % is shown only when all is there.
    """
    if share is None:
        return "–"
    tenths = 1000 if share >= 1 else min(999, int(share * 1000 + 0.5))
    return f"{tenths // 10},{tenths % 10} %"
