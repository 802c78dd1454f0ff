"""The peer Xapian with its Indonesian stemmer, where a Python on this machine has its binding.

Distributions install the binding for their own Python only, so it answers in a process of its own.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from bench.relevance import peers
from bench.relevance.peers import Plain
from ziarchive.ports import IndexEntry

_SECONDS = 300


class XapianPeer:
    """All questions answered ahead, by one of the ways to join words."""

    def __init__(self, answers: Mapping[Plain, Sequence[str]]) -> None:
        self._answers = answers

    def rank(self, question: Plain) -> Sequence[str]:
        """Return all that it found."""
        return self._answers[question]


def python() -> str | None:
    """Return a Python that can import the binding; None where there is none."""
    found = dict.fromkeys((sys.executable, shutil.which("python3"), "/usr/bin/python3"))
    return next((each for each in found if each and _has_binding(each)), None)


def ask(python: str, entries: Sequence[IndexEntry], questions: Sequence[Plain]) -> dict[str, XapianPeer]:
    """Index the entries and answer all questions; return a peer for each way to join words."""
    task = {
        "documents": [
            {
                "title": each.title,
                "name": peers.file_name(each),
                "code": peers.codes(each),
                "text": "\n".join(each.pages),
            }
            for each in entries
        ],
        "weights": {"title": peers.TITLE, "name": peers.NAME, "code": peers.CODE, "text": 1},
        "questions": [[asdict(part) for part in question.parts] for question in questions],
    }
    script = Path(__file__).with_name("xapian_side.py")
    done = subprocess.run(
        [python, str(script)], input=json.dumps(task), capture_output=True, text=True, timeout=_SECONDS, check=True
    )
    by_way: dict[str, list[list[int]]] = json.loads(done.stdout)
    return {
        way: XapianPeer(
            {
                question: [entries[number].id for number in ranked]
                for question, ranked in zip(questions, rankings, strict=True)
            }
        )
        for way, rankings in by_way.items()
    }


def _has_binding(python: str) -> bool:
    done = subprocess.run([python, "-c", "import xapian"], capture_output=True, check=False)
    return done.returncode == 0
