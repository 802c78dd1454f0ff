"""The ledger as a backup sees it: between two appends, and without a line that was never acknowledged."""

import os
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from ziarchive import records
from ziarchive.errors import CannotRun
from ziarchive.ledger import WAIT_SECONDS
from ziarchive.locks import Lock


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole lines of a ledger."""

    raw: bytes
    trouble: str
    """What is wrong with them, in words."""


def whole(ledger: Path) -> Whole | None:
    """Return the lines that were acknowledged; None when nothing was decided yet. Raises `CannotRun`."""
    if not ledger.exists():
        return None
    try:
        with quiet(ledger):
            raw = ledger.read_bytes()
    except OSError as error:
        raise CannotRun(f"{ledger} tidak dapat dibaca ({error.strerror}). Periksa izin berkas itu.") from error
    history = records.read(raw)
    return Whole(raw[: history.size], history.trouble)


def quiet(ledger: Path) -> AbstractContextManager[None]:
    """Hold the appenders' lock; where nothing can be written, nobody appends."""
    if not os.access(ledger.parent, os.W_OK):
        return nullcontext()
    busy = f"{ledger} sedang ditulis oleh ziarchive lain. Tunggu sebentar, lalu ulangi."
    return Lock(ledger.with_suffix(".lock"), busy, WAIT_SECONDS).held()
