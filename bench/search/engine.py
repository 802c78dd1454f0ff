"""What every engine of the bench does, each step in a process of its own: build, add, ask.

Standard library only, as an engine may run in another Python than ours.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from time import process_time
from typing import Protocol

from bench.search.records import Question, Record, questions, records
from bench.task import Figures, clocked

TOP = 10
"""Hits of an answer, each with its snippet where snippets are asked for."""
NO_ANSWER = "no answer"
FIRST = "first"


class Engine(Protocol):
    """One engine on a folder, which is empty or what this engine left there."""

    def put(self, record: Record) -> None:
        """Take in one document."""

    def commit(self) -> None:
        """Make what was put durable and searchable."""

    def ask(self, question: Question, snippets: bool) -> int:
        """Return how many of the best hits were fetched, with their paths and, if wanted, snippets."""

    def close(self) -> None:
        """Release every file."""


def tasks(engine: Callable[[Path], Engine]) -> Mapping[str, Callable[..., Figures]]:
    """Return the tasks of an engine by name."""
    return {name: partial(task, engine) for name, task in (("build", _build), ("add", _add), ("ask", _ask))}


def _build(engine: Callable[[Path], Engine], folder: str, file: str) -> Figures:
    """Take in every record with one commit at the end, which is the fastest way; reading the file is not timed."""
    Path(folder).mkdir(parents=True)
    opened = engine(Path(folder))
    spent = [_worked(partial(opened.put, record)) for record in records(file)]
    count = len(spent)
    spent.append(_worked(opened.commit))
    opened.close()
    seconds, cpu = map(sum, zip(*spent, strict=True))
    return {"seconds": [seconds], "cpu": [cpu], "documents": [count]}


def _worked(call: Callable[[], None]) -> tuple[float, float]:
    """Return the seconds that a call took, and those of all processors of this process."""
    before = process_time()
    seconds, _ = clocked(call)
    return seconds, process_time() - before


def _add(engine: Callable[[Path], Engine], folder: str, file: str) -> Figures:
    """Take in the records one by one, each with its commit."""
    opened = engine(Path(folder))

    def one(record: Record) -> None:
        opened.put(record)
        opened.commit()

    figures = add_each(records(file), one)
    opened.close()
    return figures


def _ask(engine: Callable[[Path], Engine], folder: str, file: str, how: str) -> Figures:
    """Ask every question once; `how` is "snippets" or "plain"."""
    opened = engine(Path(folder))
    figures = ask_each(questions(file), lambda question: opened.ask(question, how == "snippets"))
    opened.close()
    return figures


def add_each(added: Iterable[Record], add: Callable[[Record], None]) -> Figures:
    """Return the milliseconds that each addition took."""
    return {"milliseconds": [1000 * clocked(partial(add, record))[0] for record in added]}


def ask_each(asked: Sequence[Question], ask: Callable[[Question], int]) -> Figures:
    """Return the milliseconds of each question by its kind; `ask` returns the hits fetched.

    The first question opens the index, and is asked once more for its own figure.
    """
    first, _ = clocked(partial(ask, asked[0]))
    figures: dict[str, list[float]] = {FIRST: [1000 * first], NO_ANSWER: [0]}
    for question in asked:
        seconds, hits = clocked(partial(ask, question))
        figures.setdefault(question.kind, []).append(1000 * seconds)
        figures[NO_ANSWER][0] += not hits
    return figures


def batches(rest: Iterator[Record], first: int, largest: int) -> Iterator[list[Record]]:
    """Yield batches as the intake makes them: as large as all before together, within bounds."""
    batch: list[Record] = []
    written = 0
    for record in rest:
        batch.append(record)
        if len(batch) >= min(max(written, first), largest):
            yield batch
            written += len(batch)
            batch = []
    if batch:
        yield batch
