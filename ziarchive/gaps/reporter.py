"""Keeps the last gap report, and the board that the next one starts from: most questions are of one moment."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from ziarchive.decisions import Decisions
from ziarchive.gaps.answer import GapReport
from ziarchive.gaps.board import Board
from ziarchive.model import Document, Plan


class Reporter:
    """Reports on one plan; what it reports on is asked for each time. Any thread may ask."""

    def __init__(
        self,
        plan: Plan,
        documents: Callable[[], tuple[Document, ...]],
        decisions: Callable[[], Decisions],
        soon: timedelta,
    ) -> None:
        """`soon` is how long before its due date a slot is due soon."""
        self._documents, self._decisions = documents, decisions
        self._begin = partial(Board.of, plan, soon)
        self._board: Board | None = None
        self._told: tuple[Board, date, GapReport] | None = None

    def on(self, day: date) -> GapReport:
        """Return every slot's state as of a date, with the files known now: the same object while nothing changed."""
        board = self._board = (self._board or self._begin()).updated(self._documents(), self._decisions())
        told = self._told
        if told is None or told[0] is not board or told[1] != day:
            told = self._told = board, day, board.on(day)
        return told[2]
