"""One's own password: only who knows the one before sets another, and every other session ends."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.web.conftest import NOW, Site
from tests.web.people import NAMES, SECRET, Visitor, populate
from web import create_app
from ziarchive.archive import Archive
from ziarchive.decisions import Role
from ziarchive.settings import Settings

NEW = "payung besi sungai kapur"
READER = NAMES[Role.READER]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    (tmp_path / "archive").mkdir()
    with Archive(Settings(tmp_path, executor="inline"), lambda: NOW) as archive:
        populate(archive)
        yield archive


@pytest.fixture
def reader(archive: Archive) -> Visitor:
    visitor = Visitor(create_app(archive))
    visitor.login(READER)
    return visitor


def change(visitor: Visitor, old: str = SECRET, new: str = NEW, again: str = NEW) -> str:
    visitor.send("/akun/sandi", page="/akun", lama=old, baru=new, ulang=again)
    return visitor.client.get("/akun").text


def test_a_person_changes_their_own_password(reader: Visitor) -> None:
    """They stay in where they did it, are out elsewhere, and come in with the new one only."""
    elsewhere = Visitor(reader.app)
    elsewhere.login(READER)
    assert "Kata sandi Anda diganti" in change(reader)
    assert reader.inside and not elsewhere.inside
    assert elsewhere.login(READER).status_code == 401
    assert elsewhere.login(READER, NEW).status_code == 303


@pytest.mark.parametrize(
    ("old", "new", "again", "said"),
    [
        ("bukan ini", NEW, NEW, "Kata sandi lama salah"),
        (SECRET, NEW, f"{NEW}!", "tidak sama"),
        (SECRET, "pendek", "pendek", "harus berisi 10"),
        (SECRET, READER, READER, "tidak boleh sama dengan nama"),
    ],
)
def test_a_change_that_is_not_right_changes_nothing(reader: Visitor, old: str, new: str, again: str, said: str) -> None:
    """A wrong old one, two that differ, and a weak one are told; the password stands."""
    assert said in change(reader, old, new, again)
    assert Visitor(reader.app).login(READER).status_code == 303


def test_who_guesses_the_old_one_has_to_wait(reader: Visitor) -> None:
    """A session that was left open is no way to try passwords."""
    said = [change(reader, old=f"tebakan {number}") for number in range(6)]
    assert "Terlalu banyak percobaan" in said[-1]
    assert "Terlalu banyak percobaan" in change(reader)


def test_where_nobody_has_a_password_none_is_changed(
    home: Path, visit: Callable[..., Site], now: datetime = NOW
) -> None:
    """The page says so, and leads to where the first person is let in."""
    site = visit(home, now)
    assert "Tambahkan pengguna pertama" in site.page("/akun")
    visitor = Visitor(create_app(site.archive))
    assert "tidak ada kata sandi yang diganti" in change(visitor)


def test_a_login_has_its_own_name(reader: Visitor, archive: Archive) -> None:
    """The form for another name, where nobody has to log in, changes nothing for who did."""
    assert reader.send("/nama", nama="Kepala").status_code == 303
    page = reader.client.get("/status").text
    assert f"<strong>{READER}</strong>" in page and "Kepala" not in page and "Ganti nama" not in page
