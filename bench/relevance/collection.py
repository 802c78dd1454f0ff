"""The documents that are searched, described by ziarchive itself; every engine is fed the same entries."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from bench.relevance.evidence import files
from ziarchive import plan as plan_reader
from ziarchive import plans
from ziarchive.changes import Known
from ziarchive.decisions import Given
from ziarchive.describe import Describer
from ziarchive.extract.clean import clean
from ziarchive.extract.plain.paging import bounded, paged
from ziarchive.model import Code, ReadState, Stamp
from ziarchive.ports import Extracted, IndexEntry
from ziarchive.settings import Settings

_HEADING = 600
"""Characters of a law that hold its title."""


@dataclass(frozen=True, slots=True)
class Item:
    """One document of the collection, with what judging it needs."""

    entry: IndexEntry
    codes: tuple[Code, ...] = ()
    """What it is evidence of, by who made it or by its name."""
    law: str = ""
    """Where it stands in the corpus without its suffix, for example pp/1990/8; empty for evidence."""

    @property
    def heading(self) -> str:
        """The first words of a law, one blank between, in lower case; a law's title is there."""
        return " ".join(self.entry.pages[0][:_HEADING].lower().split()) if self.law else ""


class Collection:
    """Makes the items, all described by the built-in plan."""

    def __init__(self) -> None:
        name = Settings(Path()).plan
        self._plan = plan_reader.load(plans.builtin_text(name), name)
        self._describer = Describer(self._plan)

    def evidence(self) -> Iterator[Item]:
        """Yield the generated evidence."""
        for file in files(self._plan):
            entry = self._entry(file.path, file.pages, "application/pdf")
            yield Item(entry, file.codes or entry.codes)

    def laws(self, corpus: Path) -> Iterator[Item]:
        """Yield the laws of a zip of texts at kind/year/number.md, named as who saves one would name it."""
        with ZipFile(corpus) as archive:
            for member in sorted(archive.namelist()):
                place = PurePosixPath(member)
                kind, year, _ = place.parts
                text = archive.read(member).decode("utf-8")
                pages, _cut = bounded(clean(page) for page in paged(text))
                path = f"Peraturan/{kind.upper()} Nomor {place.stem} Tahun {year}.txt"
                yield Item(self._entry(path, pages, "text/plain"), law=str(place.with_suffix("")))

    def _entry(self, path: str, pages: tuple[str, ...], media_type: str) -> IndexEntry:
        extracted = Extracted(ReadState.OK, pages, media_type=media_type, text_from="text")
        known = Known("", Stamp(0, 0))
        document = self._describer.document(path, path, known, extracted, Given())
        return self._describer.entry(document, pages)
