"""The built-in regulation against a hand-made table, and what a share of the evidence answers."""

import csv
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lke.estimate import REGULATION
from ziarchive.lke.weights import Option, Scale, Scope, weight

TABLE = Path(__file__).parents[1] / "data" / "lke-weights.tsv"
SCALES = {item.scale.name: item.scale for item in REGULATION.items}


def reference() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_every_item_is_that_of_the_table() -> None:
    """Code, weight, answer scale and its scores of all 113 items, in the official order."""
    told = [
        (item.code, item.weight, item.scale.name, tuple(option.score for option in item.scale.options))
        for item in REGULATION.items
    ]
    wanted = [
        (
            row["code"],
            Fraction(row["component_weight"]) / int(row["items"]),
            row["scale"],
            tuple(map(Fraction, row["scores"].split(","))) if row["scores"] != "-" else (),
        )
        for row in reference()
    ]
    assert told == wanted
    assert len(told) == 113


@pytest.mark.parametrize(
    ("of", "items", "points"),
    [
        ("A.I", 87, "30"),
        ("A.II", 23, "30"),
        ("A", 110, "60"),
        ("B.I", 2, "22.5"),
        ("B.II", 1, "17.5"),
        ("B", 3, "40"),
    ],
)
def test_the_weights_sum_up(of: str, items: int, points: str) -> None:
    """Exactly: 30 pemenuhan, 30 reform, 22.5 and 17.5 hasil."""
    held = [item for item in REGULATION.items if Scope("", (of,)).holds(item.code)]
    assert (len(held), weight(held)) == (items, Fraction(points))


def test_the_areas_have_their_weights() -> None:
    """Areas I to VI weigh 8, 7, 10, 10, 15 and 10, half of it pemenuhan."""
    areas = [[item for item in REGULATION.items if area.holds(item.code)] for area in REGULATION.areas]
    assert [weight(area) for area in areas[:6]] == [8, 7, 10, 10, 15, 10]
    halves = [weight(item for item in area if REGULATION.part(item).name == "Pemenuhan") for area in areas[:6]]
    assert halves == [4, Fraction("3.5"), 5, 5, Fraction("7.5"), 5]


def test_the_minimum_scores() -> None:
    """WBK and WBBM: total, pengungkit, 60 % and 75 % of each area, and the four of hasil."""
    needed = [tuple(map(float, gate.needed.values())) for gate in REGULATION.gates]
    assert {tuple(gate.needed) for gate in REGULATION.gates} == {("WBK", "WBBM")}
    assert needed[:2] == [(75, 85), (40, 48)]
    assert needed[2:8] == [(4.8, 6), (4.2, 5.25), (6, 7.5), (6, 7.5), (9, 11.25), (6, 7.5)]
    assert needed[8:] == [(18.25, 19.5), (15.75, 15.75), (2.5, 3.75), (14, 15.75)]


def test_every_item_has_one_part_and_one_area() -> None:
    """Parts and areas cut the items without rest."""
    parts = Counter(REGULATION.part(item).name for item in REGULATION.items)
    assert parts == {"Pemenuhan": 87, "Reform": 23, "Hasil": 3}
    assert Counter(REGULATION.area(item).name for item in REGULATION.items).total() == 113


@pytest.mark.parametrize(
    ("scale", "met", "asked", "answer", "score"),
    [
        ("Ya/Tidak", 3, 4, "Tidak", "0"),
        ("Ya/Tidak", 4, 4, "Ya", "1"),
        ("A/B/C", 1, 2, "B", "0.5"),
        ("A/B/C", 2, 5, "C", "0"),
        ("A/B/C", 199, 200, "B", "0.5"),
        ("A/B/C/D", 2, 3, "B", "0.67"),
        ("A/B/C/D", 1, 3, "C", "0.33"),
        ("A/B/C/D", 66, 100, "C", "0.33"),
        ("A/B/C/D", 32, 100, "D", "0"),
        ("A/B/C/D/E", 3, 4, "B", "0.75"),
        ("A/B/C/D/E", 8, 12, "C", "0.5"),
        ("A/B/C/D/E", 0, 12, "E", "0"),
        ("indeks 0-4", 2, 3, "3", "0.67"),
        ("angka", 1, 8, "", "1/8"),
    ],
)
def test_a_share_is_rounded_down_to_an_answer(scale: str, met: int, asked: int, answer: str, score: str) -> None:
    """Two of three documents are a B that is printed as 0.67; an A takes every single one."""
    share = Fraction(met, asked)
    assert (SCALES[scale].answer(share), SCALES[scale].worth(share)) == (answer, Fraction(score))


@given(st.sampled_from(sorted(SCALES)), st.fractions(0, 1), st.fractions(0, 1))
def test_more_evidence_is_never_worth_less(name: str, one: Fraction, other: Fraction) -> None:
    """An answer's score rises with the share, and exceeds it by less than the rounding of the printed scores."""
    low, high = sorted((one, other))
    scale = SCALES[name]
    assert 0 <= scale.worth(low) <= scale.worth(high) <= high + Fraction(1, 200)


def test_a_scale_may_be_of_any_shape() -> None:
    """Answers need not be evenly spaced, and a best answer below the full score does not ask for everything."""
    scale = Scale(
        "x", (Option("tinggi", Fraction("0.9")), Option("sedang", Fraction("0.2")), Option("nihil", Fraction()))
    )
    answers = [scale.answer(Fraction(tenths, 10)) for tenths in (1, 2, 8, 9)]
    assert answers == ["nihil", "sedang", "sedang", "tinggi"]


def test_a_scope_holds_whole_steps_of_a_code() -> None:
    """A.I does not hold A.II."""
    scope = Scope("", ("A.I", "B.I.a"))
    assert [scope.holds(code) for code in ("A.I.1.i.a", "A.II.1.i.a", "B.I.a", "B.I.b")] == [True, False, True, False]
