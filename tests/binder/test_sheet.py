"""The sheet in the shape of the assessors' own."""

import zipfile
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import pytest
from python_calamine import CalamineWorkbook

from tests.binder.office import Small
from tests.decided import decided
from ziarchive.binder import sheet
from ziarchive.decisions import Outcome, Verdict, Waiver
from ziarchive.model import Code


def lines(small: Small, within: str = "", **decisions: object) -> list[sheet.Line]:
    made = small.binder(within, **decisions)  # type: ignore[arg-type]
    return list(sheet.lines(made, {each.path for each in made.files}))


def test_every_requirement_stands_with_each_of_its_items(small: Small) -> None:
    """No requirement is left out, also without a file or an LKE item."""
    found = {(line.item, line.code) for line in lines(small)}
    plan = small.binder().report.plan
    wanted = {
        (item, requirement.code)
        for indicator in plan.indicators()
        for item in indicator.lke or (sheet.NO_ITEM,)
        for requirement in indicator.requirements
    }
    assert found == wanted


def test_evidence_has_its_path_and_what_was_said_of_it(small: Small) -> None:
    """The row of a file holds where it is in the binder, its state, and the verdict's note."""
    judged = small.add("a.pdf", "I.1.1.1", raw=b"1", period="2024-01")
    made = decided([Verdict(judged.sha256, Code.of("I.1.1.1"), Outcome.FIX, "belum ditandatangani")])
    (line, *_) = [line for line in lines(small, decisions=made) if line.code == Code.of("I.1.1.1")]
    assert line.path.endswith("I.1.1.1_Bukti_2024-01.pdf")
    assert line.state == "Perlu perbaikan"
    assert line.note == "Penilaian: perlu perbaikan. belum ditandatangani"


def test_what_is_missing_or_waived_is_said(small: Small) -> None:
    """A requirement without a file says what is wanted, or why it does not apply."""
    made = decided([Waiver(Code.of("I.1.1.1"), None, "tidak melayani")])
    notes = {line.code: line.note for line in lines(small, decisions=made)}
    assert notes[Code.of("I.1.1.1")] == "Tidak berlaku: tidak melayani"
    assert notes[Code.of("I.1.1.2")].startswith("Belum ada: ")


def test_a_file_that_was_lost_has_no_path(small: Small) -> None:
    """The row stays and says so."""
    small.add("a.pdf", "I.1.1.1")
    (line, *_) = [each for each in sheet.lines(small.binder(), ()) if each.code == Code.of("I.1.1.1")]
    assert (line.path, "tidak disertakan: a.pdf" in line.note) == ("", True)


def test_the_sheet_holds_texts_only(small: Small) -> None:
    """What looks like a formula or an address is a text, and its heading stays in view."""
    small.add("a.pdf", "I.1.1.1", title="x")
    (line, *_) = lines(small)
    texts = ("=1+1", "+62", "-1", "@x", "http://jahat", "<b>", "123")
    raw = sheet.workbook([sheet.Line(text, line.code, text, text, "", text, text) for text in texts])
    (head, *rows) = CalamineWorkbook.from_filelike(BytesIO(raw)).get_sheet_by_name("Bukti").to_python()
    assert head == [name for name, _ in sheet.COLUMNS]
    assert [row[0] for row in rows] == list(texts)
    with zipfile.ZipFile(BytesIO(raw)) as opened:
        written = opened.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in written
    assert "hyperlink" not in written
    assert 'state="frozen"' in written
    assert "<autoFilter" in written


def test_links_lead_to_the_evidence(small: Small, tmp_path: Path) -> None:
    """The address of a file is relative to the sheet."""
    small.add("a.pdf", "I.1.1.1", title="Rapat é & lain, 3 (dua)")
    small.write(tmp_path / "paket")
    with zipfile.ZipFile(tmp_path / "paket/data/Bukti.xlsx") as opened:
        links = opened.read("xl/worksheets/_rels/sheet1.xml.rels").decode()
    target = unquote(links.partition('Target="')[2].partition('"')[0]).replace("&amp;", "&").replace("\\", "/")
    assert (tmp_path / "paket/data" / target).is_file()


@pytest.mark.parametrize(
    ("within", "files", "words"),
    [("I.1.1", [], "Belum terpenuhi (0 dari"), ("I.1.1", ["I.1.1.1"], "Sebagian (1 dari")],
    ids=["nothing", "some"],
)
def test_the_answer_counts_what_was_due(small: Small, within: str, files: list[str], words: str) -> None:
    """Met slots against those that were due."""
    for code in files:
        small.add(f"{code}.pdf", code, period="2024-01")
    assert lines(small, within)[0].answer.startswith(words)
