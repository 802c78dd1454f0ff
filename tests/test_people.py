"""Names and passwords in their file."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ziarchive.errors import CannotRun, UsageError
from ziarchive.people import LOCK, NAME, People, refuse_weak, tidy
from ziarchive.settings import Settings

NOW = datetime(2024, 7, 15, 9, 0, tzinfo=UTC)
LATER = datetime(2024, 8, 1, 9, 0, tzinfo=UTC)
GOOD = "meja hujan kuda biru"


@pytest.fixture
def people(tmp_path: Path) -> People:
    return People.of(Settings(tmp_path))


def test_only_the_right_password_lets_in(people: People) -> None:
    """A name with its own password is let in; with another's, an empty one or an unknown name nobody is."""
    people.add("Sari", GOOD, NOW)
    people.add("Budi", "kopi sawah lampu tiga", NOW)
    found = people.checked("Sari", GOOD)
    assert found and found.name == "Sari"
    assert people.checked("sari ", GOOD) == found
    assert [people.checked(*pair) for pair in (("Sari", "kopi sawah lampu tiga"), ("Sari", ""), ("Ani", GOOD))] == [
        None
    ] * 3


def test_the_file_tells_no_password_and_is_private(people: People, tmp_path: Path) -> None:
    """Hashes are kept, salted, in a file for this system user alone; nothing else is left behind."""
    people.add("Sari", GOOD, NOW)
    people.add("Budi", GOOD, NOW)
    file = tmp_path / NAME
    told = json.loads(file.read_text(encoding="utf-8"))
    assert [*told] == ["Budi", "Sari"] and GOOD not in file.read_text(encoding="utf-8")
    assert told["Budi"]["hash"] != told["Sari"]["hash"]
    assert all(each["hash"].startswith("scrypt:32768:8:1$") for each in told.values())
    if os.name == "posix":
        assert file.stat().st_mode & 0o077 == 0
    assert {each.name for each in tmp_path.iterdir()} <= {NAME, LOCK}


def test_an_unknown_name_costs_as_much_as_a_known_one(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hash is compared for every name, and none of them fits the one that stands in for nobody."""
    compared = []

    def compare(hash: str, password: str) -> bool:
        compared.append(hash.partition("$")[0])
        return False

    people.add("Sari", GOOD, NOW)
    monkeypatch.setattr("ziarchive.people.check_password_hash", compare)
    people.checked("Sari", GOOD)
    people.checked("Siapa", GOOD)
    assert compared == ["scrypt:32768:8:1"] * 2


def test_a_new_password_is_a_new_epoch(people: People) -> None:
    """A change keeps name and beginning, ends the old password, and begins another epoch."""
    before = people.add("Sari", GOOD, NOW)
    after = people.change("SARI", "lampu tiga kopi sawah", LATER)
    assert (after.name, after.created, after.changed) == ("Sari", NOW, LATER)
    assert after.epoch != before.epoch
    assert people.checked("Sari", GOOD) is None and people.checked("Sari", "lampu tiga kopi sawah") == after


def test_who_is_removed_is_gone(people: People) -> None:
    """A removed person does not come in, and the others do."""
    people.add("Sari", GOOD, NOW)
    people.add("Budi", GOOD, NOW)
    people.remove("Sari")
    assert [each.name for each in people.all()] == ["Budi"]
    assert people.checked("Sari", GOOD) is None


def test_a_name_stands_for_one_person(people: People) -> None:
    """A name that differs in letter case or spaces only is taken; changing and removing need a known one."""
    people.add("Sari Dewi", GOOD, NOW)
    with pytest.raises(UsageError, match="sudah menjadi pengguna"):
        people.add(" sari  DEWI", GOOD, NOW)
    for act in (lambda: people.change("Ani", GOOD, NOW), lambda: people.remove("Ani")):
        with pytest.raises(UsageError, match="bukan pengguna"):
            act()


def test_another_process_is_seen_at_once(tmp_path: Path) -> None:
    """What is written elsewhere holds with the next question; while nothing changes the answer is the same object."""
    one, other = People(tmp_path / NAME), People(tmp_path / NAME)
    assert one.all() == ()
    other.add("Sari", GOOD, NOW)
    assert [each.name for each in one.all()] == ["Sari"]
    assert one.all() is one.all()


def test_writers_at_once_lose_nobody(tmp_path: Path) -> None:
    """Additions from many threads with objects of their own all stand in the file."""
    names = [f"Orang {number}" for number in range(6)]
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda name: People(tmp_path / NAME).add(name, GOOD, NOW), names))
    assert [each.name for each in People(tmp_path / NAME).all()] == names


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"Sari": 1}', '{"Sari": {"hash": "plain$x$y", "epoch": "e", "created": "x", "changed": "x"}}'],
    ids=["empty", "cut", "a list", "a number", "no hash"],
)
def test_a_damaged_file_is_not_an_empty_one(people: People, tmp_path: Path, text: str) -> None:
    """What cannot be read opens nothing: it is told, with the file and what to do."""
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    with pytest.raises(CannotRun, match="Tidak seorang pun dapat masuk"):
        people.all()
    with pytest.raises(CannotRun):
        people.add("Sari", GOOD, NOW)
    assert (tmp_path / NAME).read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("password", "words"),
    [
        ("pendek123", "10 sampai 200"),
        ("x" * 201, "10 sampai 200"),
        ("SariDewi123", "nama pengguna"),
        ("sari.dewi-2024", "nama pengguna"),
        ("password1234", "mudah ditebak"),
        ("Bismillah2024!", "mudah ditebak"),
        ("ZonaIntegritas#1", "mudah ditebak"),
        ("081234567890", "mudah ditebak"),
        ("abababababab", "mudah ditebak"),
    ],
    ids=["short", "long", "the name", "the name with signs", "common", "pious", "the task", "a number", "few letters"],
)
def test_a_weak_password_is_refused(people: People, password: str, words: str) -> None:
    """What is guessed first is refused in words, when adding and when changing."""
    with pytest.raises(UsageError, match=words):
        people.add("Sari Dewi", password, NOW)
    assert people.all() == ()
    people.add("Sari Dewi", GOOD, NOW)
    with pytest.raises(UsageError, match=words):
        people.change("Sari Dewi", password, NOW)


@pytest.mark.parametrize("password", [GOOD, "Tr0ub4dor&3x", "seribu-satu-malam", "k" * 6 + "alian"])
def test_a_good_password_passes(password: str) -> None:
    """No signs or capitals are demanded of a long one."""
    refuse_weak(password, "Sari Dewi")


def test_a_password_may_be_typed_on_any_keyboard(people: People) -> None:
    """The same letters, composed by one system and decomposed by another, are the same password."""
    people.add("René", "caf\u00e9 sawah lampu", NOW)
    assert people.checked("Rene\u0301", "cafe\u0301 sawah lampu")


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "Sari\x07", "Sari\u202e"], ids=repr)
def test_a_name_can_be_read(name: str) -> None:
    """Empty, endless and invisible names are refused."""
    with pytest.raises(UsageError, match="1 sampai 80"):
        tidy(name)


def test_what_cannot_be_written_is_told(people: People, tmp_path: Path) -> None:
    """A folder in the file's place stops the change with the reason, and leaves nothing behind."""
    people.all()
    (tmp_path / NAME).mkdir()
    with pytest.raises(CannotRun):
        people.add("Sari", GOOD, NOW)
    assert not [each.name for each in tmp_path.iterdir() if each.name.endswith(".tmp")]
