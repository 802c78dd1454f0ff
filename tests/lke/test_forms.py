"""The JSON of the estimate."""

from tests.lke.estimate import small
from ziarchive.lke import as_json
from ziarchive.model import State

FIRST = ("I.1.1.1", "I.1.1.2", "I.1.1.3")


def test_items_with_and_without_an_estimate() -> None:
    """Marks and answers by name; what is outside says why and has no answers."""
    told = {
        each["code"]: each for each in as_json(small({"I.1.1.1": State.MET, "II.1.2.1": State.MET}, FIRST))["items"]
    }
    assert told["A.1.a"]["answers"] == {"accepted": "C", "supported": "C", "possible": "C", "eventual": "A"}
    assert told["A.1.a"]["points"] == {"accepted": 0.99, "supported": 0.99, "possible": 0.99, "eventual": 3.0}
    assert told["A.1.a"]["slots"] == {"asked": 3, "accepted": 1, "met": 1, "late": 2}
    assert (told["B.a"]["outside"], told["B.a"]["answers"]) == ("not_in_plan", None)
    assert told["A.2.b"]["points"]["supported"] == 0.6666


def test_lifts_and_gates() -> None:
    """A step with its documents, and each minimum score with what it hangs on."""
    told = as_json(small({}))
    first = told["lifts"][0]
    assert (first["points"], first["items"]) == (4.0, ["A.2.a", "A.2.b"])
    assert [each["code"] for each in first["documents"]] == ["II.1.1.1", "II.1.1.2"]
    assert first["documents"][0] == {
        "code": "II.1.1.1",
        "evidence": "Undangan rapat",
        "period": "2024-08",
        "due": "2024-08-31",
        "state": "upcoming",
        "file": "II.1.1.1_Undangan rapat_2024-08.pdf",
        "folder": "2024/II Dua/II.1 Rapat/II.1.1 Rapat diadakan",
    }
    assert told["gates"][0]["levels"][1] == {
        "name": "Emas",
        "needed": 9.5,
        "reach": "outside",
        "lacking": 2.5,
        "needs_late": True,
        "why": "Perlu sedikitnya 2,50 dari 3,00 poin di luar rencana ini. "
        "Sebagian bukti yang terlambat pun harus menyusul.",
    }
    assert told["unknown"] == ["X.9"]
