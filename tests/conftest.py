"""What every test gets: a check for leaks, tables of documents, and ways to wait."""

import os
import threading
import time
from collections.abc import Callable, Iterator

import psutil
import pytest
from hypothesis import settings

settings.register_profile("dev", deadline=None, max_examples=60)
settings.register_profile("ci", deadline=None, max_examples=200, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


def wait_until(true: Callable[[], object], seconds: float = 20.0) -> None:
    """Wait for a condition; fail when it does not come true in time."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "the condition did not come true in time"
        threading.Event().wait(0.02)


@pytest.fixture(name="wait_until")
def wait_until_fixture() -> Callable[..., None]:
    return wait_until


@pytest.fixture(autouse=True)
def no_leaks() -> Iterator[None]:
    """A test may leave no thread, child process or open file behind."""
    me = psutil.Process()
    threads, files = set(threading.enumerate()), {file.path for file in me.open_files()}
    children = set(me.children())
    yield
    leaked = [thread for thread in threading.enumerate() if thread not in threads and not thread.daemon]
    for thread in leaked:
        thread.join(5)
    assert not [thread.name for thread in leaked if thread.is_alive()], "threads leaked"
    assert not [child for child in me.children() if child not in children and child.is_running()], "processes"
    left = {file.path for file in me.open_files()} - files
    assert not {path for path in left if "hypothesis" not in path}, f"files left open: {left}"
