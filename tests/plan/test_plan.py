"""The plan file is read strictly and written back whole, and the built-in plan says what the seed says."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from tests.plan import made
from tests.plan.rows import SMALL
from ziarchive import plan as plans
from ziarchive.errors import PlanInvalid
from ziarchive.model import Cadence, Plan, Schedule
from ziarchive.plans import builtin_names, builtin_text

SEED = "bpsi-lingtan-2024"
REFERENCE = Path(__file__).parents[1] / "data" / "evidence-items.tsv"
REGULAR = {
    "Y": Cadence.ONCE,
    "C": Cadence.WINDOW,
    "M": Cadence.MONTHLY,
    "Q": Cadence.QUARTERLY,
    "S": Cadence.SEMESTER,
    "E": Cadence.EVENT,
}
OTHER = """\
id: bbib-singosari-2025
title: Rencana Kerja ZI 2025
unit: Balai Besar Inseminasi Buatan Singosari
year: 2025
areas:
- code: I
  name: Manajemen Perubahan
  components:
  - code: I.1
    name: Tim Kerja
    indicators:
    - code: I.1.1
      text: Tim telah dibentuk
      target: Februari 2025
      requirements:
      - {code: I.1.1.1, kind: SK, title: SK Tim Kerja}
      - {code: I.1.1.2, kind: Laporan, title: Laporan kegiatan, cadence: monthly}
- code: X
  name: Inovasi
  components:
  - code: X.3
    name: Layanan baru
    indicators:
    - code: X.3.2
      text: Inovasi berjalan
      target: TW I dan TW III 2025
      requirements:
      - {code: X.3.2.7, kind: LAKIN, title: LAKIN 2024, target: Maret 2025, year: 2024}
