"""The printed tables: halves apart, the goal judged, the worst questions shown."""

from bench.relevance.judged import Question
from bench.relevance.report import OURS, Judged, table, verdict, worst

JUDGED = (
    Judged(Question(1, "dumas", {}), {"a": 3}),
    Judged(Question(2, "lhkpn", {}), {"b": 3}),
    Judged(Question(4, "skp", {}), {"c": 3, "d": 3}),
)
RIGHT = {1: ["a"], 2: ["b"], 4: ["c", "d"]}
WRONG = {1: ["x", "a"], 2: ["b"], 4: ["x", "y"]}


def test_halves_are_apart() -> None:
    """Odd questions are reported and even ones are for tuning, each with three figures."""
    _, _, ours, peer = table(JUDGED, {OURS: RIGHT, "peer": WRONG}).splitlines()
    assert ours.split() == [OURS, *["1.000"] * 6]
    assert peer.split() == ["peer", "0.500", "0.500", "0.500", "0.631", "0.500", "1.000"]


def test_the_goal_is_judged_on_the_reported_half() -> None:
    """It is met when ours reaches it there and every peer stays below."""
    assert verdict(JUDGED, {OURS: {**WRONG, 1: ["a"]}, "peer": WRONG}).endswith(": met")
    assert verdict(JUDGED, {OURS: RIGHT, "peer": RIGHT}).endswith(": NOT MET")
    assert verdict(JUDGED, {OURS: WRONG, "peer": {1: [], 2: [], 4: []}}).endswith(": NOT MET")


def test_the_worst_of_the_tuning_half() -> None:
    """The worst question is shown with what came first and what was missed; the other half is not looked at."""
    shown = worst(JUDGED, WRONG, 1, {"c": "C.pdf", "d": "D.pdf", "x": "X.pdf", "y": "Y.pdf"}).split("\n")
    assert shown[1:] == [
        "4. skp: nDCG 0.00, recall 0.00",
        "   0  X.pdf",
        "   0  Y.pdf",
        "   not in the first ten: C.pdf",
        "   not in the first ten: D.pdf",
    ]
