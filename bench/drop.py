"""Drop to searchable: copies files into the archive of a running `ziarchive run`, as a person would.

The clock starts when the copy is complete and stops when the site's JSON search finds a word that
stands only in that file's text. The settle time is waited on purpose, so it is taken off.
"""

import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from secrets import token_hex
from typing import Any
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen

from bench.measured import ROOT
from samples import render
from samples.paper import Heading, Paper, Text
from samples.words import LINKS, vocabulary
from ziarchive import settings

POLL_SECONDS = 0.05
START_SECONDS = 120.0
FOUND_SECONDS = 60.0


class NotFound(RuntimeError):
    """The dropped file, or the site itself, did not appear in time."""


def measure(home: Path, scratch: Path, drops: int) -> list[float]:
    """Return, for each dropped file, the seconds from copied to found, less the settle time."""
    settle = settings.read(home).settle_seconds
    targets = [home / "archive" / f"V.3.1.4_Laporan dumas susulan {number}_2024-12.pdf" for number in range(drops)]
    try:
        with running(home) as address:
            return [_drop(target, scratch, address, number) - settle for number, target in enumerate(targets)]
    finally:
        for target in targets:
            target.unlink(missing_ok=True)


@contextmanager
def running(home: Path) -> Iterator[str]:
    """Yield the address of a started site that has finished its first comparison."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "ziarchive", "--home", str(home), "run", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as site:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(lambda: _ready(site, address), START_SECONDS, "ziarchive run was not ready")
            yield address
        finally:
            site.terminate()


def _drop(target: Path, scratch: Path, address: str, number: int) -> float:
    word = f"penandajatuh{token_hex(3)}"
    source = scratch / f"{word}.pdf"
    prose = " ".join((*LINKS, *vocabulary()[:300]))
    render.pdf(Paper("Laporan dumas", date(2024, 12, 2), (Heading("LAPORAN"), Text(f"{prose} {word}"))), source)
    shutil.copyfile(source, target)
    start = time.perf_counter()
    _wait(lambda: _found(address, word), FOUND_SECONDS, f"{target.name} was not found")
    return time.perf_counter() - start


def _ready(site: subprocess.Popen[bytes], address: str) -> bool:
    """Return whether the site answers, somebody watches, and nothing is left to take in."""
    if site.poll() is not None:
        raise NotFound(f"ziarchive run ended with {site.returncode}; its own words are above")
    try:
        status = _asked(f"{address}/status.json")
    except URLError:
        return False
    return bool(status["watch"]["heartbeat"]) and not status["queue"] and not status["working_on"]


def _found(address: str, word: str) -> bool:
    return bool(_asked(f"{address}/cari.json?q={quote(word)}")["total"])


def _asked(address: str) -> Any:
    with urlopen(address, timeout=10) as answer:  # noqa: S310 - our own site
        return json.load(answer)


def _wait(true: Callable[[], bool], seconds: float, failure: str) -> None:
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise NotFound(f"{failure} within {seconds:g} s")
        time.sleep(POLL_SECONDS)
