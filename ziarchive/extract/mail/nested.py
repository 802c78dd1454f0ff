"""Reads what holds other files: the files inside are read as if they lay in the folder, each under its name.

Files are unpacked one at a time into a scratch folder, under names of our own, within one allowance for
all of them; what is too much, too deep or damaged is listed with its reason.
"""

import re
import tempfile
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from ziarchive.extract import read, settled
from ziarchive.extract.clean import clean
from ziarchive.extract.kinds import Kind
from ziarchive.extract.mail import bundle, letter, outlook
from ziarchive.extract.mail.container import MEMBER_BYTES, Container, Member
from ziarchive.extract.plain.paging import MAX_CHARS, bounded
from ziarchive.extract.sniff import sniff
from ziarchive.model import ReadState
from ziarchive.ports import Extracted
from ziarchive.wording import number

DEPTH = 3
"""Containers within each other."""
ALL_BYTES = 200 * 1024 * 1024
ALL_FILES = 10_000
ATTACHMENTS = 100
_OPENERS: Mapping[str, Callable[[Path, ExitStack], Container | Extracted]] = {
    "zip": bundle.opened,
    "eml": letter.opened,
    "msg": outlook.opened,
}
_TOO_MANY = Extracted(ReadState.UNSUPPORTED, why="tidak dibuka karena berkas di dalamnya terlalu banyak.")
_TOO_DEEP = Extracted(
    ReadState.UNSUPPORTED, why=f"tidak dibuka karena lebih dari {DEPTH} lapis di dalam. Buka (ekstrak) dahulu."
)


@dataclass(slots=True)
class _Allowance:
    """What may still be unpacked, in all containers together."""

    scratch: Path
    bytes: int
    chars: int
    files: int = 0
    """Files unpacked so far; the next one's name."""


@dataclass(slots=True)
class _Contents:
    """What reading the members gave."""

    lines: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    failed: int = 0


def extract(path: Path) -> Extracted:
    """Return the list of files, then the pages of each file that can be read."""
    with tempfile.TemporaryDirectory(prefix="ziarchive-", ignore_cleanup_errors=True) as scratch:
        return _read(path, sniff(path), _Allowance(Path(scratch), ALL_BYTES, MAX_CHARS), depth=1)


def _read(path: Path, kind: Kind, allowance: _Allowance, depth: int) -> Extracted:
    if kind.name not in _OPENERS:
        why = f"Isi berkas bukan arsip atau surel melainkan {kind.label}. Minta salinan yang utuh."
        return Extracted(ReadState.CORRUPT, why=why, media_type=kind.media_type)
    with ExitStack() as stack:
        container = _OPENERS[kind.name](path, stack)
        return container if isinstance(container, Extracted) else _gather(container, allowance, depth)


def _gather(container: Container, allowance: _Allowance, depth: int) -> Extracted:
    contents = _Contents()
    for place, member in enumerate(container.members):
        most = container.reader == "mail" and place >= ATTACHMENTS
        child = _TOO_MANY if most else _child(member, allowance, depth)
        _add(contents, container.prefix, member, child)
    head = clean(container.text)
    if contents.lines:
        head = f"{head.rstrip()}\n\n".lstrip("\n") + f"{container.heading}:\n" + "\n".join(contents.lines)
    return _extracted(container, contents, head)


def _extracted(container: Container, contents: _Contents, head: str) -> Extracted:
    title = clean(container.title)
    pages, cut = bounded((head, *contents.pages))
    whys = [container.why] if container.why else []
    if contents.failed:
        total = len(container.members)
        whys.append(f"{contents.failed} dari {total} berkas di dalamnya tidak terbaca; sebabnya di halaman pertama.")
    if cut:
        whys.append("Hanya bagian awal yang dibaca (batas ukuran).")
    if not any(page.strip() for page in pages):
        why = " ".join(whys) or "Tidak ada teks di dalam surel ini; berkas dicari lewat namanya."
        return Extracted(ReadState.NO_TEXT, pages, why, container.media_type, title, dates=container.dates)
    flags = (("partial",) if contents.failed or container.why else ()) + (("cut",) if cut else ())
    labels = (container.label, *contents.labels)[: len(pages)]
    return Extracted(
        ReadState.OK,
        pages,
        " ".join(whys),
        container.media_type,
        title,
        container.reader,
        flags,
        labels,
        container.dates,
    )


def _add(contents: _Contents, prefix: str, member: Member, child: Extracted) -> None:
    """List the member, with the reason when it has no text, and add its pages."""
    name = clean(member.name)
    size = f" ({number(max(1, member.size // 1024))} KB)" if member.size else ""
    contents.lines.append(f"- {name}{size}" + (f": {child.why}" if child.why else ""))
    contents.failed += child.state.failed
    for place, page in enumerate(child.pages):
        if page.strip():
            where = child.labels[place] if child.labels else f"halaman {place + 1}"
            contents.pages.append(page)
            contents.labels.append(f"{prefix}{name}, {where}")


def _child(member: Member, allowance: _Allowance, depth: int) -> Extracted:
    """Read one member, or tell why not."""
    if member.why:
        return Extracted(ReadState.CORRUPT if member.failed else ReadState.UNSUPPORTED, why=f"{member.why}.")
    if member.size > min(MEMBER_BYTES, allowance.bytes) or allowance.chars <= 0:
        return Extracted(ReadState.UNSUPPORTED, why="tidak dibuka karena isi seluruhnya terlalu besar.")
    if allowance.files >= ALL_FILES:
        return _TOO_MANY
    try:
        content = member.open()
    except ValueError as error:
        return Extracted(ReadState.CORRUPT, why=f"{error}.")
    if isinstance(content, Container):
        child = _TOO_DEEP if depth >= DEPTH else _gather(content, allowance, depth + 1)
    else:
        allowance.bytes -= len(content)
        child = _from_scratch(content, member.name, allowance, depth)
    allowance.chars -= sum(map(len, child.pages))
    return child


def _from_scratch(content: bytes, name: str, allowance: _Allowance, depth: int) -> Extracted:
    allowance.files += 1
    copy = allowance.scratch / f"{allowance.files}{_suffix(name)}"
    copy.write_bytes(content)
    try:
        kind = sniff(copy)
        if kind.name not in _OPENERS:
            return read(copy)
        if depth >= DEPTH:
            return _TOO_DEEP
        return settled(lambda path: _read(path, kind, allowance, depth + 1), copy, kind.media_type, kind.label)
    finally:
        with suppress(PermissionError):  # on Windows, while a reader still holds it; the folder goes later
            copy.unlink()


def _suffix(name: str) -> str:
    """Return the suffix, which promises a kind, when it is harmless."""
    suffix = PurePosixPath(name).suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]{1,8}", suffix) else ""
