"""Rows of a printed table become areas, components, indicators and documents, and every guess is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive import plan as plans
from ziarchive.errors import UsageError
from ziarchive.model import Cadence
from ziarchive.plan import printed
from ziarchive.plan.facts import Facts
from ziarchive.plan.grid import Grid, GridRow, Printed
from ziarchive.plan.printed import Reading

HEADER = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU")
AREA = ("I", "MANAJEMEN PERUBAHAN", "", "", "", "")
FIRST = ("1", "Tim Kerja", "Tim ada", "Membentuk tim", "SK Tim", "Juli 2024")


def read(*rows: tuple[str, ...], header: tuple[str, ...] = HEADER, facts: Facts | None = None) -> Reading:
    numbered = tuple(GridRow(f"baris {at}", row) for at, row in enumerate((header, *rows), 1))
    return printed.read(Printed((Grid("tabel 1", numbered),)), facts or Facts(unit="Balai", year=2024))


def titles(reading: Reading) -> list[str]:
    return [f"{item.code} {item.title}" for item in reading.plan.requirements()]


def told(reading: Reading) -> str:
    return "\n".join(f"{guess.where} {guess.code} {guess.what} {guess.why}" for guess in reading.guesses)


def test_a_plain_table_needs_no_guess() -> None:
    """What is plainly there is read without a word in the report."""
    reading = read(AREA, FIRST, ("", "", "Ada rencana", "Menyusun", "SOP Rencana; SK Rencana", "Juni 2024"))
    assert titles(reading) == ["I.1.1.1 SK Tim", "I.1.2.1 SOP Rencana", "I.1.2.2 SK Rencana"]
    assert reading.guesses == ()


def test_a_row_cut_by_a_page_goes_on() -> None:
    """The rest of a row after a repeated header is put back, and told."""
    reading = read(
        AREA, (*FIRST[:2], "Tim ada dan", *FIRST[3:]), HEADER, ("1", "2", "3", "4", "5", "6"),
        ("", "", "bekerja", "", "", ""), ("2", "Rencana", "Ada", "Susun", "SOP", "Juni 2024"),
    )  # fmt: skip
    assert [each.text for each in reading.plan.indicators()] == ["Tim ada dan bekerja", "Ada"]
    assert "baris 6  disambung ke baris sebelumnya: «bekerja»" in told(reading)


def test_a_target_cut_by_a_page_goes_on() -> None:
    """Half a target is put together with its other half when only both make sense."""
    cut = (*FIRST[:5], "Maret, Juni dan")
    reading = read(AREA, cut, HEADER, ("", "", "", "", "", "September 2024"))
    (indicator,) = reading.plan.indicators()
    assert indicator.target == "Maret, Juni dan September 2024"


def test_a_blank_target_is_that_of_the_row_above() -> None:
    """A merged target cell counts for the rows that it covers, and is told."""
    reading = read(AREA, FIRST, ("", "", "Ada rencana", "Menyusun", "Rencana aksi", ""))
    assert [each.target for each in reading.plan.indicators()] == ["Juli 2024", "Juli 2024"]
    assert "I.1.2 target waktu dibaca «Juli 2024»" in told(reading)


def test_rows_of_one_indicator_keep_their_own_targets() -> None:
    """A row without indicator adds documents with a target of their own."""
    reading = read(AREA, FIRST, ("", "", "", "Rapat", "Notulen rapat", "Setiap bulan"))
    team, minutes = reading.plan.requirements()
    assert team.schedule and minutes.schedule
    assert (team.schedule.cadence, minutes.schedule.cadence) == (Cadence.DATED, Cadence.MONTHLY)
    (indicator,) = reading.plan.indicators()
    assert indicator.target == "Juli 2024; Setiap bulan"
    assert plans.load(plans.dump(reading.plan), "x") == reading.plan


def test_what_cannot_be_read_stays_raw_with_a_hint() -> None:
    """A target of another year gives no date; the report and the note say what it may mean."""
    reading = read(AREA, (*FIRST[:5], "Februari 2023"))
    assert [item.schedule for item in reading.plan.requirements()] == [None]
    assert "target_read: Februari 2024" in told(reading)
    assert "Februari 2023" in next(reading.plan.indicators()).note


def test_areas_and_components_without_numbers_are_numbered() -> None:
    """Areas in letters, components without number, and tables without areas are numbered in their order."""
    reading = read(("", "A. Perubahan", "", "", "", ""), ("", *FIRST[1:]), ("", "Rencana", *FIRST[2:]))
    assert [f"{each.code} {each.name}" for each in reading.plan.components()] == ["I.1 Tim Kerja", "I.2 Rencana"]
    assert "I.2 komponen «Rencana» diberi nomor I.2" in told(reading)
    alone = read(FIRST)
    assert [area.name for area in alone.plan.areas] == ["Tidak tertulis"]
    assert "tabel tidak memuat baris area" in told(alone)


def test_an_area_repeated_on_the_next_page_is_the_same() -> None:
    """A heading that is printed again does not begin another area."""
    assert len(read(AREA, FIRST, AREA, ("2", "Rencana", *FIRST[2:])).plan.areas) == 1


def test_headings_without_rows_are_told() -> None:
    """An area and a component without indicators cannot stand in a plan, and are told."""
    reading = read(AREA, FIRST, ("2", "Kosong", "", "", "", ""), ("II", "HASIL", "", "", "", ""))
    assert len(reading.plan.areas) == 1
    assert "area «HASIL» dilewati" in told(reading)


def test_an_indicator_without_evidence_asks_for_itself() -> None:
    """A blank evidence cell gives one document, named by the indicator, and told."""
    reading = read(AREA, (*FIRST[:4], "", "Juli 2024"))
    assert titles(reading) == ["I.1.1.1 Tim ada"]
    assert "kolom bukti fisik kosong" in told(reading)


def test_columns_in_another_order_and_more_of_them() -> None:
    """Columns are known by their names; what another column says is kept as a note."""
    header = ("No", "Indikator", "Data Dukung", "Waktu Pelaksanaan", "PIC", "Area")
    reading = read(("1", "Tim ada", "SK Tim", "Juli 2024", "Siti", "Perubahan"), header=header)
    assert titles(reading) == ["I.1.1.1 SK Tim"]
    assert next(reading.plan.indicators()).note == "Kolom lain: Siti"


def test_a_document_keeps_its_own_year_and_cadence() -> None:
    """The year that a title names, and a cadence that the title or the action names, belong to the document."""
    evidence = "LAKIN 2023, laporan UPG, SOP UPG, SK mutasi pegawai"
    row = ("1", "Laporan", "Dilaporkan", "Menyusun laporan UPG setiap bulan", evidence, "Januari s.d. Desember 2024")
    lakin, monthly, sop, move = read(AREA, row).plan.requirements()
    assert (lakin.year, lakin.kind, lakin.note != "") == (2023, "LAKIN", True)
    assert (monthly.title, monthly.schedule and monthly.schedule.cadence) == ("Laporan UPG (bulanan)", Cadence.MONTHLY)
    assert sop.schedule and sop.schedule.cadence is Cadence.ONCE
    assert move.schedule and move.schedule.cadence is Cadence.EVENT


def test_a_plan_without_a_year_asks_for_it() -> None:
    """Without a year on the cover or in a target, the command says how to give it."""
    with pytest.raises(UsageError, match="--year"):
        read(AREA, (*FIRST[:5], "Juli"), facts=Facts())


CELLS = st.sampled_from(
    ["", "", "1", "2", "7.", "I", "II", "A. Nama", "Tim kerja", "sambungan", "SK Tim, SOP", "Notulen"]
)
TARGETS = st.sampled_from(["", "Juli 2024", "Setiap bulan", "dan Desember 2024", "Februari 2023", "bila perlu", "2024"])


@given(st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS, CELLS, TARGETS), min_size=1, max_size=8))
def test_any_table_gives_a_plan_file_that_is_valid(rows: list[tuple[str, ...]]) -> None:
    """Whatever stands in the table, what is read is a plan that its file gives back, and no cell is lost."""
    reading = read(AREA, FIRST, *rows)
    assert plans.load(plans.dump(reading.plan), "x") == reading.plan
    kept = plans.dump(reading.plan) + told(reading)
    assert all(cell in kept for row in rows for cell in (each.removeprefix("A. ") for each in row[1:]) if len(cell) > 2)
