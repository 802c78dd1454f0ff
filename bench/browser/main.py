"""The bench of the browser: builds a big office once, serves it, and prints how fast its pages come and answer."""

import argparse
import json
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any
from urllib.request import urlopen

import psutil
from playwright.sync_api import Browser

from bench import drop
from bench.browser import office, visits
from bench.browser.visits import Opened
from bench.figures import percentile
from bench.main import machine
from bench.search.table import Line, Table

PAINT, ANSWER = 1000.0, 200.0
"""Goals, in milliseconds: the first paint of a page, and of what a press or a key asks for."""
COUNT = 20_000
OPENINGS = ("paint p50", "paint max", "server", "KB", "elements")
PRESSES = ("p50", "p95")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the bench; return 0 also when a goal is not met: a table is an answer, not an error."""
    options = _options().parse_args(arguments)
    if not visits.CHROMIUM.exists():
        raise SystemExit(f"{visits.CHROMIUM} is missing; on Debian: apt-get install chromium")
    print(machine())
    print(f"Busy before: {psutil.getloadavg()[0]:.1f} of {psutil.cpu_count()} processors; each takes from the figures.")
    with TemporaryDirectory() as scratch:
        home = options.home or Path(scratch)
        start = time.perf_counter()
        _say(f"making {options.count:,} documents in {home}")
        if office.build(home, options.count):
            print(f"Making and reading {options.count:,} documents took {time.perf_counter() - start:,.0f} s.")
        with drop.running(home) as base, visits.browsing() as browser:
            _print(browser, base, options.rounds)
    return 0


def _print(browser: Browser, base: str, rounds: int) -> None:
    page = browser.new_page(locale="id-ID", viewport={"width": 1280, "height": 900})
    page.set_default_timeout(60_000)
    size, id = _facts(base)
    _say("opening pages")
    opened = visits.pages(page, base, id, rounds)
    print(f"\n{pages_table(opened, size)}", flush=True)
    _say("pressing")
    print(f"\n{presses_table(visits.interactions(page, base, rounds))}", flush=True)
    page.close()


def pages_table(opened: Mapping[str, Opened], title: str) -> Table:
    """Return a line a page; its median first paint has a goal."""
    lines = []
    for name, each in opened.items():
        kilobytes = median(each.bytes) / 1024
        figures = (median(each.paint), max(each.paint), median(each.server), kilobytes, median(each.elements))
        goal = f"<= {PAINT:g} ms"
        lines.append(Line(name, dict(zip(OPENINGS, figures, strict=True)), 0, goal, figures[0] <= PAINT))
    return Table(f"First paint and server, ms: {title}", OPENINGS, lines)


def presses_table(taken: Mapping[str, Sequence[float]]) -> Table:
    """Return a line for each thing that is done; the slowest but one in twenty has a goal."""
    lines = []
    for name, each in taken.items():
        figures = dict(zip(PRESSES, (median(each), percentile(each, 0.95)), strict=True))
        lines.append(Line(name, figures, 0, f"<= {ANSWER:g} ms", figures["p95"] <= ANSWER))
    return Table("Until what was asked for is painted, ms", PRESSES, lines)


def _facts(base: str) -> tuple[str, str]:
    """Return how large the office is, in words, and the id of a document in its place."""
    slots, documents = _asked(f"{base}/kesenjangan.json")["slots"], _asked(f"{base}/dokumen.json")
    id = next(each["id"] for each in reversed(documents) if each["codes"])
    return f"{len(slots):,} slots, {len(documents):,} documents", id


def _asked(address: str) -> Any:
    with urlopen(address, timeout=60) as answer:  # noqa: S310  # our own site
        return json.load(answer)


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.browser", description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT, metavar="N", help=f"documents ({COUNT:,})")
    parser.add_argument("--rounds", type=int, default=7, metavar="N", help="openings of each page (7)")
    parser.add_argument("--home", type=Path, metavar="FOLDER", help="keep the office here and use it again")
    return parser
