"""Canonical folders and file names."""

import re
from datetime import date
from importlib.resources import files

import pytest

from ziarchive import plan
from ziarchive.model import Cadence, Code, Period, Plan, Requirement
from ziarchive.naming import NameReader, skeleton
from ziarchive.naming.periodforms import day, month, quarter, semester, whole_year


@pytest.fixture(scope="module")
def seed() -> Plan:
    """The built-in plan."""
    text = (files("ziarchive.plans") / "bpsi-lingtan-2024.yaml").read_text(encoding="utf-8")
    return plan.load(text, "seed")


def slot_periods(requirement: Requirement) -> list[Period]:
    """Every way a slot of the requirement may be called."""
    dues = requirement.schedule.dues if requirement.schedule else ()
    periods = [month(due.year, due.month) for due in dues] + [whole_year(2024), day(date(2024, 9, 30))]
    if requirement.schedule and requirement.schedule.cadence is Cadence.QUARTERLY:
        periods += [quarter(2024, number) for number in (1, 2, 3, 4)]
    if requirement.schedule and requirement.schedule.cadence is Cadence.SEMESTER:
        periods += [semester(2024, 1), semester(2024, 2)]
    return periods


def test_every_expected_file_is_read_back_exactly(seed: Plan) -> None:
    """A file named and placed as the skeleton says has that code and period, for all slots of the plan."""
    reader = NameReader(seed)
    slots = [(item, period) for item in seed.requirements() for period in slot_periods(item)]
    assert len({item.code for item, _ in slots}) == 185
    for item, period in slots:
        path = f"{skeleton.folder(seed, item.code, 2024)}/{skeleton.expected_name(item, period)}"
        reading = reader.read(path)
        found = reading.codes, reading.folder, reading.period, reading.conflict
        assert found == ((item.code,), item.code.indicator, period, None), path


def test_every_expected_path_is_short_and_legal(seed: Plan) -> None:
    """With "archive/" before it no path reaches 200 characters or has a name that Windows refuses."""
    for item in seed.requirements():
        for period in slot_periods(item):
            name = skeleton.expected_name(item, period, ".docx")
            path = f"archive/{skeleton.folder(seed, item.code, 2024)}/{name}"
            assert len(path) < 200
            assert not any(re.search(r'[<>:"\\|?*]|[. ]$', part) for part in path.split("/")), path


def test_the_folders_nest(seed: Plan) -> None:
    """Each folder comes after the one it lies in, once, and each is read as its own place."""
    folders = skeleton.folders(seed)
    assert len(folders) == len(set(folders)) == 1 + 6 + 23 + 69
    assert folders[:2] == ("2024", "2024/I Manajemen Perubahan")
    assert all(folder.rpartition("/")[0] in folders[:at] for at, folder in enumerate(folders) if at)


def test_names_are_cut_at_words(seed: Plan) -> None:
    """A long indicator keeps whole words in its folder name."""
    folder = skeleton.folder(seed, Code((1, 4, 1, 2)), 2024)
    assert folder.startswith("2024/I Manajemen Perubahan/I.4 Perubahan Pola Pikir")
    assert folder.endswith("/I.4.1 Pimpinan berperan sebagai")


def test_the_name_for_a_slot(seed: Plan) -> None:
    """The example of the design holds."""
    item = next(item for item in seed.requirements() if str(item.code) == "I.4.1.2")
    assert skeleton.expected_name(item, month(2024, 3)) == "I.4.1.2_Bukti lapor LHKPN_2024-03.pdf"
