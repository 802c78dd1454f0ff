"""Runs one task of the bench in its own process and watches the memory of it and its workers."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

EVERY_SECONDS = 0.25
"""Between two looks at the memory. Each look takes up to 10 ms of a processor that the program could use."""
ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Task:
    """What a task told, and the most memory that it held."""

    figures: Mapping[str, list[float]]
    parent_bytes: int
    tree_bytes: int
    """Parent and workers together, added up."""


class TaskFailed(RuntimeError):
    """A task ended with an error; its own words are on stderr."""


def run(module: str, *arguments: str, python: str = sys.executable) -> Task:
    """Run `python -m module arguments…`, which prints its figures as one JSON object."""
    command = [python, "-m", module, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as process:
        parent, tree = _watch(process)
        told, _ = process.communicate()
    if process.returncode:
        raise TaskFailed(f"{' '.join(command)} ended with {process.returncode}")
    return Task(json.loads(told.splitlines()[-1]), parent, tree)


def _watch(process: subprocess.Popen[str]) -> tuple[int, int]:
    """Return the peaks of the process alone and of its whole tree, in bytes, when it has ended."""
    parent = tree = 0
    while process.poll() is None:
        sizes = _sizes(process.pid)
        if sizes:
            parent, tree = max(parent, sizes[0]), max(tree, sum(sizes))
        _pause(process)
    return parent, tree


def _pause(process: subprocess.Popen[str]) -> None:
    try:
        process.wait(EVERY_SECONDS)
    except subprocess.TimeoutExpired:
        return


def _sizes(pid: int) -> Sequence[int]:
    """Return the own memory of a process, then that of all its descendants."""
    sizes: list[int] = []
    try:
        process = psutil.Process(pid)
        for each in (process, *process.children(recursive=True)):
            sizes.append(_own(each))
    except psutil.NoSuchProcess:
        # One of them ended between two looks; what was seen so far is a lower bound.
        return sizes
    return sizes


def _own(process: psutil.Process) -> int:
    """Return the resident bytes that are a process's own.

    Pages of files that it has mapped, as engines map their indexes, are the system's cache: they cost no
    other program any memory. Where the system does not tell them apart they are in the figure.
    """
    info = process.memory_info()
    return int(info.rss - getattr(info, "shared", 0))
