"""Opens an office file's package part by part: only what holds text, and never more than fits in memory.

python-docx's own opening loads every part, pictures included, and refuses the whole file when one of
them is missing or damaged. A part is named as in the archive's directory, by the rules of ECMA-376, part 2.
"""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

PART_BYTES = 64 * 1024 * 1024
"""A part larger than this, unpacked, is a bomb or would not fit the worker's memory as a tree."""
BOUNDED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How a member may be packed, so that it can be unpacked a little at a time."""
WHOLE = ""
"""The name of the package itself, where it is the source of relations."""
_MAIN = "word/document.xml"
DAMAGE = (KeyError, RuntimeError, zipfile.BadZipFile, zlib.error, EOFError, OSError)


class TooLarge(MemoryError):
    """A part unpacks to more than `PART_BYTES`, or as a tree to more than the memory holds."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another."""

    role: str
    """The last word of the relation's type, e.g. header; the same in both OOXML dialects."""
    base: str
    """The folder of the part that links."""
    target: str
    """The other part's name, from there."""
    id: str
    """By which the source refers to it."""

    @property
    def part(self) -> str:
        """Return the other part's name; most links lead to nothing that is read."""
        return posixpath.normpath(posixpath.join("/", self.base, self.target)).lstrip("/")


@dataclass(slots=True)
class Package:
    """The parts of an open file."""

    archive: zipfile.ZipFile
    damaged: list[str] = field(default_factory=list)
    """The parts that could not be read, or only in pieces."""
    _linked: dict[str, list[Relation]] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Tell whether there is a part of this name, whole or not."""
        return name in self.archive.NameToInfo

    def main(self, usual: str = _MAIN) -> str:
        """Return the name of the main part; the usual one when the relations are lost."""
        found = (relation.part for relation in self.relations(WHOLE) if relation.role == "officeDocument")
        return next(found, usual)

    def relations(self, source: str) -> list[Relation]:
        """Return the links of a part, in file order; none when it has none."""
        if source not in self._linked:
            folder, name = posixpath.split(source)
            links = posixpath.join(folder, "_rels", f"{name}.rels")
            root = self.tree(links) if self.has(links) else None
            found = () if root is None else (_relation(folder, element) for element in root)
            self._linked[source] = [link for link in found if link is not None]
        return self._linked[source]

    def locked(self) -> bool:
        """Tell whether a member is encrypted."""
        return any(entry.flag_bits & 0x1 for entry in self.archive.infolist())

    def tree(self, part: str) -> Any:
        """Return a part's XML tree, or None when it cannot be read; `damaged` tells so."""
        try:
            member = self.archive.getinfo(part)
            if member.file_size > PART_BYTES:
                raise TooLarge
            blob = unpacked(self.archive, member)
        except DAMAGE:
            self.damaged.append(part)
            return None
        return self._parse(part, blob)

    def _parse(self, part: str, blob: bytes) -> Any:
        """Parse strictly; a damaged part gives what comes before the damage."""
        try:
            return etree.fromstring(blob, _parser(recover=False))
        except etree.XMLSyntaxError as error:
            if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
                raise TooLarge from error
            self.damaged.append(part)
        try:
            return etree.fromstring(blob, _parser(recover=True))
        except etree.XMLSyntaxError:
            return None


def unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Return a member, never more of it than the directory says.

    `ZipFile.read` unpacks all that is there before it looks at the size.
    """
    with archive.open(member) as stream:
        return stream.read(member.file_size)


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """Yield the package; raises `zipfile.BadZipFile` or `OSError` when it is none."""
    with zipfile.ZipFile(path) as archive:
        yield Package(archive)


def _relation(folder: str, element: Any) -> Relation | None:
    target, role = element.get("Target", ""), element.get("Type", "").rpartition("/")[2]
    if not target or element.get("TargetMode") == "External":
        return None
    return Relation(role, folder, target, element.get("Id", ""))


def _parser(recover: bool) -> etree.XMLParser:
    """Never expands entities, never leaves the file; lxml's own limits on depth and size stay."""
    return etree.XMLParser(recover=recover, resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
