"""Files that people drop on the site: where each is kept and under which name, and the line that says who did it.

A requirement and one of its slots say where a file belongs, never a path; of its own name only the suffix stays.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from posixpath import basename, dirname, splitext
from typing import IO

from ziarchive.archive import Archive
from ziarchive.decisions import Uploaded
from ziarchive.errors import UsageError, ZiArchiveError
from ziarchive.extract.kinds import DATABASE, FONT, PROGRAM, every_kind
from ziarchive.folder import stamp
from ziarchive.folder.storing import Kept, Received, receiving, withdraw
from ziarchive.gaps import SlotStatus
from ziarchive.model import Code, Document, Period, Plan, Requirement
from ziarchive.naming import NAME_LENGTH, NameReader, skeleton

OFF = (
    "Mengunggah lewat situs tidak diizinkan di kantor ini; taruh berkas di folder arsip. "
    "Untuk mengizinkannya, tulis upload = true di bawah [web] pada ziarchive.toml."
)
VERSIONS = 99
"""A copy's mark has two digits at most."""
PATIENCE = 5.0
"""Seconds that a file waits for others to be taken in, so that the answer can name its document."""
_NEVER = {*PROGRAM.suffixes, *FONT.suffixes, *DATABASE.suffixes, ".lnk", ".ico"}
SUFFIXES = frozenset(suffix for kind in every_kind() for suffix in kind.suffixes) - _NEVER
"""What is read, and pictures, recordings and drawings besides; no programs."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that is about to come, and the slot that it is for."""

    code: Code
    period: Period
    name: str
    """What it was called."""
    size: int
    """In bytes, as announced."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a file."""

    path: str
    sha256: str
    new: bool
    """False when the same content was there already, and nothing was stored."""
    document: Document | None
    """None until it is taken in."""


class Shelf:
    """Says where a slot's files belong; made once for a plan."""

    def __init__(self, plan: Plan) -> None:
        self._reader = NameReader(plan)
        self._folders = skeleton.folders(plan)

    def path(self, item: Requirement, period: Period, suffix: str, documents: Iterable[Document]) -> str:
        """Return the canonical name in the folder that the office uses: where the requirement's other documents
        lie, else those of its indicator, else the canonical one.

        A folder that says another thing than the name is no place for it.
        """
        name = skeleton.expected_name(item, period, suffix)
        used = (f"{folder}/{name}" for folder in _used(item, documents))
        fitting = (path for path in used if self._fits(path, item, period))
        return next(fitting, f"{self._folders[item.code.indicator]}/{name}")

    def _fits(self, path: str, item: Requirement, period: Period) -> bool:
        read, folder = self._reader.read(path), self._reader.read(f"{dirname(path)}/-{splitext(path)[1]}")
        placed = read.folder is not None and item.code.within(read.folder) and not read.conflict
        dated = not folder.period or (folder.period.start <= period.start and period.end <= folder.period.end)
        return placed and dated and read.codes == (item.code,) and read.period == period


class Uploads:
    """Takes what people drop."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._shelf = Shelf(archive.plan)

    def take(self, wanted: Wanted, content: IO[bytes], who: str) -> Stored:
        """Store a file under its canonical name, write down who dropped it, and take it in if that can be at once.

        Raises `UsageError`, `NotAllowed` and `CannotRun` with nothing stored.
        """
        status, suffix = self._status(wanted), suffix_of(wanted.name)
        path = self._shelf.path(status.requirement, wanted.period, suffix, self._archive.documents())
        self._archive.check(who, Uploaded("", wanted.code, path, wanted.name))
        with receiving(self._archive.settings.archive, dirname(path), content, wanted.size) as received:
            if there := self._same(status, received):
                return Stored(there.path, there.sha256, False, there)
            kept = self._kept(wanted, path, received, who)
        self._take_in(kept.path)
        found = (each for each in self._archive.documents() if each.path == kept.path)
        return Stored(kept.path, received.sha256, kept.new, next(found, None))

    def _status(self, wanted: Wanted) -> SlotStatus:
        if not self._archive.settings.upload:
            raise UsageError(OFF)
        if not wanted.size:
            raise UsageError(f"«{wanted.name}» kosong (0 byte). Periksa berkasnya, lalu ulangi.")
        for status in self._archive.gaps(self._archive.today()).slots:
            if (status.slot.code, status.slot.period) == (wanted.code, wanted.period):
                return status
        raise UsageError(f"{wanted.code} tidak punya slot pada periode itu. Muat ulang halaman, lalu pilih lagi.")

    def _kept(self, wanted: Wanted, path: str, received: Received, who: str) -> Kept:
        kept = received.keep(_names(path))
        if kept.new:
            try:
                self._archive.decide(who, Uploaded(received.sha256, wanted.code, kept.path, wanted.name))
            except ZiArchiveError:
                withdraw(received.root, kept.path, received.sha256)  # what is not written down did not happen
                raise
        return kept

    def _take_in(self, path: str) -> None:
        """Take the file in, unless somebody else is at it: then it is found by who watches the folder."""
        try:
            self._archive.at_once(lambda: self._archive.take_in([path]), PATIENCE)
        except ZiArchiveError:
            return  # the file lies safely in its place, and the status page tells what is wrong

    def _same(self, status: SlotStatus, received: Received) -> Document | None:
        """Return a document of this content that counts for the slot already."""
        counting = (self._archive.document(each.id) for each in status.documents if each.counts)
        alike = (each for each in counting if each and each.sha256 == received.sha256)
        return next((each for each in alike if stamp(received.root, each.path)), None)


def suffix_of(name: str) -> str:
    """Return the suffix that a file keeps; raises `UsageError` for a name that cannot be, or is of no evidence."""
    if not 0 < len(name) <= NAME_LENGTH or not name.isprintable():
        raise UsageError(f"Nama berkas harus berisi 1 sampai {NAME_LENGTH} huruf yang dapat dicetak.")
    suffix = splitext(name)[1].lower()
    if suffix not in SUFFIXES:
        raise UsageError(
            f"«{name}» berakhiran {suffix or 'tanpa akhiran'}, yang tidak diterima sebagai bukti. Simpan sebagai PDF, "
            "dokumen Office, gambar, rekaman atau ZIP, lalu ulangi."
        )
    return suffix


def _used(item: Requirement, documents: Iterable[Document]) -> Iterator[str]:
    """Yield the folders of the requirement's documents, then of its indicator's, the most used first."""
    own, near = Counter[str](), Counter[str]()
    for document in documents:
        codes, folder = document.placement.codes, dirname(document.path)
        if item.code in codes:
            own[folder] += 1
        elif any(code.within(item.code.indicator) for code in codes):
            near[folder] += 1
    for counted in (own, near):
        yield from sorted(counted, key=lambda folder: (-counted[folder], folder))


def _names(path: str) -> Iterator[str]:
    return islice(map(basename, skeleton.numbered(path)), VERSIONS)
