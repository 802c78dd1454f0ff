"""Works beside the requests: one after the other in each lane, kept for who asked, told how far they are."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from web import jobs as jobs_module
from web.jobs import WAITING, Jobs, Order, Stage, Work
from ziarchive.errors import CannotRun

Wait = Callable[[Callable[[], object]], None]


class Slow:
    """A work that says that it is half done, and waits for leave to end."""

    def __init__(self) -> None:
        self.go = threading.Event()

    def __call__(self, target: Path, progress: Callable[[int, int], None]) -> None:
        progress(1, 2)
        self.go.wait(20)
        target.write_bytes(b"isi")


def order(name: str, work: Work, lane: str = "") -> Order:
    return Order(name, name, work, lane)


def test_one_work_after_the_other(wait_until: Wait) -> None:
    """While one is at it another waits, and is told who makes what; then it has its turn, and the first stays."""
    jobs, slow = Jobs(), Slow()
    assert jobs.start("a", order("satu.zip", slow), "Ani")
    wait_until(lambda: jobs.state("a", 1).done == 1)
    assert jobs.start("b", order("satu.zip", slow), "Budi") and jobs.start("b", order("satu.zip", slow), "Budi")
    waiting = jobs.state("b", 1)
    assert (waiting.stage, waiting.ahead, waiting.ahead_of) == (Stage.WAITING, "satu.zip", "Ani")
    assert (len(jobs.states("b")), jobs.file("a", 1), jobs.state("c", 1).stage) == (1, None, Stage.NONE)
    slow.go.set()
    wait_until(lambda: jobs.state("b", 1).stage is Stage.DONE)
    for owner in ("a", "b"):
        made = jobs.file(owner, 1)
        assert made and made.read_bytes() == b"isi" and jobs.state(owner, 1).size == 3


def test_waiting_has_its_bounds(wait_until: Wait) -> None:
    """Beyond so many that wait a work is refused; what waits is all made."""
    jobs, slow = Jobs(), Slow()
    assert jobs.start("a", order("0.zip", slow))
    wait_until(lambda: jobs.state("a", 1).done == 1)
    started = [jobs.start("a", order(f"{number}.zip", slow)) for number in range(1, WAITING + 2)]
    assert [bool(each) for each in started] == [True] * WAITING + [False]
    assert jobs.start("a", order("jalur lain.zip", slow, "lain"))
    slow.go.set()
    wait_until(lambda: [each.stage for each in jobs.states("a")] == [Stage.DONE] * (WAITING + 2))


@pytest.mark.parametrize(("kept", "size"), [("KEPT", 3), ("KEPT_BYTES", 6)])
def test_old_files_make_room(wait_until: Wait, monkeypatch: pytest.MonkeyPatch, kept: str, size: int) -> None:
    """Beyond what is kept the oldest of who has most goes; another's only one stays, and so does the last."""
    monkeypatch.setattr(jobs_module, kept, size)
    jobs, slow = Jobs(), Slow()
    slow.go.set()
    for owner, name in (("b", "1.zip"), ("a", "2.zip"), ("a", "3.zip"), ("a", "4.zip")):
        started = jobs.start(owner, order(name, slow))
        assert started
        wait_until(lambda owner=owner, at=started.number: jobs.state(owner, at).stage is Stage.DONE)
    wait_until(lambda: len([*jobs._folder.iterdir()]) == 3)
    assert jobs.file("b", 1) and [each.name for each in jobs.states("a")] == ["4.zip", "3.zip"]


def test_the_same_again_takes_its_place(wait_until: Wait) -> None:
    """What is made anew under a name replaces what was there."""
    jobs, slow = Jobs(), Slow()
    slow.go.set()
    jobs.start("a", order("satu.zip", slow))
    wait_until(lambda: jobs.state("a", 1).stage is Stage.DONE)
    first = jobs.file("a", 1)
    jobs.start("a", order("satu.zip", slow))
    wait_until(lambda: jobs.state("a", 2).stage is Stage.DONE)
    assert first and not first.exists() and jobs.file("a", 2) and len(jobs.states("a")) == 1


def test_lanes_do_not_wait_for_each_other(wait_until: Wait) -> None:
    """While a work is at it in one lane, another lane's is made, and nothing is ahead of it."""
    jobs, slow = Jobs(), Slow()
    jobs.start("a", order("lama.zip", slow, "binder"))
    wait_until(lambda: jobs.state("a", 1).done == 1)

    def quick(target: Path, progress: Callable[[int, int], None]) -> None:
        target.write_bytes(b"x")

    state = jobs.start("b", order("cepat.pdf", quick))
    assert state and state.ahead == ""
    wait_until(lambda: jobs.state("b", 1).stage is Stage.DONE)
    assert jobs.state("a", 1).stage is Stage.WORKING
    slow.go.set()
    wait_until(lambda: jobs.state("a", 1).stage is Stage.DONE)


@pytest.mark.parametrize("error", [CannotRun("Disk penuh."), OSError("rusak"), ValueError("x")])
def test_a_work_that_fails_says_why(error: Exception, wait_until: Wait) -> None:
    """What went wrong is told to who asked, and the next can begin."""
    jobs = Jobs()

    def broken(target: Path, progress: Callable[[int, int], None]) -> None:
        raise error

    assert jobs.start("a", order("satu.zip", broken))
    wait_until(lambda: jobs.state("a", 1).stage is Stage.FAILED)
    assert jobs.state("a", 1).why == (str(error) if type(error) is not ValueError else "")
    assert jobs.start("a", order("satu.zip", broken))
    wait_until(lambda: jobs.state("a", 2).stage is Stage.FAILED)


def test_the_folder_goes_with_its_owner() -> None:
    """Nothing is left on the disk when the site is gone."""
    jobs = Jobs()
    folder = jobs._folder
    assert folder.exists()
    del jobs
    assert not folder.exists()
