"""What the API tells: the site's own shapes, in parts that join, conditionally."""

import json
from typing import Any

import pytest

from tests.web.api.conftest import API, Office
from ziarchive import explanation, shapes
from ziarchive.decisions import Note, Waiver
from ziarchive.model import Code, Period
from ziarchive.naming import periods


def every(office: Office, path: str, rows: str = "items") -> list[Any]:
    """Follow `next` from the first part of a list to its last."""
    found, following = [], path
    while following:
        part = office.get(following.removeprefix(API))
        assert part["total"] and len(part[rows]) <= part["limit"]
        found += part[rows]
        following = part["next"]
    return found


def test_lists_join_to_the_whole(asked: Office) -> None:
    """Whoever follows `next` gets each row once, in the order of the site's own lists."""
    documents = json.loads(json.dumps(shapes.documents(asked.archive.documents())))
    assert every(asked, "/documents?limit=2") == documents
    plan = asked.archive.plan
    assert [each["code"] for each in every(asked, "/plan/requirements?limit=100")] == [
        str(each.code) for each in plan.requirements()
    ]
    assert len(every(asked, "/plan/indicators?limit=7")) == len([*plan.indicators()])
    assert len(every(asked, "/plan/components")) == len([*plan.components()])
    slots = every(asked, "/slots?limit=99")
    known = [each.slot for each in asked.archive.gaps(asked.archive.today()).slots]
    assert [(each["code"], each["period"]) for each in slots] == [
        (str(each.code), periods.render(each.period)) for each in known
    ]


def test_next_keeps_what_was_asked(asked: Office) -> None:
    """The address of the next part asks the same question."""
    found = asked.get("/slots?state=overdue&limit=3&code=I")
    assert found["next"] == f"{API}/slots?state=overdue&limit=3&code=I&offset=3"
    assert {each["state"] for each in found["items"]} == {"overdue"}
    assert all(each["code"].startswith("I.") for each in found["items"])


def test_documents_are_narrowed(asked: Office) -> None:
    """Each parameter lets only its own documents through; code and period together name a slot."""

    def paths(query: str) -> list[str]:
        return [each["path"].rpartition("/")[2] for each in asked.get(f"/documents?{query}")["items"]]

    assert paths("code=I.4") == ["I.4.3.2_Notulen rapat_2024-02-06.docx"]
    assert paths("how=candidate&text=sop") == ["Evaluasi SOP (draf 2).docx"]
    assert paths("code=I.1.1.1&period=2024-01") == ["I.1.1.1_SK tim kerja_2024-01.pdf"]
    assert paths("kind=tidak%20ada") == []


def test_a_document_is_told_as_explained(asked: Office) -> None:
    """One document has the shape of `explain`, its text comes page by page, and its file as it is."""
    archive, document = asked.archive, asked.document("I.1.1.1")
    text = archive.text(document)
    known = explanation.explain(document, text, archive.gaps(archive.today()))
    assert asked.get(f"/documents/{document.id}") == json.loads(json.dumps(explanation.as_json(known)))
    pages = every(asked, f"/documents/{document.id}/pages?limit=1")
    assert [each["text"] for each in pages] == [*text.pages] and [each["page"] for each in pages] == [1, 2]
    answer = asked.send("GET", f"/documents/{document.id}/file")
    assert answer.data == archive.file(document).read_bytes() and answer.mimetype == "application/pdf"
    answer.close()


def test_a_part_of_a_file_can_be_asked_for(asked: Office) -> None:
    """Ranges are understood, and one beyond the end is a problem."""
    path = f"/documents/{asked.document('I.1.1.1').id}/file"
    part = asked.send("GET", path, headers={"Range": "bytes=0-3"})
    assert (part.status_code, part.data) == (206, b"%PDF")
    part.close()
    beyond = asked.send("GET", path, headers={"Range": "bytes=99999999-"})
    assert (beyond.status_code, beyond.content_type) == (416, "application/problem+json")


def test_search_answers_as_the_site_does(asked: Office) -> None:
    """Hits are those of the site's search, with where the next ones are."""
    found = asked.get("/search?q=rapat&limit=1")
    assert found["hits"][0]["id"] == asked.document("I.4.3.2").id and found["next"] is None
    assert asked.get("/search?q=2024&limit=1")["next"] == f"{API}/search?q=2024&limit=1&offset=1"


