"""How points are told: never better than they are."""

from fractions import Fraction

import pytest

from tests.lke.estimate import END, seed, small
from ziarchive.lke.words import item_why, level_why, part_of, points
from ziarchive.model import State

FIRST = ("I.1.1.1", "I.1.1.2", "I.1.1.3")


@pytest.mark.parametrize(
    ("value", "told"),
    [("0", "0,00"), ("74.999", "74,99"), ("75", "75,00"), ("1/3", "0,33"), ("2/3", "0,66"), ("7.05", "7,05")],
)
def test_points_are_rounded_down(value: str, told: str) -> None:
    """What misses a gate never reads as if it reached it."""
    assert points(Fraction(value)) == told


def test_shares_are_rounded_down() -> None:
    """Two thirds are 66 %; of nothing there is no share."""
    assert (part_of(Fraction(2), Fraction(3)), part_of(Fraction(), Fraction())) == ("66 %", "–")


def test_what_a_gate_takes_is_rounded_up() -> None:
    """With the points told, the gate is reached: 75 less 26.0208 are 48.98."""
    found = seed(on=END)
    total, control = found.gates[0], found.gates[6]
    assert level_why(total.levels[0], total) == "Perlu sedikitnya 48,98 dari 73,98 poin di luar rencana ini."
    assert level_why(control.levels[1], control).endswith("Sebagian bukti yang terlambat pun harus menyusul.")
    gate = small({}).gates[1]
    assert level_why(gate.levels[0], gate) == ""


def test_why_an_item_stands_so() -> None:
    """Slots met, accepted and late; or why it is not estimated."""
    found = small({"I.1.1.1": State.MET, "II.1.1.1": State.OPEN, "II.1.1.2": State.OPEN}, FIRST)
    assert [item_why(each) for each in found.items] == [
        "1 dari 3 slot terpenuhi, 1 diterima penilai, 2 terlambat.",
        "Bukti insidental; belum ada berkasnya.",
        "Bukti insidental; belum ada berkasnya.",
        "Tidak ada dalam rencana ini.",
    ]
