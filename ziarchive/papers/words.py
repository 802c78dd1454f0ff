"""What the papers say beside the report's own words, and how texts from outside are made fit to print."""

import unicodedata
from collections.abc import Mapping
from datetime import date

from ziarchive.gaps import SlotStatus, before_signing
from ziarchive.model import Plan, State
from ziarchive.wording import overdue

TITLE = "Laporan Kesenjangan Bukti"
SUMMARY = "Ringkasan"
MATRIX = "Matriks menurut komponen"
LIST = "Daftar bukti menurut area"
NOTES = "Catatan"
IN_CHARGE = "penanggung jawab"
DOTS = "…" * 14
"""Where something is filled in by hand."""
NOTHING = "Tidak ada slot yang sesuai."
LACKING = (
    "Huruf yang tidak ada pada fon dokumen ini ditulis dengan nomor Unicode-nya, misalnya [U+4E2D]. "
    "Nama yang asli ada pada lembar Excel dan di situs."
)

MEANINGS: Mapping[State, str] = {
    State.MET: "ada dokumen yang dihitung untuk slot ini; yang tertanggal setelah batas waktu ditandai terlambat",
    State.TO_CONFIRM: "ada dokumen, tetapi tempat, tanggal, atau penilaiannya belum pasti",
    State.FIX: "dokumen dinilai perlu perbaikan atau ditolak, atau berkasnya tidak dapat dibuka",
    State.OVERDUE: "belum ada dokumen, dan batas waktunya sudah lewat",
    State.DUE_SOON: "belum ada dokumen, segera jatuh tempo",
    State.UPCOMING: "belum ada dokumen, jatuh temponya masih lama",
    State.OPEN: "hanya bila ada kejadian; tidak pernah terlambat",
    State.WAIVED: "dinyatakan tidak berlaku dengan alasan",
}


def plain(text: str) -> str:
    """Return a text that every form can hold: signs that would not show are written as their number, [U+202E].

    Names come from disks of all kinds: control characters, direction marks and broken bytes are among them.
    """
    text = unicodedata.normalize("NFC", text)
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() or sign == "\u00a0" else number_of(sign) for sign in text)


def prose(text: str) -> str:
    """Return what a person wrote, on one line."""
    return plain(" ".join(text.split()))


def number_of(sign: str) -> str:
    """[U+4E2D]."""
    return f"[U+{ord(sign):04X}]"


def timing(status: SlotStatus, plan: Plan, on: date) -> str:
    """Say how a slot stands to its due date: 'lewat 12 hari', '5 hari lagi'; empty where that says nothing."""
    due = status.slot.due
    if status.late:
        return "dipenuhi setelah batas waktu"
    if due is None or status.state not in (State.OVERDUE, State.DUE_SOON):
        return ""
    days = (due - on).days
    if days >= 0:
        return f"{days} hari lagi" if days else "hari ini"
    early = ", sebelum rencana ditandatangani" if before_signing(plan, due) else ""
    return f"{overdue(-days)}{early}"
