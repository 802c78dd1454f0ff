"""Logging in and out: who has to, who comes in, for how long, and under which name they decide."""

import re
from collections.abc import Callable

import pytest

from tests.web.entrance import READER, SARI, Office, office, opened
from tests.web.people import NAMES, SECRET, Visitor, populate
from web.throttle import BOTH
from ziarchive.decisions import Appoint, Charge, Role
from ziarchive.model import Code
from ziarchive.people import NAME, People

__all__ = ["office", "opened"]
"""Fixtures, used by name."""


def test_without_people_this_machine_is_in(opened: Callable[..., Office]) -> None:
    """On loopback with no people everything is open, and each page says so and what to do."""
    visitor = opened(peopled=False).visitor()
    page = visitor.client.get("/").text
    assert "Situs ini terbuka untuk siapa saja di komputer ini" in page and "ziarchive user add" in page
    assert "Keluar" not in page
    assert visitor.client.get("/masuk").location == "/dasbor"


@pytest.mark.parametrize(
    ("host", "proxy"), [("192.0.2.1", False), ("127.0.0.1", True)], ids=["another address", "behind a proxy"]
)
def test_what_others_can_reach_is_never_open(opened: Callable[..., Office], host: str, proxy: bool) -> None:
    """Without people nobody is in where other machines can ask, also when the list of people is deleted later."""
    office = opened(peopled=False, host=host, proxy=proxy)
    assert not office.visitor().inside
    populate(office.archive)
    within = office.within()
    assert within.inside
    (office.archive.settings.home / NAME).unlink()
    assert not within.inside and not office.visitor().inside


def test_the_way_in_leads_on(office: Office) -> None:
    """Who asked for a page comes to it after logging in, and sees who is in and with which role."""
    visitor = office.visitor()
    asked = visitor.client.get("/dokumen?jenis=SK&halaman=1")
    assert (asked.status_code, asked.location) == (302, "/masuk?lanjut=/dokumen?jenis%3DSK%26halaman%3D1")
    page = visitor.client.get(asked.location)
    assert 'name="lanjut" value="/dokumen?jenis=SK&amp;halaman=1"' in page.text
    done = visitor.login(SARI, after="/dokumen?jenis=SK&halaman=1")
    assert (done.status_code, done.location) == (303, "/dokumen?jenis=SK&halaman=1")
    shown = visitor.client.get(done.location).text
    assert f"{SARI}, sekretaris" in shown and "terbuka untuk siapa saja" not in shown


@pytest.mark.parametrize(
    "target", ["//penyerang.example", "https://penyerang.example/", "/\\penyerang.example", "/\t/x", "javascript:0", ""]
)
def test_the_way_in_leads_nowhere_else(office: Office, target: str) -> None:
    """Another site, or what a browser may take for one, is not followed."""
    assert office.visitor().login(SARI, after=target).location == "/dasbor"


@pytest.mark.parametrize(
    ("name", "password"),
    [(SARI, "salah sekali"), (SARI, ""), ("Siapa", SECRET), ("", ""), (SARI, SECRET.upper()), (SARI, SECRET + " ")],
    ids=["wrong", "empty", "unknown", "nothing", "other letters", "more"],
)
def test_a_wrong_password_tells_nothing(office: Office, name: str, password: str) -> None:
    """The answer is the same for a wrong password and an unknown name, and nobody is in."""
    visitor = office.visitor()
    answer = visitor.login(name, password)
    assert answer.status_code == 401
    assert "Nama atau kata sandi salah" in answer.text and not visitor.inside


def test_nothing_is_told_before_the_way_in(office: Office) -> None:
    """The page shows no number, no document and no link into the site; errors neither."""
    client = office.visitor().client
    for address in ("/masuk", "/dokumen.json", "/masuk?lanjut=/x"):
        text = client.get(address).text
        assert "Kotak masuk" not in text and "badge" not in text and "pdf" not in text
    assert client.get("/tidak-ada").location.startswith("/masuk")
    assert client.post("/masuk", data={"nama": SARI, "sandi": SECRET}).status_code == 400, "a forged form"


@pytest.mark.parametrize("address", ["/dokumen.json", "/kesenjangan.pdf", "/agenda.ics", "/static/ziarchive.css"])
def test_programs_are_told_to_log_in(office: Office, address: str) -> None:
    """What is no page is answered with 401, in its own form."""
    answer = office.visitor().client.get(address)
    assert answer.status_code == 401
    if address.endswith(".json"):
        assert answer.json and answer.json["error"] == "Masuk dahulu"


def test_the_way_in_has_its_own_look(office: Office) -> None:
    """Every file that the page names is there before logging in."""
    client = office.visitor().client
    named = re.findall(r'(?:href|src)="(/static/[^"]+)"', client.get("/masuk").text)
    assert len(named) == 4
    for each in named:
        with client.get(each) as answer:
            assert answer.status_code == 200
    assert client.get("/static/../sessions.py").status_code in (302, 401, 404)


