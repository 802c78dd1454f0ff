"""The look: what a visitor chose is written into every page by the server, and kept without a login."""

import pytest

from tests.web.conftest import Site
from tests.web.people import Visitor
from web import create_app


@pytest.fixture
def visitor(site: Site) -> Visitor:
    return Visitor(create_app(site.archive))


def choose(visitor: Visitor, name: str) -> str:
    answer = visitor.send("/tampilan", page="/status", tema=name)
    assert answer.status_code == 303 and answer.location == "/status"
    return visitor.client.get("/status").text


def test_a_choice_is_in_the_page_itself(visitor: Visitor) -> None:
    """Dark and light are attributes of the page; following the system is none."""
    assert "data-theme" not in visitor.client.get("/status").text.partition("<head>")[0]
    assert '<html lang="id" data-theme="dark">' in choose(visitor, "dark")
    page = choose(visitor, "light")
    assert '<html lang="id" data-theme="light">' in page and '<meta name="color-scheme" content="light">' in page
    assert "data-theme" not in choose(visitor, "auto").partition("<head>")[0]


def test_the_choice_is_told_to_all(visitor: Visitor) -> None:
    """The pressed button is the chosen one."""
    assert 'value="dark" aria-pressed="true"' in choose(visitor, "dark")


def test_a_look_that_is_none_changes_nothing(visitor: Visitor) -> None:
    """Neither a form nor a cookie can write its own attribute into the page."""
    choose(visitor, "dark")
    assert 'data-theme="dark"' in choose(visitor, '"><script>')
    visitor.client.set_cookie("tema", '"><script>')
    page = visitor.client.get("/status").text
    assert "data-theme" not in page.partition("<head>")[0] and '"><script>' not in page


def test_the_cookie_is_for_the_server_alone(visitor: Visitor) -> None:
    """No script reads it, no other site gets it, and it stays a year."""
    set_cookie = visitor.send("/tampilan", page="/status", tema="dark").headers["Set-Cookie"]
    assert "HttpOnly" in set_cookie and "SameSite=Lax" in set_cookie and "Max-Age=3" in set_cookie
