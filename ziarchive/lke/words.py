"""The Indonesian of the estimate: its marks, and why a gate or an item stands as it does."""

from collections.abc import Mapping
from fractions import Fraction

from ziarchive.lke.gates import GateScore, Level, Reach
from ziarchive.lke.score import ItemScore, Outside

NOTICE = "Perkiraan kesiapan dokumen, bukan nilai resmi."
MARKS: Mapping[str, str] = {
    "accepted": "Diterima penilai",
    "supported": "Didukung dokumen",
    "possible": "Paling tinggi",
    "eventual": "Bila yang terlambat menyusul",
}
"""By the names of the fields of `Marks`."""
REACHES: Mapping[Reach, str] = {
    Reach.ACCEPTED: "Tercapai menurut penilaian",
    Reach.SUPPORTED: "Didukung dokumen",
    Reach.POSSIBLE: "Masih dapat dicapai",
    Reach.EVENTUAL: "Hanya bila yang terlambat menyusul",
    Reach.OUTSIDE: "Perlu butir di luar rencana",
    Reach.ABSENT: "Tidak ada dalam rencana ini",
}
OUTSIDES: Mapping[Outside, str] = {
    Outside.UNMAPPED: "tidak ada dalam rencana ini",
    Outside.WAIVED: "semua buktinya dinyatakan tidak berlaku",
    Outside.NO_SLOTS: "target waktu buktinya belum terbaca",
}


def points(value: Fraction) -> str:
    """25,96: points with two decimals, rounded down, so that what misses a gate never looks like it."""
    hundredths = int(value * 100)
    return f"{hundredths // 100},{hundredths % 100:02}"


def part_of(value: Fraction, whole: Fraction) -> str:
    """Return a share in whole percent, rounded down; a dash when there is nothing to take a share of."""
    return f"{int(value * 100 / whole)} %" if whole else "–"


def level_why(level: Level, gate: GateScore) -> str:
    """Return what a minimum score hangs on, in a sentence or two; empty where its label says it all."""
    if level.reach not in (Reach.OUTSIDE, Reach.ABSENT):
        return ""
    said = f"Perlu sedikitnya {points_up(level.lacking)} dari {points_up(gate.score.outside)} poin di luar rencana ini."
    late = " Sebagian bukti yang terlambat pun harus menyusul."
    return said + (late if level.needs_late else "")


def item_why(score: ItemScore) -> str:
    """Return what an item's documents come to: how many of its slots are met, accepted and late."""
    if score.outside:
        return f"{OUTSIDES[score.outside].capitalize()}."
    tally = score.tally
    if not tally.asked:
        return "Bukti insidental; belum ada berkasnya."
    told = [f"{tally.met} dari {tally.asked} slot terpenuhi"]
    told += [f"{tally.accepted} diterima penilai"] if tally.accepted else []
    told += [f"{tally.late} terlambat"] if tally.late else []
    return ", ".join(told) + "."


def points_up(value: Fraction) -> str:
    """Return points rounded up: with them a gate is reached, and what is rounded down beside them is made whole."""
    return points(value + Fraction(99, 10000))
