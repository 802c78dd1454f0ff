"""Recoll as a peer: `recollindex` on a folder of files, in the foreground and as nice as we are."""

import subprocess
import sys
from pathlib import Path

from bench.memory import peaks
from bench.task import Figures, answer, clocked

INDEXER = "recollindex"


def cold(files: str, settings: str, word: str) -> Figures:
    """Index a folder with fresh settings, and time it; `documents` is how many texts then hold `word`."""
    folder = Path(settings)
    folder.mkdir(parents=True)
    # Left alone it runs at nice 19.
    (folder / "recoll.conf").write_text(f"topdirs = {files}\nidxniceprio = 0\n", encoding="utf-8")
    with peaks() as peak:
        seconds, _ = clocked(lambda: _run(INDEXER, "-c", settings, "-z"))
    return {"seconds": [seconds], "documents": [_documents(settings, word)], "megabytes": [peak.engine]}


def _documents(settings: str, word: str) -> int:
    # Its own count (-C) is an estimate from some 1,000 documents on.
    return _run("recollq", "-c", settings, "-b", "-n", "0", word).count("file://")


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


if __name__ == "__main__":
    answer({"cold": cold}, sys.argv[1:])
