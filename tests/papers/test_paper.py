"""What the papers say agrees with the report, whatever it was narrowed to."""

from datetime import date

import pytest

from tests.papers.made import DECISIONS, NASTY, PLAN, WAIVED, paper, report
from ziarchive.gaps import narrowed
from ziarchive.model import Code, State
from ziarchive.papers import Scope
from ziarchive.papers.paper import Paper


@pytest.mark.parametrize("on", [date(2024, 4, 3), date(2024, 7, 1), date(2024, 12, 31)], ids=str)
def test_the_figures_agree_with_the_report(on: date) -> None:
    """Completeness is told with what it is a share of, and what fell due before signing is told apart."""
    of = report(on=on)
    told = {each.label: each for each in paper(of).figures}
    day, year, items, slots, after, before = paper(of).figures
    assert (day.amount, year.amount) == (of.totals.completeness, of.totals.year_completeness)
    met, due = (int(word) for word in day.meaning.split() if word.isdecimal())
    assert met / due == of.totals.completeness
    assert (items.amount, slots.amount) == (185, len(of.slots))
    assert (after.amount or 0) + (before.amount or 0) == of.totals.counts[State.OVERDUE]
    assert before.amount == of.totals.before_signing > 0
    assert told[f"Kelengkapan tahun {PLAN.year}"].value.endswith(" %")


def test_the_matrix_sums_up() -> None:
    """In the matrix the components of an area sum up to it, and the areas to the last row."""
    rows = paper().matrix
    areas = [row.cells for row in rows if row.is_area and row.code]
    parts = [row.cells for row in rows if not row.is_area]
    sums = rows[-1].cells
    assert tuple(map(sum, zip(*areas, strict=True))) == tuple(map(sum, zip(*parts, strict=True))) == sums
    assert sum(sums) == len(report().slots)


def test_the_list_has_every_slot_once() -> None:
    """The list tells every slot in the plan's order, below its area and component."""
    told = [(row.code, row.due, row.state) for _, _, row in paper().rows]
    assert told == [(str(each.slot.code), each.slot.due, each.state) for each in report().slots]
    assert all(area.name.split()[0] == row.code.split(".")[0] for area, _, row in paper().rows)
    assert all(row.code.startswith(f"{band.part.split()[0]}.") for _, band, row in paper().rows)


def rows_of(code: str, of: Paper) -> tuple[str, ...]:
    return tuple(
        note
        for area in of.areas
        for band in area.bands
        for row, notes in band.noted
        if row.code == code
        for note in notes
    )


def test_notes_stand_beside_their_slot() -> None:
    """A waiver's reason and a person's note are told beside the slot, each on one line."""
    assert f"Tidak berlaku: {WAIVED}" in rows_of("I.2.1.1", paper())
    assert "SK lama dicabut." in rows_of("I.1.1.2", paper())


def test_a_plans_note_is_told_once() -> None:
    """The plan's note on a requirement stands beside the first of its slots only."""
    noted = next(item for item in PLAN.requirements() if item.note)
    assert rows_of(str(noted.code), paper()).count(noted.note) == 1


def test_who_is_in_charge_is_told_where_it_says_most() -> None:
    """A person in charge of a whole component stands above its rows, one of a part beside each row."""
    named = {band.part.split()[0]: band.name for _, band, _ in paper().rows}
    assert named["I.1"].endswith("(penanggung jawab: Budi Santoso)")
    assert "penanggung jawab" not in named["V.1"]
    assert "penanggung jawab: Siti Aminah" in rows_of("V.1.1.1", paper())
    assert DECISIONS.person(Code.of("V.2.1.1")) == ""


def test_the_notes_behind_the_list() -> None:
    """Oddities of the plan, waivers and files that count for nothing have notes of their own."""
    notes = {kind.title: kind.lines for kind in paper().notes}
    assert any(code == "VI.1.3" and "Februari 2023" in said for code, said in notes["Catatan pada rencana kerja"])
    (waived,) = notes["Slot yang dinyatakan tidak berlaku"]
    assert waived[0] == "I.2.1.1" and WAIVED in waived[1]
    (stray,) = notes["Berkas yang tidak dihitung untuk slot mana pun"]
    assert stray[0] == "I.4.1.2" and "LHKPN_2021.pdf: tidak dihitung" in stray[1]


def test_nothing_that_would_not_print() -> None:
    """Every file name is told whole, in printable signs."""
    names = {file.path for _, _, row in paper().rows for file in row.files}
    assert all(name.isprintable() for name in names)
    assert {"2024/nama[U+000A]baru[U+202E]fdp.exe", "2024/rusak[U+DCFF].pdf", f"2024/{NASTY[4]}"} <= names


@pytest.mark.parametrize(
    ("scope", "said"),
    [
        (Scope(), ""),
        (Scope(Code.of("I.4")), "bagian I.4 Perubahan Pola Pikir dan Budaya Kerja"),
        (Scope(state=State.OVERDUE, text="notulen"), "keadaan Terlambat; memuat «notulen»"),
    ],
    ids=["whole", "part", "state and words"],
)
def test_a_narrowed_paper_says_so(scope: Scope, said: str) -> None:
    """A paper on some slots only says on which."""
    assert paper(narrowed(report(), scope.within, scope.state), scope).scope == said


def test_a_paper_without_slots() -> None:
    """A paper on nothing has figures and no list."""
    empty = paper(narrowed(report(()), Code.of("I"), State.FIX), Scope(Code.of("I"), State.FIX))
    assert (list(empty.rows), empty.figures[0].value, len(empty.matrix)) == ([], "–", 1)
