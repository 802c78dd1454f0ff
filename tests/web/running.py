"""The whole program as an office runs it: a process of its own, with its watcher, its workers and its server."""

import json
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TOML = "[watch]\nsettle_seconds = 0.2\n[extract]\nworkers = 1\n"


@dataclass(frozen=True)
class Program:
    """A running program, and where its site is."""

    base: str
    root: Path
    process: subprocess.Popen[str]

    def json(self, address: str) -> Any:
        with urllib.request.urlopen(self.base + address, timeout=20) as answer:  # noqa: S310  # our own server
            return json.load(answer)

    def found(self, question: str) -> bool:
        return bool(self.json(f"/cari.json?q={question}")["total"])


@contextmanager
def program(home: Path) -> Iterator[Program]:
    """Run the program for a HOME until the block ends."""
    (home / "archive").mkdir(exist_ok=True)
    (home / "ziarchive.toml").write_text(TOML, encoding="utf-8")
    command = [sys.executable, "-m", "ziarchive", "--home", str(home), "run", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            base = re.findall(r"(http://\S+:\d+)/", process.stdout.readline())[0]
            yield Program(base, home / "archive", process)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)
