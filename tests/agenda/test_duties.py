"""Who has to bring what by when."""

from datetime import date

import pytest

from tests.agenda.year import MID, PLAN, due
from tests.decided import decided
from tests.gaps import small
from ziarchive import agenda, gaps
from ziarchive.agenda import Band
from ziarchive.decisions import Outcome, Waiver
from ziarchive.errors import UsageError
from ziarchive.model import Code, State
from ziarchive.naming import periods


def nobody(_code: Code) -> str:
    return ""


@pytest.mark.parametrize("days", [0, 1, 7, 30, 366])
def test_it_looks_as_far_ahead_as_asked(days: int) -> None:
    """Every empty dated slot due within the days, or past its day, is there once, and no other."""
    found = [(duty.code, duty.due) for share in due(days=days).shares for duty in share.duties]
    slots = [(one.slot.code, one.slot.due) for one in gaps.report(PLAN, (), decided([]), MID).slots]
    assert sorted(found) == sorted((code, day) for code, day in slots if day and (day - MID).days <= days)


@pytest.mark.parametrize(
    ("on", "band", "days"),
    [
        ("2024-07-31", Band.DAY, 0),
        ("2024-07-30", Band.DAY, 1),
        ("2024-07-29", Band.WEEK, 2),
        ("2024-07-24", Band.WEEK, 7),
        ("2024-07-23", Band.MONTH, 8),
        ("2024-08-01", Band.PASSED, -1),
    ],
)
def test_how_pressing_it_is(on: str, band: Band, days: int) -> None:
    """Today and tomorrow, within a week, later, or past."""
    found = due(date.fromisoformat(on))
    july = [duty for share in found.shares for duty in share.duties if duty.due == date(2024, 7, 31)]
    assert {(duty.band, duty.days) for duty in july} == {(band, days)}


def test_what_was_due_before_signing_stands_apart() -> None:
    """Slots that were missed before anybody signed the plan are no reproach to those in charge."""
    found = due()
    early = [duty for share in found.shares for duty in share.duties if duty.band is Band.EARLY]
    assert len(early) == found.counts[Band.EARLY] == 72
    assert all(duty.due < date(2024, 4, 3) and duty.status.state is State.OVERDUE for duty in early)
    assert found.total == sum(found.counts.values())


def test_the_nearest_person_above_is_in_charge() -> None:
    """An indicator's person comes before its component's, that before its area's; else the area stands in."""
    found = due(days=agenda.YEAR)
    assert [share.name for share in found.shares] == [
        "Ani", "Drs. Joko", "Siti Aminah",
        "II Penataan Tata Laksana", "III Penataan Sistem Manajemen SDM", "IV Penguatan Akuntabilitas",
        "VI Peningkatan Kualitas Pelayanan Publik",
    ]  # fmt: skip
    by_person = {share.name: {str(duty.code.indicator) for duty in share.duties} for share in found.shares}
    assert by_person["Ani"] == {"I.3.1"}
    assert "I.4.1" in by_person["Siti Aminah"] and "I.3.1" not in by_person["Siti Aminah"]
    assert [share.person for share in found.shares[3:]] == ["", "", "", ""]


def test_a_duty_says_which_file_is_expected_and_where() -> None:
    """Canonical file name and folder are those that reading the archive knows."""
    (ani,) = agenda.of_person(due(), "ani").shares
    first = ani.duties[0]
    assert (first.file, first.folder) == (
        "I.3.1.1_Undangan rapat_2024-07.pdf",
        "2024/I Manajemen Perubahan/I.3 Pemantauan dan Evaluasi/I.3.1 Pemantauan dan Evaluasi",
    )


def test_what_presses_most_comes_first() -> None:
    """Within one share: what is due now, then what has passed, the oldest first, then the rest."""
    order = list(Band)
    for share in due(date(2024, 7, 30), days=agenda.YEAR).shares:
        keys = [(order.index(duty.band), duty.due, duty.code) for duty in share.duties]
        assert keys == sorted(keys)


def test_only_what_is_still_open_is_somebodys_work() -> None:
    """Met and waived slots are done; what is doubtful or was sent back is not."""
    files = [
        small.document(small.ONE, "2024-01"),
        small.document(small.LAKIN, "2023", name="b"),
        small.candidate(small.MONTHLY, "2024-02"),
    ]
    report = gaps.report(
        small.PLAN,
        files,
        decided(
            [
                small.verdict(small.LAKIN, Outcome.FIX),
                Waiver(Code.of(small.MONTHLY), periods.parse("2024-01"), "tidak ada layanan"),
            ]
        ),
        small.MID,
    )
    found = agenda.agenda(report, nobody, 0)
    open_slots = [one for one in report.slots if one.slot.due and one.slot.due <= small.MID]
    wanted = [one for one in open_slots if one.state not in (State.MET, State.WAIVED)]
    assert {State.TO_CONFIRM, State.OVERDUE} <= {one.state for one in wanted}
    assert len(open_slots) - len(wanted) == 3
    assert sorted(found.shares[0].duties, key=lambda duty: duty.code)[0].code == wanted[0].slot.code
    assert found.total == len(wanted)


def test_an_unknown_person_is_answered_with_the_known_names() -> None:
    """A misspelt name does not look like nothing to do."""
    with pytest.raises(UsageError, match=r"«Amin».*Ani, Drs. Joko, Siti Aminah"):
        agenda.of_person(due(), "Amin")
    with pytest.raises(UsageError, match="ziarchive in-charge"):
        agenda.of_person(due(people={}), "Ani")


def test_the_bands_are_called_by_how_far_it_looks() -> None:
    """The last band names the days that were asked for, or the year's end."""
    assert due(days=90).called(Band.MONTH) == "Dalam 90 hari"
    assert due(days=agenda.YEAR).called(Band.MONTH) == "Sampai akhir tahun"
