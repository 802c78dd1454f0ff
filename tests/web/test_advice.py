"""The page of weak evidence."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from secrets import token_hex

import pytest
from flask import render_template_string
from sqlalchemy import delete

from tests.web.conftest import NOW, Site, pdf, word
from tests.web.people import NAMES, Visitor, populate
from web import advice as pages
from web import create_app
from ziarchive import clients
from ziarchive.advice import Weakness, as_json
from ziarchive.advising import Advising
from ziarchive.archive import Archive
from ziarchive.decisions import Charge, Dismissal, Role
from ziarchive.model import Code
from ziarchive.settings import Settings
from ziarchive.store.gists import TABLE

LETTER = "Surat tugas untuk pelatihan <b>penyusunan</b> laporan "


@pytest.fixture(scope="module")
def weak(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with a locked-out year, a draft, minutes without invitation, and something sound."""
    home = tmp_path_factory.mktemp("lemah")
    root = home / "archive"
    pdf(root / "2024" / "VI.3.1.1_Laporan IKM_2023-TW3.pdf", "Laporan IKM")
    pdf(root / "2024" / "I.1.1.2_SK <i>Tim_2024-01.pdf", "DRAFT")
    word(root / "2024" / "I.4.3.2_Notulen rapat_2024-02-06.docx", LETTER)
    pdf(root / "2024" / "II.3.2.2_Laporan bulanan PPID_2024-05.pdf", "Laporan")
    with Archive(Settings(home, executor="inline"), lambda: NOW) as archive:
        archive.sync()
    return home


@pytest.fixture(name="site")
def site_fixture(weak: Path, visit: Callable[..., Site], tmp_path: Path) -> Site:
    """The site over an office of one's own."""
    return visit(Path(shutil.copytree(weak, tmp_path / "kantor")))


def keys(page: str) -> list[str]:
    return re.findall(r'<li class="card" id="s-([\w-]+)">', page)


def test_page_and_twin_give_the_same_advice(site: Site) -> None:
    """One card an advice, with its reason, its place, its file, and a way to dismiss it; all escaped."""
    page, told = site.page("/saran-mutu"), site.client.get("/saran-mutu.json").json
    assert [each["key"].replace("/", "-") for each in told["advice"]] == keys(page)
    assert {each["kind"] for each in told["advice"]} == {"draft", "outside_window", "incomplete_triple"}
    assert page.count('name="saran"') == len(told["advice"])
    assert "<i>" not in page and "style=" not in page and "<script>" not in page
    for each in told["advice"]:
        assert f'/dokumen/{each["documents"][0]["id"]}"' in page


def test_the_twin_has_the_agreed_shape(site: Site) -> None:
    """The JSON is the one that the command line gives."""
    found = Advising(site.archive).on(site.archive.today())
    documents = {each.id: each for each in site.archive.documents()}
    assert site.client.get("/saran-mutu.json").json == as_json(site.archive.plan, found.all, 0, documents)


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("?area=I", {"draft", "incomplete_triple"}),
        ("?komponen=I.4", {"incomplete_triple"}),
        ("?jenis=draft", {"draft"}),
        ("?jenis=draft&area=VI", set()),
        ("?pada=2024-02-08", {"draft", "outside_window"}),
    ],
)
def test_the_address_narrows(site: Site, query: str, kinds: set[str]) -> None:
    """Area, component, kind and day mean the same on the page and for programs."""
    told = site.client.get(f"/saran-mutu.json{query}").json["advice"]
    assert {each["kind"] for each in told} == kinds
    assert len(keys(site.page(f"/saran-mutu{query}"))) == len(told)


@pytest.mark.parametrize("query", ["pada=besok", "area=Q", "jenis=buruk"])
def test_a_wrong_filter_is_told_on_the_page_and_refused_to_programs(site: Site, query: str) -> None:
    """The page answers as if it were not there and says so; a program gets no other answer than it asked for."""
    assert "Bagian itu diabaikan" in site.page(f"/saran-mutu?{query}")
    assert site.client.get(f"/saran-mutu.json?{query}").status_code == 400


def test_a_dismissed_advice_is_told_apart(site: Site) -> None:
    """It leaves the list, is counted, and stands with its reason where the dismissed are asked for."""
    advice = Advising(site.archive).on(site.archive.today()).all
    one = next(each for each in advice if each.kind is Weakness.DRAFT)
    site.archive.decide("sekretaris", Dismissal(one.key, "sudah <final>"))
    page = site.page("/saran-mutu")
    assert one.key.replace("/", "-") not in keys(page) and "1 diabaikan" in page
    apart = site.page("/saran-mutu?diabaikan=1")
    assert keys(apart) == [one.key.replace("/", "-")] and "Diabaikan: sudah &lt;final&gt;" in apart
    assert site.client.get("/saran-mutu.json?diabaikan=1").json["advice"][0]["dismissed"] == "sudah <final>"


