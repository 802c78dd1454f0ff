"""A plan is carried to another year: same codes, every date and year moved along."""

import pytest
from hypothesis import given

from tests.plan import made
from tests.plan.rows import SMALL
from ziarchive import plan as plans
from ziarchive.errors import UsageError
from ziarchive.model import Plan
from ziarchive.plan import newyear
from ziarchive.plans import builtin_text


@pytest.fixture(name="seed", scope="module")
def seed_fixture() -> Plan:
    return plans.load(builtin_text("bpsi-lingtan-2024"), "seed")


def test_codes_stay_and_schedules_move(seed: Plan) -> None:
    """The plan of 2025 has the same codes, kinds and slots, a year later, and is not signed."""
    carried = newyear.carried(seed, 2025)
    assert (carried.id, carried.year, carried.signed) == ("bpsi-lingtan-2025", 2025, None)
    assert [(item.code, item.kind) for item in carried.requirements()] == [
        (item.code, item.kind) for item in seed.requirements()
    ]
    for old, new in zip(seed.requirements(), carried.requirements(), strict=True):
        assert old.schedule and new.schedule
        assert [(due.year, due.month) for due in new.schedule.dues] == [
            (due.year + 1, due.month) for due in old.schedule.dues
        ]
        assert new.year == old.year + 1


def test_the_end_of_february_stays_the_end(seed: Plan) -> None:
    """29 February 2024 becomes 28 February 2025."""
    carried = {str(item.code): item for item in newyear.carried(seed, 2025).requirements()}
    lakin = carried["IV.2.5.1"]
    assert lakin.schedule and [due.isoformat() for due in lakin.schedule.dues] == ["2025-02-28"]
    assert (lakin.title, lakin.year) == ("LAKIN 2024 tepat waktu", 2024)


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("LAKIN 2023", "LAKIN 2024"),
        ("rencana kegiatan/program 2024", "rencana kegiatan/program 2025"),
        ("Peraturan Nomor 90 Tahun 2023", "Peraturan Nomor 90 Tahun 2023"),
        ("PermenPANRB 90/2023", "PermenPANRB 90/2023"),
        ("Renstra 2020-2024", "Renstra 2020-2024"),
        ("sejak 2010", "sejak 2010"),
    ],
)
def test_only_years_of_the_plan_move(text: str, moved: str) -> None:
    """The years of regulations, of ranges and of history stay."""
    carried = newyear.carried(plans.load(SMALL.replace("SK Tim", text), "x"), 2025)
    assert next(carried.requirements()).title == moved


@given(made.plans())
def test_what_is_carried_is_a_plan(plan: Plan) -> None:
    """The file of the next year reads back as the same plan."""
    carried = newyear.carried(plan, 2025)
    assert plans.load(plans.dump(carried), "x") == carried


@pytest.mark.parametrize("year", [2024, 1999, 3000])
def test_a_year_that_makes_no_sense_is_refused(year: int) -> None:
    """The same year, and one out of reach, are answered with what to write."""
    with pytest.raises(UsageError, match="2025"):
        newyear.carried(plans.load(SMALL, "x"), year)
