"""Open pages are told that something changed, and nothing else; who may not be told is not, and nobody waits for it."""

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from tests.conftest import Office, make_docx, wait_until
from tests.web.conftest import NOW, Site
from tests.web.people import NAMES, Clock, Visitor, populate
from web import create_app, live, pulse, sessions
from web.pulse import Pulse
from ziarchive.archive import Archive
from ziarchive.decisions import Note, Role
from ziarchive.model import Code
from ziarchive.pace import Pace
from ziarchive.reports import Progress
from ziarchive.service import Service
from ziarchive.settings import Settings

ITSELF = {sessions.BY_ITSELF: "1"}


def token(site: Site | Visitor) -> dict[str, str]:
    answer = site.client.get("/perubahan.json")
    assert answer.status_code == 200
    told: dict[str, str] = json.loads(answer.text)
    return told


@pytest.fixture
def own(home: Path, tmp_path: Path, visit: Callable[..., Site]) -> Site:
    """A site over a copy of the common archive."""
    shutil.copytree(home, tmp_path / "kantor")
    return visit(tmp_path / "kantor")


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def team(home: Path, tmp_path: Path, clock: Clock) -> Iterator[Archive]:
    """An archive whose people log in, by a clock that the test puts forward."""
    shutil.copytree(home, tmp_path / "kantor")
    with Archive(Settings(tmp_path / "kantor", executor="inline"), clock) as archive:
        populate(archive)
        yield archive


# --- the pulse ---------------------------------------------------------------------------------------


def test_many_wait_and_one_looks() -> None:
    """Every stream hears of a change, whoever many there are, from one thread, which ends with the last of them."""
    looks = count()
    heart = Pulse(lambda: str(next(looks)))
    for _ in range(20):
        assert heart.enter()
    before = heart.token()
    heard: list[str | None] = []
    waiting = [threading.Thread(target=lambda: heard.append(heart.wait(before, 10))) for _ in range(20)]
    for thread in waiting:
        thread.start()
    assert sum(thread.name == "ziarchive-pulse" for thread in threading.enumerate()) == 1
    for thread in waiting:
        thread.join()
    assert len(heard) == 20 and before not in heard and None not in heard
    for _ in range(20):
        heart.leave()
    wait_until(lambda: not any(thread.name == "ziarchive-pulse" for thread in threading.enumerate()))


def test_places_are_few_and_end_for_good() -> None:
    """Beyond the last place nobody comes in, a place that is left is free again, and after the end there are none."""
    heart = Pulse(lambda: "")
    assert all(heart.enter() for _ in range(pulse.STREAMS)) and not heart.enter()
    heart.leave()
    assert heart.enter()
    heart.close()
    assert heart.wait("", 10) is None and not heart.enter()


# --- what is told ------------------------------------------------------------------------------------


def test_a_file_and_a_decision_are_changes(own: Site) -> None:
    """New files and decisions change what is told; asking again tells the same."""
    before = token(own)
    assert token(own) == before
    make_docx(own.archive.settings.archive / "Notulen baru.docx", "apel pagi")
    own.archive.sync()
    wait_until(lambda: token(own)["isi"] != before["isi"])
    between = token(own)
    own.archive.decide("Sari", Note(Code((1, 1, 1, 1)), None, "sudah lengkap"))
    wait_until(lambda: token(own)["isi"] != between["isi"])


def test_another_process_is_heard(own: Site) -> None:
    """What the command line does changes what an open page is told."""
    before = token(own)
    with Archive(own.archive.settings, lambda: NOW) as other:
        make_docx(own.archive.settings.archive / "Notulen baru.docx", "apel pagi")
        other.sync()
    wait_until(lambda: token(own)["isi"] != before["isi"])


def test_how_far_the_reading_is_changes_no_list(own: Site) -> None:
    """While files are read the pages of lists stay as they are, and the bar and the status follow."""
    before = token(own)
    own.archive.note(watch={"heartbeat": NOW.isoformat(), "progress": {**PROGRESS}})
    wait_until(lambda: token(own)["kerja"] != before["kerja"])
    after = token(own)
    assert after["isi"] == before["isi"] and after["status"] != before["status"]


def test_a_heartbeat_is_no_change(own: Site) -> None:
    """That the watcher still lives is told every ten seconds only, for the page that shows when it last did."""
    looking = live.Live(own.archive, lambda: lambda: True)
    own.archive.note(watch={"heartbeat": NOW.isoformat()})
    before = looking.look()
    own.archive.note(watch={"heartbeat": NOW.replace(second=2).isoformat()})
    assert looking.look() == before
    own.archive.note(watch={"heartbeat": NOW.replace(second=12).isoformat()})
    assert looking.look() != before


def test_no_name_is_told(own: Site) -> None:
    """The words are marks of equal length, whatever lies in the archive."""
    assert {len(mark) for mark in token(own).values()} == {12}
    with Archive(own.archive.settings, lambda: NOW) as archive:
        other = json.loads(create_app(archive).test_client().get("/perubahan.json").text)
    assert not {*other.values()} & {*token(own).values()}


# --- the pages ---------------------------------------------------------------------------------------

PROGRESS = {"done": 120, "total": 480, "per_minute": 90.4, "seconds_left": 239}


