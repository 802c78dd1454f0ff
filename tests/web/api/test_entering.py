"""Who may use the API: tokens, sessions, and sites where nobody has to log in."""

import re
from pathlib import Path

import pytest

from tests.web.api.conftest import API, Office
from tests.web.conftest import Site
from tests.web.people import NAMES, Visitor
from ziarchive import accounts, clients
from ziarchive.decisions import Appoint, Restrict, Role
from ziarchive.model import Code
from ziarchive.tokens import NAME, Tokens

NOTE = "/plan/requirements/I.4.3.2/note"
SAID = {"text": "Sudah diminta."}
PAGE = Path(__file__).parents[3] / "docs" / "api.md"


def test_a_token_opens_the_api_with_its_owners_role(asked: Office) -> None:
    """Who comes in with a token is its owner, and is told which operations that role may use."""
    assert asked.get("/me") == {"name": NAMES[Role.READER], "role": "reader", "may": []}
    assert asked.get("/me", Role.ASSESSOR)["may"] == ["note", "judge", "undo"]
    assert {"place", "confirm", "date", "waive", "unwaive"} < {*asked.get("/me", Role.IN_CHARGE)["may"]}


def test_a_token_opens_nothing_else(asked: Office) -> None:
    """Pages and their forms do not know tokens."""
    headers = {"Authorization": f"Bearer {asked.tokens[Role.SECRETARY]}"}
    client = asked.app.test_client()
    assert client.get("/status", headers=headers).status_code == 302
    assert client.get("/status.json", headers=headers).status_code == 401
    assert client.post("/tim/peran", headers=headers).status_code in (303, 400)


def test_who_shows_no_token_is_asked_for_one(asked: Office) -> None:
    """Without a token and a session every address of the API is a problem that names the way in."""
    for path in ("/me", "/openapi.json", "/documents", "/nix"):
        answer = asked.send("GET", path, None)
        assert (answer.status_code, answer.content_type) == (401, "application/problem+json")
        assert answer.headers["WWW-Authenticate"].startswith("Bearer ")
    assert asked.send("POST", NOTE, None, json=SAID).status_code == 401
    assert asked.send("GET", "/me", None, headers={"Authorization": "Basic eDp5"}).status_code == 401


def test_a_token_that_is_over_opens_nothing(office: Office) -> None:
    """One that expired, was removed, or whose owner is gone is refused at once, by the running site."""
    archive, secretary = office.archive, NAMES[Role.SECRETARY]
    short = clients.lend(archive, "Sebentar", secretary, 1)
    bearer = {"headers": {"Authorization": f"Bearer {short}"}}
    office.get("/me", None, 200, **bearer)
    office.clock.pass_by(days=1)
    office.get("/me", None, 401, **bearer)
    clients.remove(archive, f"Program {Role.HEAD}", secretary)
    office.get("/me", Role.HEAD, 401)
    accounts.remove(archive, NAMES[Role.READER], secretary)
    office.get("/me", Role.READER, 401)
    archive.decide(secretary, Appoint(NAMES[Role.ASSESSOR], None))
    office.get("/me", Role.ASSESSOR, 401)
    office.get("/me", Role.SECRETARY)


def test_wrong_tokens_wait_and_lock_nobody_out(office: Office) -> None:
    """Who tries one wrong token again and again has to wait; a right one from that address does not."""
    wrong = {"headers": {"Authorization": "Bearer zia_salah"}}
    tried = [office.send("GET", "/me", None, **wrong) for _each in range(6)]
    assert [each.status_code for each in tried] == [401] * 5 + [429]
    assert int(tried[-1].headers["Retry-After"]) > 0 and tried[-1].content_type == "application/problem+json"
    office.get("/me")
    office.clock.pass_by(hours=2)
    assert office.send("GET", "/me", None, **wrong).status_code == 401


def test_many_wrong_tokens_do_not_keep_people_from_logging_in(office: Office) -> None:
    """Tokens are counted apart from passwords."""
    address = {"environ_overrides": {"REMOTE_ADDR": "192.168.1.20"}}
    codes = {
        office.send("GET", "/me", None, headers={"Authorization": f"Bearer zia_{each}"}, **address).status_code
        for each in range(40)
    }
    assert codes == {401, 429}
    assert Visitor(office.app).login(NAMES[Role.SECRETARY]).status_code == 303


def test_a_session_may_read_and_not_write(asked: Office) -> None:
    """Who is logged in reads with the cookie; to decide takes a token, also with the right form token."""
    visitor = Visitor(asked.app)
    visitor.login(NAMES[Role.SECRETARY])
    client = visitor.client
    assert client.get(f"{API}/me").json == {"name": NAMES[Role.SECRETARY], "role": "secretary", "may": []}
    before = len(asked.archive.standing.entries())
    for headers in ({}, {"X-CSRFToken": visitor.token("/status")}):
        answer = client.post(f"{API}{NOTE}", json=SAID, headers=headers)
        assert (answer.status_code, answer.content_type) == (403, "application/problem+json")
    assert len(asked.archive.standing.entries()) == before


