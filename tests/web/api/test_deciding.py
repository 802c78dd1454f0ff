"""What programs decide: as the forms do, under the owner's name, or not at all."""

import json

import pytest

from tests.web.api.conftest import Office
from tests.web.people import NAMES
from web.api import BODY_BYTES
from ziarchive.decisions import Charge, Outcome, Role
from ziarchive.model import Code, Period
from ziarchive.naming import periods

CODE = Code.of("I.4.3.2")
SLOT = "/plan/requirements/I.4.3.2"


def test_a_file_is_placed_and_dated(office: Office) -> None:
    """A file counts for what it was placed at from now on; the ledger names the token's owner and the batch."""
    paper = office.document("SOP")
    said = {"codes": ["II.1.1.1", "II.1.1.1", "II.1.1.2"], "period": "2024-07"}
    answer = office.post(f"/documents/{paper.id}/place", said)
    assert answer["at_once"] is True
    found = office.get(f"/documents/{paper.id}")
    assert (found["codes"], found["how"], found["period"]) == (["II.1.1.1", "II.1.1.2"], "link", "2024-07")
    made = [each for each in office.archive.standing.entries() if each.batch == answer["batch"]]
    assert len(made) == 2 and {each.who for each in made} == {NAMES[Role.SECRETARY]}


def test_a_suggestion_is_confirmed(office: Office) -> None:
    """A file's suggestion is taken; any other code is no suggestion."""
    paper = office.document("SOP")
    best = office.get(f"/documents/{paper.id}")["suggestions"][0]["code"]
    assert "bukan saran" in office.post(f"/documents/{paper.id}/confirm", {"code": "VI.1.1.1"}, status=409)["detail"]
    office.post(f"/documents/{paper.id}/confirm", {"code": best})
    assert office.get(f"/documents/{paper.id}")["codes"] == [best]


def test_a_period_is_set_and_taken_back(office: Office) -> None:
    """A person's period beats that of the name; null lets the name say it again."""
    path = f"/documents/{office.document('I.4.3.2').id}"
    office.post(f"{path}/period", {"period": "2024-TW2"})
    assert [office.get(path)[name] for name in ("period", "period_from")] == ["2024-TW2", "hand"]
    office.post(f"{path}/period", {"period": None})
    assert [office.get(path)[name] for name in ("period", "period_from")] == ["2024-02-06", "name"]


def test_slots_are_waived_noted_and_brought_back(office: Office) -> None:
    """A waiver needs a reason and is taken back; a note stands until it is emptied."""
    period = office.get("/slots?code=I.4.3.2")["items"][0]["period"]
    of_slot = CODE, periods.parse(period)
    office.post(f"{SLOT}/waive", {"period": period, "reason": "Tidak ada rapat."})
    assert office.archive.standing.decisions().waivers[of_slot].reason == "Tidak ada rapat."
    office.post(f"{SLOT}/unwaive", {"period": period})
    assert of_slot not in office.archive.standing.decisions().waivers
    assert "tidak sedang" in office.post(f"{SLOT}/unwaive", {"period": period}, status=409)["detail"]
    office.post(f"{SLOT}/note", {"period": period, "text": " Diminta. "}, Role.ASSESSOR)
    assert office.archive.standing.decisions().notes[of_slot] == "Diminta."
    office.post(f"{SLOT}/note", {"period": period, "text": ""})
    assert of_slot not in office.archive.standing.decisions().notes


def test_a_slot_that_is_not_there_is_refused(office: Office) -> None:
    """The ruling on a decision is told in its own words, and nothing is written."""
    before = len(office.archive.standing.entries())
    problem = office.post(f"{SLOT}/waive", {"period": "2031", "reason": "x"}, status=409)
    assert "tidak punya slot 2031" in problem["detail"]
    assert len(office.archive.standing.entries()) == before


def test_a_verdict_is_bound_to_what_was_seen(office: Office) -> None:
    """It stands for that content; another content, a missing note, and a final word of an assessor do not pass."""
    document = office.document("I.4.3.2")
    said = {"document": document.id, "sha256": document.sha256, "outcome": "fix", "note": "Belum dicap."}
    office.post(f"{SLOT}/verdict", said, Role.ASSESSOR)
    judgement = office.archive.standing.decisions().judgements[document.sha256, CODE]
    assert judgement.opinions[NAMES[Role.ASSESSOR]].outcome is Outcome.FIX
    changed = office.post(f"{SLOT}/verdict", said | {"sha256": "0" * 64}, Role.ASSESSOR, 409)
    assert "sudah berubah" in changed["detail"]
    assert "Tulis catatan" in office.post(f"{SLOT}/verdict", said | {"note": " "}, Role.ASSESSOR, 409)["detail"]
    office.post(f"{SLOT}/verdict", said | {"final": True}, Role.ASSESSOR, 403)
    office.post(f"{SLOT}/verdict", said | {"final": True}, Role.HEAD)
    other = office.post("/plan/requirements/I.1.1.1/verdict", said, Role.ASSESSOR, 409)
    assert "tidak dihitung" in other["detail"]


