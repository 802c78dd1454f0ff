"""What a measured process shares: a stopwatch, and figures printed as one JSON line."""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from time import perf_counter
from typing import TypeVar

from bench.questions import QUESTIONS

Figures = Mapping[str, list[float]]
Result = TypeVar("Result")


def clocked(call: Callable[[], Result]) -> tuple[float, Result]:
    """Return the seconds that a call took, and what it returned."""
    start = perf_counter()
    result = call()
    return perf_counter() - start, result


def ask_all(ask: Callable[[str], int], rounds: int) -> Figures:
    """Time every question `rounds` times, the first time included; `ask` returns the hits found."""
    answers = [clocked(partial(ask, asked)) for _ in range(rounds) for asked in QUESTIONS]
    return {
        "milliseconds": [1000 * seconds for seconds, _ in answers],
        "hits": [float(found) for _, found in answers[: len(QUESTIONS)]],
    }


def answer(tasks: Mapping[str, Callable[..., Figures]], arguments: Sequence[str]) -> None:
    """Run the task that the first argument names and print its figures."""
    name, *rest = arguments
    print(json.dumps(tasks[name](*rest)))
