"""From files to a search index, cold: real PDF and DOCX, ours beside the naive loop and Recoll."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

from bench.measured import Task, run
from bench.search.peers import NAIVE, OURS, Peer, recoll
from bench.search.prose import Prose
from bench.search.records import Record
from bench.search.table import Line, Table, at_most, times
from samples import render
from samples.paper import Block, NewPage, Paper, Text
from samples.phrases import MARK

MEGABYTE = 1024 * 1024
PARENT_MEGABYTES = 600
TIMES_NAIVE, TIMES_RECOLL = 8, 2
Say = Callable[[str], None]


def measure(prose: Prose, count: int, runs: int, scratch: Path, say: Say) -> Table:
    """Write `count` files and index them with each program in turn, `runs` times."""
    home = scratch / "files"
    say(f"writing {count:,} PDF and DOCX files")
    for number in range(count):
        write(home / "archive", prose.record(number), number)
    peers = [OURS, NAIVE, *filter(lambda peer: peer.python, [recoll()])]
    tasks: dict[str, list[Task]] = {peer.name: [] for peer in peers}
    for number in range(runs):
        # Each goes first in turn: a warm disk cache favours none.
        for peer in peers if number % 2 == 0 else reversed(peers):
            say(f"indexing the files, run {number + 1} of {runs}: {peer.name}")
            tasks[peer.name].append(_cold(peer, home, scratch, count))
    return _table(tasks, count, runs)


def write(archive: Path, record: Record, number: int) -> Path:
    """Write a record as a PDF or, if its number is odd, as a DOCX, and return the file."""
    make, suffix = ((render.pdf, ".pdf"), (render.word, ".docx"))[number % 2]
    path = archive / f"{record.path}{suffix}"
    path.parent.mkdir(parents=True, exist_ok=True)
    make(Paper(record.title, date(record.year, 12, 1), tuple(_blocks(record))), path)
    return path


def _blocks(record: Record) -> Iterator[Block]:
    for number, page in enumerate(record.pages):
        if number:
            yield NewPage()
        yield from map(Text, page.splitlines())


def _cold(peer: Peer, home: Path, scratch: Path, count: int) -> Task:
    index = scratch / f"files-{peer.name}"
    shutil.rmtree(index, ignore_errors=True)
    shutil.rmtree(home / "index", ignore_errors=True)
    task = _ways(home / "archive", index)[peer.name]()
    if task.figures["documents"] != [count]:
        raise SystemExit(f"{peer.name} took in {task.figures['documents']} documents instead of {count}")
    return task


def _ways(archive: Path, index: Path) -> dict[str, Callable[[], Task]]:
    return {
        OURS.name: partial(run, "bench.ours", "cold", str(archive.parent)),
        NAIVE.name: partial(NAIVE.run, "cold", str(archive), str(index)),
        recoll().name: partial(recoll().run, "cold", str(archive), str(index), MARK.lower()),
    }


def _table(tasks: dict[str, list[Task]], count: int, runs: int) -> Table:
    names = (OURS.name, NAIVE.name, recoll().name)
    speed = {name: count / median(each.figures["seconds"][0] for each in found) for name, found in tasks.items()}
    parent = {name: max(map(_parent, found)) for name, found in tasks.items()}
    tree = {name: max(each.tree_bytes for each in found) / MEGABYTE for name, found in tasks.items()}
    ours = speed.get(OURS.name)
    lines = [
        Line("documents a second", speed),
        times("  times the naive loop", ours, speed.get(NAIVE.name), TIMES_NAIVE),
        times("  times Recoll", ours, speed.get(recoll().name), TIMES_RECOLL),
        at_most("main process, MB", parent, PARENT_MEGABYTES, digits=0),
        Line("with workers, MB", tree, digits=0),
    ]
    missing = [] if recoll().python else [f"Recoll is not installed: {recoll().install}"]
    return Table(f"Cold, from files: {count:,} PDF and DOCX, median of {runs}", names, lines, missing)


def _parent(task: Task) -> float:
    """Return the memory of the program; of Recoll, that of the largest process that the task ran."""
    return task.figures.get("megabytes", [task.parent_bytes / MEGABYTE])[0]
