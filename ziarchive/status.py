"""How the archive fares, put together from the catalogue and from what the last sync and the watcher noted.

Every file is counted once: placed, in the inbox, or rejected.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from ziarchive.model import Document, How, Rejected
from ziarchive.reports import Status


def inbox(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Return the readable documents whose place is not known or not certain."""
    return tuple(each for each in documents if each.placement.how is How.CANDIDATE and not each.content.state.failed)


def rejected(documents: Sequence[Document], refused: Sequence[Rejected]) -> tuple[Rejected, ...]:
    """Return every file that is there but could not be judged: refused by the folder scan, or unreadable."""
    failed = (each for each in documents if each.content.state.failed)
    return (*refused, *(Rejected(each.path, "text", each.content.why) for each in failed))


def status(documents: Sequence[Document], refused: Sequence[Rejected], facts: Mapping[str, Any]) -> Status:
    """Return the state; `facts` are the catalogue's notes, any of which may be missing."""
    watch: Mapping[str, Any] = facts.get("watch", {})
    waiting = len(inbox(documents))
    failed = sum(each.content.state.failed for each in documents)
    return Status(
        documents=len(documents),
        placed=len(documents) - waiting - failed,
        inbox=waiting,
        rejected=rejected(documents, refused),
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
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
