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
    """Each place has one folder, after the one it lies in, the same that `folder` gives."""
    folders = skeleton.folders(seed)
    paths = list(folders.values())
    assert len(set(paths)) == 6 + 23 + 69
    assert paths[0] == "2024/I Manajemen Perubahan"
    above = [path.rpartition("/")[0] for path in paths]
    assert all(each in {"2024", *paths[:at]} for at, each in enumerate(above))
    assert all(skeleton.folder(seed, code, 2024) == path for code, path in folders.items())


def test_names_are_cut_at_words(seed: Plan) -> None:
    """A long indicator keeps whole words in its folder name, and none that wants another after it."""
    folder = skeleton.folder(seed, Code((1, 4, 1, 2)), 2024)
    assert folder == "2024/I Manajemen Perubahan/I.4 Perubahan Pola Pikir/I.4.1 Pimpinan berperan"
    for path in skeleton.folders(seed).values():
        assert not path.endswith((" dan", " yang", " atas", " telah", " sebagai")), path


def test_no_two_folders_in_one_read_alike(seed: Plan) -> None:
    """Siblings with the same beginning are called by where they differ, and stay in their length."""
    names = [path.rpartition("/") for path in skeleton.folders(seed).values()]
    titles = [(above, name.partition(" ")[2].casefold()) for above, _, name in names]
    assert len(titles) == len(set(titles))
    assert all(len(name) <= skeleton.FOLDER_LENGTH for _, _, name in names)
    folder = skeleton.folder(seed, Code((5, 5, 2)), 2024)
    assert folder.endswith("/V.5.2 Penanganan…disosialisasikan")


@pytest.mark.parametrize(("kind", "suffix"), [("Foto", ".jpg"), ("Screenshot", ".png"), ("Laporan", ".pdf")])
def test_a_picture_is_expected_as_a_picture(seed: Plan, kind: str, suffix: str) -> None:
    """The expected name has the suffix that its kind of document is kept as, unless a file has its own."""
    item = next(item for item in seed.requirements() if item.kind == kind)
    assert skeleton.expected_name(item, month(2024, 3)).endswith(f"_2024-03{suffix}")
    assert skeleton.expected_name(item, month(2024, 3), ".docx").endswith("_2024-03.docx")


def test_the_name_for_a_slot(seed: Plan) -> None:
    """The example of the design holds."""
    item = next(item for item in seed.requirements() if str(item.code) == "I.4.1.2")
    assert skeleton.expected_name(item, month(2024, 3)) == "I.4.1.2_Bukti lapor LHKPN_2024-03.pdf"
