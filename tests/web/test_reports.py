"""The gap report can be taken away in every form, narrowed as the page is."""

import csv
import re
from dataclasses import replace
from datetime import date
from html import unescape
from io import BytesIO, StringIO
from urllib.parse import parse_qsl, urlsplit

import pypdf
import pytest
from flask import render_template
from flask.testing import FlaskClient
from werkzeug.http import parse_options_header

from tests.conftest import Office
from web import create_app, filters
from ziarchive.archive import Archive
from ziarchive.model import Code, State

STARTS = {"xlsx": b"PK", "docx": b"PK", "pdf": b"%PDF", "csv": b"\xef\xbb\xbfkode", "cetak.html": b"<!doctype"}
OFFERED = ("pdf", "docx", "xlsx", "cetak.html", "csv")
"""In the order of the row."""


def visit(archive: Archive) -> FlaskClient:
    return create_app(archive).test_client()


@pytest.fixture
def client(archive: Archive) -> FlaskClient:
    return visit(archive)


@pytest.mark.parametrize("suffix", STARTS)
def test_a_file_is_handed_out(client: FlaskClient, suffix: str) -> None:
    """Each address answers with a file of its form, named for year and day, and never shown as a page."""
    answer = client.get(f"/kesenjangan.{suffix}?pada=2024-07-10")
    kind, options = parse_options_header(answer.headers["Content-Disposition"])
    assert answer.status_code == 200 and answer.data.startswith(STARTS[suffix])
    assert (kind, options["filename"]) == (
        "attachment",
        f"Kesenjangan ZI 2024 per 2024-07-10.{suffix.rpartition('.')[2]}",
    )
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_filters_of_the_page_hold(client: FlaskClient) -> None:
    """Area, component, state and words narrow the file as they do the page."""
    answer = client.get("/kesenjangan.csv?pada=2024-07-10&area=I&komponen=I.4&status=overdue&teks=notulen")
    _, *rows = csv.reader(StringIO(answer.data.decode("utf-8-sig")))
    asked = client.get("/kesenjangan.json?pada=2024-07-10&area=I&komponen=I.4&status=overdue&teks=notulen").json
    assert asked and [row[0] for row in rows] == [slot["code"] for slot in asked["slots"]]
    told = client.get("/kesenjangan.pdf?komponen=I.4&teks=notulen").data
    first = " ".join(pypdf.PdfReader(BytesIO(told)).pages[0].extract_text().split())
    assert "Hanya bagian I.4 Perubahan Pola Pikir dan Budaya Kerja; memuat «notulen»" in first


def test_the_links_keep_the_filters(client: FlaskClient) -> None:
    """Each link of the page leads to a file with the page's own filters, the day among them."""
    app = client.application
    wanted = filters.GapFilter(date(2024, 7, 10), area=Code.of("I"), state=State.OVERDUE, text="SK & SOP")
    with app.test_request_context():
        row = render_template("downloads.html", wanted=wanted, today=date(2024, 7, 15))
    links = [unescape(link) for link in re.findall('href="([^"]+)"', row)]
    assert [urlsplit(link).path for link in links] == [f"/kesenjangan.{suffix}" for suffix in (*OFFERED, "json")]
    asked = {"pada": "2024-07-10", "area": "I", "status": "overdue", "teks": "SK & SOP"}
    assert all(dict(parse_qsl(urlsplit(link).query)) == asked for link in links)


def test_a_filter_that_makes_no_sense_is_refused(client: FlaskClient) -> None:
    """A file must not look like the answer to what was asked."""
    answer = client.get("/kesenjangan.pdf?pada=besok")
    assert answer.status_code == 400 and "besok" in answer.text


def test_a_form_that_there_is_not(client: FlaskClient) -> None:
    """Another suffix is not found."""
    assert client.get("/kesenjangan.odt").status_code == 404


def test_a_wrong_logo_is_told(office: Office) -> None:
    """A logo that cannot be used is named on a page, instead of a paper without it."""
    with replace(office, settings=replace(office.settings, logo="tiada.png")).open() as archive:
        answer = visit(archive).get("/kesenjangan.pdf")
    assert answer.status_code == 503 and "letterhead.logo" in answer.text
