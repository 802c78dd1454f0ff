"""What of an office belongs in a backup: everything in HOME but a short list of what can be made anew.

HOME may be the program's own folder; then the program stays out, as it comes with the next installation.
"""

import os
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ziarchive import firstseen
from ziarchive.backup import manifest
from ziarchive.binder.sink import PART
from ziarchive.errors import CannotRun
from ziarchive.people import LOCK as PEOPLE_LOCK
from ziarchive.sealing import FOLDER as ROUNDS
from ziarchive.settings import Settings
from ziarchive.tokens import LOCK as TOKENS_LOCK

LOCK = "ziarchive.lock"
BESIDE = (ROUNDS, firstseen.NAME)
"""What is kept beside the ledger and belongs to it."""
_CACHES = frozenset({".git", "__pycache__"})
_MARKS = ("pyvenv.cfg", "CACHEDIR.TAG", "bagit.txt")
"""Files that tell a folder which can be made anew: an environment, a cache, a binder."""
_PROGRAM = frozenset(
    {"CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "bench", "dev.py", "docs", "pyproject.toml"}
    | {"requirements-test.lock", "requirements.lock", "samples", "tests", "web", "ziarchive"}
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A file and its path in the backup, or why it is not in it."""

    place: Path
    path: str
    left: str = ""
    """In words; empty for a file that is taken."""


def chosen(settings: Settings, target: Path) -> Iterator[Chosen]:
    """Yield every file but the ledger itself and the evidence; `target` is where the backup goes."""
    home = settings.home
    apart = {place for each in _apart(settings, target) for place in (each, each.resolve())}
    program = _PROGRAM if (home / "ziarchive" / "__init__.py").is_file() else frozenset[str]()
    for entry in _listed(home):
        if entry.name not in program and not (program and entry.name.startswith(".")):
            yield from _within(entry, f"home/{entry.name}", apart)
    if not is_inside(settings.ledger, home) and settings.ledger.parent.is_dir():
        for entry in _listed(settings.ledger.parent):
            if entry.name in BESIDE:
                yield from _within(entry, f"ledger/{entry.name}", apart)


def is_inside(place: Path, folder: Path) -> bool:
    """Tell where a path lies as it is written: a link counts for the place where it stands."""
    return Path(os.path.normpath(place)).is_relative_to(os.path.normpath(folder))


def ledger_path(settings: Settings) -> str:
    """Return the ledger's path in the backup."""
    if not is_inside(settings.ledger, settings.home):
        return f"ledger/{settings.ledger.name}"
    inside = Path(os.path.normpath(settings.ledger)).relative_to(os.path.normpath(settings.home))
    return f"home/{inside.as_posix()}"


def _apart(settings: Settings, target: Path) -> Iterator[Path]:
    yield from (settings.index, settings.archive, settings.ledger, settings.ledger.with_suffix(".lock"))
    yield from (
        settings.home / LOCK,
        settings.home / PEOPLE_LOCK,
        settings.home / TOKENS_LOCK,
        target,
        target.with_name(target.name + PART),
    )


def _within(entry: os.DirEntry[str], path: str, apart: set[Path]) -> Iterator[Chosen]:
    place = Path(entry.path)
    if {place, place.resolve()} & apart or entry.name in _CACHES or entry.name.endswith(PART):
        return
    if place.resolve() != place.parent.resolve() / place.name:
        yield Chosen(place, path, "tautan, tidak diikuti")
    elif entry.is_dir():
        if not any((place / mark).exists() for mark in _MARKS):
            for each in _listed(place):
                yield from _within(each, f"{path}/{each.name}", apart)
    elif not entry.is_file():
        yield Chosen(place, path, "bukan berkas biasa")
    elif not _made_here(place):
        yield Chosen(place, path)


def _listed(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        raise CannotRun(
            f"{folder} tidak dapat dibaca ({error.strerror}). Periksa izin folder itu, lalu ulangi."
        ) from error


def _made_here(place: Path) -> bool:
    """Tell whether a file is a backup or a binder: they must not grow into each other."""
    if place.suffix.lower() != ".zip":
        return False
    try:
        with zipfile.ZipFile(place) as opened:
            names = opened.namelist()
    except (OSError, zipfile.BadZipFile):
        return False
    return manifest.NAME in names or any(name.count("/") == 1 and name.endswith("/bagit.txt") for name in names)
