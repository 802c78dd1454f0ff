"""What every answer carries, and which requests are refused."""

import pytest

from web.security import HEADERS, trusted

PAGES = ["/", "/cari?q=tim", "/dokumen", "/kotak-masuk", "/status", "/tidak-ada", "/status.json"]


@pytest.mark.parametrize("address", PAGES)
def test_every_answer_is_guarded(site, address: str) -> None:
    """Pages, errors and JSON carry all the headers; a cookie is set only where a form is, and no script reads it."""
    answer = site.client.get(address)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    cookie = answer.headers.get("Set-Cookie", "HttpOnly; SameSite=Lax")
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie
    assert ("Set-Cookie" in answer.headers) == ("csrf_token" in answer.text)


def test_the_policy_allows_only_our_own_files(site) -> None:
    """No inline code, no other host, no plug-in, no framing by others."""
    policy = site.client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert "script-src 'self'" in policy and "style-src 'self'" in policy
    assert "unsafe" not in policy and "http" not in policy and "*" not in policy


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
@pytest.mark.parametrize("address", ["/", "/dokumen", "/status.json", "/static/ziarchive.css"])
def test_nothing_can_be_changed_through_the_site(site, method: str, address: str) -> None:
    """The site only answers questions."""
    assert getattr(site.client, method)(address).status_code == 405


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("127.0.0.1:8000", True),
        ("localhost:8000", True),
        ("LOCALHOST", True),
        ("[::1]:8000", True),
        ("192.168.1.20:8000", True),
        ("arsip.kantor.example:8000", True),
        ("penyerang.example", False),
        ("localhost.penyerang.example", False),
        ("127.0.0.1.penyerang.example:8000", False),
        ("127.0.0.1@penyerang.example", False),
        ("", False),
        ("[::1", False),
        ("a b", False),
        ("127.0.0.1:8102 x", False),
        ("127.0.0.1:8102\n", False),
        ("127.0.0.1/x", False),
        ("x@127.0.0.1", False),
        ("localhost:", False),
        ("localhost:80:80", False),
        ("::1", False),
    ],
)
def test_only_our_own_names_are_answered(host: str, ours: bool) -> None:
    """A name that an attacker points at this machine is refused; a bare address cannot be pointed."""
    assert trusted(host, {"localhost", "arsip.kantor.example"}) is ours


def test_a_strange_host_gets_no_data(home, visit) -> None:
    """The refusal holds for every page, and says what to do."""
    site = visit(home, host="arsip.kantor.example")
    assert site.client.get("/masuk", headers={"Host": "arsip.kantor.example:8000"}).status_code == 200
    for address in ("/", "/dokumen.json", "/static/ziarchive.css"):
        answer = site.client.get(address, headers={"Host": "penyerang.example"})
        assert answer.status_code == 400
        assert "Alamat situs ini tidak dikenal" in answer.text
