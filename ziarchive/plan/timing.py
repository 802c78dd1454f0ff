"""When one document of a printed indicator is due, where its own words or its nature differ from TARGET WAKTU.

"Januari s.d. Desember" over a cell that lists an SK beside a monthly report cannot mean the same for both.
The document's own words decide first, then the action beside it, then what kind of document it is. Each
answer that differs from the printed target carries its reason.
"""

import re
from dataclasses import dataclass, replace

from ziarchive.model import Cadence, Schedule
from ziarchive.plan import schedule
from ziarchive.plan.heads import Told

_EVERY = r"\b(?:per|tiap|setiap|sekali (?:dalam )?(?:se)?)\s*"
_SPOKEN = {
    Cadence.EVENT: re.compile(r"\b(?:setiap (?:kali )?ada|apabila|bilamana|bila|jika) ", re.IGNORECASE),
    Cadence.MONTHLY: re.compile(rf"\bbulanan\b|{_EVERY}bulan\b|\bsebulan sekali\b", re.IGNORECASE),
    Cadence.QUARTERLY: re.compile(
        rf"\btriwulan(?:an)?\b(?! (?:[ivx]+|[1-4])\b)|{_EVERY}(?:triwulan|3 bulan)", re.IGNORECASE
    ),
    Cadence.SEMESTER: re.compile(rf"\bsemesteran\b|{_EVERY}(?:semester|6 bulan)\b", re.IGNORECASE),
    Cadence.ONCE: re.compile(rf"\btahunan\b|{_EVERY}tahun\b|\bsetahun sekali\b", re.IGNORECASE),
}
_NAMES = {
    Cadence.MONTHLY: "bulanan",
    Cadence.QUARTERLY: "triwulanan",
    Cadence.SEMESTER: "semesteran",
}
_YEARLY = re.compile(
    r"\b(?:lhkpn|lhkasn|spt|formasi|anjab|abk|kebutuhan pegawai|lakin|lakip|lkjip|renstra|rkt|iso|akreditasi)\b",
    re.IGNORECASE,
)
"""What law or custom asks for once a year, or what holds for years."""
_PERSONNEL = re.compile(
    r"\b(?:mutasi|rotasi|promosi|hukuman|disiplin|jabatan fungsional|pengangkatan|pemberhentian|pensiun)\b",
    re.IGNORECASE,
)
_DECISIONS = ("SK", "Surat")


@dataclass(frozen=True, slots=True)
class Due:
    """When a document is due, and why where the printed target says otherwise."""

    schedule: Schedule | None
    title: str
    """The title, with the cadence added where only the action told it."""
    why: str = ""


def due(title: str, told: Told, action: str, printed: Schedule | None, year: int) -> Due:
    """Return when a document is due; `printed` is what the target says, None when it could not be read."""
    plain = Due(printed, title)
    if spoken := _spoken(title):
        if not _differs(spoken, printed, year):
            return plain
        return _own(plain, spoken, year, f"judulnya menyebut «{spoken[1]}»")
    if acted := _in_action(title, action):
        if not _differs(acted, printed, year):
            return plain
        named = replace(plain, title=f"{title} ({_NAMES[acted[0]]})")
        return _own(named, acted, year, f"langkah aksi menyebut «{acted[1]}»")
    return _by_nature(plain, told, year)


def _spoken(text: str) -> tuple[Cadence, str] | None:
    for cadence, words in _SPOKEN.items():
        if found := words.search(text):
            return cadence, found[0].strip()
    return None


def _in_action(title: str, action: str) -> tuple[Cadence, str] | None:
    """Return the cadence that the action puts right after the title: "laporan UPG setiap bulan"."""
    at = action.casefold().find(title.casefold())
    after = re.split(r",| dan ", action[at + len(title) :])[0] if at >= 0 else ""
    told = _spoken(after)
    adjacent = told and re.sub(r"^\s*(?:secara )?", "", after).startswith(told[1])
    return told if told and adjacent and told[0] in _NAMES else None


def _differs(spoken: tuple[Cadence, str], printed: Schedule | None, year: int) -> bool:
    """Tell whether the words say more than the printed target: "tahunan" beside one printed date does not."""
    cadence, words = spoken
    if printed is None or cadence is Cadence.EVENT:
        return printed is None or printed.cadence is not Cadence.EVENT
    regular = schedule.regular(cadence, year)
    if cadence is Cadence.ONCE:
        return _repeats(printed) or (printed.dues == regular.dues and words.startswith("sekali"))
    return printed.dues != regular.dues


def _repeats(printed: Schedule) -> bool:
    return printed.cadence is Cadence.WINDOW or len(printed.dues) > 1


def _own(plain: Due, spoken: tuple[Cadence, str], year: int, why: str) -> Due:
    return replace(plain, schedule=schedule.regular(spoken[0], year), why=why)


def _by_nature(plain: Due, told: Told, year: int) -> Due:
    """Return when a document is due by what it is; the printed target where nature says nothing else."""
    printed = plain.schedule
    if printed is None or not _repeats(printed):
        return plain
    whole_year = printed.cadence is Cadence.WINDOW
    if whole_year and told.kind in _DECISIONS and _PERSONNEL.search(plain.title):
        return replace(
            plain,
            schedule=schedule.regular(Cadence.EVENT, year),
            why="keputusan kepegawaian hanya ada bila ada kejadian",
        )
    once = schedule.regular(Cadence.ONCE, year)
    if whole_year and told.kind not in ("Notulen", "Daftar hadir") and _YEARLY.search(plain.title):
        return replace(plain, schedule=once, why="dokumen ini lazimnya satu untuk setahun")
    if told.head and told.head.lasts and told.kind == told.head.kind:
        return replace(plain, schedule=once, why=f"{told.kind} dibuat sekali dan tetap berlaku")
    return plain
