"""Many files in the last night before a deadline."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.advice.cabinet import Cabinet
from ziarchive.advice import Adviser, Weakness

NIGHT = datetime(2024, 5, 31, 20, 0, tzinfo=UTC)
MAY = "II.3.2.2_Laporan bulanan PPID ({})_2024-05.pdf"


@pytest.mark.parametrize(
    ("late", "early", "found"), [(10, 0, True), (10, 4, True), (10, 20, False), (5, 0, False)],
    ids=["all", "most", "a third", "few"],
)  # fmt: skip
def test_a_night_of_files(cabinet: Cabinet, late: int, early: int, found: bool) -> None:
    """At least eight, and most of the area's files for that day."""
    for number in range(late + early):
        changed = NIGHT if number < late else datetime(2024, 5, 20, tzinfo=UTC)
        cabinet.put(MAY.format(number), f"isi {number}", changed=changed)
    assert ("last_night" in cabinet.kinds()) is found


def test_the_office_knows_its_night(cabinet: Cabinet) -> None:
    """The last day ends where the office lies: 20.00 in Greenwich is the next morning in Jakarta."""
    for number in range(10):
        cabinet.put(MAY.format(number), f"isi {number}", changed=NIGHT)
    one = cabinet.only(Weakness.LAST_NIGHT)
    assert (str(one.code), len(one.documents)) == ("II", 10) and "10 dari 10" in one.why
    east = Adviser(lambda document: cabinet.pages[document.sha256], timezone(timedelta(hours=7)), cabinet.kept)
    assert not [each for each in east.advise(cabinet.asked()).all if each.kind is Weakness.LAST_NIGHT]


def test_a_copied_folder_tells_nothing(cabinet: Cabinet) -> None:
    """When other files are mostly of the same night, the whole folder was copied then."""
    for number in range(10):
        cabinet.put(MAY.format(number), f"isi {number}", changed=NIGHT)
        cabinet.put(f"II.3.2.2_Laporan bulanan PPID ({number})_2024-01.pdf", f"lain {number}", changed=NIGHT)
        cabinet.put(f"berkas {number}.pdf", f"apa saja {number}", changed=NIGHT)
    assert "last_night" not in cabinet.kinds()