def test_slots_tell_what_people_said(office: Office) -> None:
    """A slot names its documents by id, the reason why it does not apply, and the note on it."""
    code = Code.of("I.4.3.2")
    period = next(
        each.slot.period for each in office.archive.gaps(office.archive.today()).slots if each.slot.code == code
    )
    office.archive.decide("Orang secretary", Note(code, period, "Diminta."), Waiver(code, period, "Tidak ada rapat."))
    slot = office.get("/slots?code=I.4.3.2")["items"][0]
    assert (slot["state"], slot["waiver"], slot["note"]) == ("waived", "Tidak ada rapat.", "Diminta.")
    assert [each["id"] for each in slot["documents"]] == [office.document("I.4.3.2").id]


def test_gaps_are_summed_up_as_of_a_day(asked: Office) -> None:
    """The sums are those of the gap page on that day, of the part of the plan that is asked for."""
    archive = asked.archive
    day = Period(*(archive.today(),) * 2)
    told = shapes.gaps(archive.gaps(day.start))
    assert asked.get(f"/gaps?on={day.start}")["totals"] == json.loads(json.dumps(told["totals"]))
    assert [each["code"] for each in asked.get("/gaps?code=III&on=2024-12-31")["areas"]] == ["III"]


def test_the_plan_is_told(asked: Office) -> None:
    """The plan with its areas, and one requirement with its due days and who is in charge."""
    plan = asked.archive.plan
    assert asked.get("/plan")["areas"] == [{"code": str(each.code), "name": each.name} for each in plan.areas]
    found = asked.get("/plan/requirements/I.4.3.2")
    assert found["indicator"] == "I.4.3" and found["person"] == "Orang in_charge" and found["due"]


def test_what_a_program_has_is_not_sent_again(office: Office) -> None:
    """An answer has a tag; who shows it is told that nothing changed, until something did."""
    first = office.send("GET", "/documents")
    tag = {"If-None-Match": first.headers["ETag"]}
    again = office.send("GET", "/documents", headers=tag)
    assert (again.status_code, again.data) == (304, b"")
    assert first.headers["Cache-Control"] == "private, no-cache"
    assert {"Authorization", "Cookie"} <= {*first.vary}
    office.post(f"/documents/{office.document('SOP').id}/place", {"codes": ["II.1.1.1"]})
    assert office.send("GET", "/documents", headers=tag).status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "at"),
    [
        ("/documents?limit=0", 422, "/query/limit"),
        ("/documents?limit=201", 422, "/query/limit"),
        ("/documents?limit=1_0", 422, "/query/limit"),
        ("/documents?offset=-1", 422, "/query/offset"),
        ("/documents?halaman=2", 422, "/query/halaman"),
        ("/documents?code=IV.x", 422, "/query/code"),
        ("/documents?code=I.1.1.1%0A", 422, "/query/code"),
        ("/documents?period=2024-02-30", 422, "/query/period"),
        ("/search", 422, "/query/q"),
        ("/gaps?on=20240701", 422, "/query/on"),
        ("/me?a=1", 422, "/query/a"),
        ("/documents/x", 404, ""),
        ("/documents/000000000000/file", 404, ""),
        ("/plan/requirements/I.1", 404, ""),
        ("/nix", 404, ""),
    ],
)
def test_what_makes_no_sense_is_a_problem(asked: Office, path: str, status: int, at: str) -> None:
    """A parameter that is wrong or not known is named; what is not there is said to be so, in Indonesian."""
    answer = asked.send("GET", path)
    problem = answer.json
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json")
    assert problem["type"] == "about:blank" and problem["status"] == status and problem["title"] and problem["detail"]
    assert [each["at"] for each in problem.get("errors", ())] == ([at] if at else [])


def test_another_method_is_told_which_there_are(asked: Office) -> None:
    """A method that an address does not know is a problem with those that it does."""
    answer = asked.send("DELETE", "/documents")
    assert (answer.status_code, answer.content_type) == (405, "application/problem+json")
    assert "GET" in answer.headers["Allow"]


def test_pages_keep_their_errors(asked: Office) -> None:
    """Outside the API an error is a page, or JSON where the address says so."""
    client = asked.app.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = ""
    assert client.get("/api.json").content_type == "application/json"
    answer = client.get("/masuk/x", follow_redirects=True)
    assert answer.mimetype == "text/html"
