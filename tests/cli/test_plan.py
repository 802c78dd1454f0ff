"""`plan import`, `export` and `new-year` on real files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.conftest import Office
from ziarchive import plan as plans

TABLE = """\
KANTOR PERTANAHAN KABUPATEN PATI
TAHUN 2025
NO\tKOMPONEN\tINDIKATOR\tLANGKAH AKSI\tBUKTI FISIK\tTARGET WAKTU
I\tMANAJEMEN PERUBAHAN\t\t\t\t
1\tTim\tTim ada\tMembentuk\tSOP Seleksi Tim SK Tim Kerja\tJuni 2025
"""


def test_a_printed_plan_is_imported_with_its_report(run: Callable[..., Any], office: Office, tmp_path: Path) -> None:
    """The plan file is stored with help for editing, and the report beside it; a dry run stores nothing."""
    (tmp_path / "renja.txt").write_text(TABLE, encoding="utf-8")
    home = office.settings.home
    code, out, _ = run("plan", "import", str(tmp_path / "renja.txt"), "--dry-run")
    assert code == 0
    assert "baris 5 (I.1.1.2): judul «SK Tim Kerja»; terpisah" in out
    assert not (home / "plan.yaml").exists()
    assert run("plan", "import", str(tmp_path / "renja.txt"), "--id", "pati-2025", "--to", "pati.yaml")[0] == 0
    text = (home / "pati.yaml").read_text(encoding="utf-8")
    assert text.startswith("# Rencana kerja Zona Integritas")
    assert plans.load(text, "x").id == "pati-2025"
    assert "terpisah" in (home / "pati-laporan.txt").read_text(encoding="utf-8")
    assert "I.1.1.2 SK Tim Kerja" in run("plan", "show", "--plan", "pati.yaml")[1]
    code, _, err = run("plan", "import", str(tmp_path / "renja.txt"), "--to", "../x.yaml")
    assert (code, "bukan nama berkas rencana" in err) == (2, True)


def test_the_workbook_goes_out_and_comes_in(run: Callable[..., Any], office: Office, tmp_path: Path) -> None:
    """`plan export` picks its form by the suffix, never overwrites, and its workbook imports as the same plan."""
    book = tmp_path / "rencana.xlsx"
    assert run("plan", "export", str(book))[0] == 0
    assert run("plan", "check", str(book))[0] == 0
    assert run("plan", "import", str(book))[0] == 0
    stored = plans.load((office.settings.home / "plan.yaml").read_text(encoding="utf-8"), "x")
    assert stored == plans.load(run("plan", "export")[1], "x")
    code, _, err = run("plan", "export", str(book))
    assert (code, "sudah ada" in err) == (2, True)
    code, _, err = run("plan", "export", "--format", "xlsx")
    assert (code, "Sebutkan berkasnya" in err) == (2, True)
    assert run("plan", "export", str(tmp_path / "a.yaml"))[0] == 0
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == run("plan", "export")[1]


def test_years_stand_side_by_side(run: Callable[..., Any], office: Office) -> None:
    """`plan new-year` stores the next year beside the other, once, and both can be looked at."""
    assert run("plan", "new-year", "2025")[0] == 0
    assert (office.settings.home / "bpsi-lingtan-2025.yaml").is_file()
    code, out, _ = run("plan", "check", "--plan", "bpsi-lingtan-2025.yaml")
    assert (code, "185 bukti fisik, 278 slot bertanggal" in out) == (0, True)
    assert ", 2024\n" in run("plan", "check")[1]
    code, _, err = run("plan", "new-year", "2025")
    assert (code, "sudah ada" in err) == (3, True)
