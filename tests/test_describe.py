"""What becomes of a file's name, text and own data: its date, kind and flags."""

from dataclasses import replace
from datetime import date

import pytest

from ziarchive import plan, plans
from ziarchive.changes import Known
from ziarchive.decisions import Given
from ziarchive.describe import Describer
from ziarchive.model import Code, Document, PeriodFrom, ReadState, Stamp
from ziarchive.naming import periods
from ziarchive.ports import Extracted

PLAN = plan.load(plans.builtin_text("bpsi-lingtan-2024"), "")
DESCRIBER = Describer(PLAN)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PHOTO = Extracted(ReadState.NO_TEXT, ("",), media_type="image/jpeg", dates=(date(2024, 5, 3),), flags=("scan",))
MAIL = Extracted(ReadState.OK, ("Pati, 1 April 2024",), media_type="message/rfc822", dates=(date(2024, 5, 3),))
CHAT = Extracted(
    ReadState.OK, ("NOTULEN RAPAT",), media_type="text/plain", text_from="whatsapp",
    dates=(date(2024, 5, 3), date(2024, 5, 20)),
)  # fmt: skip
TEXT = Extracted(ReadState.OK, ("NOTULEN RAPAT\nPati, 1 April 2024",), media_type="application/pdf")


def described(path: str, extracted: Extracted, linked: tuple[Code, ...] = ()) -> Document:
    return DESCRIBER.document("id", path, Known("sha", Stamp(1, 1)), extracted, Given(linked))


@pytest.mark.parametrize(
    ("name", "year", "searched"),
    [
        ("PP Nomor 10 Tahun 1983", None, 1983),
        ("PP 10-1983", None, 1983),
        ("PP 10 thn. 1983", None, 1983),
        ("UU 20 Tahun 2023", 2023, 2023),
        ("Perubahan PP 10 Tahun 1983 dan PP 45 Tahun 1990", 1990, 1990),
        ("PP Nomor 1983", None, None),
        ("Kawat 10-19834", None, None),
        ("Catatan", None, None),
    ],
)
def test_the_year_that_is_searched(name: str, year: int | None, searched: int | None) -> None:
    """A regulation too old to be evidence has no period, but its year finds it."""
    document = described(f"{name}.pdf", replace(TEXT, pages=("",)))
    assert (document.placement.period and document.placement.period.end.year) == year
    assert DESCRIBER.entry(document, ()).year == searched


@pytest.mark.parametrize(
    ("path", "extracted", "period", "source"),
    [
        ("Foto.jpg", PHOTO, "2024-05-03", PeriodFrom.METADATA),
        ("2024/Foto.jpg", PHOTO, "2024-05-03", PeriodFrom.METADATA),
        ("2023/Foto.jpg", PHOTO, "2023", PeriodFrom.FOLDER),
        ("2024/Maret/Foto.jpg", PHOTO, "2024-03", PeriodFrom.FOLDER),
        ("Foto 2024-06-01.jpg", PHOTO, "2024-06-01", PeriodFrom.NAME),
        ("Foto.jpg", replace(PHOTO, pages=("Pati, 1 April 2024",)), "2024-04-01", PeriodFrom.TEXT),
        ("surel.eml", MAIL, "2024-05-03", PeriodFrom.METADATA),
        ("WA.txt", CHAT, "2024-05-03..2024-05-20", PeriodFrom.METADATA),
        ("WA.zip", replace(CHAT, text_from="whatsapp+tesseract"), "2024-05-03..2024-05-20", PeriodFrom.METADATA),
        ("x.docx", replace(TEXT, pages=("",), media_type=WORD, dates=(date(2024, 5, 3),)), None, None),
        ("Foto 2024-13.jpg", PHOTO, None, None),
    ],
    ids=[
        "photo", "in its year", "in another year", "in a month's folder", "named", "text first", "mail", "chat",
        "a chat with photos",
        "not an office file", "not against a doubt",
    ],
)  # fmt: skip
def test_own_data_dates_last(path: str, extracted: Extracted, period: str | None, source: PeriodFrom | None) -> None:
    """The day a picture, mail or chat states counts where name, folder and text say nothing closer, and is marked."""
    placement = described(path, extracted).placement
    assert (placement.period and periods.render(placement.period)) == period
    assert placement.period_from is source


def test_the_requirement_decides_the_kind() -> None:
    """A placed document is what its requirement asks for, whatever its heading; another what its heading says."""
    placed, loose = described("I.1.1.2_Dokumen.pdf", TEXT).placement, described("Dokumen1.pdf", TEXT).placement
    assert (placed.kind, placed.kind_why) == ("SK", "menurut bukti fisik I.1.1.2 dalam rencana kerja")
    assert (loose.kind, loose.kind_why) == ("Notulen", "halaman pertama: «NOTULEN RAPAT»")


def test_a_chat_is_a_chat_whatever_is_said_in_it() -> None:
    """The first message is no heading."""
    assert described("Grup.txt", CHAT).placement.kind == "Percakapan"


@pytest.mark.parametrize(
    ("path", "media_type", "linked", "draft"),
    [
        ("I.1.1.2_SK tim.docx", WORD, (), True),
        ("I.1.1.2_SK tim.rtf", "application/rtf", (), True),
        ("I.1.1.1_SOP.doc", "application/msword", (), True),
        ("I.1.1.2_SK tim.pdf", "application/pdf", (), False),
        ("I.4.3.2_Notulen.docx", WORD, (), False),
        ("SK tim.docx", WORD, (), False),
        ("SK tim.docx", WORD, (Code.of("I.1.1.2"),), True),
    ],
    ids=["docx", "rtf", "doc", "signed", "minutes", "no place yet", "linked"],
)
def test_what_can_be_edited_is_a_draft(path: str, media_type: str, linked: tuple[Code, ...], draft: bool) -> None:
    """Where the requirement is of a kind that is always signed, an editable file is a draft."""
    document = described(path, Extracted(ReadState.OK, ("isi",), media_type=media_type), linked)
    assert ("draft" in document.content.flags) == draft


def test_a_draft_is_judged_anew() -> None:
    """The flag does not stay when the place changes, and is there once."""
    before = Extracted(ReadState.TIMED_OUT, media_type=WORD, flags=("macro", "draft"))
    assert described("x.docx", before).content.flags == ("macro",)
    assert described("I.1.1.2_SK.docx", before).content.flags == ("macro", "draft")


def test_the_least_sure_page_is_told() -> None:
    """How sure recognition was is that of its worst page; digital pages do not count."""
    assert described("x.pdf", replace(TEXT, pages=("a", "b", "c"), sure=(None, 91, 63))).content.sure == 63
    assert described("x.pdf", TEXT).content.sure is None
