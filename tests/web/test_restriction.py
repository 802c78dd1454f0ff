"""The secretary restricts the evidence of a requirement on its page; from then on it is there for some only."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.conftest import NOW, pdf
from tests.web.people import NAMES, Visitor, populate
from web import create_app, viewing
from ziarchive.archive import Archive
from ziarchive.decisions import Restrict, Role
from ziarchive.model import Code
from ziarchive.settings import Settings
from ziarchive.viewing import KEPT, View, Views

LHKPN = Code.of("I.4.1.2")
PAGE = f"/bukti/{LHKPN}"


@pytest.fixture
def archive(home: Path, tmp_path: Path) -> Iterator[Archive]:
    """A copy of the common archive with a wealth report, and one person of each role."""
    shutil.copytree(home, tmp_path / "kantor")
    pdf(tmp_path / "kantor" / "archive" / "2024" / "I.4.1.2_LHKPN Zulkarnaen_2024-03.pdf", "harta Zulkarnaen")
    with Archive(Settings(tmp_path / "kantor", executor="inline"), lambda: NOW) as opened:
        opened.sync()
        populate(opened)
        yield opened


@pytest.fixture
def visitors(archive: Archive) -> dict[Role, Visitor]:
    app = create_app(archive)
    found = {role: Visitor(app) for role in (Role.SECRETARY, Role.ASSESSOR, Role.READER)}
    for role, visitor in found.items():
        assert visitor.login(NAMES[role]).status_code == 303
    return found


def sees(visitor: Visitor) -> bool:
    return "Zulkarnaen" in visitor.client.get("/dokumen").text


def test_the_form_restricts_and_opens_again(archive: Archive, visitors: dict[Role, Visitor]) -> None:
    """What the secretary chooses holds with the next page, is told in the history, and is lifted by a form too."""
    secretary, assessor, reader = visitors.values()
    assert (sees(assessor), sees(reader)) == (True, True)
    secretary.send("/bukti/batasi", PAGE, kode=LHKPN, peran=["assessor"])
    assert archive.standing.decisions().restricted == {LHKPN: Restrict(LHKPN, (Role.ASSESSOR,))}
    assert (sees(secretary), sees(assessor), sees(reader)) == (True, True, False)
    assert "hanya terlihat oleh: penilai" in assessor.client.get(PAGE).text
    assert reader.client.get(PAGE).status_code == 404
    assert "1 bukti dibatasi" in reader.client.get("/").text
    assert "bukti dibatasi" not in assessor.client.get("/").text
    assert "membatasi I.4.1.2" in secretary.client.get("/riwayat").text
    secretary.send("/bukti/batasi", PAGE, kode=LHKPN)
    assert (sees(secretary), sees(assessor), sees(reader)) == (True, False, False)
    secretary.send("/bukti/buka", PAGE, kode=LHKPN)
    assert (sees(assessor), sees(reader)) == (True, True)


def test_a_restriction_is_taken_back_like_any_decision(archive: Archive, visitors: dict[Role, Visitor]) -> None:
    """The button that undoes what was just done brings back what held before."""
    secretary = visitors[Role.SECRETARY]
    secretary.send("/bukti/batasi", PAGE, kode=LHKPN, peran=["head"])
    secretary.send("/bukti/batasi", PAGE, kode=LHKPN)
    for wanted in ({LHKPN: Restrict(LHKPN, (Role.HEAD,))}, {}):
        batch = archive.standing.entries()[-1 if wanted else -3].batch
        secretary.send("/batal", "/riwayat", kelompok=batch)
        assert archive.standing.decisions().restricted == wanted


def test_a_role_that_is_none_changes_nothing(archive: Archive, visitors: dict[Role, Visitor]) -> None:
    """A form with another role than those of the list, or for no requirement, is refused."""
    secretary = visitors[Role.SECRETARY]
    secretary.send("/bukti/batasi", PAGE, kode=LHKPN, peran=["raja"])
    for address in ("/bukti/batasi", "/bukti/buka"):
        secretary.send(address, PAGE, kode="I.9.9.9")
        assert "tidak ada dalam rencana" in secretary.client.get(PAGE).text
    assert archive.standing.decisions().restricted == {}


def test_what_should_be_restricted_is_pointed_out(visitors: dict[Role, Visitor]) -> None:
    """The page of a wealth report advises the secretary to restrict it; nobody else, and no other page, is bothered."""
    secretary, assessor, _ = visitors.values()
    assert f'href="{PAGE}?batasi=1#batasi"' in secretary.client.get(PAGE).text
    assert 'id="batasi" open' in secretary.client.get(f"{PAGE}?batasi=1").text
    assert "sebaiknya dibatasi" in secretary.client.get(PAGE).text
    assert "sebaiknya dibatasi" not in secretary.client.get("/bukti/I.1.1.1").text
    assert "sebaiknya dibatasi" not in assessor.client.get(PAGE).text


def test_an_open_site_shows_everything_and_says_so(home: Path, tmp_path: Path) -> None:
    """While nobody has to log in a restriction waits, and the page says that it does."""
    shutil.copytree(home, tmp_path / "kantor")
    with Archive(Settings(tmp_path / "kantor", executor="inline"), lambda: NOW) as archive:
        archive.decide("Ani", Restrict(LHKPN, ()))
        page = create_app(archive).test_client().get(PAGE)
    assert page.status_code == 200
    assert "semua orang tetap melihatnya" in page.text


def test_nobody_sees_what_is_restricted(archive: Archive) -> None:
    """In a thread, where nobody asks, nothing restricted is there; what was taken along from a request is."""
    archive.decide(NAMES[Role.SECRETARY], Restrict(LHKPN, ()))
    current = viewing.current(archive)
    counts: list[int] = []
    thread = threading.Thread(target=lambda: counts.append(len(current.documents())))
    thread.start()
    thread.join()
    assert counts == [len(archive.documents()) - 1]
    assert viewing.whole(current) is archive


def test_nothing_hidden_costs_nothing(archive: Archive) -> None:
    """Who may see everything is given the archive itself, and each set of hidden requirements has one view."""
    views, secretary = Views(archive), NAMES[Role.SECRETARY]
    assert views.of(Role.READER) is archive
    archive.decide(secretary, Restrict(LHKPN, (Role.HEAD,)))
    assert views.of(Role.SECRETARY) is views.of(Role.HEAD) is archive
    assert isinstance(views.of(Role.READER), View)
    assert views.of(Role.READER) is views.of(Role.IN_CHARGE) is views.of(None)
    for item in [*archive.plan.requirements()][: KEPT + 2]:
        archive.decide(secretary, Restrict(item.code, ()))
        views.of(Role.READER)
    assert len(views._made) <= KEPT


def test_a_view_answers_the_same_while_nothing_changed(archive: Archive) -> None:
    """Documents, report and decisions are the same objects until something changes, so that nothing is made twice."""
    archive.decide(NAMES[Role.SECRETARY], Restrict(LHKPN, ()))
    view = Views(archive).of(Role.READER)
    before = view.documents(), view.gaps(NOW.date()), view.standing.decisions(), view.standing.entries()
    after = view.documents(), view.gaps(NOW.date()), view.standing.decisions(), view.standing.entries()
    assert all(one is other for one, other in zip(before, after, strict=True))
    archive.decide(NAMES[Role.SECRETARY], Restrict(Code.of("I.1.1.2"), ()))
    assert view.documents() is before[0]
