"""The editable workbook reads back as the plan that it was written from, and holds no formula."""

import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given

from tests.plan import made
from tests.plan.rows import SMALL
from ziarchive import plan as plans
from ziarchive import planfile
from ziarchive.errors import CannotRun, PlanInvalid
from ziarchive.model import Plan
from ziarchive.plan import flat
from ziarchive.planfile import sheet, workbook
from ziarchive.plans import builtin_text


def test_the_built_in_plan_comes_back(tmp_path: Path) -> None:
    """Nothing of the built-in plan is lost in Excel: notes, LKE codes, own cadences, corrected targets."""
    seed = plans.load(builtin_text("bpsi-lingtan-2024"), "seed")
    workbook.write(seed, tmp_path / "rencana.xlsx")
    assert planfile.exported(tmp_path / "rencana.xlsx") == seed


@given(made.plans())
def test_any_plan_comes_back(plan: Plan) -> None:
    """What the workbook holds is read as the same plan, whatever its words and schedules."""
    assume(not any(mark in repr(plan) for mark in ("\\ufffe", "\\uffff")))  # XML has no such characters
    assume(all("\n" not in code for each in plan.indicators() for code in each.lke))
    with TemporaryDirectory() as folder:
        workbook.write(plan, Path(folder) / "a.xlsx")
        assert planfile.exported(Path(folder) / "a.xlsx") == plan


@pytest.mark.parametrize("title", ["=1+1", "+62 811", "@SUM(A1)", "-1", "=HYPERLINK(1)", "2024", "http://a.id"])
def test_a_title_is_never_a_formula(title: str, tmp_path: Path) -> None:
    """Words that look like a formula, a number or an address are written as words."""
    plan = plans.load(SMALL.replace("SK Tim", f"'{title}'"), "x")
    workbook.write(plan, tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as parts:
        table = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in table
    assert "hyperlink" not in table
    assert planfile.exported(tmp_path / "a.xlsx") == plan


def test_the_header_stays_in_sight(tmp_path: Path) -> None:
    """The header is frozen and filtered, and the year and the day of signing are typed cells."""
    plan = plans.load(SMALL.replace("year: 2024", "year: 2024\nsigned: 2024-04-03"), "x")
    workbook.write(plan, tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as parts:
        table = parts.read("xl/worksheets/sheet1.xml").decode()
    assert 'state="frozen"' in table
    assert "<autoFilter" in table
    facts = dict(row[:2] for row in sheet.sheets(tmp_path / "a.xlsx")[flat.FACTS])
    assert (facts["Tahun"], facts["Ditandatangani"]) == (2024, plan.signed)


def test_a_wrong_row_is_named_by_its_row(tmp_path: Path) -> None:
    """A code that a person mistyped is told with the row of the sheet."""
    plan = plans.load(SMALL, "x")
    workbook.write(plan, tmp_path / "a.xlsx")
    found = {name: [list(row) for row in rows] for name, rows in sheet.sheets(tmp_path / "a.xlsx").items()}
    at = found[flat.TABLE][0].index("Kode")
    found[flat.TABLE][2][at] = "I.1.2.9"
    with pytest.raises(PlanInvalid, match="Bukti fisik") as caught:
        flat.load(found, "a.xlsx")
    assert "baris 3" in caught.value.problems[0]


def test_a_lost_column_is_named(tmp_path: Path) -> None:
    """A workbook whose column of codes was deleted says which is gone."""
    found = {flat.FACTS: [["Tahun", 2024]], flat.TABLE: [["Kode", "Judul dokumen"], ["I.1.1.1", "SK"]]}
    with pytest.raises(PlanInvalid) as caught:
        flat.load(found, "a.xlsx")
    assert "kolom «Kode indikator»" in caught.value.problems


def test_a_text_too_long_for_excel_is_not_cut(tmp_path: Path) -> None:
    """More than a cell can hold is refused, never lost."""
    plan = plans.load(SMALL.replace("SK Tim", "a" * 40_000), "x")
    with pytest.raises(CannotRun, match="terlalu panjang"):
        workbook.write(plan, tmp_path / "a.xlsx")