def test_an_old_form_comes_back_to_its_page(office: Office) -> None:
    """A form of somebody whose login is over decides nothing, and leads over the way in to where it stood."""
    within = office.within()
    token = within.token("/tim")
    office.clock.pass_by(hours=3)
    answer = within.client.post(
        "/tim/peran", data={"csrf_token": token, "lanjut": "/tim", "nama": "X", "peran": "head"}
    )
    assert (answer.status_code, answer.location) == (303, "/masuk?lanjut=/tim")
    assert "X" not in office.archive.standing.decisions().roles


def test_a_login_ends_when_nobody_is_there(office: Office) -> None:
    """Two hours without a page end it; a page now and then keeps it for twelve hours and no longer."""
    idle, busy = office.within(), office.within()
    for _ in range(7):
        office.clock.pass_by(hours=1.7)
        assert busy.inside
    assert not idle.inside
    office.clock.pass_by(hours=0.2)
    assert not busy.inside


def test_leaving_ends_a_copied_cookie_too(office: Office) -> None:
    """After leaving, neither the browser nor a copy of its cookie is in."""
    within = office.within()
    copied = within.client.get_cookie("ziarchive")
    assert copied
    answer = within.send("/keluar")
    assert (answer.status_code, answer.location) == (303, "/masuk")
    thief = office.visitor()
    thief.client.set_cookie("ziarchive", copied.value)
    assert not within.inside and not thief.inside


def test_a_forged_page_cannot_log_anybody_out(office: Office) -> None:
    """Leaving takes the form's token."""
    within = office.within()
    assert within.client.post("/keluar").status_code == 400
    assert within.client.get("/keluar").status_code == 405
    assert within.inside


def test_logging_in_begins_a_new_session(office: Office) -> None:
    """The token of forms before the way in is worth nothing behind it."""
    visitor = office.visitor()
    before = visitor.token("/masuk")
    visitor.login(SARI)
    answer = visitor.client.post("/tim/peran", data={"csrf_token": before, "nama": "X", "peran": "head"})
    assert answer.status_code == 400


@pytest.mark.parametrize("change", ["password", "removed", "role", "another epoch"])
def test_what_is_taken_ends_the_session(office: Office, change: str) -> None:
    """A new password, being removed, and losing one's role end a session with the next page."""
    within, known = office.within(READER), People.of(office.archive.settings)
    assert within.inside
    if change == "password":
        known.change(READER, "lampu tiga kopi sawah", office.clock())
    elif change == "role":
        office.archive.decide(SARI, Appoint(READER, None))
    else:
        known.remove(READER)
    if change == "another epoch":
        known.add(READER, SECRET, office.clock())
    assert not within.inside


def test_without_a_role_nobody_comes_in(office: Office) -> None:
    """A right password with no role is told whom to ask."""
    office.archive.decide(SARI, Appoint(READER, None))
    answer = office.visitor().login(READER)
    assert answer.status_code == 403 and "sekretaris" in answer.text


def test_cookies_are_kept_from_others(office: Office) -> None:
    """No script reads the cookie and no other site sends it; given over https it stays there."""
    visitor = office.visitor()
    visitor.login(SARI)
    token = visitor.token("/masuk")
    for scheme, secure in (("http", False), ("https", True)):
        client = Visitor(office.app).client
        answer = client.get("/masuk", base_url=f"{scheme}://localhost")
        cookie = answer.headers["Set-Cookie"]
        assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and ("Secure" in cookie) is secure
    assert token == "", "who is in is led on"


def test_a_forged_or_foreign_session_is_none(office: Office) -> None:
    """A name without a login in the session, as open sites leave it, opens nothing; nor does a broken signature."""
    visitor = office.visitor()
    with visitor.client.session_transaction() as session:
        session["who"] = SARI
    assert not visitor.inside
    within = office.within()
    cookie = within.client.get_cookie("ziarchive")
    assert cookie
    within.client.set_cookie("ziarchive", cookie.value[:-2] + "xx")
    assert not within.inside


def test_decisions_bear_the_name_of_who_is_in(office: Office) -> None:
    """The name in a form is not asked and not believed, wherever forms carry it."""
    within = office.within()
    assert 'name="siapa"' not in within.client.get("/tim").text
    within.send("/tim/peran", nama="Baru", peran="reader", siapa="Orang lain")
    document = office.archive.documents()[0]
    within.send(f"/dokumen/{document.id}/tempat?isi={document.sha256}", kode="I.1.1.2", siapa="Orang lain")
    batch = office.archive.standing.entries()[-1].batch
    within.send("/batal", kelompok=batch, siapa="Orang lain")
    head = office.within(NAMES[Role.HEAD])
    head.send("/putaran/beku", nama="TPI", siapa="Orang lain")
    assert {each.who for each in office.archive.standing.entries()[-4:]} == {SARI, NAMES[Role.HEAD]}
    assert within.inside and f"{SARI}, sekretaris" in within.client.get("/").text


