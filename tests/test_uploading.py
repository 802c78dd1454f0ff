"""Files dropped on the site: their place and name, the line in the ledger, and who may."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Office
from ziarchive.archive import Archive
from ziarchive.decisions import Appoint, Charge, Link, Role, Uploaded
from ziarchive.errors import CannotRun, NotAllowed, UsageError
from ziarchive.model import Code, Period, State
from ziarchive.naming.periodforms import month, whole_year
from ziarchive.settings import Settings
from ziarchive.uploading import SUFFIXES, Stored, Uploads, Wanted, suffix_of

CODE = Code.of("III.4.3.2")
"""A requirement of every month."""
MARCH, MAY = month(2024, 3), month(2024, 5)
FOLDER = "2024/III Penataan Sistem Manajemen SDM/III.4 Penetapan Kinerja Individu"


@pytest.fixture
def office(office: Office) -> Office:
    return Office(replace(office.settings, upload=True))


@pytest.fixture
def archive(office: Office) -> Iterator[Archive]:
    with office.open() as opened:
        opened.sync()
        yield opened


def drop(
    archive: Archive, content: bytes = b"isi", name: str = "scan 7.txt", period: Period = MARCH, who: str = "Sari"
) -> Stored:
    return Uploads(archive).take(Wanted(CODE, period, name, len(content)), BytesIO(content), who)


def state(archive: Archive, period: Period) -> State:
    slots = archive.gaps(archive.today()).slots
    return next(each.state for each in slots if (each.slot.code, each.slot.period) == (CODE, period))


def test_a_dropped_file_fills_its_slot(archive: Archive, office: Office) -> None:
    """It lies under its canonical name, is taken in at once, and the ledger tells who dropped what."""
    assert state(archive, MARCH) is State.OVERDUE
    stored = drop(archive, b"Rekap bulan Maret")
    assert PurePosixPath(stored.path).name == "III.4.3.2_Rekap penilaian kinerja pegawai bulanan_2024-03.txt"
    assert (office.root / stored.path).read_bytes() == b"Rekap bulan Maret"
    assert stored.document and stored.document.path == stored.path
    assert state(archive, MARCH) is State.MET
    (entry,) = archive.standing.entries()
    assert (entry.who, entry.decision) == ("Sari", Uploaded(stored.sha256, CODE, stored.path, "scan 7.txt"))


def test_a_further_version_lies_beside_the_first(archive: Archive) -> None:
    """Another content gets a number behind the same name, and counts for the same slot."""
    first, second = drop(archive, b"satu"), drop(archive, b"dua")
    assert second.path == first.path.replace(".txt", " (2).txt")
    assert second.document
    assert (second.document.placement.codes, second.document.placement.period) == ((CODE,), MARCH)


def test_the_same_content_is_not_stored_again(archive: Archive, office: Office) -> None:
    """The document that fills the slot already is told, wherever it lies; for another slot it is stored."""
    there = office.root / "III.4.3.2_catatan_2024-03.txt"
    there.write_bytes(b"isi")
    archive.sync()
    again = drop(archive)
    assert (again.new, again.path) == (False, there.name)
    assert archive.standing.entries() == ()
    assert drop(archive, period=MAY).new
    there.unlink()
    assert drop(archive).new


def test_the_folder_that_the_office_uses_is_used(archive: Archive, office: Office) -> None:
    """Where the requirement's other documents lie, else those of its indicator, else the plan's own folder."""
    own = drop(archive, b"satu").path
    assert own.startswith("2024/III ")
    office.pdf("2024/III SDM/III.4.3.1_SKP_2024-01.pdf", "SKP")
    archive.sync()
    (office.root / own).unlink()
    archive.sync()
    assert drop(archive, b"dua", period=MAY).path.startswith("2024/III SDM/III.4.3.2_")
    for number in (1, 2):
        office.pdf(f"Pokja III/kinerja/III.4.3.2_rekap_2024-0{number}.pdf", f"rekap {number}")
    archive.sync()
    assert drop(archive, b"tiga").path.startswith("Pokja III/kinerja/III.4.3.2_")


@pytest.mark.parametrize("folder", ["II Tatalaksana", "2024/III SDM/Februari", "scan"])
def test_a_folder_that_says_another_thing_is_not_used(archive: Archive, office: Office, folder: str) -> None:
    """The folder of another area, of another month, or of no place in the plan is no place for the file."""
    office.pdf(f"{folder}/rekap.pdf", "rekap")
    archive.sync()
    (document,) = archive.documents()
    archive.decide("Sari", Link(document.sha256, (CODE,)))
    assert not drop(archive).path.startswith(f"{folder}/")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("virus.exe", r"\.exe"),
        ("x.lnk", r"\.lnk"),
        ("tanpa", "tanpa akhiran"),
        ("", "1 sampai"),
        ("a\n.pdf", "1 sampai"),
    ],
)
def test_what_is_no_evidence_is_refused(archive: Archive, office: Office, name: str, said: str) -> None:
    """Programs, files without a suffix and names that cannot be are refused before a byte is read."""
    with pytest.raises(UsageError, match=said):
        Uploads(archive).take(Wanted(CODE, MARCH, name, 3), Unread(), "Sari")
    assert [*office.root.rglob("*.*")] == []


class Unread(BytesIO):
    """A content that nobody may look at."""

    def read(self, *_: object) -> bytes:
        pytest.fail("the content was read")


def test_a_slot_that_is_not_there_is_refused(archive: Archive) -> None:
    """A file is asked for by requirement and slot; an empty one fills none."""
    with pytest.raises(UsageError, match="tidak punya slot"):
        Uploads(archive).take(Wanted(CODE, whole_year(2024), "a.pdf", 3), Unread(), "Sari")
    with pytest.raises(UsageError, match="kosong"):
        drop(archive, b"")


def test_who_may_not_decide_may_not_drop(archive: Archive) -> None:
    """The secretary may, who is in charge of the part may, and nobody else; what is refused is not read."""
    archive.decide("Sari", Appoint("Sari", Role.SECRETARY))
    people = {"Budi": Role.IN_CHARGE, "Citra": Role.IN_CHARGE, "Dewi": Role.ASSESSOR, "Eka": Role.READER}
    archive.decide("Sari", *(Appoint(*each) for each in people.items()), Charge(CODE.component, "Budi"))
    for who in ("Citra", "Dewi", "Eka", "orang lain"):
        with pytest.raises(NotAllowed):
            Uploads(archive).take(Wanted(CODE, MARCH, "a.pdf", 3), Unread(), who)
    assert drop(archive, b"satu", who="Budi").new and drop(archive, b"dua").new


def test_an_office_that_does_not_allow_it_stores_nothing(office: Office) -> None:
    """By default nothing is taken, and the words say which setting would allow it."""
    with (
        Office(replace(office.settings, upload=False)).open() as archive,
        pytest.raises(UsageError, match="upload = true"),
    ):
        drop(archive)
    assert [*office.root.iterdir()] == []


def test_what_cannot_be_written_down_is_not_stored(archive: Archive, office: Office) -> None:
    """Without its line in the ledger the file is taken away again."""
    office.settings.ledger.mkdir()
    with pytest.raises(CannotRun):
        drop(archive)
    assert [*office.root.rglob("*.txt")] == []


def test_beside_the_watcher_the_file_waits_for_it(office: Office) -> None:
    """Where another process takes in files, the file lies in its place and is found by that one."""
    with office.open() as other, office.open() as archive, other.claim():
        stored = drop(archive)
        assert (stored.new, stored.document) == (True, None)
        assert (office.root / stored.path).exists()


def test_pictures_and_office_files_are_taken() -> None:
    """What the archive reads is taken, under its suffix in small letters; what could run is not."""
    assert {".pdf", ".docx", ".xlsx", ".jpg", ".zip", ".mp4"} <= SUFFIXES
    assert not SUFFIXES & {
        ".exe",
        ".msi",
        ".jar",
        ".apk",
        ".dll",
        ".lnk",
        ".bat",
        ".cmd",
        ".ps1",
        ".js",
        ".vbs",
        ".com",
    }
    assert suffix_of("SCAN.PDF") == ".pdf"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """One archive for many names; another process is the one that takes in its files."""
    home = tmp_path_factory.mktemp("kantor")
    (home / "archive").mkdir()
    office = Office(Settings(home, executor="inline", upload=True))
    with office.open() as other, office.open() as opened, other.claim():
        yield opened


NAMES = st.text(min_size=1, max_size=40) | st.builds(
    "".join, st.lists(st.sampled_from(["..", "/", "\\", "a", "CON", ":", "\0", " ", ".", "C:"]), max_size=6)
)


@given(name=NAMES, suffix=st.sampled_from([".pdf", ".txt", "", ".exe", ".PDF "]))
def test_no_name_leaves_the_folder(kept: Archive, name: str, suffix: str) -> None:
    """Whatever a file was called, what is stored lies in the slot's folder under the slot's name, over nothing."""
    root, content = kept.settings.archive, f"{name}{suffix}".encode("utf-8", "replace")
    before = {each: each.read_bytes() for each in root.rglob("*") if each.is_file()}
    try:
        stored = drop(kept, content, name + suffix)
    except UsageError:
        return
    assert {each: each.read_bytes() for each in before} == before
    assert PurePosixPath(stored.path).name.startswith("III.4.3.2_Rekap penilaian kinerja pegawai bulanan_2024-03")
    assert (root / stored.path).resolve().is_relative_to(root.resolve())
    outside = [each for each in kept.settings.home.rglob("*2024-03*") if not each.is_relative_to(root / "2024")]
    assert outside == []