@pytest.mark.parametrize("address", ["/", "/status", "/kemajuan", "/cari?q=tim", "/dokumen", "/kotak-masuk"])
def test_the_bar_says_how_far_and_how_long(own: Site, address: str) -> None:
    """A long reading is shown with its count, its pace and the time left; a stopped or short one is not."""
    own.archive.note(watch={"heartbeat": NOW.isoformat(), "progress": PROGRESS})
    page = own.page(address)
    assert "120 dari 480 berkas, 90 per menit, sekitar 4 menit lagi." in page
    assert '<progress id="kemajuan-batang" max="480" value="120">' in page
    own.archive.note(watch={"heartbeat": NOW.isoformat(), "progress": PROGRESS | {"total": 5, "done": 1}})
    assert "<progress" not in own.page(address)
    own.archive.note(watch={"heartbeat": NOW.replace(hour=1).isoformat(), "progress": PROGRESS})
    assert "<progress" not in own.page(address)


def test_before_the_first_comparison_nothing_is_complete(visit: Callable[..., Site], tmp_path: Path) -> None:
    """An archive that was never compared, or whose index was deleted, does not pass for an empty one."""
    (tmp_path / "archive").mkdir()
    site = visit(tmp_path)
    for address in ("/", "/cari?q=tim", "/dokumen"):
        assert "belum lengkap" in site.page(address) and "<progress" not in site.page(address)
    site.archive.sync()
    assert "belum lengkap" not in site.page("/cari?q=tim")


def test_time_left_goes_by_the_last_minute() -> None:
    """A slow start is forgotten after a minute, and without a pace nothing is promised."""
    pace = Pace()
    assert pace.at(0, 1000, 0.0) == Progress(0, 1000, 0.0, None)
    assert pace.at(10, 1000, 100.0) == Progress(10, 1000, 6.0, 9900)
    pace.at(70, 1000, 130.0)
    assert pace.at(310, 1000, 190.0) == Progress(310, 1000, 240.0, 172)
    assert pace.at(310, 1000, 1000.0) == Progress(310, 1000, 0.0, None)


def test_a_page_that_asks_by_itself_takes_no_message(own: Site) -> None:
    """What a form has done is said on the page that follows the form, not on one that refreshes meanwhile."""
    visitor = Visitor(create_app(own.archive))
    visitor.send("/slot/catatan", kode="I.1.1.1", periode="", teks="sudah lengkap", siapa="Sari")
    assert 'class="notice good"' not in visitor.client.get("/", headers=ITSELF).text
    assert 'class="notice good"' in visitor.client.get("/").text


# --- who may be told ---------------------------------------------------------------------------------


def test_a_stranger_is_told_nothing(team: Archive) -> None:
    """Who is not in is refused, and a page that refreshes is not led to the way in, which it would show as its own."""
    client = create_app(team).test_client()
    for address in ("/perubahan", "/perubahan.json", "/kemajuan"):
        assert client.get(address).status_code == 401
    assert client.get("/dokumen").status_code == 302
    assert client.get("/dokumen", headers=ITSELF).status_code == 401


def test_an_open_page_keeps_nobody_in(team: Archive, clock: Clock) -> None:
    """What pages ask by themselves is no sign of life: after two idle hours the login is over."""
    visitor = Visitor(create_app(team))
    visitor.login(NAMES[Role.READER])
    for _ in range(11):
        clock.pass_by(minutes=10)
        assert visitor.client.get("/dokumen", headers=ITSELF).status_code == 200
        token(visitor)
        with listening(visitor) as events:
            assert "data: {" in next(events)
    clock.pass_by(minutes=11)
    assert visitor.client.get("/perubahan.json").status_code == 401
    assert not visitor.inside


@contextmanager
def listening(visitor: Visitor) -> Iterator[Iterator[str]]:
    answer = visitor.client.get("/perubahan")
    assert answer.status_code == 200 and answer.mimetype == "text/event-stream"
    try:
        yield (each.decode() for each in answer.response)
    finally:
        answer.close()


@pytest.mark.parametrize("how", ["logout", "time", "role"])
def test_a_stream_ends_with_the_login(team: Archive, clock: Clock, how: str) -> None:
    """A stream that is open ends when its reader leaves, the login is over, or the person is let in no more."""
    visitor = Visitor(create_app(team))
    visitor.login(NAMES[Role.READER])
    with listening(visitor) as events:
        assert next(events).startswith("retry: ")
        if how == "logout":
            visitor.send("/keluar")
        elif how == "time":
            clock.pass_by(hours=2, minutes=1)
        else:
            (team.settings.home / "people.json").unlink()
        assert list(events) == []


# --- the running program -----------------------------------------------------------------------------


def test_a_first_reading_tells_how_far_it_is(office: Office, archive: Archive) -> None:
    """While many files are taken in for the first time the status has their count, and none when all are read."""
    for number in range(60):
        office.docx(f"{number}.docx", f"apel pagi {number}")
    seen: set[Progress] = set()

    def read() -> bool:
        progress = archive.status().progress
        if progress:
            seen.add(progress)
        return len(archive.documents()) == 60 and progress is None

    with Service(archive):
        wait_until(read, 60)
    assert {each.total for each in seen} == {60}
