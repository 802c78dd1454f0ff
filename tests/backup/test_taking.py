"""What cannot be made anew is kept."""

import sys
import threading
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, Any

import pytest

from tests.backup.offices import AT, brought, fill, names, taken, tree
from tests.conftest import Office
from ziarchive.backup.manifest import NAME
from ziarchive.decisions import Entry, Note
from ziarchive.errors import CannotRun, InUse, UsageError
from ziarchive.ledger import Ledger
from ziarchive.model import Code
from ziarchive.records import Mark, read


def test_everything_that_is_not_derived_is_kept(office: Office, tmp_path: Path) -> None:
    """Settings, ledger, rounds and whatever else lies in HOME; index, evidence and locks stay out."""
    fill(office)
    made = taken(office.settings, tmp_path / "cadangan.zip")
    kept = {f"home/{path}" for path in tree(tmp_path) if path != "cadangan.zip"}
    assert names(tmp_path / "cadangan.zip") == kept | {NAME}
    assert {"home/ledger.jsonl", "home/sinonim.txt", "home/rencana/lama/2023.yaml"} < kept
    assert (made.files, made.troubled) == (len(kept), False)


def test_a_torn_line_is_not_kept(office: Office, tmp_path: Path) -> None:
    """What was never acknowledged is no decision."""
    fill(office)
    whole = office.settings.ledger.read_bytes()
    office.settings.ledger.write_bytes(whole + b'{"previous": "abc", "at"')
    taken(office.settings, tmp_path / "cadangan.zip")
    with zipfile.ZipFile(tmp_path / "cadangan.zip") as opened:
        assert opened.read("home/ledger.jsonl") == whole


def test_a_broken_ledger_is_kept_and_told(office: Office, tmp_path: Path) -> None:
    """Better a damaged copy than none."""
    fill(office)
    raw = office.settings.ledger.read_bytes().replace(b"sekretaris", b"orang lain", 1)
    office.settings.ledger.write_bytes(raw)
    made = taken(office.settings, tmp_path / "cadangan.zip")
    assert made.troubled
    assert "rantai putus" in " ".join(made.told)
    with zipfile.ZipFile(tmp_path / "cadangan.zip") as opened:
        assert opened.read("home/ledger.jsonl") == raw


def test_a_backup_works_beside_a_running_program(office: Office, tmp_path: Path) -> None:
    """Who takes in files does not stop it; who restores must stop the program first."""
    fill(office)
    with office.open() as archive, archive.claim():
        assert taken(office.settings, tmp_path / "cadangan.zip").files
        with pytest.raises(InUse, match="Hentikan dahulu"):
            brought(tmp_path / "cadangan.zip", tmp_path, replace=True)


@pytest.mark.parametrize(
    "left",
    ["lingkungan/pyvenv.cfg", "paket/bagit.txt", "tembolok/CACHEDIR.TAG", "sedang.zip.part", ".git/config"],
)
def test_what_can_be_made_anew_stays_out(office: Office, tmp_path: Path, left: str) -> None:
    """Environments, binders, caches and half-made files are no office's truth."""
    place = tmp_path / left
    place.parent.mkdir(exist_ok=True)
    place.write_text("x")
    (place.parent / "isi.txt").write_text("x")
    taken(office.settings, tmp_path / "cadangan.zip")
    assert not {f"home/{left}"} & names(tmp_path / "cadangan.zip")


def test_backups_do_not_grow_into_each_other(office: Office, tmp_path: Path) -> None:
    """A backup in HOME is not in the next one; another ZIP is."""
    taken(office.settings, tmp_path / "satu.zip")
    with zipfile.ZipFile(tmp_path / "surat.zip", "w") as opened:
        opened.writestr("surat.txt", "isi")
    taken(office.settings, tmp_path / "dua.zip")
    assert names(tmp_path / "dua.zip") == {NAME, "home/surat.zip"}


