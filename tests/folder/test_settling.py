"""A file is ready when it has not changed for the whole delay."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ziarchive.folder.settling import Settling
from ziarchive.model import Stamp

DELAY = 2.0
ONE, TWO = Stamp(1, 10), Stamp(2, 10)


def test_a_file_that_rests_becomes_ready() -> None:
    """After the delay without a change the path is ready, and stays so until it is forgotten."""
    settling = Settling(DELAY)
    settling.observe("a", ONE, 100.0)
    settling.observe("a", ONE, 101.0)
    assert settling.ready(101.9) == frozenset()
    assert settling.ready(102.0) == settling.ready(110.0) == {"a"}
    settling.forget({"a", "unknown"})
    assert settling.pending() == settling.ready(110.0) == frozenset()


def test_the_next_look_is_when_the_first_file_settles() -> None:
    """Whoever waits need not look before; a change puts it off, and without a pending path there is no such time."""
    settling = Settling(DELAY)
    assert settling.next() is None
    settling.observe("a", ONE, 100.0)
    settling.observe("b", ONE, 101.0)
    assert settling.next() == 102.0
    settling.observe("a", TWO, 101.5)
    assert settling.next() == 103.0
    settling.forget({"a", "b"})
    assert settling.next() is None


def test_a_change_starts_the_wait_again() -> None:
    """Another size or date, even an older one, restarts the delay."""
    settling = Settling(DELAY)
    settling.observe("a", ONE, 100.0)
    settling.observe("a", TWO, 101.5)
    assert settling.ready(102.5) == frozenset()
    settling.observe("a", Stamp(2, 5), 103.0)
    assert settling.ready(104.9) == frozenset()
    assert settling.ready(105.0) == {"a"}


def test_a_vanished_file_settles_too() -> None:
    """A path without a file becomes ready, so that the folder is compared; one that returns waits anew."""
    settling = Settling(DELAY)
    settling.observe("a", ONE, 100.0)
    settling.observe("a", None, 101.0)
    assert settling.ready(102.5) == frozenset()
    assert settling.ready(103.0) == {"a"}
    settling.observe("a", ONE, 103.0)
    assert settling.ready(103.0) == frozenset()


def test_paths_settle_apart() -> None:
    """One busy file does not keep the others waiting."""
    settling = Settling(DELAY)
    for tick in range(5):
        settling.observe("busy", Stamp(tick, 1), 100.0 + tick)
        settling.observe("calm", ONE, 100.0 + tick)
    assert settling.ready(104.0) == {"calm"}
    assert settling.pending() == {"busy", "calm"}


observations = st.lists(
    st.tuples(st.sampled_from("ab"), st.sampled_from([ONE, TWO, None]), st.integers(0, 3)), max_size=30
)


@given(observations, st.integers(0, 5))
def test_ready_means_unchanged_for_the_delay(steps: list[tuple[str, Stamp | None, int]], rest: int) -> None:
    """A path is ready exactly when every stamp seen during the last delay is the latest one."""
    settling, now = Settling(DELAY), 0.0
    history: dict[str, list[tuple[float, Stamp | None]]] = {}
    for path, stamp, wait in steps:
        now += wait
        settling.observe(path, stamp, now)
        history.setdefault(path, []).append((now, stamp))
    now += rest
    for path, seen in history.items():
        rested = now - _last_change(seen)
        assert (path in settling.ready(now)) is (rested >= DELAY)
    assert settling.pending() == history.keys()


def _last_change(seen: list[tuple[float, Stamp | None]]) -> float:
    """Return when the run of equal stamps at the end began."""
    changes = [at for (_, before), (at, stamp) in pairwise(seen) if before != stamp]
    return changes[-1] if changes else seen[0][0]
