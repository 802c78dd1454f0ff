"""What holds for every form of the papers."""

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from unicodedata import normalize

import docx
import pypdf
import pytest
from python_calamine import CalamineWorkbook

from tests.papers.made import crowded, laid_out, paper, report
from ziarchive import papers
from ziarchive.gaps import narrowed
from ziarchive.model import Code, State
from ziarchive.papers import Scope


def _pdf(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages)


def _docx(content: bytes) -> str:
    return "\n".join(docx.Document(BytesIO(content)).element.itertext())


def _xlsx(content: bytes) -> str:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return "\n".join(
        str(cell) for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row
    )


TEXTS: Mapping[str, Callable[[bytes], str]] = {
    "xlsx": _xlsx,
    "docx": _docx,
    "pdf": _pdf,
    "html": lambda content: content.decode(),
}


def squeezed(text: str) -> str:
    """Return a text without spaces: where lines break is the form's business."""
    return re.sub(r"\s", "", normalize("NFC", text))


@pytest.mark.parametrize("form", papers.MEDIA_TYPES)
def test_the_same_bytes_every_time(form: str) -> None:
    """The same report at the same moment makes the same file."""
    assert laid_out(form, paper()) == laid_out(form, paper())


@pytest.mark.parametrize("form", papers.MEDIA_TYPES)
def test_every_form_says_the_same(form: str) -> None:
    """Title, day, letterhead, every requirement, every state, notes and signature stand in every form."""
    text = squeezed(TEXTS[form](laid_out(form, paper())))
    said = {"LAPORAN KESENJANGAN BUKTI".lower(), "keadaan per 10 juli 2024", "pati, 10 juli 2024", "balai contoh"}
    assert not [each for each in said if squeezed(each) not in text.lower()]
    assert not [row.code for _, _, row in paper().rows if row.code not in text]
    assert not [label for label in ("Terpenuhi", "Terlambat", "Belum jatuh tempo") if squeezed(label) not in text]
    assert squeezed("Kolom target tertulis «Februari 2023»") in text
    assert squeezed("lewat 161 hari, sebelum rencana ditandatangani") in text


@pytest.mark.parametrize("form", papers.MEDIA_TYPES)
def test_a_paper_on_nothing_can_be_made(form: str) -> None:
    """A narrowed paper without a slot is made, with its scope, in every form."""
    empty = paper(narrowed(report(()), Code.of("I"), State.FIX), Scope(Code.of("I"), State.FIX))
    assert squeezed("keadaan Perlu perbaikan") in squeezed(TEXTS[form](laid_out(form, empty)))


@pytest.mark.parametrize("of", [paper(), paper(report(()), Scope(Code.of("I"), State.FIX)), crowded(40)])
@pytest.mark.parametrize("form", papers.MEDIA_TYPES)
def test_the_rows_are_counted(form: str, of: papers.Paper) -> None:
    """Each row that is laid out is told, one after the other, until as many are done as there are."""
    told: list[tuple[int, int]] = []
    papers.made(form, of, lambda done, total: told.append((done, total)))
    total = sum(1 for _ in of.rows)
    assert told == [*((done, total) for done in range(1, total + 1)), (total, total)]
