"""The executor without processes."""

import os
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from ziarchive.limits import Limits
from ziarchive.workers.inline import inline


def fail() -> None:
    raise ValueError("buruk")


def test_a_call_is_made_here_and_at_once() -> None:
    """The future that is returned is done, by this very process."""
    with inline(None, Limits()) as executor:
        asked = executor.submit(os.getpid)
        assert (asked.done(), asked.result()) == (True, os.getpid())


def test_a_failure_belongs_to_its_future() -> None:
    """What a call raises comes out where its result is asked for."""
    with inline(2, Limits()) as executor, pytest.raises(ValueError, match="buruk"):
        executor.submit(fail).result()


def test_threads_take_turns() -> None:
    """However many threads ask, one call is made at a time: the readers of files are not safe for threads."""
    at_work: list[int] = []
    most: list[int] = []

    def work(number: int) -> None:
        at_work.append(number)
        most.append(len(at_work))
        threading.Event().wait(0.001)
        at_work.remove(number)

    with inline(None, Limits()) as executor, ThreadPoolExecutor(8) as threads:
        for asked in [threads.submit(executor.submit, work, number) for number in range(40)]:
            asked.result().result()
    assert len(most) == 40 and max(most) == 1
