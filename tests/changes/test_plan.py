"""What differs is found by stamps and decided by content."""

import pytest

from tests.changes.disks import ONE, TWO, applied, known, planned
from ziarchive.changes import (
    NO_HOLD,
    Action,
    Add,
    Changes,
    Drop,
    HoldRule,
    Known,
    Move,
    Replace,
    Restamp,
    Snapshot,
    compare,
    plan,
)
from ziarchive.model import Stamp


@pytest.mark.parametrize(
    ("before", "disk", "actions"),
    [
        pytest.param({}, {"a": ONE}, (Add("a", ONE.sha256, ONE.stamp),), id="added"),
        pytest.param({"a": ONE}, {}, (Drop("a"),), id="deleted"),
        pytest.param({"a": ONE}, {"a": ONE}, (), id="unchanged"),
        pytest.param({"a": ONE}, {"a": known("dua!", 2)}, (Replace("a", TWO.sha256, Stamp(4, 2)),), id="office-save"),
        pytest.param(
            {"a": known("satu", 9)},
            {"a": known("dua!", 3)},
            (Replace("a", TWO.sha256, Stamp(4, 3)),),
            id="replaced-by-an-older-file",
        ),
        pytest.param({"a": ONE}, {"a": known("satu", 2)}, (Restamp("a", Stamp(4, 2)),), id="touched"),
        pytest.param({"x/a": ONE}, {"x/b": ONE}, (Move("x/a", "x/b", ONE.sha256, ONE.stamp),), id="renamed"),
        pytest.param({"a": ONE}, {"A": ONE}, (Move("a", "A", ONE.sha256, ONE.stamp),), id="case-only"),
        pytest.param({"a": ONE}, {"a": ONE, "b": ONE}, (Add("b", ONE.sha256, ONE.stamp),), id="copied"),
        pytest.param(
            {"x/a": ONE},
            {"y/a": ONE, "x/b": ONE},
            (Move("x/a", "y/a", ONE.sha256, ONE.stamp), Add("x/b", ONE.sha256, ONE.stamp)),
            id="tie-goes-to-the-same-name",
        ),
        pytest.param(
            {"x/a": ONE},
            {"w/c": ONE, "x/b": ONE},
            (Move("x/a", "x/b", ONE.sha256, ONE.stamp), Add("w/c", ONE.sha256, ONE.stamp)),
            id="then-to-the-same-folder",
        ),
        pytest.param(
            {"x/a": ONE, "y/a": ONE},
            {"z/c": ONE, "z/d": ONE},
            (Move("x/a", "z/c", ONE.sha256, ONE.stamp), Move("y/a", "z/d", ONE.sha256, ONE.stamp)),
            id="then-by-order",
        ),
        pytest.param(
            {"x/a": ONE, "x/b": TWO},
            {"y/a": ONE, "y/b": TWO},
            (Move("x/b", "y/b", TWO.sha256, TWO.stamp), Move("x/a", "y/a", ONE.sha256, ONE.stamp)),
            id="folder-renamed",
        ),
        pytest.param(
            {"a": ONE, "b": TWO},
            {"a": known("dua!", 1), "c": known("satu", 1)},
            (Drop("b"), Add("c", ONE.sha256, ONE.stamp)),
            id="same-size-and-date-goes-unseen",
        ),
    ],
)
def test_what_becomes_of_a_file(before: dict[str, Known], disk: dict[str, Known], actions: tuple[Action, ...]) -> None:
    """Each way to change a folder has its own action."""
    changes = planned(disk, before)
    assert set(changes.actions) == set(actions)
    assert len(changes.actions) == len(actions)
    assert changes.held == () and changes.hold_why == ""


def archive(count: int) -> dict[str, Known]:
    return {f"berkas {number:03}.pdf": known(f"isi {number}") for number in range(count)}


