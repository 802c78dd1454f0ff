"""Locks between processes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ziarchive.errors import CannotRun, InUse
from ziarchive.locks import Lock

HOLD = (
    "import sys; from pathlib import Path; from ziarchive.locks import Lock\n"
    "with Lock(Path(sys.argv[1]), '').held(): print('held', flush=True); sys.stdin.readline()"
)


def test_one_process_at_a_time_and_none_after_a_crash(tmp_path: Path) -> None:
    """What another process holds is refused in the given words; when it is killed, the lock is free."""
    file = tmp_path / "lock"
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", HOLD, str(file)], **pipes, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        with pytest.raises(InUse, match="sedang dipakai"), Lock(file, "sedang dipakai").held():
            pass
        process.kill()
    with Lock(file, "sedang dipakai", 10).held():
        pass


def test_it_may_be_nested(tmp_path: Path) -> None:
    """The holder may take it again, and lets go only at the outer end."""
    lock, other = Lock(tmp_path / "lock", ""), Lock(tmp_path / "lock", "sedang dipakai")
    with lock.held():
        with lock.held():
            pass
        with pytest.raises(InUse), other.held():
            pass
    with other.held():
        pass


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Where no lock file can be made the error says where, not that somebody holds it."""
    (tmp_path / "lock").mkdir()
    with pytest.raises(CannotRun, match="tidak dapat ditulis") as told, Lock(tmp_path / "lock", "").held():
        pass
    assert not isinstance(told.value, InUse)
    assert os.fspath(tmp_path / "lock") in told.value.message
