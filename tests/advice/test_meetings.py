"""Invitation, attendance and minutes belong together."""

from datetime import date

import pytest

from tests.advice.cabinet import Cabinet
from ziarchive.advice import Weakness

INVITED = "I.4.3.1_Undangan rapat_{}.pdf"
MINUTES = "I.4.3.2_Notulen rapat_{}.pdf"
PRESENT = "I.4.3.3_Daftar hadir rapat_{}.pdf"


@pytest.mark.parametrize(
    ("paths", "missing"),
    [
        ((INVITED.format("2024-02-01"), MINUTES.format("2024-02-06"), PRESENT.format("2024-02-06")), []),
        ((MINUTES.format("2024-02-06"), PRESENT.format("2024-02-06")), ["belum ada undangan."]),
        ((INVITED.format("2024-02-01"),), ["belum ada daftar hadir dan notulen."]),
        ((INVITED.format("2024-02-01"), MINUTES.format("2024-05-07"), PRESENT.format("2024-05-07")),
         ["belum ada daftar hadir dan notulen.", "belum ada undangan."]),
        ((INVITED.format("2024-02"), MINUTES.format("2024-02-06"), PRESENT.format("2024")), []),
        ((INVITED.format("2024"), MINUTES.format("2024"), ), []),
        ((MINUTES.format("2024-02-06"), MINUTES.format("2024-02-06 (1)")), ["belum ada undangan dan daftar hadir."]),
        (("V.2.3.1_Notulensi kegiatan pengendalian_2024-02-06.pdf",), []),
        (("V.2.4.2_Notulen sosialisasi SPI_2024-02-06.pdf",), ["belum ada daftar hadir."]),
    ],
    ids=["whole", "no invitation", "only an invitation", "two meetings", "rough dates", "year files", "a copy",
         "minutes alone asked for", "two asked for"],
)  # fmt: skip
def test_the_papers_of_a_meeting(cabinet: Cabinet, paths: tuple[str, ...], missing: list[str]) -> None:
    """Each meeting with a gap is told once, by what its own indicator asks for."""
    for path in paths:
        cabinet.put(path, path)
    found = [each.why for each in cabinet.advised().standing if each.kind is Weakness.INCOMPLETE_TRIPLE]
    assert [part in why for part, why in zip(missing, found, strict=True)] == [True] * len(missing)


@pytest.mark.parametrize(("on", "found"), [(date(2024, 2, 10), False), (date(2024, 2, 16), True)])
def test_a_meeting_to_come_lacks_nothing(cabinet: Cabinet, on: date, found: bool) -> None:
    """Minutes are asked for two weeks after the invitation."""
    cabinet.put(INVITED.format("2024-02-01"), "undangan")
    assert ("incomplete_triple" in cabinet.kinds(on)) is found


def test_what_is_missing_may_wait_in_the_inbox(cabinet: Cabinet) -> None:
    """A paper of the kind and of the time, without a place, is named."""
    cabinet.put(MINUTES.format("2024-02-06"), "notulen")
    cabinet.put(INVITED.format("2024-02-02"), "undangan")
    cabinet.put("daftar hadir 6 Februari 2024.pdf", "daftar hadir")
    assert "Mungkin «daftar hadir 6 Februari 2024.pdf»" in cabinet.only(Weakness.INCOMPLETE_TRIPLE).why