@pytest.mark.parametrize(
    ("count", "vanished", "held"),
    [
        (100, 20, False),
        (100, 21, True),
        (40, 10, False),
        (40, 11, True),
        (10, 10, False),
        (11, 11, True),
        (100, 100, True),
        (100, 0, False),
    ],
)
def test_too_much_at_once_is_held(count: int, vanished: int, held: bool) -> None:
    """More than 20 % and more than 10 missing files are not dropped, and the reason is told."""
    before = archive(count)
    missing = tuple(sorted(before))[:vanished]
    disk = {path: file for path, file in before.items() if path not in missing}
    changes = planned(disk, before, HoldRule())
    if held:
        assert (changes.actions, changes.held) == ((), missing)
        assert f"{vanished} dari {count} berkas" in changes.hold_why
    else:
        assert (changes.actions, changes.held, changes.hold_why) == (tuple(map(Drop, missing)), (), "")


def test_a_confirmed_removal_is_not_held() -> None:
    """After a person agreed, everything that is missing is dropped."""
    before = archive(50)
    assert planned({}, before, NO_HOLD).actions == tuple(map(Drop, sorted(before)))


def test_a_moved_folder_is_not_a_vanished_one() -> None:
    """Renaming the folder of all files is carried out whole; the hold rule counts only what is lost."""
    before = archive(50)
    disk = {f"2024/{path}": file for path, file in before.items()}
    changes = planned(disk, before, HoldRule())
    assert {type(action) for action in changes.actions} == {Move}
    assert applied(changes.actions, before) == disk


def test_a_hold_keeps_only_the_drops_back() -> None:
    """New, changed and moved files are taken in while the missing ones wait."""
    before = archive(50)
    first, second, *_ = sorted(before)
    disk = {
        "baru": known("baru"),
        first: known("lain", 7),
        "pindah.pdf": before[second],
    }
    changes = planned(disk, before, HoldRule())
    assert {type(action) for action in changes.actions} == {Add, Replace, Move}
    assert changes.held == tuple(sorted(before))[2:]


def test_what_still_settles_is_left_as_it_is() -> None:
    """A skipped path is neither added, replaced nor dropped, and is accounted for."""
    before = {"changed": ONE, "missing": ONE, "same": TWO}
    disk = {"changed": Stamp(9, 9), "same": TWO.stamp, "new": Stamp(8, 8)}
    difference = compare(Snapshot(disk), before, {"changed", "missing", "new", ""})
    assert difference.left == {"changed", "missing", "new"}
    assert difference.same == {"same"}
    assert plan(difference, {}, before) == Changes(())


def test_a_missing_file_waits_for_its_new_place_to_settle() -> None:
    """While a new file with the same stamp still settles, the old path may be on its way there."""
    before = {"old": ONE, "deleted": TWO}
    difference = compare(Snapshot({"new": ONE.stamp}), before, {"new"})
    assert not difference.gone
    assert difference.left == {"old", "new", "deleted"}
    apart = {"old": ONE, "deleted": known("lain", 5)}
    assert compare(Snapshot({"new": ONE.stamp}), apart, {"new"}).gone == {"deleted"}


def test_a_missing_file_waits_for_its_new_place_to_be_read() -> None:
    """A new file that cannot be read yet may be the missing one, so that is not dropped."""
    before = {"old": ONE}
    difference = compare(Snapshot({"new": ONE.stamp}), before)
    assert plan(difference, {}, before).actions == ()
    assert plan(difference, {"new": ONE}, before).actions == (Move("old", "new", ONE.sha256, ONE.stamp),)
    other = compare(Snapshot({"new": Stamp(99, 99)}), before)
    assert plan(other, {}, before).actions == (Drop("old"),)


def test_below_an_unreadable_folder_nothing_is_missing() -> None:
    """Files known below a folder that cannot be listed are left alone; its namesakes are not."""
    before = {"2024/I/a": ONE, "2024/I/x/b": ONE, "2024/I lama/c": ONE, "2024/d": TWO}
    difference = compare(Snapshot({}, unreadable=("2024/I", "2024/d")), before)
    assert difference.left == {"2024/I/a", "2024/I/x/b", "2024/d"}
    assert difference.gone == {"2024/I lama/c"}


def test_the_files_to_read_are_named() -> None:
    """Only new and touched files are read."""
    difference = compare(Snapshot({"b": ONE.stamp, "a": Stamp(7, 7), "c": ONE.stamp}), {"a": ONE, "c": ONE})
    assert difference.to_read == ("a", "b")
