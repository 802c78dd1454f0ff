"""ZIP archives: what is inside, and how to get at it safely.

Archives of other makes cannot be opened with what Python brings; their files are asked to be unpacked.
"""

import lzma
import zipfile
import zlib
from contextlib import ExitStack
from pathlib import Path, PurePosixPath

from ziarchive.extract.clean import clean
from ziarchive.extract.mail.container import MEMBER_BYTES, Container, Member, one_line
from ziarchive.extract.office import package
from ziarchive.extract.sniff import HEAD, sniff
from ziarchive.model import ReadState
from ziarchive.ports import Extracted

MEDIA_TYPE = "application/zip"
MAX_MEMBERS = 10_000
MAX_RATIO = 200
_SMALL = 1 << 20
"""Below so many bytes, unpacked, no ratio does harm."""
_IGNORED = frozenset(("__macosx", ".ds_store", "thumbs.db", "desktop.ini"))
_DAMAGE = (RuntimeError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError)


def opened(path: Path, stack: ExitStack) -> Container | Extracted:
    """Return the archive, open as long as `stack` is, or the state that forbids to unpack it."""
    archive = stack.enter_context(zipfile.ZipFile(path))
    entries = [entry for entry in archive.infolist() if not entry.is_dir() and not _is_ignored(entry.filename)]
    return _refusal(path, entries) or Container(
        reader="zip",
        media_type=MEDIA_TYPE,
        label="Daftar isi",
        text="",
        heading="Isi arsip",
        prefix="",
        members=tuple(_member(archive, entry) for entry in entries),
    )


def unopened(path: Path) -> Extracted:
    """Return what to do with an archive of another make."""
    kind = sniff(path)
    why = f"Isi {kind.label} tidak dapat dibaca langsung. Buka (ekstrak) arsip ini di foldernya, lalu hapus arsipnya."
    return Extracted(ReadState.UNSUPPORTED, why=why, media_type=kind.media_type)


def _refusal(path: Path, entries: list[zipfile.ZipInfo]) -> Extracted | None:
    unpacked = sum(entry.file_size for entry in entries)
    if not entries:
        why = "Arsip ini kosong. Minta salinan yang berisi, atau hapus arsip ini."
        return Extracted(ReadState.NO_TEXT, why=why, media_type=MEDIA_TYPE)
    if len(entries) > MAX_MEMBERS:
        why = f"Arsip berisi lebih dari {MAX_MEMBERS} berkas: tidak dibuka. Bagi menjadi beberapa arsip."
        return Extracted(ReadState.OUT_OF_MEMORY, why=why, media_type=MEDIA_TYPE)
    if _explodes(unpacked, path.stat().st_size):
        why = "Isi arsip mengembang secara tidak wajar: tidak dibuka. Periksa asal arsip ini."
        return Extracted(ReadState.OUT_OF_MEMORY, why=why, media_type=MEDIA_TYPE)
    if all(entry.flag_bits & 0x1 for entry in entries):
        names = ", ".join(clean(one_line(entry.filename)) for entry in entries[:5])
        more = f", dan {len(entries) - 5} berkas lain" if len(entries) > 5 else ""
        why = f"Arsip ini berkata sandi ({names}{more}). Simpan salinan tanpa kata sandi."
        return Extracted(ReadState.ENCRYPTED, why=why, media_type=MEDIA_TYPE)
    return None


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Member:
    """Return one member; the size in the directory may lie, but no more than it says is ever unpacked."""
    why, failed = "", False
    if entry.flag_bits & 0x1:
        why, failed = "berkata sandi", True
    elif entry.compress_type not in package.BOUNDED:
        why, failed = "dikemas dengan cara yang tidak biasa, tidak dibuka. Buka (ekstrak) dahulu", True
    elif _explodes(entry.file_size, entry.compress_size):
        why, failed = "mengembang secara tidak wajar, tidak dibuka", True
    elif entry.file_size > MEMBER_BYTES:
        why = f"lebih dari {MEMBER_BYTES // 1024**2} MB, tidak dibuka"
    name, size = one_line(entry.filename), entry.file_size
    return Member(name, size, lambda: _content(archive, entry), why, failed, lambda: _begin(archive, entry))


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    try:
        return package.unpacked(archive, entry)
    except _DAMAGE as error:
        raise _damaged(error) from error


def _begin(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    try:
        with archive.open(entry) as stream:
            return stream.read(HEAD)
    except _DAMAGE as error:
        raise _damaged(error) from error


def _damaged(error: Exception) -> ValueError:
    return ValueError(f"rusak di dalam arsip ({type(error).__name__})")


def _explodes(unpacked: int, packed: int) -> bool:
    return unpacked > _SMALL and unpacked > packed * MAX_RATIO


def _is_ignored(name: str) -> bool:
    """Tell whether a member is what a computer leaves in every folder."""
    return any(part.lower() in _IGNORED for part in PurePosixPath(name).parts)