def test_the_form_on_the_page_dismisses(site: Site) -> None:
    """What the button sends is taken, and the advice is gone."""
    page = site.page("/saran-mutu?jenis=draft")
    token = re.search(r'name="csrf_token" value="([^"]+)"', page)
    key = re.search(r'name="saran" value="([^"]+)"', page)
    assert token and key
    form = {"csrf_token": token[1], "saran": key[1], "alasan": "final", "siapa": "Ani", "lanjut": "/saran-mutu"}
    assert site.client.post("/bukti-lemah/abaikan", data=form).status_code in (302, 303)
    assert site.archive.standing.decisions().dismissed == {key[1]: "final"}
    assert keys(site.page("/saran-mutu?jenis=draft")) == []


def test_only_what_is_ones_own_is_dismissed(site: Site) -> None:
    """Who is in charge of an area lets its advice rest and no other's, whatever the form says; the secretary any."""
    populate(site.archive)
    me, app = NAMES[Role.IN_CHARGE], create_app(site.archive)
    site.archive.decide(NAMES[Role.SECRETARY], Charge(Code.of("I"), me))
    told = {each.code.area: each.key for each in Advising(site.archive).on(NOW.date()).all}
    mine, secretary = Visitor(app), Visitor(app)
    mine.login(me)
    secretary.login(NAMES[Role.SECRETARY])
    own, other = told[Code.of("I")], next(key for area, key in told.items() if area != Code.of("I"))
    for key, words in ((other, "bukan tanggung jawab"), ("draft:lain", "tidak ada lagi"), (own, "Saran diabaikan.")):
        mine.send("/bukti-lemah/abaikan", saran=key, alasan="final")
        assert words in mine.client.get("/status").text
    secretary.send("/bukti-lemah/abaikan", saran=other, alasan="tahun lalu")
    assert site.archive.standing.decisions().dismissed == {own: "final", other: "tahun lalu"}


def test_only_ones_own_dismissal_is_taken_back(site: Site) -> None:
    """Who is in charge of an area brings no other's advice back, by a form or a program; the secretary any."""
    populate(site.archive)
    me, sari, app = NAMES[Role.IN_CHARGE], NAMES[Role.SECRETARY], create_app(site.archive)
    told = {each.code.area: each.key for each in Advising(site.archive).on(NOW.date()).all}
    own, other = told.pop(Code.of("I")), next(iter(told.values()))
    site.archive.decide(sari, Charge(Code.of("I"), me))
    batches = {key: token_hex(8) for key in (own, other, "draft/lain")}
    for key, batch in batches.items():
        site.archive.decide(sari, Dismissal(key, "final"), batch=batch)
    mine, secretary = Visitor(app), Visitor(app)
    mine.login(me)
    secretary.login(sari)
    program = {"Authorization": f"Bearer {clients.lend(site.archive, 'Program', me, None)}"}
    for key, status, words in ((other, 403, "bukan tanggung jawab"), ("draft/lain", 409, "tidak ada lagi")):
        mine.send("/batal", kelompok=batches[key])
        assert words in mine.client.get("/status").text
        answer = app.test_client().post("/api/v1/undo", json={"batch": batches[key]}, headers=program)
        assert (answer.status_code, words in answer.json["detail"]) == (status, True)
    assert {*site.archive.standing.decisions().dismissed} == {own, other, "draft/lain"}
    mine.send("/batal", kelompok=batches[own])
    secretary.send("/batal", kelompok=batches[other])
    assert {*site.archive.standing.decisions().dismissed} == {"draft/lain"}


def test_another_page_shows_its_own_advice(site: Site) -> None:
    """A document's and a slot's page include what is said of theirs, and nothing when nothing is."""
    part = '{% from "advice_parts.html" import weak with context %}{{ weak(found) }}'
    app = site.client.application
    draft, sound = site.document("I.1.1.2"), site.document("II.3.2.2")
    slots = site.archive.gaps(site.archive.today()).slots
    status = next(each for each in slots if any(one.id == draft.id for one in each.documents))
    with app.test_request_context("/"):
        app.preprocess_request()
        told = app.jinja_env.globals
        shown = render_template_string(part, found=told["advice_of_document"](draft.id))
        assert "masih draf" in shown and shown.count('name="saran"') == 1
        assert "masih draf" in render_template_string(part, found=told["advice_of_slot"](status))
        assert not render_template_string(part, found=told["advice_of_document"](sound.id)).strip()


def test_out_of_time_the_page_says_what_is_left(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A first visit to a large archive whose texts an older version kept is answered, and goes on with the next."""
    with site.archive._stores.texts.database.writing() as connection:
        connection.execute(delete(TABLE))
    monkeypatch.setattr(pages, "PATIENCE", -1.0)
    page = site.page("/saran-mutu")
    assert "berkas belum diperiksa isinya" in page
    assert len(keys(page)) == 2
    monkeypatch.undo()
    assert len(keys(site.page("/saran-mutu"))) == 3


def test_an_office_without_weak_evidence(visit: Callable[..., Site], tmp_path: Path) -> None:
    """An empty archive has no advice, and says so."""
    (tmp_path / "archive").mkdir()
    site = visit(tmp_path)
    assert "<strong>0 saran</strong>" in site.page("/saran-mutu")
