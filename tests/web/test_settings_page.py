"""The settings: people are let in and out by the secretary, and every other setting says how it is changed."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from html import unescape
from pathlib import Path

import pytest
from PIL import Image

from tests.web.conftest import NOW
from tests.web.people import NAMES, SECRET, Visitor, populate
from web import create_app
from web.settingwords import GROUPS
from ziarchive import settings
from ziarchive.archive import Archive
from ziarchive.decisions import Role
from ziarchive.model import State
from ziarchive.people import People
from ziarchive.settings import Settings

SECRETARY = NAMES[Role.SECRETARY]
TYPED = {"sandi": SECRET, "ulang": SECRET}


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    (tmp_path / "archive").mkdir()
    with Archive(Settings(tmp_path, executor="inline", signer="Sri Contoh"), lambda: NOW) as archive:
        yield archive


@pytest.fixture
def secretary(archive: Archive) -> Visitor:
    populate(archive)
    visitor = Visitor(create_app(archive))
    visitor.login(SECRETARY)
    return visitor


def send(visitor: Visitor, address: str, **fields: object) -> str:
    visitor.send(address, page="/pengaturan", **fields)
    return visitor.client.get("/pengaturan").text


def test_a_person_is_let_in_and_out(secretary: Visitor, archive: Archive) -> None:
    """Who is added comes in with the typed password and the role; who is removed is out at once."""
    assert "sekarang dapat masuk" in send(secretary, "/pengaturan/orang", nama="Orang Baru", peran="reader", **TYPED)
    other = Visitor(secretary.app)
    assert other.login("orang baru").status_code == 303 and other.inside
    assert "tidak dapat masuk lagi" in send(secretary, "/pengaturan/keluarkan", nama="Orang Baru")
    assert not other.inside and "Orang Baru" not in archive.standing.decisions().roles


def test_soon_can_be_set(tmp_path: Path) -> None:
    """The page tells how many days before its due date a slot is due soon, and every list goes by that."""
    (tmp_path / "archive").mkdir()
    soon = []
    for days in (30, 5):
        settings = Settings(tmp_path, executor="inline", soon_days=days)
        with Archive(settings, lambda: NOW) as archive:
            page = create_app(archive).test_client().get("/pengaturan").text
            assert f"slot yang jatuh tempo dalam {days} hari" in page and f"soon_days = {days}" in page
            soon.append(archive.gaps(NOW.date()).totals.counts[State.DUE_SOON])
    assert soon[0] > soon[1]


def test_the_folder_is_shown_as_staff_open_it(tmp_path: Path) -> None:
    """Where the settings name a share, the pages say and copy that, and the settings page the line that says so."""
    (tmp_path / "archive").mkdir()
    with Archive(Settings(tmp_path, executor="inline", shown_as=r"\\server\zi"), lambda: NOW) as archive:
        client = create_app(archive).test_client()
        for address in ("/", "/dokumen", "/status"):
            page = client.get(address).text
            assert r"\\server\zi" in page and str(tmp_path) not in page
        (line,) = re.findall(r"shown_as = .*?(?=<|\n)", unescape(client.get("/pengaturan").text))
        assert tomllib.loads(line) == {"shown_as": r"\\server\zi"}


def test_a_forgotten_password_is_replaced(secretary: Visitor) -> None:
    """The secretary types another; the old one opens nothing, and the sessions it began are over."""
    other, new = Visitor(secretary.app), "kapal terbang dari bambu"
    other.login(NAMES[Role.READER])
    assert "diganti" in send(secretary, "/pengaturan/sandi", nama=NAMES[Role.READER], sandi=new, ulang=new)
    assert not other.inside
    assert other.login(NAMES[Role.READER]).status_code == 401
    assert other.login(NAMES[Role.READER], new).status_code == 303


def test_the_last_secretary_stays(secretary: Visitor, archive: Archive) -> None:
    """Nobody shuts the office out of its own site."""
    assert "sekretaris terakhir" in send(secretary, "/pengaturan/keluarkan", nama=SECRETARY)
    assert People.of(archive.settings).find(SECRETARY)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"nama": "Baru", "peran": "raja", **TYPED}, "Peran itu tidak dikenal"),
        ({"nama": "Baru", "peran": "reader", "sandi": SECRET, "ulang": "lain"}, "tidak sama"),
        ({"nama": "Baru", "peran": "reader", "sandi": "singkat", "ulang": "singkat"}, "harus berisi 10"),
        ({"nama": SECRETARY, "peran": "reader", **TYPED}, "sudah menjadi pengguna"),
        ({"nama": "", "peran": "reader", **TYPED}, "Nama pengguna harus berisi"),
    ],
)
def test_what_cannot_be_is_told(secretary: Visitor, archive: Archive, given: dict[str, str], said: str) -> None:
    """An unknown role, two passwords that differ, a weak one and a name that is taken let nobody in."""
    before = People.of(archive.settings).all()
    assert said in send(secretary, "/pengaturan/orang", **given)
    assert [each.name for each in People.of(archive.settings).all()] == [each.name for each in before]


def test_what_was_typed_stays_when_it_is_refused(secretary: Visitor) -> None:
    """Two passwords that differ lose neither name nor role; the passwords themselves are typed again."""
    answer = secretary.send(
        "/pengaturan/orang", page="/pengaturan", nama="Siti & Co", peran="head", sandi=SECRET, ulang="lain"
    )
    page = secretary.client.get(answer.location).text
    assert "tidak sama" in page and 'value="Siti &amp; Co"' in page and '<option value="head" selected>' in page
    assert SECRET not in page and SECRET not in answer.location


def test_the_first_person_is_a_secretary(archive: Archive) -> None:
    """On a site that is open to this machine the first account must be able to look after it; then the door shuts."""
    visitor = Visitor(create_app(archive), "127.0.0.1")
    page = send(visitor, "/pengaturan/orang", siapa="Sri", nama="Sri", peran="reader", **TYPED)
    assert "Pengguna pertama harus sekretaris" in page
    visitor.send("/pengaturan/orang", page="/pengaturan", siapa="Sri", nama="Sri", peran="secretary", **TYPED)
    assert visitor.client.get("/pengaturan").status_code == 302
    assert "Sri sekarang dapat masuk, sebagai sekretaris." in visitor.client.get("/masuk").text
    assert visitor.login("Sri").status_code == 303 and visitor.inside


def test_others_are_refused(secretary: Visitor) -> None:
    """Neither the page nor its place in the menu is there for who does not look after the site."""
    reader = Visitor(secretary.app)
    reader.login(NAMES[Role.READER])
    assert reader.client.get("/pengaturan").status_code == 403
    assert 'href="/pengaturan"' not in reader.client.get("/status").text
    assert 'href="/pengaturan"' in secretary.client.get("/status").text


def test_every_setting_is_explained() -> None:
    """A new setting needs words on the page."""
    explained = [key for keys in GROUPS.values() for key in keys]
    assert sorted(explained) == sorted(each.metadata["key"] for each in fields(Settings) if each.metadata)


def test_every_line_can_be_put_into_the_file(secretary: Visitor, archive: Archive) -> None:
    """Each line to copy is read back as the setting that stands, by the reader of the file itself."""
    page = secretary.client.get("/pengaturan").text
    lines = re.findall(r'<code data-copy="([a-z_.]+)">([^<]+)</code>', page)
    assert len(lines) == len([each for each in fields(Settings) if each.metadata])
    for key, line in lines:
        text = unescape(line)
        assert tomllib.loads(text), key
        name = next(each.name for each in fields(Settings) if each.metadata and each.metadata["key"] == key)
        assert getattr(settings.parse(archive.settings.home, text), name) == getattr(archive.settings, name)
    assert str(archive.settings.home / settings.FILE_NAME) in page


def test_the_letterhead_is_shown(tmp_path: Path) -> None:
    """With the office's logo and who signs; a logo that is none is told instead."""
    (tmp_path / "archive").mkdir()
    Image.new("RGB", (40, 40), "navy").save(tmp_path / "logo.png")
    for logo, said in (("logo.png", "data:image/png;base64,"), ("hilang.png", "tidak dapat dipakai")):
        chosen = Settings(tmp_path, executor="inline", signer="Sri Contoh", logo=logo)
        with Archive(chosen, lambda: NOW) as archive:
            assert said in create_app(archive).test_client().get("/pengaturan").text
