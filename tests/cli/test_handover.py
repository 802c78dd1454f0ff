"""Handing over on the command line."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from python_calamine import load_workbook

from tests.conftest import Office


@pytest.fixture
def filled(run: Callable[..., Any], office: Office) -> Callable[..., Any]:
    office.docx("2024/I.1.1.2_SK Tim Zona Integritas_2024-01.docx", "keputusan")
    office.docx("2024/II.1.1.1_SOP_2024-03.docx", "prosedur")
    run("sync")
    return run


def test_a_binder_is_made_by_one_command(filled: Callable[..., Any], tmp_path: Path) -> None:
    """The ZIP holds the area's evidence, the pages, the LKE and the gap list, and the command says where."""
    code, out, err = filled("bundle", "--area", "I", "--on", "2024-07-15", "-o", str(tmp_path / "paket.zip"))
    assert (code, err) == (0, "")
    assert "1 berkas bukti" in out
    with zipfile.ZipFile(tmp_path / "paket.zip") as opened:
        names = {name.removeprefix("paket/data/") for name in opened.namelist()}
        csv = opened.read("paket/data/kesenjangan.csv").decode("utf-8-sig")
        sheet = load_workbook(BytesIO(opened.read("paket/data/LKE.xlsx"))).get_sheet_by_index(0).to_python()
    assert {"index.html", "LKE.xlsx", "Bukti.xlsx", "halaman/I.1.html", "halaman/binder.css"} < names
    told = {str(row[0]): " ".join(map(str, row)) for row in sheet}
    assert "I.1.1.2_SK Tim Zona Integritas_2024-01.docx" in told["A.I.1.i.a"]
    assert not any(code.startswith("A.I.2") for code in told)
    assert "halaman/II.1.html" not in names
    assert csv.splitlines()[0].startswith("kode,bukti_fisik")
    assert "II.1.1.1" not in csv


def test_a_binder_has_a_name_of_its_own(
    filled: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without -o it lies in the folder where one stands, named by year, part and day."""
    (tmp_path / "sini").mkdir()
    monkeypatch.chdir(tmp_path / "sini")
    assert filled("bundle", "--area", "I.4", "--on", "2024-07-15")[0] == 0
    assert [each.name for each in (tmp_path / "sini").iterdir()] == ["binder-zi-2024-I.4_2024-07-15.zip"]


def test_a_file_that_is_gone_is_told(filled: Callable[..., Any], office: Office, tmp_path: Path) -> None:
    """The exit code and a line say that the binder lacks something."""
    (office.root / "2024/II.1.1.1_SOP_2024-03.docx").unlink()
    code, out, _ = filled("bundle", "-o", str(tmp_path / "paket"))
    assert (code, (tmp_path / "paket" / "bagit.txt").is_file()) == (1, True)
    assert "Tidak disertakan: 2024/II.1.1.1_SOP_2024-03.docx: tidak ada lagi" in out


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--area", "IX"), 2, "tidak ada dalam rencana"),
        (("-o", "archive/paket"), 2, "di dalam"),
        (("-o", "tidak/ada.zip"), 3, "tidak ada"),
        (("-o", "ziarchive.toml"), 3, "sudah ada"),
    ],
    ids=["no such area", "in the archive", "no such folder", "taken"],
)
def test_what_cannot_be_made_is_told(
    filled: Callable[..., Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    code: int,
    words: str,
) -> None:
    """The message says what is wrong, and nothing is made."""
    monkeypatch.chdir(tmp_path)
    before = sorted(path.name for path in tmp_path.iterdir())
    said = filled("bundle", *arguments)
    assert (said[0], words in said[2]) == (code, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_an_office_moves_by_backup_and_restore(filled: Callable[..., Any], tmp_path: Path) -> None:
    """What one command keeps the other brings back, into a folder of its own."""
    assert filled("note", "I.1.1.1", "lihat map merah", "--who", "sekretaris")[0] == 0
    code, out, _ = filled("backup", str(tmp_path / "cadangan.zip"))
    assert (code, "tidak ikut" in out) == (0, True)
    code, out, _ = filled("restore", str(tmp_path / "cadangan.zip"), "--into", str(tmp_path / "baru"))
    assert (code, "ziarchive sync" in out) == (0, True)
    assert (tmp_path / "baru/ledger.jsonl").read_bytes() == (tmp_path / "ledger.jsonl").read_bytes()


def test_decisions_are_not_restored_over(filled: Callable[..., Any], tmp_path: Path) -> None:
    """HOME's own ledger stays until --replace is given."""
    filled("note", "I.1.1.1", "lihat map merah", "--who", "sekretaris")
    filled("backup", str(tmp_path / "cadangan.zip"))
    filled("note", "I.1.1.1", "lihat map biru", "--who", "sekretaris")
    assert filled("restore", str(tmp_path / "cadangan.zip"))[0] == 3
    assert "biru" in (tmp_path / "ledger.jsonl").read_text()
    code, out, _ = filled("restore", str(tmp_path / "cadangan.zip"), "--replace")
    assert (code, "sebelum-pulih" in out) == (0, True)
    assert "biru" not in (tmp_path / "ledger.jsonl").read_text()
