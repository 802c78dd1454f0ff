"""Whatever people do to a folder, no document is lost."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.changes.disks import applied, known, planned, stamps
from ziarchive.changes import (
    Add,
    Changes,
    Drop,
    Known,
    Move,
    Snapshot,
    compare,
    plan,
)

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
