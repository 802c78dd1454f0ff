"""What differs is found by stamps, decided by content, and never loses a document."""

from collections.abc import Mapping
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

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


def known(content: str, mtime: int = 1) -> Known:
    return Known(sha256(content.encode()).hexdigest(), Stamp(len(content), mtime))


def stamps(files: Mapping[str, Known]) -> dict[str, Stamp]:
    return {path: file.stamp for path, file in files.items()}


def planned(disk: Mapping[str, Known], before: Mapping[str, Known], hold: HoldRule = NO_HOLD) -> Changes:
    """Compare and plan, every file readable."""
    return plan(compare(Snapshot(stamps(disk)), before), disk, before, hold)


def applied(actions: tuple[Action, ...], before: Mapping[str, Known]) -> dict[str, Known]:
    """Carry a plan out on what is known."""
    after = dict(before)
    for action in actions:
        match action:
            case Add(path, digest, stamp) | Replace(path, digest, stamp):
                assert (path in before) is isinstance(action, Replace)
                after[path] = Known(digest, stamp)
            case Restamp(path, stamp):
                after[path] = Known(before[path].sha256, stamp)
            case Move(old, new, digest, stamp):
                assert before[old].sha256 == digest
                del after[old]
                after[new] = Known(digest, stamp)
            case Drop(path):
                del after[path]
    return after


ONE, TWO = known("satu"), known("dua!")


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


PATHS = [f"{folder}{name}" for folder in ("", "x/", "x/y/", "z/") for name in "abC"]
files = st.dictionaries(
    st.sampled_from(PATHS),
    st.builds(known, st.sampled_from(["satu", "dua!", "tiga tiga", ""]), st.integers(1, 3)),
)
some_paths = st.frozensets(st.sampled_from(PATHS))
folders = st.sets(st.sampled_from(["x", "x/y", "z", "a"]))


@given(files, files, some_paths, folders)
def test_every_path_is_accounted_for_once(
    disk: dict[str, Known], before: dict[str, Known], skip: frozenset[str], unreadable: set[str]
) -> None:
    """Each path, on disk or known, is in exactly one part of the difference."""
    difference = compare(Snapshot(stamps(disk), unreadable=tuple(unreadable)), before, skip)
    parts = [difference.new, difference.touched, difference.gone, difference.same, difference.left]
    assert sorted(path for part in parts for path in part) == sorted(disk.keys() | before.keys())
    assert difference.left >= skip & (disk.keys() | before.keys())
    assert not difference.gone & disk.keys()


def visible(disk: Mapping[str, Known], before: Mapping[str, Known]) -> dict[str, Known]:
    """Return the disk as stamps can show it: an equal stamp hides other content."""
    return {
        path: before[path] if path in before and before[path].stamp == file.stamp else file
        for path, file in disk.items()
    }


@given(files, files)
def test_carrying_the_plan_out_gives_the_disk(disk: dict[str, Known], before: dict[str, Known]) -> None:
    """Applied, the plan makes what is known equal to the disk, and then nothing is left to do."""
    changes = planned(disk, before)
    after = applied(changes.actions, before)
    assert after == visible(disk, before)
    assert planned(after, after) == Changes(())


@given(files, files)
def test_content_that_stays_is_neither_added_nor_dropped(disk: dict[str, Known], before: dict[str, Known]) -> None:
    """No content is both added and dropped in one plan: it would have been a move."""
    actions = planned(disk, before).actions
    added = {action.sha256 for action in actions if isinstance(action, Add)}
    dropped = {before[action.path].sha256 for action in actions if isinstance(action, Drop)}
    assert not added & dropped


class Office(RuleBasedStateMachine):
    """People work in a folder while passes of every kind go on."""

    def __init__(self) -> None:
        super().__init__()
        self.disk: dict[str, Known] = {}
        self.known: dict[str, Known] = {}
        self.clock = 0
        self.ids: dict[str, int] = {}
        self.born = 0

    @rule(path=st.sampled_from(PATHS), content=st.sampled_from(["satu", "dua!", "tiga tiga", ""]))
    def write(self, path: str, content: str) -> None:
        self.clock += 1
        self.disk[path] = known(content, self.clock)

    @rule(old=st.sampled_from(PATHS), new=st.sampled_from(PATHS))
    def rename(self, old: str, new: str) -> None:
        if old in self.disk:
            self.disk[new] = self.disk.pop(old)

    @rule(old=st.sampled_from(PATHS), new=st.sampled_from(PATHS))
    def copy(self, old: str, new: str) -> None:
        if old in self.disk:
            self.disk[new] = self.disk[old]

    @rule(path=st.sampled_from(PATHS))
    def delete(self, path: str) -> None:
        self.disk.pop(path, None)

    @rule(skip=some_paths, unread=some_paths)
    def partial_pass(self, skip: frozenset[str], unread: frozenset[str]) -> None:
        """Some files settle, some cannot be read: what is known of those stays."""
        difference = compare(Snapshot(stamps(self.disk)), self.known, skip)
        readable = {path: file for path, file in self.disk.items() if path not in unread}
        before = dict(self.known)
        self.carry_out(plan(difference, readable, self.known))
        for path in skip & self.disk.keys():
            assert self.known.get(path) == before.get(path)

    @rule()
    def full_pass(self) -> None:
        """Everything can be judged: what is known then equals the disk."""
        self.carry_out(planned(self.disk, self.known))
        assert self.known == visible(self.disk, self.known)
        assert planned(self.disk, self.known) == Changes(())

    def carry_out(self, changes: Changes) -> None:
        before = self.known
        self.known = applied(changes.actions, before)
        for action in changes.actions:
            match action:
                case Add(path):
                    self.born += 1
                    self.ids[path] = self.born
                case Move(old, new):
                    self.ids[new] = self.ids.pop(old)
                case Drop(path):
                    del self.ids[path]
                    assert path not in self.disk

    @invariant()
    def every_known_file_has_one_identity(self) -> None:
        assert self.ids.keys() == self.known.keys()
        assert len(set(self.ids.values())) == len(self.ids)


def test_people_at_work() -> None:
    """Whatever people do between passes, what is known follows the disk and identities stay whole."""
    run_state_machine_as_test(Office)
