"""The bench: generates an archive, runs both programs on it in turn, and prints a table with goals."""

import argparse
import platform
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from bench import drop
from bench.figures import Goal, Measure, percentile, table
from bench.measured import Task, run
from samples import many

ROUNDS = 5
"""How often each of the ten questions is asked in one run."""
MEGABYTE = 1024 * 1024
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Side:
    """What one program showed, a value a run."""

    speed: list[float] = field(default_factory=list)
    """Documents a second, cold."""
    again: list[float] = field(default_factory=list)
    """Seconds when nothing changed."""
    p50: list[float] = field(default_factory=list)
    p95: list[float] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)
    parent: list[float] = field(default_factory=list)
    """Most memory of the main process, MB."""
    tree: list[float] = field(default_factory=list)
    """Most memory with workers, MB."""

    def add_cold(self, task: Task, count: int) -> None:
        if task.figures["documents"] != [count]:
            raise SystemExit(f"{task.figures} documents were taken in instead of {count}")
        self.speed.append(count / task.figures["seconds"][0])
        self.parent.append(task.parent_bytes / MEGABYTE)
        self.tree.append(task.tree_bytes / MEGABYTE)

    def add_queries(self, task: Task) -> None:
        self.p50.append(percentile(task.figures["milliseconds"], 0.50))
        self.p95.append(percentile(task.figures["milliseconds"], 0.95))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the bench; return 0 also when a goal is not met: a table is an answer, not an error."""
    options = _options().parse_args(arguments)
    print(machine())
    for count in options.count or (200, 2000):
        with TemporaryDirectory(dir=options.scratch) as scratch:
            measures = measure(count, options.runs, options.drops, Path(scratch), _say)
        title = f"N = {count:,} documents of {many.PAGES} pages, medians of {options.runs} runs"
        print(f"\n{table(title, measures)}", flush=True)
    return 0


def measure(count: int, runs: int, drops: int, scratch: Path, say: Say) -> list[Measure]:
    """Return the table's lines for an archive of `count` documents generated in `scratch`."""
    home = scratch / "home"
    _generate(home / "archive", count, say)
    ours, naive = Side(), Side()
    for number in range(runs):
        say(f"run {number + 1} of {runs}")
        # In turn, and each first as often as the other: a warm disk cache favours neither.
        sides = [partial(_run_naive, naive, scratch, count), partial(_run_ours, ours, home, count)]
        for side in sides if number % 2 == 0 else reversed(sides):
            side()
    say(f"{drops} files dropped into a running ziarchive")
    return _lines(ours, naive, _dropped(home, scratch, drops, say))


def _dropped(home: Path, scratch: Path, drops: int, say: Say) -> list[float]:
    """Return the seconds of each drop; none when the site fails, which must not lose the other figures."""
    try:
        return drop.measure(home, scratch, drops) if drops else []
    except drop.NotFound as error:
        say(str(error))
        return []


def _run_ours(side: Side, home: Path, count: int) -> None:
    shutil.rmtree(home / "index", ignore_errors=True)
    side.add_cold(run("bench.ours", "cold", str(home)), count)
    side.again.extend(run("bench.ours", "unchanged", str(home)).figures["seconds"])
    side.add_queries(run("bench.ours", "queries", str(home), str(ROUNDS)))
    side.gaps.extend(run("bench.ours", "gaps", str(home)).figures["seconds"])


def _run_naive(side: Side, scratch: Path, count: int) -> None:
    index = scratch / "naive"
    shutil.rmtree(index, ignore_errors=True)
    task = run("bench.naive", "cold", str(scratch / "home" / "archive"), str(index))
    side.add_cold(task, count)
    # It cannot tell that nothing changed: doing it again is doing it all.
    side.again.extend(task.figures["seconds"])
    side.add_queries(run("bench.naive", "queries", str(index), str(ROUNDS)))


def _lines(ours: Side, naive: Side, found: list[float]) -> list[Measure]:
    return [
        Measure("cold indexing, documents/s", ours.speed, naive.speed, True, Goal(6, of_ratio=True), 1),
        Measure("unchanged sync, s", ours.again, naive.again, goal=Goal(1.0)),
        Measure("query with snippets p50, ms", ours.p50, naive.p50, digits=1),
        Measure("query with snippets p95, ms", ours.p95, naive.p95, digits=1),
        Measure("gap report, s", ours.gaps, goal=Goal(0.3), digits=3),
        Measure("drop to searchable after settling, s", found, goal=Goal(1.5)),
        Measure("peak memory, main process, MB", ours.parent, naive.parent, digits=0),
        Measure("peak memory, with workers, MB", ours.tree, naive.tree, digits=0),
    ]


def _generate(archive: Path, count: int, say: Say) -> None:
    for number in range(count):
        many.write(archive, number)
        if number % 200 == 0:
            say(f"generating {count:,} documents: {number:,}")


def machine() -> str:
    memory = psutil.virtual_memory().total / MEGABYTE / 1024
    return (
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, "
        f"{psutil.cpu_count()} processors, {memory:.0f} GB"
    )


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--count", type=int, action="append", help="documents; may be given more than once")
    parser.add_argument("--runs", type=int, default=3, help="runs of each program (default: 3)")
    parser.add_argument("--drops", type=int, default=5, help="files dropped into a running program (default: 5)")
    parser.add_argument("--scratch", type=Path, help="where to generate; a local disk with 1 GB free")
    return parser
