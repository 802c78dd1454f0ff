"""How the archive fares, put together from the catalogue and from what the last sync and the watcher noted.

Every file is counted once: placed, in the inbox, or rejected. A file that cannot be read and has no place
is counted as rejected, because nobody can place it before it is mended; the inbox lists it all the same.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from ziarchive.model import Document, How, ReadState, Rejected
from ziarchive.ports import Working
from ziarchive.reports import Progress, Status

Tally = Mapping[tuple[How, ReadState], int]
"""How many documents there are, by how they were placed and how reading them ended."""


def inbox(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Return the documents whose place is not known or not certain, the readable ones first."""
    unsure = [each for each in documents if each.placement.how is How.CANDIDATE]
    return tuple(sorted(unsure, key=lambda each: each.content.state.failed))


def status(
    tally: Tally, rejected: Sequence[Rejected], scans: int, facts: Mapping[str, Any], reading: Sequence[Working] = ()
) -> Status:
    """Return the state; `facts` are the catalogue's notes, any of which may be missing."""
    recognition: Mapping[str, Any] = facts.get("recognition", {})
    watch: Mapping[str, Any] = facts.get("watch", {})
    healed: Mapping[str, Any] = facts.get("healed", {})
    documents = sum(tally.values())
    waiting = sum(number for (how, state), number in tally.items() if _waits(how, state))
    failed = sum(number for (_, state), number in tally.items() if state.failed)
    return Status(
        documents=documents,
        placed=documents - waiting - failed,
        inbox=waiting,
        rejected=tuple(rejected),
        last_sync=_moment(facts.get("last_sync")),
        last_sync_seconds=facts.get("last_sync_seconds"),
        held=tuple(facts.get("held", ())),
        hold_why=facts.get("hold_why", ""),
        trouble=facts.get("trouble", ""),
        watch_mode=watch.get("mode", ""),
        watch_why=watch.get("why", ""),
        watch_restarts=watch.get("restarts", 0),
        heartbeat=_moment(watch.get("heartbeat")),
        queue=watch.get("queue", 0),
        working_on=watch.get("working_on", ""),
        reading=tuple(reading),
        scans=scans,
        recognising=recognition.get("working_on", ""),
        recognition_why=recognition.get("why", ""),
        healed=healed.get("words", ""),
        healed_at=_moment(healed.get("at")),
        progress=Progress(**watch["progress"]) if watch.get("progress") else None,
    )


def _waits(how: How, state: ReadState) -> bool:
    return how is How.CANDIDATE and not state.failed


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
