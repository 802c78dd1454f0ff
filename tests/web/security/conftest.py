"""The program as an office runs it, in a process of its own, over files that nobody should trust."""

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from urllib.request import urlopen

import pytest

from tests.web.security import active
from ziarchive.archive import Archive
from ziarchive.settings import Settings

NOW = datetime(2024, 7, 10, 9, 0, tzinfo=UTC)


def read(home: Path) -> None:
    """Take in the archive of a new HOME."""
    with Archive(Settings(home, executor="inline"), lambda: NOW) as archive:
        archive.sync()


@contextmanager
def running(home: Path) -> Iterator[int]:
    """Yield the port of `ziarchive run` over a HOME."""
    command = [sys.executable, "-m", "ziarchive", "--home", str(home), "run", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            yield int(re.findall(r":(\d+)/", process.stdout.readline())[0])
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office whose archive holds every active file."""
    home = tmp_path_factory.mktemp("aktif")
    active.fill(home / "archive" / "2024")
    read(home)
    return home


@pytest.fixture(scope="module")
def port(hostile: Path) -> Iterator[int]:
    """The port of the running program."""
    with running(hostile) as found:
        yield found


def ids(port: int) -> dict[str, str]:
    """Return the ids of all documents by file name."""
    with urlopen(f"http://127.0.0.1:{port}/dokumen.json", timeout=20) as answer:  # our own server
        return {PurePosixPath(each["path"]).name: each["id"] for each in json.load(answer)}
