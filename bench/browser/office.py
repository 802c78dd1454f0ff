"""A big office: a plan of 5,040 slots and any number of small text files, most of them in their place.

Nine files of ten bear the name that the gap page asks for. The rest has no code, or cannot be read, so that every
page of the site has its share. The same numbers give the same files.
"""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import Any

import yaml

from bench.measured import ROOT
from samples.many import AREAS
from samples.phrases import PEOPLE, TOPICS, topic_of
from samples.text import paragraph
from ziarchive import gaps, plan, settings
from ziarchive.archive import Archive
from ziarchive.decisions import Charge, Decision, Decisions, Outcome, Verdict
from ziarchive.model import Document, Plan
from ziarchive.naming import skeleton

YEAR = 2024
ON = date(YEAR, 7, 10)
PLAN = "rencana-besar.yaml"
COMPONENTS, INDICATORS = 7, 3
"""Components of an area, indicators of a component."""
KINDS = (("Laporan", "monthly"), ("Notulen", "monthly"), ("Rekap", "monthly"), ("Daftar hadir", "quarterly"))
"""The requirements of an indicator: 40 slots."""
SUBJECTS = tuple(TOPICS)
LEFT_OPEN = 8
"""One slot of so many stays without a file."""
LOOSE, BROKEN = 12, 200
"""One file of so many has no code, or holds zeros only."""
JUDGED = 5
"""One document of so many has a verdict."""
_PROSE = 400
"""Different paragraphs; a document is three of them."""
_SOME_UNREAD = 1
"""What `ziarchive sync` ends with when files could not be read, of which a big office has some."""
_DONE = "bench.done"
"""Says how many documents a finished office has."""


def build(home: Path, count: int) -> bool:
    """Make the office of `count` documents in `home`, unless it is there already; return whether it was made."""
    done = home / _DONE
    if done.exists() and done.read_text(encoding="utf-8") == str(count):
        return False
    home.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(plan_rows(), allow_unicode=True, sort_keys=False)
    (home / PLAN).write_text(text, encoding="utf-8")
    (home / "ziarchive.toml").write_text(f'plan = "{PLAN}"\n', encoding="utf-8")
    shelf = Shelf.of(plan.load(text, PLAN))
    for number in range(count):
        shelf.write(home / "archive", number)
    _sync(home)
    with Archive(settings.read(home), lambda: datetime.now().astimezone()) as archive:
        archive.decide(PEOPLE[0], *decisions(archive.plan, archive.documents()))
    done.write_text(str(count), encoding="utf-8")
    return True


@dataclass(frozen=True, slots=True)
class Shelf:
    """What lies where, by number."""

    places: tuple[tuple[str, str], ...]
    """Folder and expected name for every slot that gets files."""
    prose: tuple[str, ...]

    @classmethod
    def of(cls, loaded: Plan) -> "Shelf":
        folders = skeleton.folders(loaded)
        slots = gaps.report(loaded, (), Decisions(), ON).slots
        places = tuple(
            (folders[each.slot.code.indicator], skeleton.expected_name(each.requirement, each.slot.period, ".txt"))
            for at, each in enumerate(slots)
            if at % LEFT_OPEN
        )
        rng = Random("bench/browser")  # noqa: S311 - repeatable prose, not a secret
        prose = tuple(paragraph(rng, topic_of(SUBJECTS[at % len(SUBJECTS)]), 4) for at in range(_PROSE))
        return cls(places, prose)

    def write(self, archive: Path, number: int) -> Path:
        """Write the document with this number."""
        file = archive / self.path(number)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(bytes(64) if number % BROKEN == 1 else self.text(number).encode())
        return file

    def path(self, number: int) -> str:
        """Return where it lies: another file for a slot that has one is a part of it."""
        folder, name = self.places[number % len(self.places)]
        if number % LOOSE == 0:
            return f"{YEAR}/Kiriman {number % 7}/Berkas {SUBJECTS[number % len(SUBJECTS)]} {number:05}.txt"
        part = number // len(self.places)
        code, title, period = name.removesuffix(".txt").split("_")
        return f"{folder}/{code}_{title}{f' bagian {part}' if part else ''}_{period}.txt"

    def text(self, number: int) -> str:
        """Return its text, which no other document has."""
        rng = Random(f"bench/browser/{number}")  # noqa: S311 - repeatable prose, not a secret
        _, name = self.places[number % len(self.places)]
        return "\n\n".join((name.split("_")[1].upper(), f"Nomor B-{number}/TU/{YEAR}", *rng.sample(self.prose, 3)))


def _sync(home: Path) -> None:
    command = [sys.executable, "-m", "ziarchive", "--home", str(home), "sync"]
    ended = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
    if ended.returncode not in (0, _SOME_UNREAD):
        raise SystemExit(f"{' '.join(command)} ended with {ended.returncode}")


def plan_rows() -> dict[str, Any]:
    """Return the big plan as a plan file has it."""
    subjects = cycle(SUBJECTS)
    areas = [_area(at, name, subjects) for at, name in enumerate(AREAS)]
    heads = {"id": "besar-2024", "title": "Rencana kerja besar", "unit": "Kantor besar", "year": YEAR}
    return {**heads, "areas": areas}


def _area(at: int, name: str, subjects: Iterator[str]) -> dict[str, Any]:
    code, _, words = name.partition(" ")
    components = [_component(f"{code}.{number}", at, subjects) for number in range(1, COMPONENTS + 1)]
    return {"code": code, "name": words, "components": components}


def _component(code: str, at: int, subjects: Iterator[str]) -> dict[str, Any]:
    chosen = list(islice(subjects, INDICATORS))
    indicators = [_indicator(f"{code}.{number}", one) for number, one in enumerate(chosen, 1)]
    return {"code": code, "name": f"Penguatan {chosen[0]} pada tim {at + 1}", "indicators": indicators}


def _indicator(code: str, subject: str) -> dict[str, Any]:
    requirements = [
        {"code": f"{code}.{number}", "kind": kind, "title": f"{kind} {subject} tim {code}", "cadence": cadence}
        for number, (kind, cadence) in enumerate(KINDS, 1)
    ]
    text = f"Kegiatan {subject} telah dilaksanakan dan dipantau"
    return {"code": code, "text": text, "target": f"Setiap bulan {YEAR}", "requirements": requirements}


def decisions(loaded: Plan, documents: Sequence[Document]) -> Iterator[Decision]:
    """Yield who is in charge of each area, and verdicts on some documents."""
    yield from (Charge(area.code, PEOPLE[at + 1]) for at, area in enumerate(loaded.areas))
    outcomes = cycle((Outcome.ACCEPTED, Outcome.ACCEPTED, Outcome.FIX))
    for at, document in enumerate(documents):
        if at % JUDGED == 0 and document.placement.codes:
            yield _verdict(document, next(outcomes))


def _verdict(document: Document, outcome: Outcome) -> Verdict:
    note = "" if outcome is Outcome.ACCEPTED else "Belum ditandatangani atau dicap."
    return Verdict(document.sha256, document.placement.codes[0], outcome, note, document.path)
