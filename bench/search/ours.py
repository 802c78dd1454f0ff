"""ziarchive on texts that are already read: the three stores are filled as the intake fills them.

Only opening files is left out; naming, placing, the text cache, the search index and the catalogue are
the program's own, so that a search works as in production. One process: no worker helps.
"""

import hashlib
import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from time import process_time
from typing import TypeVar

from bench.ours import ON
from bench.search.engine import TOP, add_each, ask_each, batches
from bench.search.records import Record, questions, records
from bench.task import Figures, answer, clocked
from ziarchive import folder, intake, plan, settings
from ziarchive.archive import Archive
from ziarchive.changes import Known
from ziarchive.decisions import Given
from ziarchive.describe import Describer
from ziarchive.finding.suggest import SHORTEST
from ziarchive.home import read_plan
from ziarchive.model import Document, ReadState, Stamp
from ziarchive.ports import Extracted, IndexEntry
from ziarchive.query.parser import parse
from ziarchive.stores import Stores

STEPS = ("digest", "place", "texts", "index", "catalogue")
"""What taking in a document consists of; the digest is the workers' part."""
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Filler:
    """Takes records into one HOME."""

    root: Path
    stores: Stores
    describer: Describer
    spent: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STEPS, 0.0))
    """Seconds by step."""

    @classmethod
    def of(cls, home: Path) -> "Filler":
        chosen = settings.read(home)
        loaded = plan.load(read_plan(chosen), chosen.plan)
        return cls(chosen.archive, Stores.open(chosen), Describer(loaded))

    def take_in(self, batch: Collection[Record]) -> None:
        """Do with one batch what the intake does once it is read."""
        digests = self._clocked("digest", lambda: [self.stores.index.digest(record.pages) for record in batch])
        extracted = [_extracted(record) for record in batch]
        known = [_known(self.root, record) for record in batch]
        documents = self._clocked("place", lambda: list(map(self._document, batch, known, extracted)))
        texts = {each.sha256: text for each, text in zip(known, extracted, strict=True)}
        self._clocked("texts", lambda: self.stores.texts.put(texts))
        self._clocked("index", lambda: self.stores.index.apply(list(map(self._entry, documents, batch, digests)), ()))
        self._clocked("catalogue", lambda: self.stores.catalogue.write(documents, ()))

    def _document(self, record: Record, known: Known, extracted: Extracted) -> Document:
        id = hashlib.sha256(f"{record.path}\0{known.sha256}".encode()).hexdigest()[:12]
        return self.describer.document(id, _path(record), known, extracted, Given())

    def _entry(self, document: Document, record: Record, digest: object) -> IndexEntry:
        return replace(self.describer.entry(document, record.pages), digest=digest)

    def _clocked(self, step: str, call: Callable[[], Result]) -> Result:
        seconds, result = clocked(call)
        self.spent[step] += seconds
        return result


def build(home: str, file: str, files: str) -> Figures:
    """Fill a new HOME; with "files" the archive gets a text file of each, for `ziarchive run` to compare.

    The first comparison is of an empty archive, so that everything that follows counts as placed.
    """
    root = settings.read(Path(home)).archive
    root.mkdir(parents=True, exist_ok=True)
    with _archive(home) as archive:
        archive.sync()
    filler = Filler.of(Path(home))
    count, cpu = 0, 0.0
    for batch in batches(records(file), intake.FIRST_BATCH, intake.LARGEST_BATCH):
        if files == "files":
            _write_files(root, batch)
        before = process_time()
        filler.take_in(batch)
        cpu += process_time() - before
        count += len(batch)
    filler.stores.close()
    steps = {step: [seconds] for step, seconds in filler.spent.items()}
    return {"seconds": [sum(filler.spent.values())], "cpu": [cpu], "documents": [count], **steps}


def add(home: str, file: str) -> Figures:
    """Take in the records one by one, each written to all three stores."""
    filler = Filler.of(Path(home))
    figures = add_each(records(file), lambda record: filler.take_in([record]))
    filler.stores.close()
    return figures


def ask(home: str, file: str, how: str) -> Figures:
    """Ask every question once: with snippets as a page of results does, else the search index alone."""
    if how == "snippets":
        with _archive(home) as archive:
            return ask_each(questions(file), lambda question: len(archive.search(question.typed, limit=TOP).hits))
    stores = Stores.open(settings.read(Path(home)))
    figures = ask_each(questions(file), lambda asked: len(stores.index.find(parse(asked.typed).query, TOP).hits))
    stores.close()
    return figures


def suggest(home: str, file: str) -> Figures:
    """Type the words of the questions letter by letter, warmed up as `ziarchive run` is."""
    words = dict.fromkeys(word for question in questions(file) for word in question.words)
    typed = [word[:end] for word in words for end in range(SHORTEST, len(word) + 1)]
    with _archive(home) as archive:
        archive.finder.warm()
        return {"milliseconds": [1000 * clocked(partial(archive.finder.suggest, start))[0] for start in typed]}


def gaps(home: str, file: str) -> Figures:
    """Make the gap report in an archive that has just been opened, then anew after each of the records has come."""
    filler = Filler.of(Path(home))
    with _archive(home) as archive:
        report = partial(archive.gaps, ON)
        first, _ = clocked(report)
        seconds = []
        for record in records(file):
            filler.take_in([record])
            seconds.append(clocked(report)[0])
    filler.stores.close()
    return {"first": [first], "seconds": seconds}


def _archive(home: str) -> Archive:
    return Archive(settings.read(Path(home)), lambda: datetime.now().astimezone())


def _write_files(root: Path, batch: Collection[Record]) -> None:
    for record in batch:
        target = root / _path(record)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(record.text.encode())


def _path(record: Record) -> str:
    return f"{record.path}.txt"


def _extracted(record: Record) -> Extracted:
    return Extracted(ReadState.OK, record.pages, media_type="text/plain", title=record.title, text_from="text")


def _known(root: Path, record: Record) -> Known:
    """Return what the intake knows of a file; one that was not written has a stamp of its own."""
    content = record.text.encode()
    stamp = folder.stamp(root, _path(record)) or Stamp(len(content), 1)
    return Known(hashlib.sha256(content).hexdigest(), stamp)


if __name__ == "__main__":
    answer({"build": build, "add": add, "ask": ask, "gaps": gaps, "suggest": suggest}, sys.argv[1:])