def test_what_was_decided_is_taken_back(office: Office) -> None:
    """A batch is undone once; then there is nothing left to take back."""
    batch = office.post(f"{SLOT}/note", {"text": "Keliru."})["batch"]
    office.post("/undo", {"batch": batch})
    assert (CODE, None) not in office.archive.standing.decisions().notes
    office.post("/undo", {"batch": batch}, status=409)
    office.post("/undo", {"batch": "0" * 16}, status=409)


def test_who_is_in_charge_keeps_to_the_own_parts(office: Office) -> None:
    """The ruling on each decision holds for tokens as for forms."""
    office.post(f"{SLOT}/note", {"text": "Milik saya."}, Role.IN_CHARGE)
    office.archive.decide(NAMES[Role.SECRETARY], Charge(Code.of("I.4"), "Orang lain"))
    problem = office.post(f"{SLOT}/note", {"text": "Bukan milik saya."}, Role.IN_CHARGE, 403)
    assert "bukan tanggung jawab" in problem["detail"]


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ({}, ["/json/codes"]),
        ({"codes": "I.1.1.1"}, ["/json/codes"]),
        ({"codes": ["I.1.1"]}, ["/json/codes/0"]),
        ({"codes": ["I.1.1.1\n"]}, ["/json/codes/0"]),
        ({"codes": [None]}, ["/json/codes/0"]),
        ({"codes": ["I.1.1.1"] * 21}, ["/json/codes"]),
        ({"codes": [], "period": "Juli 2024"}, ["/json/period"]),
        ({"codes": [], "siapa": "Orang lain"}, ["/json/siapa"]),
        ([], ["/json"]),
    ],
)
def test_what_is_wrong_is_named(asked: Office, said: object, at: list[str]) -> None:
    """Fields that are missing, wrong or not known are listed with their place, and nothing is written."""
    before = len(asked.archive.standing.entries())
    problem = asked.post(f"/documents/{asked.document('SOP').id}/place", said, status=422)
    assert [each["at"] for each in problem["errors"]] == at and all(each["detail"] for each in problem["errors"])
    assert len(asked.archive.standing.entries()) == before


@pytest.mark.parametrize(
    ("body", "media_type", "status"),
    [
        (b'{"text": "x"}', "text/plain", 415),
        (b"text=x", "application/x-www-form-urlencoded", 415),
        (b"", None, 415),
        (b"", "application/json", 422),
        (b"{", "application/json", 400),
        (b"\xff", "application/json", 400),
        (b'{"text": ' + b"[" * 30_000 + b"]" * 30_000 + b"}", "application/json", 400),
        (b'{"text": ' + b"9" * 6000 + b"}", "application/json", 400),
        (b'{"text": "\\ud800"}', "application/json", 422),
        (b'{"text": "x", "\\ud800": 1}', "application/json", 422),
        (b'{"text": "' + b"x" * BODY_BYTES + b'"}', "application/json", 413),
        (b'{"text": "x"}', "application/json; charset=utf-8", 200),
    ],
    ids=["text", "form", "nothing", "empty", "broken", "bytes", "nested", "digits", "half", "name", "long", "charset"],
)
def test_bodies_are_short_json(asked: Office, body: bytes, media_type: str | None, status: int) -> None:
    """Anything else than a short JSON object is refused with the status that says why."""
    answer = asked.send("POST", f"{SLOT}/note", Role.SECRETARY, data=body, content_type=media_type)
    assert answer.status_code == status, answer.text
    assert answer.content_type.startswith("application/json" if status == 200 else "application/problem+json")


def test_the_longest_note_fits(office: Office) -> None:
    """What the rulings allow is never too long for the API, in any letters and any spelling of them."""
    body = json.dumps({"text": "\N{GRINNING FACE}" * 2000})
    answer = office.send("POST", f"{SLOT}/note", Role.SECRETARY, data=body, content_type="application/json")
    assert answer.status_code == 200, answer.text
    assert len(body) < BODY_BYTES


def test_periods_are_kept_as_they_were_said(office: Office) -> None:
    """The last day of a leap February is a period as any other."""
    path = f"/documents/{office.document('I.4.3.2').id}/period"
    office.post(path, {"period": "2024-02-29"})
    dates = office.archive.standing.decisions().dates
    assert {each.end.isoformat() for each in dates.values() if isinstance(each, Period)} == {"2024-02-29"}
