"""Every answer of every route is guarded: to who is in, to strangers, and when it is refused."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.web.conftest import NOW, Site
from tests.web.people import NAMES, Visitor, populate
from tests.web.security.routes import Route, asked
from web import create_app
from web.security import HEADERS, PAGE_POLICY
from ziarchive import previews
from ziarchive.archive import Archive
from ziarchive.decisions import Role
from ziarchive.settings import Settings

KEPT = {
    "file": "private, no-cache",
    "api.file": "private, no-cache",
    "help_picture": "private, max-age=86400",
    "page_picture": "private, max-age=86400",
}
"""What a browser may keep, by endpoint; `api.*` answers are asked about again, `static` ones are the same for all."""
FILES = ("file", "api.file")
"""Evidence, which pages of ours may frame; `test_active` sees to it."""
ENDING = ("do_logout", "do_make")
"""Forms that end a session, or begin long work, and lead where they always do."""
UNGUESSED = ("X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy",
             "Permissions-Policy")  # fmt: skip
"""Headers without an exception."""


@pytest.fixture(scope="module")
def archive(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """A copy of the common archive, with people."""
    copy = tmp_path_factory.mktemp("kepala") / "kantor"
    shutil.copytree(home, copy)
    with Archive(Settings(copy, executor="inline"), lambda: NOW) as opened:
        populate(opened)
        opened.search("tim")  # what stays open from now on is the archive's own
        previews.page(opened, next(each for each in opened.documents() if "I.1.1.1" in each.path), 1)
        yield opened


@pytest.fixture(scope="module")
def app(archive: Archive) -> Flask:
    return create_app(archive)


@pytest.fixture(scope="module")
def inside(app: Flask) -> Visitor:
    visitor = Visitor(app)
    visitor.login(NAMES[Role.SECRETARY])
    return visitor


def check(endpoint: str, answer: TestResponse) -> list[str]:
    """Return what is wrong with the headers of an answer."""
    headers, found = answer.headers, []
    found += [name for name in UNGUESSED if headers.get(name) != HEADERS[name]]
    policy = headers.get("Content-Security-Policy", "")
    if "default-src 'none'" not in policy or ("frame-ancestors 'none'" not in policy and endpoint not in FILES):
        found.append(policy)
    if answer.mimetype == "text/html" and answer.headers.get("Content-Disposition") is None and policy != PAGE_POLICY:
        found.append(policy)
    if "unsafe" in policy:
        found.append(policy)
    if headers.get("X-Frame-Options") != "DENY" and endpoint not in FILES:
        found.append("may be framed")
    kept = headers.get("Cache-Control")
    usual = ("no-store", "private, no-cache") if endpoint.startswith("api") else ("no-store",)
    if endpoint != "static" and kept not in (*usual, KEPT.get(endpoint) if answer.status_code < 400 else None):
        found.append(f"Cache-Control: {kept}")
    if "Access-Control-Allow-Origin" in headers or "Server" in headers:
        found.append("told too much")
    return [f"{endpoint} {answer.status_code}: {each}" for each in found]


def test_every_route_is_guarded(archive: Archive, app: Flask, inside: Visitor) -> None:
    """Who is in gets each answer with every header, and so does a stranger with the refusal; none is unsafe."""
    document = next(each for each in archive.documents() if "I.1.1.1" in each.path)
    stranger = Visitor(app)
    picture = next(each for each in archive.documents() if each.content.media_type == "image/png")
    found = []
    for route in (*asked(app, archive, document), Route("file", f"/dokumen/{picture.id}/berkas")):
        for visitor in (inside, stranger):
            answer = visitor.client.get(route.address)
            found += check(route.endpoint, answer)
            answer.close()
    assert not found, "\n".join(found)


def test_every_form_is_guarded(app: Flask, inside: Visitor) -> None:
    """So are the refusals of forms without a token, and of methods and addresses that there are not."""
    found = []
    for rule in app.url_map.iter_rules():
        if "POST" in (rule.methods or ()):
            address = re.sub(r"<[^>]+>", "x", rule.rule)
            found += check(rule.endpoint, inside.client.post(address))
            found += check(rule.endpoint, inside.client.put(address))
    found += check("", inside.client.get("/tidak-ada")) + check("", inside.client.get("/tidak-ada.json"))
    assert not found, "\n".join(found)


def test_an_error_of_ours_is_guarded(archive: Archive) -> None:
    """A page that fails tells nothing of why, and carries all the headers."""
    app = create_app(archive)
    app.add_url_rule("/masuk/rusak", endpoint="do_login_broken", view_func=lambda: 1 / 0)
    app.config["PROPAGATE_EXCEPTIONS"] = False
    visitor = Visitor(app)
    visitor.login(NAMES[Role.SECRETARY])
    answer = visitor.client.get("/masuk/rusak")
    assert answer.status_code == 500 and "division" not in answer.text and "Traceback" not in answer.text
    assert check("", answer) == []


@pytest.mark.parametrize(
    "host", ["penyerang.example", "localhost.penyerang.example", "127.0.0.1@penyerang.example", "", "[::1", "a b"]
)
def test_a_strange_host_gets_nothing_anywhere(app: Flask, archive: Archive, inside: Visitor, host: str) -> None:
    """No route answers to a name that is not ours, not even to who is in, and the name is in no answer."""
    document = next(each for each in archive.documents() if each.placement.codes)
    for route in asked(app, archive, document):
        answer = inside.client.get(route.address, headers={"Host": host})
        assert answer.status_code == 400, route
        assert not host or host not in answer.text, route
        answer.close()


@pytest.mark.parametrize(
    "target",
    [
        "//penyerang.example", "///penyerang.example", "/\\penyerang.example", "\\/penyerang.example",
        "https:penyerang.example",
        "http://penyerang.example", "/\t/penyerang.example", "/\n/penyerang.example", "javascript:alert(1)",
        "data:text/html,x",
        " //penyerang.example", "/%09/penyerang.example\x00", "\u2028//penyerang.example", "/\u202e",
        "//127.0.0.1@penyerang.example",
        "/./\\penyerang.example/..",
    ],
)  # fmt: skip
def test_no_form_leads_away(app: Flask, inside: Visitor, target: str) -> None:
    """Whatever form carries where to go next, it leads to this site."""
    cookie, token = inside.client.get_cookie("ziarchive"), inside.token("/status")
    assert cookie and token
    for rule in app.url_map.iter_rules():
        if "POST" in (rule.methods or ()) and not rule.endpoint.startswith("api") and rule.endpoint not in ENDING:
            client = app.test_client()
            client.set_cookie("ziarchive", cookie.value)
            address = re.sub(r"<[^>]+>", "x", rule.rule)
            answer = client.post(address, data={"csrf_token": token, "lanjut": target})
            place = answer.headers.get("Location", "/")
            assert place.startswith("/") and not place.startswith(("//", "/\\")), (rule, place)
            assert "penyerang" not in place.partition("?")[0] or place.startswith("/./"), (rule, place)


def test_words_of_a_proxy_are_nobodys(home: Path, visit: Callable[..., Site]) -> None:
    """Without web.proxy no header that a proxy would set changes sender, scheme, name or path."""
    site = visit(home)
    said = {
        "X-Forwarded-For": "10.0.0.1", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "penyerang.example",
        "X-Forwarded-Prefix": "/penyerang", "X-Forwarded-Port": "1",
        "Forwarded": "for=10.0.0.1;host=penyerang.example;proto=https",
        "X-Real-IP": "10.0.0.1", "X-Original-URL": "/tim", "X-Rewrite-URL": "/tim", "X-HTTP-Method-Override": "DELETE",
    }  # fmt: skip
    plain, told = site.client.get("/status"), site.client.get("/status", headers=said)
    assert told.status_code == 200 and "penyerang" not in told.text
    assert "Secure" not in told.headers.get("Set-Cookie", "") and plain.request.path == told.request.path
