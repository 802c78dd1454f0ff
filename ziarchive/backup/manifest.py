"""The manifest of a backup, and the rules by which one is believed.

A ZIP can come from anybody, so a path is taken only when it leads to a place below HOME on every system,
and only for plain files that the manifest names. Another format gets another number; older ones are read.
"""

import json
import stat
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from ziarchive import __version__
from ziarchive.errors import CannotRun

NAME = "ziarchive-backup.json"
FORMAT = 1
ROOTS = ("home", "ledger", "archive")
_MOST_BYTES = 256 << 20
_FORBIDDEN = frozenset('\\:*?"<>|') | frozenset(map(chr, range(32)))


@dataclass(frozen=True, slots=True)
class Kept:
    """One file of a backup."""

    path: str
    """In the ZIP; its first part is one of `ROOTS`."""
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    made: str
    by: str
    ledger: str
    """The ledger's path in the ZIP; empty when there was none."""
    files: tuple[Kept, ...]


def written(made: datetime, ledger: str, files: Iterable[Kept]) -> bytes:
    """Return the manifest as it stands in the ZIP."""
    record = {
        "format": FORMAT,
        "made": made.isoformat(timespec="seconds"),
        "by": f"ziarchive {__version__}",
        "ledger": ledger,
        "files": [{"path": each.path, "sha256": each.sha256, "size": each.size} for each in files],
    }
    return json.dumps(record, ensure_ascii=False, indent=1).encode()


def read(source: zipfile.ZipFile) -> Manifest:
    """Return the manifest of a backup that may be unpacked; raises `CannotRun` for any other ZIP."""
    record = _record(source)
    number = record["format"]
    if not isinstance(number, int) or not 1 <= number <= FORMAT:
        raise CannotRun(
            f"{source.filename} dibuat oleh ziarchive yang lebih baru ({record.get('by', 'tidak diketahui')}, bentuk "
            f"{number}). Perbarui ziarchive di komputer ini, lalu ulangi."
        )
    manifest = _parsed(record, source.filename)
    wrong = _wrong(source, manifest)
    if wrong:
        raise CannotRun(f"Cadangan {source.filename} tidak dipercaya, jadi tidak ada yang dipulihkan.", wrong)
    return manifest


def _record(source: zipfile.ZipFile) -> dict[str, Any]:
    try:
        info = source.getinfo(NAME)
        record = json.loads(source.read(info)) if info.file_size < _MOST_BYTES else None
    except (KeyError, ValueError, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        record = None
    if not isinstance(record, dict) or "format" not in record:
        raise CannotRun(f"{source.filename} bukan cadangan ziarchive: {NAME} tidak ada atau rusak di dalamnya.")
    return record


def _parsed(record: Mapping[str, Any], name: str | None) -> Manifest:
    try:
        files = [Kept(str(each["path"]), str(each["sha256"]), int(each["size"])) for each in record["files"]]
        return Manifest(str(record["made"]), str(record["by"]), str(record["ledger"]), tuple(files))
    except (KeyError, TypeError, ValueError):
        raise CannotRun(f"Daftar berkas dalam cadangan {name} rusak. Pakai cadangan yang lain.") from None


def _wrong(source: zipfile.ZipFile, manifest: Manifest) -> list[str]:
    """Return what speaks against unpacking, in words."""
    infos = [info for info in source.infolist() if info.filename != NAME]
    sizes = {info.filename: info.file_size for info in infos}
    listed = {each.path: each.size for each in manifest.files}
    folded = {path.casefold() for path in listed}
    found = [f"{path}: jalur yang keluar dari folder kantor" for path in (*sizes, *listed) if not portable(path)]
    found += [f"{info.filename}: tautan atau bukan berkas biasa" for info in infos if not _plain(info)]
    found += [
        f"{path}: ada di daftar tetapi tidak sama di dalam ZIP" for path in listed if sizes.get(path) != listed[path]
    ]
    found += [f"{path}: tidak ada di daftar" for path in sizes if path not in listed]
    if len(infos) != len(sizes) or len(folded) != len(manifest.files):
        found.append("ada nama berkas yang dipakai dua kali")
    return list(dict.fromkeys(found))


def portable(path: str) -> bool:
    """Tell whether a path of a backup leads to a place below HOME on every system: only such a one is brought back."""
    parts = PurePosixPath(path).parts
    plain = "/".join(parts) == path and ".." not in parts and not _FORBIDDEN & set(path)
    return plain and len(parts) > 1 and parts[0] in ROOTS and not any(part.endswith((" ", ".")) for part in parts)


def _plain(info: zipfile.ZipInfo) -> bool:
    mode = stat.S_IFMT(info.external_attr >> 16)
    return not info.is_dir() and mode in (0, stat.S_IFREG)
