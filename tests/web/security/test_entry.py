"""The way in, looked at as somebody would who wants to come in without being let in."""

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from time import thread_time

import pytest

from tests.web.people import NAMES, SECRET, Clock, Visitor, populate
from tests.web.security.conftest import read
from web import create_app
from web.left import NAME, Left
from web.throttle import ADDRESS, BOTH
from ziarchive import accounts, people
from ziarchive.archive import Archive
from ziarchive.decisions import Appoint, Role
from ziarchive.errors import UsageError, ZiArchiveError
from ziarchive.people import People
from ziarchive.settings import Settings

SARI = NAMES[Role.SECRETARY]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office without people."""
    home = tmp_path_factory.mktemp("pintu")
    (home / "archive").mkdir()
    read(home)
    return home


@pytest.fixture(scope="module")
def peopled(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with one person of each role."""
    home = tmp_path_factory.mktemp("orang") / "kantor"
    shutil.copytree(empty, home)
    with Archive(Settings(home, executor="inline"), Clock()) as archive:
        populate(archive)
    return home


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def archive(peopled: Path, clock: Clock, tmp_path: Path) -> Iterator[Archive]:
    shutil.copytree(peopled, tmp_path / "kantor")
    with Archive(Settings(tmp_path / "kantor", executor="inline"), clock) as opened:
        yield opened


def within(archive: Archive, name: str = SARI, address: str = "192.168.1.20") -> Visitor:
    made = Visitor(create_app(archive), address)
    assert made.login(name).status_code == 303
    return made


def copied(visitor: Visitor, app: object) -> Visitor:
    """Return a browser with a copy of a cookie."""
    thief, cookie = Visitor(app), visitor.client.get_cookie("ziarchive")  # type: ignore[arg-type]
    assert cookie
    thief.client.set_cookie("ziarchive", cookie.value)
    return thief


def test_a_left_session_stays_left_after_a_restart(archive: Archive) -> None:
    """Neither the running program nor a new one lets a copied cookie in, once its owner has left."""
    visitor = within(archive)
    thief = copied(visitor, visitor.app)
    assert thief.inside
    visitor.send("/keluar")
    assert not thief.inside
    assert not copied(thief, create_app(archive)).inside
    file = archive.settings.index / NAME
    assert os.name == "nt" or file.stat().st_mode & 0o077 == 0


def test_what_was_left_is_forgotten_when_it_is_over(tmp_path: Path) -> None:
    """The list holds no longer than a session could, and a damaged one hinders nobody."""
    file = tmp_path / NAME
    file.write_text("rusak\n\xff\nlama 1.0\nabc x\n", encoding="latin-1")
    left = Left(file)
    assert "lama" not in left
    file.write_text("lama 1.0\nrusak\n")
    left = Left(file)
    assert "lama" in left
    left.add("baru", 100_000.0)
    assert "lama" not in Left(file) and "baru" in Left(file)


def test_a_clock_that_was_wrong_lengthens_no_session(archive: Archive, clock: Clock) -> None:
    """Put back by minutes it changes nothing; put back further, who is in logs in anew."""
    visitor = within(archive)
    clock.pass_by(minutes=-4)
    assert visitor.inside
    clock.pass_by(days=-30)
    assert not visitor.inside


@pytest.mark.parametrize(
    "name", [SARI.upper(), f"  {SARI}  ", "Ｏrang secretary", "Orang\u00a0secretary", "ORANG  secretary"]
)
def test_spellings_of_a_name_share_their_wrong_passwords(archive: Archive, name: str) -> None:
    """Letters of another case, width or space are the same account: they come in, and they wait together."""
    assert within(archive, name).inside
    visitor = Visitor(create_app(archive), "10.0.0.1")
    for turn in range(BOTH.free + 1):
        assert visitor.login(name if turn % 2 else SARI, "salah sekali").status_code == 401
    assert visitor.login(name).status_code == 429


@pytest.mark.parametrize("name", ["Ｏrang secretary", "ORANG SECRETARY", "orang secretary ", "Orang\u2003secretary"])
def test_no_second_person_looks_like_the_first(archive: Archive, name: str) -> None:
    """A name that differs only in width, case or spaces is taken."""
    with pytest.raises(UsageError, match="sudah menjadi pengguna"):
        People.of(archive.settings).add(name, SECRET, archive.now())


@pytest.mark.parametrize("name", ["\u202eirаS", "Sari\x00", "Sari\u200b", "a" * 81, "", "\n"])
def test_a_name_that_deceives_is_no_name(archive: Archive, name: str) -> None:
    """Signs that nobody sees, or that turn others around, are refused when somebody is added."""
    with pytest.raises(UsageError):
        People.of(archive.settings).add(name, SECRET, archive.now())


