"""Seals a round of assessment: the manifest beside the ledger, its SHA-256 in the chain.

Manifests are truth like the ledger: they lie in HOME, are never rewritten, and belong in a backup.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path

from ziarchive.archive import Archive
from ziarchive.assessment import rounds
from ziarchive.assessment.rounds import Sealed, Since
from ziarchive.changes import NO_HOLD
from ziarchive.decisions import Freeze
from ziarchive.errors import CannotRun, UsageError

FOLDER = "putaran"


def freeze(archive: Archive, name: str, who: str) -> Freeze:
    """Seal what lies in the archive now as a round of this name.

    Raises `UsageError` for a name that is taken, or while files wait to be read, `ArchiveMissing`, and
    `CannotRun` when the manifest cannot be written.
    """
    name = name.strip()
    _require_all_read(archive)
    files = [rounds.sealed(document) for document in archive.documents()]
    raw = rounds.written(name, who, archive.now(), files)
    made = Freeze(name, hashlib.sha256(raw).hexdigest(), len(files))
    archive.check(who, made)
    file = _file(archive, made)
    try:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(raw)
    except OSError as error:
        raise CannotRun(f"{file} tidak dapat ditulis ({error.strerror}). Periksa izin folder kantor.") from error
    archive.decide(who, made)
    return made


def _require_all_read(archive: Archive) -> None:
    """Let nobody seal a round that lacks what lies in the folder, or has what does not."""
    found = archive.preview(NO_HOLD)
    waiting = [*found.added, *found.changed, *(new for _, new in found.renamed), *found.removed, *found.unsettled]
    if waiting:
        # Where something is restricted, a name could tell what its place would hide.
        first = "" if archive.standing.decisions().restricted else f" ({waiting[0]})"
        raise UsageError(
            f"{len(waiting)} berkas baru, berubah, atau hilang belum dibaca{first}. Tunggu sampai selesai "
            "dibaca (lihat halaman Status), atau jalankan ziarchive sync, lalu bekukan lagi."
        )


def since(archive: Archive, name: str, shown: Callable[[Sealed], bool] = lambda _: True) -> Since:
    """Return what became of the files of a round that are to be `shown`.

    Raises `UsageError` for a round that was never sealed, and `CannotRun` for a manifest that is not what was sealed.
    """
    made = archive.standing.decisions().rounds.get(name)
    if not made:
        raise UsageError(f"Putaran «{name}» tidak ada. Lihat ziarchive rounds.")
    return rounds.since([each for each in files(archive, made) if shown(each)], archive.documents())


def files(archive: Archive, made: Freeze) -> tuple[Sealed, ...]:
    """Return the files of a round; raises `CannotRun` when its manifest is gone or is not what was sealed."""
    return rounds.read(_sealed(archive, made))


def broken(archive: Archive) -> list[str]:
    """Return, in words, the rounds whose manifest is gone or is not what was sealed."""
    found = []
    for made in archive.standing.decisions().rounds.values():
        try:
            _sealed(archive, made)
        except CannotRun as error:
            found.append(error.message)
    return found


def _sealed(archive: Archive, made: Freeze) -> bytes:
    file = _file(archive, made)
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise CannotRun(f"Daftar putaran «{made.name}» tidak dapat dibaca: {file}. Pulihkan dari cadangan.") from error
    if hashlib.sha256(raw).hexdigest() != made.manifest:
        raise CannotRun(f"Daftar putaran «{made.name}» ({file}) berubah sejak disegel. Pulihkan dari cadangan.")
    return raw


def _file(archive: Archive, made: Freeze) -> Path:
    """Return where the manifest lies: named by its own digest, so that any round's name will do."""
    return archive.settings.ledger.parent / FOLDER / f"{made.manifest[:16]}.jsonl"
