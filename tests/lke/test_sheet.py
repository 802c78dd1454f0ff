"""The sheet in the shape of the LKE."""

from dataclasses import replace
from fractions import Fraction
from io import BytesIO

from python_calamine import CalamineWorkbook

from tests.lke.estimate import SMALL, SMALL_PLAN, estimate, report, seed, small
from ziarchive.gaps import SlotDocument
from ziarchive.lke.sheet import MOST, Line, heading, lines
from ziarchive.lke.workbook import COLUMNS, workbook
from ziarchive.model import How, State

FIRST = ("I.1.1.1", "I.1.1.2", "I.1.1.3")
STATES = {"I.1.1.1": State.MET, "I.1.1.2": State.MET, "I.1.1.3": State.FIX}


def read(made: bytes) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(BytesIO(made)).get_sheet_by_index(0).to_python()


def test_a_line_for_every_item_of_the_regulation() -> None:
    """Also those that the plan does not touch, in the official order."""
    found = seed()
    told = list(lines(found))
    assert [line.item for line in told] == [each.item.code for each in found.items]
    outside = next(line for line in told if line.item == "B.I.a")
    assert (outside.part, outside.answer, outside.points, outside.evidence) == ("Hasil", "", None, ())
    assert outside.note == "Tidak ada dalam rencana ini."


def test_a_line_has_answer_evidence_and_note() -> None:
    """The answer that the documents support, that of the accepted ones, and where the documents lie."""
    line = next(lines(small(STATES, FIRST[:1])))
    assert (line.answer, line.accepted, line.points) == ("B", "C", Fraction("2.01"))
    assert line.indicators == "I.1.1 Tim bekerja"
    assert line.evidence == ("2024/I.1.1.1.pdf", "2024/I.1.1.2.pdf")
    assert line.note == "2 dari 3 slot terpenuhi, 1 diterima penilai."


def test_evidence_may_lie_elsewhere() -> None:
    """A package says where its copies are; what is not in it is left out."""
    line = next(lines(small(STATES), lambda document: "data/a.pdf" if document.id == "I.1.1.1" else ""))
    assert line.evidence == ("data/a.pdf",)


def test_long_lists_of_evidence_are_cut() -> None:
    """A cell that is to be read names the first, and how many there are besides."""
    found = report(SMALL_PLAN, lambda status: State.MET)
    many = tuple(SlotDocument(str(n), f"{n}.pdf", How.CODE, "", counts=True) for n in range(MOST + 5))
    crowded = replace(found, slots=tuple(replace(each, documents=many) for each in found.slots))
    line = next(lines(estimate(SMALL, crowded)))
    assert len(line.evidence) == MOST + 1
    assert line.evidence[-1] == "… dan 5 berkas lagi"


def test_the_workbook_reads_back() -> None:
    """Heading, columns and a row an item; points and weights are numbers."""
    found = small(STATES)
    rows = read(workbook(heading(found), lines(found)))
    assert rows[0][0] == "LKE 2024, Kantor Kecil"
    assert rows[2][0] == "Perkiraan kesiapan dokumen, bukan nilai resmi."
    assert rows[4] == [name for name, _ in COLUMNS]
    assert [row[0] for row in rows[5:]] == ["A.1.a", "A.2.a", "A.2.b", "B.a"]
    assert rows[5][6:9] == [3.0, "B", 2.01]
    assert rows[8][6:9] == [3.0, "", ""]
    assert rows[5][10] == "2024/I.1.1.1.pdf\n2024/I.1.1.2.pdf"


def test_no_text_becomes_a_formula() -> None:
    """What staff typed, in a file's name or in a plan, stays text; and a cell holds what fits."""
    line = next(lines(small({})))
    nasty = ('=HYPERLINK("http://x","y")', "+1", "@SUM(A1)", "-2", "x" * 40_000)
    made: list[Line] = [replace(line, component=text, evidence=(text,), note=text) for text in nasty]
    rows = read(workbook(("=1+1",), made))
    assert rows[0][0] == "=1+1"
    assert [[row[3], row[11]] for row in rows[3:7]] == [[text, text] for text in nasty[:4]]
    assert rows[7][3] == "x" * 32_000


def test_a_sheet_without_lines_has_its_head() -> None:
    """A regulation without items gives a sheet with its head only."""
    rows = read(workbook(heading(small({})), ()))
    assert rows[-1] == [name for name, _ in COLUMNS]
