"""The state of the archive, from documents and notes."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

from ziarchive.model import Content, Document, How, Placement, ReadState, Rejected, Stamp
from ziarchive.status import inbox, status

CONTENT = Content(ReadState.OK, "", "application/pdf", "", 1, 10, "pdfium", None)
PLACEMENT = Placement(How.CODE, (), "", "", None, None)
PLACED = Document("1", "placed.pdf", "", Stamp(0, 0), CONTENT, PLACEMENT)
UNSURE = replace(PLACED, id="2", path="unsure.pdf", placement=replace(PLACEMENT, how=How.CANDIDATE))
BROKEN = replace(UNSURE, id="3", path="broken.pdf", content=replace(CONTENT, state=ReadState.CORRUPT, why="rusak"))
LINK = Rejected("tautan", "folder", "Tautan tidak diikuti.")
ALL = (PLACED, UNSURE, BROKEN)
TALLY = Counter((each.placement.how, each.content.state) for each in ALL)


def test_every_document_is_counted_once() -> None:
    """A broken candidate is counted as rejected, and listed in the inbox after the files that can be placed."""
    found = status(TALLY, [LINK], 0, {})
    assert (found.placed, found.inbox, found.documents, found.rejected) == (1, 1, 3, (LINK,))
    assert inbox((BROKEN, PLACED, UNSURE)) == (UNSURE, BROKEN)


def test_before_the_first_sync_nothing_is_known() -> None:
    """Without any note the state is empty, not an error."""
    found = status({}, (), 3, {})
    assert (found.last_sync, found.heartbeat, found.watch_mode, found.queue) == (None, None, "", 0)


def test_notes_are_read_back() -> None:
    """Times and the watcher's words come from the notes."""
    moment = datetime(2024, 7, 15, 9, tzinfo=UTC)
    watch = {"mode": "polling", "why": "jaringan", "restarts": 2, "heartbeat": moment.isoformat(), "queue": 3}
    found = status({}, (), 3, {"last_sync": moment.isoformat(), "held": ["a"], "watch": watch, "trouble": "putus"})
    assert (found.last_sync, found.heartbeat, found.held, found.trouble) == (moment, moment, ("a",), "putus")
    assert (found.watch_mode, found.watch_why, found.watch_restarts, found.queue) == ("polling", "jaringan", 2, 3)
