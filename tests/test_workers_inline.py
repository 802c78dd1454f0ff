"""The executor without processes."""

import os

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
