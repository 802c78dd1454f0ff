"""Which peers are installed, and with which Python: Debian's packages are known to the system's alone."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass

from bench.measured import Task, run
from bench.search.peer_recoll import INDEXER

_FTS5 = "sqlite3; sqlite3.connect(':memory:').execute('CREATE VIRTUAL TABLE t USING fts5(a)')"


@dataclass(frozen=True, slots=True)
class Peer:
    """An engine of the table."""

    name: str
    module: str
    """Of the bench: what is run."""
    python: str = sys.executable
    """The Python that can import it; empty where none can."""
    install: str = ""
    """How to get it."""

    def run(self, *arguments: str) -> Task:
        """Run one of its tasks in a process of its own."""
        return run(self.module, *arguments, python=self.python)


OURS = Peer("ziarchive", "bench.search.ours")
NAIVE = Peer("naive", "bench.naive")


def engines() -> tuple[Peer, ...]:
    """Return the peers that are given texts."""
    return (
        Peer("FTS5", "bench.search.peer_fts5", _python(_FTS5), "an SQLite with FTS5"),
        Peer("tantivy", "bench.search.peer_tantivy", _python("tantivy"), "pip install tantivy"),
        Peer("Xapian", "bench.search.peer_xapian", _python("xapian"), "apt-get install python3-xapian"),
    )


def recoll() -> Peer:
    """Return Recoll, which reads files itself; its PDFs need pdftotext, or it finds nothing in them."""
    found = shutil.which(INDEXER) and shutil.which("recollq") and shutil.which("pdftotext")
    return Peer(
        "Recoll",
        "bench.search.peer_recoll",
        sys.executable if found else "",
        "apt-get install recollcmd poppler-utils python3",
    )


def _python(module: str) -> str:
    """Return the first Python that can import a module: ours, else the system's."""
    candidates = (sys.executable, shutil.which("python3", path=os.defpath))
    return next((python for python in candidates if python and _imports(python, module)), "")


def _imports(python: str, module: str) -> bool:
    return not subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False).returncode
