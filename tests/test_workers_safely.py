"""How a task ended is a state of its file, unless it says nothing of the file."""

from concurrent.futures import CancelledError, Future

import pytest

from ziarchive.errors import CannotRun
from ziarchive.model import ReadState
from ziarchive.ports import Extracted
from ziarchive.workers import OutOfDisk, WorkerDied, safely


def finished(result: Extracted | Exception) -> Future[Extracted]:
    future: Future[Extracted] = Future()
    if isinstance(result, Exception):
        future.set_exception(result)
    else:
        future.set_result(result)
    return future


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (TimeoutError("Dihentikan setelah 60 detik: pembacaan tidak selesai."), ReadState.TIMED_OUT),
        (TimeoutError(), ReadState.TIMED_OUT),
        (MemoryError("Dihentikan: pembacaan memakai lebih dari 1024 MB memori."), ReadState.OUT_OF_MEMORY),
        (MemoryError(), ReadState.OUT_OF_MEMORY),
        (OutOfDisk("Dihentikan: pembacaan memakai lebih dari 2048 MB ruang disk sementara."), ReadState.OUT_OF_DISK),
        (WorkerDied("Proses pembaca berhenti mendadak (kode -11)."), ReadState.CRASHED),
    ],
)
def test_a_lost_worker_is_a_state_of_the_file(outcome: Exception, state: ReadState) -> None:
    """Each way to lose a worker is its own state, with the reason and what to do."""
    found = safely(finished(outcome))
    assert (found.state, found.pages) == (state, ())
    assert found.why.startswith(str(outcome)) and found.why.endswith(("simpan ulang.", "ziarchive sync --reread."))


def test_a_found_text_passes_through() -> None:
    """What a worker found is handed on as it is."""
    found = Extracted(ReadState.OK, ("isi",))
    assert safely(finished(found)) is found


@pytest.mark.parametrize("error", [OSError("hilang"), CannotRun("memori"), CancelledError()], ids=repr)
def test_what_says_nothing_of_the_content_is_raised(error: Exception) -> None:
    """No state is made up for a file that was not read."""
    with pytest.raises(type(error)):
        safely(finished(error))