def test_pages_offer_only_what_their_reader_may_do(office: Office) -> None:
    """A reader sees no form but search, language, look and leaving; each other role sees its own."""
    loose = next(each for each in office.archive.documents() if "Evaluasi SOP" in each.path)
    office.archive.decide(NAMES[Role.SECRETARY], Charge(Code.of("I"), NAMES[Role.IN_CHARGE]))
    pages = ("/tim", "/kotak-masuk", f"/dokumen/{loose.id}", "/bukti/I.1.1.1", "/penilaian/I.1.1.1", "/putaran")
    pages = (*pages, "/cari?q=sop", "/riwayat", "/saran-mutu")
    offered = {
        role: {form for page in pages for form in forms(office.within(name), page)} for role, name in NAMES.items()
    }
    assert offered[Role.READER] == {"/bahasa", "/keluar", "/tampilan"}
    assert {"/penilaian/I.1.1.1/nilai", "/slot/catatan"} <= offered[Role.ASSESSOR]
    assert "/kotak-masuk/terima" not in offered[Role.ASSESSOR] and "/putaran/beku" not in offered[Role.ASSESSOR]
    assert "/putaran/beku" in offered[Role.HEAD] and "/tim/peran" not in offered[Role.HEAD]
    assert {"/kotak-masuk/terima", "/slot/tidak-berlaku", f"/dokumen/{loose.id}/tempat?isi={loose.sha256}"} <= offered[
        Role.IN_CHARGE
    ]
    assert "/tim/peran" not in offered[Role.IN_CHARGE]
    assert {"/tim/peran", "/penanggung-jawab", "/kotak-masuk/terima"} <= offered[Role.SECRETARY]


def forms(visitor: Visitor, page: str) -> list[str]:
    text = visitor.client.get(page).text
    return re.findall(r'<form[^>]*action="([^"]+)"[^>]*method="post"', text)


def test_one_mistyped_password_keeps_nobody_out(office: Office) -> None:
    """Who mistypes once and tries again after a while comes in with the right one."""
    visitor = office.visitor()
    assert visitor.login(SARI, "salah ketik sekali").status_code == 401
    office.clock.pass_by(seconds=20)
    assert visitor.login(SARI).status_code == 303 and visitor.inside


def test_too_many_wrong_passwords_have_to_wait(office: Office) -> None:
    """The page says how many seconds; the right password does not help before, and does after; others are free."""
    visitor = office.visitor()
    for _ in range(BOTH.free + 1):
        assert visitor.login(SARI, "salah sekali").status_code == 401
    answer = visitor.login(SARI)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "2")
    assert "Tunggu 2 detik" in answer.text
    assert office.within(READER).inside, "another person at the same address"
    assert office.visitor("10.0.0.9").login(SARI).status_code == 303, "the same person at another address"
    office.clock.pass_by(seconds=2)
    assert visitor.login(SARI).status_code == 303


def test_a_damaged_list_of_people_closes_the_site(office: Office) -> None:
    """When nobody can tell who may come in, nobody comes in, and the page says what is wrong."""
    within = office.within()
    (office.archive.settings.home / NAME).write_text("{")
    for visitor in (within, office.visitor()):
        answer = visitor.client.get("/")
        assert answer.status_code == 503 and "Tidak seorang pun dapat masuk" in answer.text
        assert "Kotak masuk" not in answer.text


@pytest.mark.parametrize("told", [True, False], ids=["told", "not told"])
def test_a_proxy_is_believed_only_when_told(opened: Callable[..., Office], told: bool) -> None:
    """Sender and scheme come from a proxy's headers with web.proxy, and are anybody's words without."""
    app = opened(proxy=told).app
    headers = {"X-Forwarded-For": "10.9.9.9", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "penyerang.example"}
    answer = app.test_client().get("/masuk", headers=headers)
    assert answer.status_code == 200, "the name is the proxy's to keep, never the header's to change"
    assert ("Secure" in answer.headers["Set-Cookie"]) is told


def test_the_site_answers_to_the_names_it_is_given(opened: Callable[..., Office]) -> None:
    """web.names are ours too; others stay strange."""
    client = opened(names="Arsip.Kantor.example, arsip").app.test_client()
    for name, status in (("arsip.kantor.example", 200), ("arsip:8000", 200), ("kantor.example", 400)):
        assert client.get("/masuk", headers={"Host": name}).status_code == status