def test_a_token_needs_no_cookie_and_gives_none(office: Office) -> None:
    """A program writes with the token alone and is given no session."""
    answer = office.send("POST", NOTE, Role.SECRETARY, json=SAID)
    assert answer.status_code == 200 and "Set-Cookie" not in answer.headers


def test_an_open_site_is_read_without_a_token(site: Site) -> None:
    """While nobody has a password, this machine reads; another site's page in its browser can decide nothing."""
    assert site.client.get(f"{API}/me").json == {"name": None, "role": None, "may": []}
    assert site.client.get(f"{API}/documents").json["total"] == len(site.archive.documents())
    assert site.client.post(f"{API}{NOTE}", json=SAID).status_code == 403
    assert site.client.get(f"{API}/me", headers={"Authorization": "Bearer zia_salah"}).status_code == 401


def test_a_damaged_list_of_tokens_is_told(office: Office) -> None:
    """Nobody comes in, with the reason in words, and the rest of the site goes on."""
    (office.archive.settings.home / NAME).write_text("{")
    answer = office.send("GET", "/me")
    assert answer.status_code == 503 and "Daftar token" in answer.json["detail"]
    assert office.app.test_client().get("/masuk").status_code == 200


def test_the_last_use_is_noted(office: Office) -> None:
    """What the list of tokens tells was noted by the running site."""
    office.get("/me")
    noted = {each.name: each.used for each in Tokens.of(office.archive.settings).all()}
    assert noted[f"Program {Role.READER}"] == office.clock.now
    assert noted[f"Program {Role.HEAD}"] is None


@pytest.mark.parametrize("role", list(Role))
def test_rights_are_those_of_the_forms(asked: Office, role: Role) -> None:
    """A role that may not use a form is refused the operation before it is read."""
    allowed = {*asked.get("/me", role)["may"]}
    paths = {
        "place": f"/documents/{asked.document('I.4.3.2').id}/place",
        "waive": "/plan/requirements/I.4.3.2/waive",
        "note": NOTE,
        "judge": "/plan/requirements/I.4.3.2/verdict",
        "undo": "/undo",
    }
    codes = {name: asked.send("POST", path, role, json={}).status_code for name, path in paths.items()}
    assert codes == {name: 422 if name in allowed else 403 for name in paths}


def test_a_foreign_name_is_no_way_in(site: Site) -> None:
    """The guard against foreign host names holds for the API, with a problem as its answer."""
    answer = site.client.get(f"{API}/me", headers={"Host": "jahat.example"})
    assert (answer.status_code, answer.content_type) == (400, "application/problem+json")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_what_is_restricted_is_not_there(office: Office) -> None:
    """A role that may not see a requirement's evidence finds no trace of it, and can decide nothing on it."""
    document = office.document("I.4.3.2")
    batch = office.post(NOTE, SAID)["batch"]
    office.archive.decide(NAMES[Role.SECRETARY], Restrict(Code.of("I.4.3.2"), (Role.HEAD,)))
    path = f"/documents/{document.id}"
    for below in ("", "/pages", "/file"):
        assert office.get(path + below, Role.ASSESSOR, 404)["status"] == 404
    for asked in ("/documents", "/search?q=rapat", "/slots?code=I.4", "/gaps", "/status"):
        assert document.id not in office.send("GET", asked, Role.ASSESSOR).text
        assert "2024-02-06" not in office.send("GET", asked, Role.ASSESSOR).text
    said = {"document": document.id, "sha256": document.sha256, "outcome": "accepted"}
    office.post("/plan/requirements/I.4.3.2/verdict", said, Role.ASSESSOR, 404)
    office.post(f"{path}/place", {"codes": []}, Role.IN_CHARGE, 404)
    assert office.send("POST", NOTE, Role.ASSESSOR, json=SAID).status_code in (404, 403, 409)
    office.post("/undo", {"batch": batch}, Role.ASSESSOR, 409)
    for role in (Role.SECRETARY, Role.HEAD):
        assert office.get(path, role)["id"] == document.id


def test_the_documentation_names_every_operation(asked: Office) -> None:
    """The page on the API, the OpenAPI document and the addresses of the site name the same operations."""
    told = {
        (method.upper(), path.removeprefix(API))
        for path, each in asked.get("/openapi.json")["paths"].items()
        for method in each
        if method != "parameters"
    }
    rows = re.findall(r"^\| `(GET|POST) (\S+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert {(method, re.sub("<(.*?)>", r"{\1}", path)) for method, path in rows} == told
    rules = [each for each in asked.app.url_map.iter_rules() if each.endpoint.startswith("api.")]
    assert len(rules) == len(told) == len(rows)
