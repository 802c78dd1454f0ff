"""Reads what holds other files: the files inside are read as if they lay in the folder, each under its name.

Files are unpacked one at a time into a scratch folder, under names of our own, within one allowance for
all of them; what is too much, too deep or damaged is listed with its reason.
"""

import re
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from ziarchive.extract import read, settled
from ziarchive.extract.clean import clean
from ziarchive.extract.kinds import WHATSAPP, Kind
from ziarchive.extract.mail import bundle, export, letter, outlook
from ziarchive.extract.mail.container import MEMBER_BYTES, Container, Member
from ziarchive.extract.plain.paging import MAX_CHARS, bounded
from ziarchive.extract.sniff import recording, sniff
from ziarchive.extract.waiting import FLAG, without_notes
from ziarchive.model import ReadState
from ziarchive.ports import Extracted
from ziarchive.wording import number

DEPTH = 3
"""Containers within each other."""
ALL_BYTES = 200 * 1024 * 1024
ALL_FILES = 10_000
ATTACHMENTS = 100
Opener = Callable[[Path, ExitStack], Container | Extracted]
_OPENERS: Mapping[str, Opener] = {
    "zip": bundle.opened,
    WHATSAPP.name: export.opened,
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
    origins: list[tuple[int, ...]] = field(default_factory=list)
    """Where each page lies that is a scan; empty for others."""
    failed: int = 0


def extract(path: Path) -> Extracted:
    """Return the list of files, then the pages of each file that can be read."""
    with tempfile.TemporaryDirectory(prefix="ziarchive-", ignore_cleanup_errors=True) as scratch:
        return _read(path, sniff(path), _Allowance(Path(scratch), ALL_BYTES, MAX_CHARS), depth=1)


def opener(path: Path, kind: Kind) -> Opener | None:
    """Return what opens a file that holds others; None for any other, a chat without its media among them."""
    alone = kind is WHATSAPP and not zipfile.is_zipfile(path)
    return None if alone else _OPENERS.get(kind.name)


def _read(path: Path, kind: Kind, allowance: _Allowance, depth: int) -> Extracted:
    opens = opener(path, kind)
    if not opens:
        why = f"Isi berkas bukan arsip atau surel melainkan {kind.label}. Minta salinan yang utuh."
        return Extracted(ReadState.CORRUPT, why=why, media_type=kind.media_type)
    with ExitStack() as stack:
        container = opens(path, stack)
        return container if isinstance(container, Extracted) else _gather(container, allowance, depth)


def _gather(container: Container, allowance: _Allowance, depth: int) -> Extracted:
    contents = _Contents()
    for place, member in enumerate(container.members):
        most = container.reader == "mail" and place >= ATTACHMENTS
        child = _TOO_MANY if most else _child(member, allowance, depth)
        _add(contents, container.prefix, place, member, child)
    head = clean(container.text)
    if contents.lines:
        head = f"{head.rstrip()}\n\n".lstrip("\n") + f"{container.heading}:\n" + "\n".join(contents.lines)
    return _extracted(container, contents, head)


def _extracted(container: Container, contents: _Contents, head: str) -> Extracted:
    title = clean(container.title)
    own = (*container.before, *([(container.label, head)] if head.strip() or not container.before else []))
    pages, cut = bounded((*(text for _, text in own), *contents.pages))
    cut = cut or container.cut
    whys = [container.why] if container.why else []
    if contents.failed:
        total = len(container.members)
        whys.append(f"{contents.failed} dari {total} berkas di dalamnya tidak terbaca; sebabnya di halaman {len(own)}.")
    if cut:
        whys.append("Hanya bagian awal yang dibaca (batas ukuran).")
    if not any(page.strip() for page in pages):
        why = " ".join(whys) or "Tidak ada teks di dalam surel ini; berkas dicari lewat namanya."
        return Extracted(ReadState.NO_TEXT, pages, why, container.media_type, title, dates=container.dates)
    flags = (("partial",) if contents.failed or container.why else ()) + (("cut",) if cut else ())
    labels = (*(label for label, _ in own), *contents.labels)
    found = Extracted(ReadState.OK, pages, " ".join(whys), container.media_type, title, container.reader, flags)
    return _waiting(replace(found, labels=labels[: len(pages)], dates=container.dates), len(own), contents.origins)


def _waiting(found: Extracted, own: int, origins: list[tuple[int, ...]]) -> Extracted:
    """Say which pages wait to be recognised; `own` pages of the container stand before those with `origins`."""
    all_origins = (*((),) * own, *origins)[: len(found.pages)]
    places = tuple(place for place, origin in enumerate(all_origins) if origin)
    if not places:
        return found
    return replace(found, flags=(*found.flags, FLAG), scans=places, origins=all_origins)


def _add(contents: _Contents, prefix: str, place: int, member: Member, child: Extracted) -> None:
    """List the member, with the reason when it can have no text, and add its pages; `place` is its number."""
    name = clean(member.name)
    size = f" ({number(max(1, member.size // 1024))} KB)" if member.size else ""
    why = without_notes(child.why) if child.scans else child.why
    contents.lines.append(f"- {name}{size}" + (f": {why}" if why else ""))
    contents.failed += child.state.failed
    scans = frozenset(child.scans)
    for page, text in enumerate(child.pages):
        if text.strip() or page in scans:
            contents.pages.append(text)
            contents.labels.append(f"{prefix}{name}{_where(child, page)}")
            inner = child.origins[page] if child.origins else (page,)
            contents.origins.append((place, *inner) if page in scans else ())


def _where(child: Extracted, page: int) -> str:
    """Return what stands behind a member's name in a page's label; nothing for a photo."""
    if child.labels:
        return f", {child.labels[page]}"
    return "" if child.media_type.startswith("image/") and len(child.pages) == 1 else f", halaman {page + 1}"


def _child(member: Member, allowance: _Allowance, depth: int) -> Extracted:
    """Read one member, or tell why not."""
    if member.why:
        return Extracted(ReadState.CORRUPT if member.failed else ReadState.UNSUPPORTED, why=f"{member.why}.")
    if member.size > min(MEMBER_BYTES, allowance.bytes) or allowance.chars <= 0:
        return Extracted(ReadState.UNSUPPORTED, why="tidak dibuka karena isi seluruhnya terlalu besar.")
    if allowance.files >= ALL_FILES:
        return _TOO_MANY
    try:
        if kind := recording(member.begin()):
            return Extracted(ReadState.UNSUPPORTED, why=f"Isi {kind.label} belum dibaca.")
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
        if not opener(copy, kind):
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
