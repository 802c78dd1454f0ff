"""Reads any file of the archive: content decides which reader, and every outcome is a named state.

`read` runs in a worker process (`ziarchive.workers`), because readers of foreign files may hang,
crash or eat the memory. Readers are parts: the extractor whose name equals the sniffed kind.
"""

import errno
from dataclasses import replace
from pathlib import Path

from ziarchive import registry
from ziarchive.errors import ZiArchiveError
from ziarchive.extract import sniff
from ziarchive.limits import NO_ROOM
from ziarchive.model import ReadState
from ziarchive.ports import Extracted, Extractor

_UNREADABLE = {
    sniff.EMPTY.name: (ReadState.EMPTY, "Berkas kosong (0 byte). Minta salinan yang utuh kepada pengunggah."),
    sniff.ZEROS.name: (
        ReadState.TRUNCATED,
        "Berkas hanya berisi byte nol: penyalinan belum selesai. Salin ulang berkas ini.",
    ),
    sniff.BROKEN_ZIP.name: (
        ReadState.TRUNCATED,
        "Berkas terpotong atau rusak: daftar isinya di akhir berkas tidak ada. Salin ulang berkas ini.",
    ),
    sniff.LOCKED_OFFICE.name: (
        ReadState.ENCRYPTED,
        "Dokumen Office ini berkata sandi. Simpan salinan tanpa kata sandi.",
    ),
}
_BINARY = frozenset((sniff.PDF.name, sniff.DOCX.name))
"""Kinds that are surely damaged when they look like text or like nothing."""
_FULL = "Disk sementara komputer ini penuh. Kosongkan sebagian, lalu jalankan ziarchive sync --reread."
_NO_ROOM = {
    errno.EFBIG: f"Berkas sementara saat membacanya melebihi batas. {NO_ROOM}",
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
}
_MEMORY = "Berkas membutuhkan memori lebih dari batas. Bagi berkas menjadi beberapa bagian."


def read(path: str | Path) -> Extracted:
    """Return the text of one file, or the state and the reason in words.

    Raises `OSError` when the file cannot be opened, and `PartMissing` when a reader cannot be loaded.
    """
    path = Path(path)
    kind = sniff.sniff(path)
    extracted = _unreadable(kind, path) or _read_as(kind, path)
    return _with_lie(extracted, kind, path) if _suffix_lies(kind, path) else extracted


def _suffix_lies(kind: sniff.Kind, path: Path) -> bool:
    """Tell whether the suffix promises another kind; a locked, cut or empty file may be any kind."""
    promised = sniff.promised(path)
    return bool(promised) and kind.name not in promised and kind.name not in _UNREADABLE


def _with_lie(extracted: Extracted, kind: sniff.Kind, path: Path) -> Extracted:
    why = extracted.why
    if extracted.state is not ReadState.CORRUPT:
        odd = f"Nama berkas berakhiran {path.suffix.lower()}, tetapi isinya {kind.label}."
        why = f"{why} {odd}".strip()
    return replace(extracted, why=why, flags=(*extracted.flags, "suffix_lies"))


def _unreadable(kind: sniff.Kind, path: Path) -> Extracted | None:
    if kind.name in _UNREADABLE:
        state, why = _UNREADABLE[kind.name]
        flags = ("still_copying",) if kind is sniff.ZEROS else ()
        return Extracted(state, why=why, media_type=kind.media_type, flags=flags)
    if kind in (sniff.UNKNOWN, sniff.TEXT) and _BINARY.intersection(sniff.promised(path)):
        why = f"Isi berkas bukan {path.suffix.lower()} melainkan {kind.label}. Minta salinan yang utuh."
        return Extracted(ReadState.CORRUPT, why=why, media_type=kind.media_type)
    if kind.name not in registry.names(registry.EXTRACTORS):
        why = f"Isi {kind.label} belum dibaca; berkas tetap dicari lewat namanya."
        return Extracted(ReadState.UNSUPPORTED, why=why, media_type=kind.media_type)
    return None


def settled(extract: Extractor, path: Path, media_type: str, label: str) -> Extracted:
    """Return what a reader finds; what its library raises on this one file becomes a state."""
    try:
        return extract(path)
    except MemoryError:
        return Extracted(ReadState.OUT_OF_MEMORY, why=_MEMORY, media_type=media_type)
    except ZiArchiveError:
        raise
    except Exception as error:  # readers raise anything on hostile files, and this is their one border
        return _failure(error, media_type, label)


def _failure(error: Exception, media_type: str, label: str) -> Extracted:
    if isinstance(error, OSError) and (room := _NO_ROOM.get(error.errno or 0)):
        return Extracted(ReadState.OUT_OF_DISK, why=room, media_type=media_type)
    why = f"Isi {label} rusak: tidak terbaca ({type(error).__name__}). Minta salinan yang utuh."
    return Extracted(ReadState.CORRUPT, why=why, media_type=media_type)


def _read_as(kind: sniff.Kind, path: Path) -> Extracted:
    extractor: Extractor = registry.load(registry.EXTRACTORS, kind.name)
    return settled(extractor, path, kind.media_type, kind.label)
