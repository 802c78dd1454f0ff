"""Settings of one HOME, read once from `ziarchive.toml`; every one has a default.

The dotted key of each setting and its meaning stand beside the field, so that the documentation
and the error messages are made from the same place as the values.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import timedelta
from pathlib import Path
from typing import Any

from ziarchive.errors import SettingsInvalid
from ziarchive.limits import HIGHEST_CHARACTERS, Limits

FILE_NAME = "ziarchive.toml"
HIGHEST_PORT = 65535
_HIGHEST = {"web.port": HIGHEST_PORT, "gaps.soon_days": 366, "extract.characters": HIGHEST_CHARACTERS}
WATCH_MODES = ("auto", "native", "polling")


def _setting(key: str, default: str | float | bool, meaning: str) -> Any:
    return field(default=default, metadata={"key": key, "meaning": meaning})


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of one HOME. Folders are absolute once read."""

    home: Path
    plan: str = _setting("plan", "bpsi-lingtan-2024", "a built-in plan's name, or a plan file in HOME")
    lke: str = _setting("lke", "permenpanrb-90-2021", "built-in weights and gates of the LKE, or such a file in HOME")
    archive_folder: str = _setting("archive.folder", "archive", "the evidence; may be a network share")
    shown_as: str = _setting("archive.shown_as", "", "how staff open that folder (a share); empty is its path")
    rename: bool = _setting("archive.rename", False, "whether people may have files moved to their place")
    index_folder: str = _setting("index.folder", "index", "derived data; must be on a local disk")
    ledger_file: str = _setting("ledger.file", "ledger.jsonl", "what people decided")
    soon_days: int = _setting("gaps.soon_days", 30, "so many days before its due date a slot is due soon (Segera)")
    watch_mode: str = _setting("watch.mode", "auto", "auto, native or polling")
    settle_seconds: float = _setting("watch.settle_seconds", 2.0, "how long a file must stay unchanged")
    reconcile_seconds: float = _setting("watch.reconcile_seconds", 300.0, "time between full comparisons")
    workers: int = _setting("extract.workers", 0, "worker processes; 0 is one more than processors, at most 8")
    extract_seconds: float = _setting("extract.seconds", 60.0, "time limit for one file")
    extract_megabytes: int = _setting("extract.megabytes", 1024, "memory limit for one file")
    extract_disk_megabytes: int = _setting("extract.disk_megabytes", 2048, "limit for a worker's temporary files")
    extract_characters: int = _setting("extract.characters", HIGHEST_CHARACTERS, "most text that is kept of one file")
    executor: str = _setting("extract.executor", "processes", "the executor that runs the workers")
    ocr_seconds: float = _setting("ocr.seconds", 300.0, "time limit for two pages of a scan")
    ocr_megabytes: int = _setting("ocr.megabytes", 2048, "memory limit for two pages of a scan")
    engine: str = _setting("search.engine", "whoosh", "the search engine")
    host: str = _setting("web.host", "127.0.0.1", "the address that the site listens on")
    port: int = _setting("web.port", 8000, "the port of the site")
    names: str = _setting("web.names", "", "what else the site is called in the network, separated by commas")
    proxy: bool = _setting("web.proxy", False, "whether all visitors come through a reverse proxy")
    upload: bool = _setting("web.upload", False, "whether people may drop files on the site")
    upload_megabytes: int = _setting("web.upload_megabytes", 200, "the largest file that is dropped there")
    ministry: str = _setting("letterhead.ministry", "", "the institutions above the office, a line each")
    office: str = _setting("letterhead.office", "", "the office's name; empty is the plan's unit")
    address: str = _setting("letterhead.address", "", "the address, telephone and site, a line each")
    logo: str = _setting("letterhead.logo", "", "the logo, a picture file in HOME")
    city: str = _setting("letterhead.city", "", "the place that stands before the date at the signature")
    position: str = _setting("letterhead.position", "", "the position of who signs")
    signer: str = _setting("letterhead.signer", "", "the name of who signs")
    nip: str = _setting("letterhead.nip", "", "the employee number (NIP) of who signs")

    @property
    def archive(self) -> Path:
        return self.home / self.archive_folder

    @property
    def archive_shown(self) -> str:
        return self.shown_as or str(self.archive)

    @property
    def index(self) -> Path:
        return self.home / self.index_folder

    @property
    def ledger(self) -> Path:
        return self.home / self.ledger_file

    @property
    def soon(self) -> timedelta:
        return timedelta(days=self.soon_days)

    @property
    def site_names(self) -> tuple[str, ...]:
        return tuple(name.strip() for name in self.names.split(",") if name.strip())

    @property
    def upload_bytes(self) -> int:
        """The largest file that may be dropped on the site; 0 where none may."""
        return self.upload_megabytes * 1_000_000 if self.upload else 0

    @property
    def extract_limits(self) -> Limits:
        return Limits(self.extract_seconds, self.extract_megabytes, self.extract_disk_megabytes)

    @property
    def ocr_limits(self) -> Limits:
        return Limits(self.ocr_seconds, self.ocr_megabytes, self.extract_disk_megabytes)