"""


@pytest.fixture(name="seed", scope="module")
def seed_fixture() -> Plan:
    return plans.load(builtin_text(SEED), SEED)


def reference() -> dict[str, list[str]]:
    header, *lines = REFERENCE.read_text(encoding="utf-8").splitlines()
    assert header.split("\t") == ["code", "cadence", "dues", "kind", "title"]
    return {code: rest for code, *rest in (line.split("\t") for line in lines)}


def test_the_built_in_plan_has_the_seeds_size(seed: Plan) -> None:
    """6 areas, 23 components, 69 indicators, 185 requirements, 278 dated slots and 6 events."""
    assert plans.counts(seed) == plans.Counts(6, 23, 69, 185, 278, 6)


def test_every_requirement_agrees_with_the_checked_transcription(seed: Plan) -> None:
    """Code, kind, title, due dates and cadence are those of the table that was made from the seed by hand."""
    found = {str(item.code): item for item in seed.requirements()}
    wanted = reference()
    assert list(found) == list(wanted)
    for code, (cadence, days, kind, title) in wanted.items():
        item = found[code]
        assert (item.kind, item.title) == (kind, title)
        assert item.schedule is not None
        assert [due.isoformat() for due in item.schedule.dues] == days.split(), code
        assert item.schedule.cadence is REGULAR.get(cadence, item.schedule.cadence), code


def test_nothing_of_the_built_in_plan_is_left_unread(seed: Plan) -> None:
    """Every target text of the seed is understood."""
    assert plans.unparsed(seed) == ()


def test_the_year_expected_belongs_to_the_requirement(seed: Plan) -> None:
    """Only LAKIN 2023 and the formation of 2025 expect a document of another year."""
    other = {str(item.code): item.year for item in seed.requirements() if item.year != 2024}
    assert other == {"III.1.1.4": 2025, "IV.2.5.1": 2023, "IV.2.6.1": 2023, "IV.2.7.1": 2023}


def test_the_seeds_oddities_are_noted_on_their_rows(seed: Plan) -> None:
    """Each place where the printed plan is odd says so, and the misprint stays as printed."""
    rows = (*seed.indicators(), *seed.requirements())
    assert [str(row.code) for row in sorted(rows, key=lambda row: row.code) if row.note] == [
        *("II.3.2", "III.1.1.4", "III.4.3", "IV.1.1", "IV.2.5", "IV.2.6", "IV.2.7"),
        *("V.1.2", "V.2.2", "V.3.1", "V.3.2", "VI.1.3", "VI.3.1"),
    ]
    (misprint,) = (row for row in seed.indicators() if row.target == "Februari 2023")
    assert misprint.requirements[0].schedule == Schedule(Cadence.DATED, (date(2024, 2, 29),))


def test_nineteen_indicators_fell_due_before_the_plan_was_signed(seed: Plan) -> None:
    """The plan of 3 April 2024 asks for January and February; the list is computed."""
    last: dict[str, str] = {}
    for code, (_, days, _, _) in reference().items():
        indicator = code.rpartition(".")[0]
        last[indicator] = max([last.get(indicator, ""), *days.split()])
    early = [code for code, day in last.items() if "" < day < "2024-04-03"]
    assert [str(indicator.code) for indicator in plans.due_before_signing(seed)] == early
    assert len(early) == 19


def test_every_indicator_but_one_answers_an_official_item(seed: Plan) -> None:
    """VI.1.3 alone has no LKE item."""
    assert [str(row.code) for row in seed.indicators() if not row.lke] == ["VI.1.3"]


def test_another_office_and_year_is_only_another_file() -> None:
    """A second plan, for another unit and year and with areas up to X, works by its data alone."""
    plan = plans.load(OTHER, "lain.yaml")
    assert (plan.unit, plan.year, plan.signed) == ("Balai Besar Inseminasi Buatan Singosari", 2025, None)
    assert plans.counts(plan) == plans.Counts(2, 2, 2, 3, 14, 0)
    assert plans.unparsed(plan) == ()
    assert plans.due_before_signing(plan) == ()
    team, reports, lakin = plan.requirements()
    assert [item.schedule and item.schedule.dues[0] for item in (team, reports, lakin)] == [
        date(2025, 2, 28),
        date(2025, 1, 31),
        date(2025, 3, 31),
    ]
    assert (str(lakin.code), lakin.year) == ("X.3.2.7", 2024)


def test_a_printed_target_of_another_year_is_listed_not_moved() -> None:
    """A misprinted year gives no slots until the file says how to read it."""
    misprinted = SMALL.replace("Juli 2024", "Februari 2023")
    plan = plans.load(misprinted, "x")
    assert [str(item.code) for item in plans.unparsed(plan)] == ["I.1.1.1", "I.1.1.2"]
    assert plans.counts(plan).slots == 0
    mended = misprinted.replace("2023\n", "2023\n      target_read: Februari 2024\n")
    assert {item.schedule and item.schedule.dues for item in plans.load(mended, "x").requirements()} == {
        (date(2024, 2, 29),)
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("areas: [", "baris 2"),
        ("id: a\nid: b", "baris 2, kolom 1: kunci «id» tertulis dua kali"),
        ("1: a", "baris 1"),
        ("signed: 2024-02-30", "day is out of range"),
        ("a: \0", "Periksa"),
        ("a: !!python/object/apply:os.getcwd []", "baris 1"),
        ("a: &x [1]\nb: *x", "baris 2, kolom 4: baris bersarang terlalu dalam atau merujuk"),
        ("a: {<<: {b: 1}}", "baris 1"),
        ("a: " + "[" * 200_000, "bersarang terlalu dalam"),
    ],
    ids=["open", "twice", "number", "no such day", "control", "object", "alias", "merge", "deep"],
)
def test_what_is_not_yaml_is_named_by_its_line(text: str, words: str) -> None:
    """Broken YAML, a key written twice and a tag that would run code are refused, where they stand."""
    with pytest.raises(PlanInvalid, match="bukan YAML yang sah") as caught:
        plans.load(text, "rencana.yaml")
    (problem,) = caught.value.problems
    assert words in problem


def test_an_unknown_built_in_plan_is_named_beside_the_known() -> None:
    """A wrong name is answered with the right ones."""
    assert builtin_names() == (SEED,)
    with pytest.raises(PlanInvalid, match=f"«x».*{SEED}"):
        builtin_text("x")


def test_the_built_in_plan_is_written_and_read_back(seed: Plan) -> None:
    """Nothing of the seed is lost by writing it out."""
    assert plans.load(plans.dump(seed), "again") == seed


@given(made.plans())
def test_any_plan_is_written_and_read_back(plan: Plan) -> None:
    """What `dump` writes, `load` reads as the same plan, whatever its words and schedules."""
    assert plans.load(plans.dump(plan), "again") == plan