def test_the_program_itself_stays_out(office: Office, tmp_path: Path) -> None:
    """Where HOME is the program's own folder, only what the office put there is kept."""
    for path in ("ziarchive/__init__.py", "web/x.py", "README.md", ".venv-run/x", "kantor.yaml"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("x")
    taken(office.settings, tmp_path / "cadangan.zip")
    assert names(tmp_path / "cadangan.zip") == {NAME, "home/kantor.yaml"}


def test_links_are_told_and_not_followed(office: Office, tmp_path: Path) -> None:
    """A link in HOME leads out of it."""
    (tmp_path / "tautan").symlink_to("/etc/hostname")
    made = taken(office.settings, tmp_path / "cadangan.zip")
    assert names(tmp_path / "cadangan.zip") == {NAME}
    assert made.troubled
    assert "tautan" in made.told[0]


@pytest.mark.parametrize(("name", "words"), [("cadangan", "berakhiran .zip"), ("archive/c.zip", "di dalam")])
def test_a_backup_goes_to_a_place_of_its_own(office: Office, tmp_path: Path, name: str, words: str) -> None:
    """Not into the evidence, and only as a ZIP."""
    with pytest.raises(UsageError, match=words):
        taken(office.settings, tmp_path / name)


def test_a_backup_is_never_written_over(office: Office, tmp_path: Path) -> None:
    """The older one stays."""
    (tmp_path / "cadangan.zip").write_bytes(b"lama")
    with pytest.raises(CannotRun, match="sudah ada"):
        taken(office.settings, tmp_path / "cadangan.zip")
    assert (tmp_path / "cadangan.zip").read_bytes() == b"lama"


def test_a_file_that_cannot_be_read_is_told(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest is kept."""
    (tmp_path / "rahasia.txt").write_text("x")
    (tmp_path / "sinonim.txt").write_text("sk, surat keputusan")
    opened = Path.open

    def refusing(path: Path, *arguments: Any, **options: Any) -> IO[Any]:
        if path.name == "rahasia.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", refusing)  # the system refuses nothing to who runs tests as root
    made = taken(office.settings, tmp_path / "cadangan.zip")
    assert made.troubled and made.files == 1
    assert "rahasia.txt" in made.told[0]


def test_decisions_made_meanwhile_are_kept_whole(office: Office, tmp_path: Path) -> None:
    """A batch is in a backup with all its lines or with none, whenever the backup is taken."""
    batch = [Entry(Note(Code.of("I.1.1.1"), None, f"{number}"), "sekretaris", AT, "satu") for number in range(5)]
    ledger = Ledger(office.settings.ledger)
    ledger.append(batch, Mark())
    done = threading.Event()

    def decide() -> None:
        while not done.wait(0.02):  # as people do, who leave time between two decisions
            ledger.append(batch, Mark())

    with ThreadPoolExecutor(1) as deciding:
        told = deciding.submit(decide)
        try:
            for number in range(8):
                taken(office.settings, tmp_path / f"{number}.zip")
        finally:
            done.set()
        told.result()
    for number in range(8):
        with zipfile.ZipFile(tmp_path / f"{number}.zip") as opened:
            history = read(opened.read("home/ledger.jsonl"))
        assert (history.trouble, history.torn, len(history.lines) % len(batch)) == ("", False, 0)


def test_a_name_that_could_not_be_brought_back_is_told(office: Office, tmp_path: Path) -> None:
    """What some system cannot hold stays out, by name, so that the rest of the backup can be restored."""
    fill(office)
    (office.root / "SK.txt").write_text("satu")
    odd = ["sk.txt", "apa?.txt", "dua\nbaris.txt"] if sys.platform == "linux" else []
    for name in odd:
        (office.root / name).write_text("dua")
    made = taken(office.settings, tmp_path / "cadangan.zip", with_archive=True)
    assert len(made.told) == len(odd)
    assert made.troubled is bool(odd)
    brought(tmp_path / "cadangan.zip", tmp_path / "lain")
    assert [path.name for path in (tmp_path / "lain" / "archive").iterdir()] == ["SK.txt"]