def find_home(start: Path) -> Path:
    """Return the nearest folder upward that holds ziarchive.toml, else `start` itself."""
    return next((folder for folder in (start, *start.parents) if _is_home(folder)), start)


def _is_home(folder: Path) -> bool:
    try:
        return (folder / FILE_NAME).is_file()
    except OSError:  # the service's user may stand in a folder of root's
        return False


def read(home: Path) -> Settings:
    """Read HOME's settings; raises `SettingsInvalid` naming every wrong key."""
    file = home / FILE_NAME
    try:
        if not file.is_file():
            return Settings(home)
        return parse(home, file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsInvalid(f"{file} bukan TOML yang benar: {error}. Perbaiki baris itu.") from error
    except OSError as error:
        raise SettingsInvalid(f"{file} tidak dapat dibaca ({error.strerror}). Periksa izin berkas itu.") from error


def parse(home: Path, text: str) -> Settings:
    """Return the settings written in a TOML text."""
    given = dict(_flatten(tomllib.loads(text)))
    known = {str(each.metadata["key"]): each for each in fields(Settings) if each.metadata}
    problems = [f"{key}: pengaturan ini tidak dikenal" for key in given if key not in known]
    values: dict[str, Any] = {}
    for key, value in given.items():
        if key in known:
            wrong = _wrong(key, value, known[key].default)
            if wrong:
                problems.append(f"{key}: {wrong}")
            values[known[key].name] = value
    if problems:
        raise SettingsInvalid(f"Pengaturan di {home / FILE_NAME} perlu diperbaiki:", problems)
    return Settings(home, **values)


def _wrong(key: str, value: object, default: object) -> str:
    """Return what is wrong with a value, or nothing."""
    if isinstance(default, str):
        if not isinstance(value, str) or (default and not value):
            return "harus berupa teks dalam tanda kutip"
        if key == "watch.mode" and value not in WATCH_MODES:
            return f"pilih salah satu: {', '.join(WATCH_MODES)}"
        return ""
    return _no_number(key, value, default)


def _no_number(key: str, value: object, default: object) -> str:
    if isinstance(default, bool):
        return "" if isinstance(value, bool) else "harus true atau false"
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "harus berupa angka"
    if isinstance(default, int) and not isinstance(value, int):
        return "harus berupa bilangan bulat"
    return _out_of_range(key, value, default)


def _out_of_range(key: str, value: float, default: object) -> str:
    if value > _HIGHEST.get(key, value):
        return f"paling besar {_HIGHEST[key]}"
    return "" if value > 0 or (value == 0 and default == 0) else "harus lebih besar dari nol"


def _flatten(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    pairs: list[tuple[str, Any]] = []
    for key, value in table.items():
        if isinstance(value, Mapping):
            pairs += _flatten(value, f"{prefix}{key}.")
        else:
            pairs.append((prefix + key, value))
    return pairs
