"""The search bench: texts or files of any number to every engine in turn, and tables with goals."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from bench.main import machine
from bench.search import files, shown, sizes
from bench.search.peers import engines
from bench.search.prose import Prose
from bench.search.sizes import Plan

SIZES = (1_000, 5_000)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the bench; return 0 also when a goal is not met: a table is an answer, not an error."""
    options = _options().parse_args(arguments)
    print(machine())
    prose, peers = Prose.of(options.corpus), engines()
    print(f"Busy before: {psutil.getloadavg()[0]:.1f} of {psutil.cpu_count()} processors; each takes from the figures.")
    print(f"Text: {options.corpus.name if options.corpus else 'the sample office, without a corpus'}", flush=True)
    if options.files:
        with TemporaryDirectory(dir=options.scratch) as scratch:
            _print(files.measure(prose, options.files, options.runs, Path(scratch), _say))
    results = []
    for size in sorted(set(options.size or SIZES)):
        plan = Plan(size, options.questions, options.added, options.drops)
        with TemporaryDirectory(dir=options.scratch) as scratch:
            results.append(sizes.measure(plan, prose, peers, Path(scratch), _say))
        for table in shown.tables(results[-1], peers):
            _print(table)
    if len(results) > 1:
        _print(shown.growth(results, peers))
    return 0


def _print(table: object) -> None:
    print(f"\n{table}", flush=True)


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _size(told: str) -> int:
    """Return how many texts; raises what argparse tells in its own words."""
    size = int(told)
    if size < 1:
        raise argparse.ArgumentTypeError("at least one text: there is nothing to ask of none")
    return size


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    sizes_help = f"texts; may be given more than once (default: {' and '.join(map(str, SIZES))})"
    parser.add_argument("--size", type=_size, action="append", metavar="N", help=sizes_help)
    parser.add_argument("--files", type=int, default=1000, metavar="N", help="files read cold; 0 is none (1000)")
    parser.add_argument("--corpus", type=Path, metavar="ZIP", help="real text: a zip of .md or .txt files")
    parser.add_argument("--questions", type=int, default=20, metavar="N", help="of each kind (20)")
    parser.add_argument("--added", type=int, default=30, metavar="N", help="documents added one by one (30)")
    parser.add_argument("--drops", type=int, default=0, metavar="N", help="files dropped into ziarchive run (0)")
    parser.add_argument("--runs", type=int, default=1, metavar="N", help="of the cold indexing of files (1)")
    parser.add_argument("--scratch", type=Path, metavar="FOLDER", help="where to work: a local disk with some GB free")
    return parser
