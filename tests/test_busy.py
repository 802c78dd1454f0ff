"""How the interpreter runs while files are taken in."""

import gc
import sys

import pytest

from ziarchive.busy import GARBAGE, TURN_SECONDS, busily


def test_it_is_so_within_the_block_and_as_before_after_it() -> None:
    """Garbage is seldom looked for, in new objects alone, and threads change often, until the block ends or fails."""
    before = gc.get_threshold(), sys.getswitchinterval()
    with pytest.raises(ZeroDivisionError), busily():
        assert gc.get_threshold()[0] == GARBAGE > before[0][0]
        assert gc.get_freeze_count()
        assert sys.getswitchinterval() == pytest.approx(TURN_SECONDS)
        raise ZeroDivisionError
    assert (gc.get_threshold(), sys.getswitchinterval()) == before
    assert not gc.get_freeze_count()
