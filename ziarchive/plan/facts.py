"""What a printed plan says of itself on its cover: the office, the year, the title. Else it is asked for."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ziarchive.errors import UsageError
from ziarchive.plan.grid import Line
from ziarchive.plan.joining import Guess

_YEAR = re.compile(r"(?<![\d/])20\d\d(?!\d)")
_OFFICE = re.compile(
    r"(?:balai|loka|kantor|dinas|badan|pengadilan|kejaksaan|lembaga pemasyarakatan|lapas|rutan|rumah sakit|rsud|"
    r"universitas|politeknik|institut|sekolah|sekretariat|inspektorat|direktorat|biro|pusat|stasiun|upt|puskesmas|"
    r"kecamatan|kelurahan|polres|polda|kepolisian|unit pelaksana|satuan kerja|bapas)\b[^.,;:]{4,120}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a plan is called; empty or None where it was not said."""

    unit: str = ""
    year: int | None = None
    id: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """The same, whole."""

    unit: str
    year: int
    id: str
    title: str


def settle(said: Facts, cover: Iterable[str], rows: Iterable[Line]) -> tuple[Known, list[Guess]]:
    """Return the plan's facts: as said, else from the file; raises `UsageError` when no year is to be found."""
    lines = [" ".join(line.strip("*#_ ").split()) for line in cover]
    year = said.year or _year(lines, rows)
    unit = said.unit or next((line for line in lines if _OFFICE.fullmatch(line)), "") or "Unit kerja"
    known = Known(
        unit,
        year,
        said.id or f"{_slug(unit)}-{year}",
        said.title or f"Rencana Kerja Pembangunan Zona Integritas Tahun {year}",
    )
    guesses = [
        Guess("berkas", "", f"{name} dibaca «{value}»", f"tidak disebut pada perintah; bila salah, tulis {option}")
        for name, value, given, option in (
            ("tahun", year, said.year, "--year"),
            ("unit kerja", unit, said.unit, "--unit"),
        )
        if not given
    ]
    return known, guesses


def _year(lines: list[str], rows: Iterable[Line]) -> int:
    """Return the year that most targets name; without one, that of the cover."""
    targets = Counter(year for row in rows for year in _YEAR.findall(row.target))
    cover = [year for line in lines[:60] for year in _YEAR.findall(line) if "tahun" in line.casefold()]
    if not targets and not cover:
        raise UsageError("Tahun rencana kerja tidak ditemukan di berkas ini. Tulis misalnya --year 2025.")
    return int(targets.most_common(1)[0][0] if targets else cover[0])


def _slug(unit: str) -> str:
    """Return the initials of a long name, else the name itself, as an id may be written."""
    names = re.findall(r"[a-z0-9]+", unit.casefold())
    return "".join(name[0] for name in names) if len(names) > 3 else "-".join(names) or "rencana"
