"""The text for a WhatsApp group."""

import re
from datetime import date

import pytest

from tests.agenda.year import due
from tests.decided import decided
from tests.gaps import small
from ziarchive import agenda, gaps
from ziarchive.agenda.words import left, weekday_label
from ziarchive.decisions import Outcome


def test_a_message_says_what_when_and_where() -> None:
    """Person, band, weekday and date, folder, code, evidence and file name, as people read them."""
    assert agenda.message(agenda.of_person(due(date(2024, 7, 30), days=1), "Ani")) == (
        "*Tenggat bukti Zona Integritas 2024*\n"
        "Balai Pengujian Standar Instrumen Lingkungan Pertanian\n"
        "Keadaan Selasa, 30 Juli 2024\n"
        "\n"
        "*Ani* (5 bukti)\n"
        "*Hari ini dan besok*\n"
        "Rabu, 31 Juli 2024 (besok), folder 2024/I Manajemen Perubahan/I.3 Pemantauan dan Evaluasi/"
        "I.3.1 Pemantauan dan Evaluasi:\n"
        "• I.3.1.1 Undangan rapat (Juli 2024)\n   I.3.1.1_Undangan rapat_2024-07.pdf\n"
        "• I.3.1.2 Daftar hadir (Juli 2024)\n   I.3.1.2_Daftar hadir_2024-07.pdf\n"
        "• I.3.1.3 Notulensi rapat (Juli 2024)\n   I.3.1.3_Notulensi rapat_2024-07.pdf\n"
        "• I.3.1.4 Laporan Monev ZI (Juli 2024)\n   I.3.1.4_Laporan Monev ZI_2024-07.pdf\n"
        "• I.3.1.5 Tindak lanjut ZI (Juli 2024)\n   I.3.1.5_Tindak lanjut ZI_2024-07.pdf\n"
    )


@pytest.mark.parametrize("limit", [1500, 3000, 6000, 20_000])
def test_a_message_keeps_its_limit_and_counts_the_rest(limit: int) -> None:
    """What does not fit is counted, for everybody: told and untold together are all."""
    found = due(days=agenda.YEAR)
    text = agenda.message(found, limit)
    assert len(text) <= limit
    told = text.count("\n• ")
    untold = sum(map(int, re.findall(r"… dan (\d+) lagi", text)))
    assert told + untold == found.total
    assert all(f"*{share.name}*" in text for share in found.shares)


def test_a_message_without_need_is_not_cut() -> None:
    """A limit that all fits in leaves nothing out."""
    found = due(days=agenda.YEAR)
    text = agenda.message(found, 100_000)
    assert text.count("\n• ") == found.total and "… dan" not in text


def test_the_room_is_shared_fairly() -> None:
    """One person's long list does not push the others' out of the message."""
    blocks = agenda.message(due(), 6000).split("\n\n")[1:]
    assert len(blocks) == len(due().shares)
    assert all("\n• " in block for block in blocks)


def test_a_name_cannot_break_the_bold_letters() -> None:
    """An asterisk in a name would end the heading's bold letters."""
    text = agenda.message(due(people={"I": "Siti *Aminah*"}))
    assert all(line.count("*") in (0, 2) for line in text.splitlines())
    assert "*Siti Aminah*" in text


def test_nothing_due_is_said() -> None:
    """An empty list is a sentence, not an empty message."""
    assert "Tidak ada yang lewat batas waktu" in agenda.message(due(date(2024, 1, 1), days=7))


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "hari ini"),
        (1, "besok"),
        (12, "12 hari lagi"),
        (-1, "lewat 1 hari"),
        (-200, "lewat 200 hari"),
        (-1500, "lewat lebih dari setahun"),
    ],
)
def test_days_in_words(days: int, words: str) -> None:
    """How long it takes yet, or since when it is late."""
    assert left(days) == words


def test_the_days_of_the_week_have_their_names() -> None:
    """A date is told with its weekday."""
    assert weekday_label(date(2024, 7, 5)) == "Jumat, 5 Juli 2024"


def test_what_the_day_does_not_say_is_said() -> None:
    """Evidence that was sent back or is doubtful says so; that a slot is late its day tells."""
    files = [small.document(small.ONE, "2024-01")]
    report = gaps.report(small.PLAN, files, decided([small.verdict(small.ONE, Outcome.FIX)]), small.MID)
    lines = agenda.message(agenda.agenda(report, lambda _code: "Ani", 0)).splitlines()
    (mended,) = (line for line in lines if line.startswith(f"• {small.ONE} "))
    assert mended.endswith("(Januari 2024, perlu perbaikan)")
    assert not [line for line in lines if "terlambat)" in line]
