"""What the command line says when HOME, the archive, index/ or the ledger are not as they should be."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Office
from ziarchive.settings import FILE_NAME


def test_wrong_settings_stop_every_command(run: Callable[..., Any], office: Office) -> None:
    """A wrong settings file is named with its key, exit 3."""
    (office.settings.home / FILE_NAME).write_text("warna = 'merah'\n")
    code, _, err = run("gaps")
    assert (code, "warna" in err) == (3, True)


def test_a_missing_archive_is_told(run: Callable[..., Any], office: Office) -> None:
    """With the evidence folder gone, sync exits 3 and says where it looked; doctor exits 1."""
    office.root.rmdir()
    code, _, err = run("sync")
    assert (code, str(office.root) in err) == (3, True)
    assert run("doctor")[0] == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("documents",), ("inbox",), ("gaps",), ("search", "x"), ("verify",), ("sync",), ("doctor",),
        ("link", "x"), ("waive", "I.1.1.2", "--reason", "x"), ("plan", "show"), ("check-name", "x.pdf"),
    ],
    ids=lambda arguments: arguments[0],
)  # fmt: skip
def test_a_home_that_is_not_there_is_told(run: Callable[..., Any], tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """A mistyped HOME is no empty office: exit 3, and nothing is made."""
    none = tmp_path / "none" / "deep"
    code, out, err = run("--home", str(none), *arguments)
    assert (code, out, f"{none} tidak ada" in err) == (3, "", True)
    assert not none.parent.exists()


def test_a_folder_that_is_no_office_is_told(run: Callable[..., Any], tmp_path: Path) -> None:
    """A folder without settings, archive and decisions is no HOME; each of these makes it one."""
    other = tmp_path / "other"
    other.mkdir()
    code, _, err = run("--home", str(other), "gaps")
    assert (code, "bukan folder kantor" in err, list(other.iterdir())) == (3, True, [])
    for mark in (FILE_NAME, "ledger.jsonl"):
        (other / mark).touch()
        assert run("--home", str(other), "gaps")[0] == 0
        shutil.rmtree(other / "index")
        (other / mark).unlink()
    (other / "archive").mkdir()
    assert run("--home", str(other), "gaps")[0] == 0
    (other / "archive").rmdir()
    assert run("--home", str(other), "gaps")[0] == 0  # what was known of the archive is still known


def test_a_damaged_catalogue_is_told_by_every_command(run: Callable[..., Any], office: Office) -> None:
    """No command shows a traceback: exit 3 with what to do, and doctor names it."""
    run("sync")
    file = office.settings.index / "catalogue.sqlite"
    file.write_bytes(b"rusak" * 1000)
    for command in (("gaps",), ("search", "x"), ("documents",), ("verify",), ("sync",), ("waive", "I.1.1.2", "--undo")):
        code, _, err = run(*command)
        assert (code, "hapus semua isi folder" in err) == (3, True), command
    checks = {check["name"]: check for check in json.loads(run("doctor", "--format", "json")[1])}
    assert not checks["Katalog"]["good"]
    shutil.rmtree(office.settings.index)
    assert run("sync")[0] == 0
    assert run("doctor")[0] == 0


def test_an_index_that_cannot_be_made_is_told(run: Callable[..., Any], office: Office) -> None:
    """Where index/ cannot be written every command says so with exit 3, and doctor has tried it."""
    office.settings.index.write_text("di sini seharusnya folder")
    code, _, err = run("gaps")
    assert (code, "tidak dapat ditulis" in err) == (3, True)
    checks = {check["name"]: check for check in json.loads(run("doctor", "--format", "json")[1])}
    assert not checks["Folder indeks"]["good"]


def test_a_broken_ledger_is_told_beside_the_answer(run: Callable[..., Any], office: Office) -> None:
    """Every command still answers, with a line on standard error; deciding and verify say no."""
    assert run("waive", "I.1.1.2", "--reason", "x", "--who", "y")[0] == 0
    with office.settings.ledger.open("ab") as stream:
        stream.write(b"{}\n")
    code, out, err = run("gaps", "--on", "2024-07-15", "--format", "json")
    states = {slot["code"]: slot["state"] for slot in json.loads(out)["slots"]}
    assert (code, states["I.1.1.2"], "baris 2" in err) == (0, "waived", True)
    assert run("verify")[0] == 1
    assert run("doctor")[0] == 1
    assert run("waive", "I.1.1.2", "--reason", "x", "--who", "y")[0] == 3
