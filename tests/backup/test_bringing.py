"""What comes back of a backup, and where it goes."""

import json
import os
import shutil
import time
from pathlib import Path

import pytest

from tests.backup.offices import ASIDE, AT, brought, fill, fill_archive, taken, tree
from tests.conftest import Office
from ziarchive import firstseen
from ziarchive.archive import Archive
from ziarchive.decisions import Note
from ziarchive.errors import CannotRun
from ziarchive.model import Code
from ziarchive.sealing import freeze
from ziarchive.settings import Settings


def test_a_backup_comes_back_as_it_was(office: Office, tmp_path: Path) -> None:
    """Restored elsewhere, every file is the same, and a comparison shows the decisions again."""
    fill(office)
    fill_archive(office)
    taken(office.settings, tmp_path / "cadangan.zip", with_archive=True)
    before = {path: raw for path, raw in tree(tmp_path).items() if path != "cadangan.zip"}
    home = tmp_path / "baru" / "kantor"
    made = brought(tmp_path / "cadangan.zip", home)
    assert tree(home) == before
    assert (made.troubled, made.files) == (False, len(before) + 1)
    with Archive(Settings(home, executor="inline"), lambda: AT) as archive:
        archive.sync()
        (document,) = archive.documents()
        assert document.placement.codes == (Code.of("I.1.1.2"),)
        assert archive.findings() == ()
    assert not [path for path in home.rglob("*.part")]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows cannot change the zone of a process")
def test_files_keep_their_day(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file comes back as old as it was, in the zone of an office in Indonesia."""
    monkeypatch.setenv("TZ", "Asia/Jakarta")
    time.tzset()
    try:
        fill(office)
        os.utime(tmp_path / "sinonim.txt", (AT.timestamp(),) * 2)
        taken(office.settings, tmp_path / "cadangan.zip")
        brought(tmp_path / "cadangan.zip", tmp_path / "baru")
    finally:
        monkeypatch.undo()
        time.tzset()
    assert (tmp_path / "baru" / "sinonim.txt").stat().st_mtime == AT.timestamp()


def test_the_copy_in_the_index_does_not_bring_the_old_ledger_back(office: Office, tmp_path: Path) -> None:
    """An older state that is put over a newer one holds: the next comparison adds nothing to it."""
    fill(office)
    fill_archive(office)
    taken(office.settings, tmp_path / "cadangan.zip")
    old = office.settings.ledger.read_bytes()
    with office.open() as archive:
        archive.decide("sekretaris", Note(Code.of("I.1.1.1"), None, "terlambat dicatat"))
    newer = office.settings.ledger.read_bytes()
    brought(tmp_path / "cadangan.zip", tmp_path, replace=True)
    with office.open() as archive:
        archive.sync()
        assert archive.standing.trouble() == ""
        assert [*archive.standing.decisions().notes.values()] == ["lihat map merah"]
        assert len(archive.documents()) == 1
    assert office.settings.ledger.read_bytes() == old
    assert (tmp_path / ASIDE / "ledger.jsonl").read_bytes() == newer


def test_an_office_with_decisions_is_not_overwritten(office: Office, tmp_path: Path) -> None:
    """Without --replace nothing changes; with it, what was there lies in a dated folder."""
    fill(office)
    taken(office.settings, tmp_path / "cadangan.zip")
    (tmp_path / "sinonim.txt").write_text("lain\n")
    before = tree(tmp_path)
    with pytest.raises(CannotRun, match="--replace"):
        brought(tmp_path / "cadangan.zip", tmp_path)
    assert tree(tmp_path) == before
    made = brought(tmp_path / "cadangan.zip", tmp_path, replace=True)
    assert (tmp_path / "sinonim.txt").read_text() == "gratifikasi = hadiah\n"
    assert (tmp_path / ASIDE / "sinonim.txt").read_text() == "lain\n"
    assert ASIDE in " ".join(made.told)
    assert tree(tmp_path / ASIDE) == {"sinonim.txt": b"lain\n"}


def test_what_the_backup_does_not_have_goes_aside(office: Office, tmp_path: Path) -> None:
    """An office's own word list does not mix into the one that comes back."""
    taken(office.settings, tmp_path / "kosong.zip")
    fill(office)
    brought(tmp_path / "kosong.zip", tmp_path, replace=True)
    assert not (tmp_path / "sinonim.txt").exists()
    assert not office.settings.ledger.exists()
    assert (tmp_path / ASIDE / "ledger.jsonl").exists()
    assert (tmp_path / ASIDE / "putaran").is_dir()


def test_a_ledger_elsewhere_is_kept_and_told(tmp_path: Path) -> None:
    """It comes back into HOME, as a backup writes nowhere else, with the word where it belongs."""
    home, far = tmp_path / "kantor", tmp_path / "jauh"
    (home / "archive").mkdir(parents=True)
    far.mkdir()
    (home / "ziarchive.toml").write_text(f"[ledger]\nfile = {json.dumps(str(far / 'buku.jsonl'))}\n")
    settings = Settings(home, ledger_file=str(far / "buku.jsonl"), executor="inline")
    with Archive(settings, lambda: AT) as archive:
        archive.decide("sekretaris", Note(Code.of("I.1.1.1"), None, "catatan"))
        freeze(archive, "satu", "sekretaris")
    (far / firstseen.NAME).write_text("x\n")
    (far / "milik orang.txt").write_text("x\n")
    raw = (far / "buku.jsonl").read_bytes()
    taken(settings, tmp_path / "cadangan.zip")
    shutil.rmtree(far)
    made = brought(tmp_path / "cadangan.zip", tmp_path / "baru")
    assert (tmp_path / "baru" / "buku.jsonl").read_bytes() == raw
    assert len(list((tmp_path / "baru" / "putaran").iterdir())) == 1
    assert (tmp_path / "baru" / firstseen.NAME).read_text() == "x\n"
    assert not (tmp_path / "baru" / "milik orang.txt").exists()
    assert made.troubled
    assert str(far) in " ".join(made.told)
    assert not far.exists()


def test_a_restore_that_fails_half_way_is_taken_back(office: Office, tmp_path: Path) -> None:
    """Where one file cannot be put in its place, all the others go back to theirs."""
    fill(office)
    taken(office.settings, tmp_path / "cadangan.zip")
    (tmp_path / "sinonim.txt").write_text("lain\n")
    (tmp_path / "rencana" / "lama" / "2023.yaml").unlink()
    (tmp_path / "rencana" / "lama").rmdir()
    (tmp_path / "rencana" / "lama").write_text("sebuah berkas, bukan folder")
    before = tree(tmp_path)
    with pytest.raises(CannotRun, match="tidak dapat ditulis"):
        brought(tmp_path / "cadangan.zip", tmp_path, replace=True)
    assert tree(tmp_path) == before
    assert not (tmp_path / ASIDE).exists()