def test_many_names_from_one_place_wait(archive: Archive) -> None:
    """Who tries one password on many names is slowed down by the address; a name known there is not."""
    app = create_app(archive)
    known = Visitor(app, "10.0.0.7")
    assert known.login(SARI).status_code == 303
    attacker = Visitor(app, "10.0.0.7")
    said = {attacker.login(f"orang {number}", "salah sekali").status_code for number in range(ADDRESS.free + 2)}
    assert said == {401, 429}
    assert Visitor(app, "10.0.0.7").login(SARI).status_code == 303


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Real-IP", "Forwarded", "Client-IP"])
def test_no_header_is_another_place(archive: Archive, header: str) -> None:
    """The wait holds for the connection, whatever a request says of where it comes from."""
    visitor = Visitor(create_app(archive), "10.0.0.8")
    token = visitor.token("/masuk")
    sent = {"csrf_token": token, "nama": SARI, "sandi": "salah sekali"}
    codes = [visitor.client.post("/masuk", data=sent, headers={header: f"10.1.1.{number}"}).status_code
             for number in range(BOTH.free + 2)]  # fmt: skip
    assert codes[-1] == 429


def test_many_at_once_gain_no_free_try(archive: Archive) -> None:
    """Twenty wrong passwords at the same moment are looked at as seldom as one after the other."""
    app = create_app(archive)
    visitors = [Visitor(app, "10.0.0.9") for _ in range(12)]
    said: list[int] = []
    threads = [threading.Thread(target=lambda one=each: said.append(one.login(SARI, "salah sekali").status_code))
               for each in visitors]  # fmt: skip
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert said.count(401) == BOTH.free + 1 and said.count(429) == len(visitors) - BOTH.free - 1


def test_an_unknown_name_takes_as_long(archive: Archive) -> None:
    """How long the answer takes does not tell whether somebody is called so."""
    known = People.of(archive.settings)
    known.change(SARI, SECRET, archive.now())  # to a hash as the program makes it
    took = {name: min(_seconds(known, name) for _ in range(5)) for name in (SARI, "tidak ada")}
    assert 0.4 < took[SARI] / took["tidak ada"] < 2.5


def _seconds(known: People, name: str) -> float:
    start = thread_time()
    known.checked(name, "salah sekali")
    return thread_time() - start


def test_the_first_person_is_a_secretary(empty: Path, clock: Clock, tmp_path: Path) -> None:
    """Nobody begins as anything else, nobody begins twice, and from then on the site is shut."""
    shutil.copytree(empty, tmp_path / "kantor")
    with Archive(Settings(tmp_path / "kantor", executor="inline"), clock) as archive:
        app = create_app(archive)
        assert Visitor(app).inside
        with pytest.raises(UsageError, match="Pengguna pertama harus sekretaris"):
            accounts.add(archive, "Budi", Role.READER, "Budi", lambda: SECRET)
        accounts.add(archive, "Budi", Role.SECRETARY, "Budi", lambda: SECRET)
        assert not Visitor(app).inside
        with pytest.raises(ZiArchiveError):
            accounts.add(archive, "Citra", Role.SECRETARY, "Citra", lambda: SECRET)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        '{"x": 1}',
        '{"x": {"hash": "plain", "epoch": "1"}}',
        "\x00",
        '{"x": {"hash": null}}',
        "{" * 5000,
    ],
    ids=["empty", "list", "null", "number", "plain", "zero", "none", "deep"],
)
def test_a_list_that_was_tampered_with_lets_nobody_in(archive: Archive, text: str) -> None:
    """A file that is not what we write is no list of nobody: the site is shut, and says what is wrong."""
    visitor = within(archive)
    (archive.settings.home / people.NAME).write_text(text)
    for each in (visitor, Visitor(visitor.app)):
        answer = each.client.get("/")
        assert answer.status_code == 503 and "Tidak seorang pun dapat masuk" in answer.text


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_the_program_reads_its_secrets(archive: Archive) -> None:
    """Passwords' hashes and the key of sessions are for no other user of the system, whatever they were before."""
    home = archive.settings.home
    (home / people.NAME).chmod(0o644)
    People.of(archive.settings).change(SARI, "lampu tiga kopi sawah", archive.now())
    create_app(archive)
    for file in (home / people.NAME, archive.settings.index / "session.key"):
        assert file.stat().st_mode & 0o077 == 0, file.name


def test_a_role_that_is_given_or_taken_holds_at_once(archive: Archive) -> None:
    """Who loses a right can no longer send the form that still stands open, and who gets one can."""
    reader, token = within(archive, NAMES[Role.READER]), ""
    token = reader.token("/status")
    form = {"csrf_token": token, "lanjut": "/tim", "nama": "Baru", "peran": "reader"}
    assert reader.client.post("/tim/peran", data=form).status_code == 403
    archive.decide(SARI, Appoint(NAMES[Role.READER], Role.SECRETARY))
    assert reader.client.post("/tim/peran", data=form).status_code == 303
    archive.decide(SARI, Appoint(NAMES[Role.READER], Role.READER))
    assert reader.client.post("/tim/peran", data=form).status_code == 403


def test_a_session_of_before_is_worth_nothing_after(archive: Archive) -> None:
    """A cookie that somebody planted before the login is not the session of who logs in with it."""
    app = create_app(archive)
    attacker = Visitor(app)
    attacker.token("/masuk")
    victim = copied(attacker, app)
    victim.login(SARI)
    assert victim.inside and not attacker.inside
