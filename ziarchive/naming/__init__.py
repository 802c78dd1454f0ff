"""File names: how the many spellings of offices are read, and the one canonical form they are written in.

    <code>[+<code>…]_<title>[_<period>].<ext>        I.4.1.2_Bukti lapor LHKPN_2024-03.pdf

Reading is tolerant, writing is strict: `parse(render(parse(x))) == parse(x)` for any x, and what is
rendered is a legal file name on Windows.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ziarchive.model import Code, Period, PeriodFrom, Plan
from ziarchive.naming import dialects, periods
from ziarchive.naming.places import Place, Places

TITLE_LENGTH = 150
NAME_LENGTH = 255
"""Characters of a whole file name: no file system that offices use holds a longer one."""
FOLDERS = 4096
"""Folders whose reading is kept: the files of one lie beside each other."""
_SUFFIX = re.compile(r"\.(?=[0-9]*[A-Za-z])([A-Za-z0-9]{2,8})$", re.ASCII)
_DOUBLED = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png)$", re.IGNORECASE)
_COPY = re.compile(
    r"(?: ?- ?(?:copy|kopi|salin|salinan)(?: ?\([0-9]{1,3}\)| [0-9]{1,2})?"
    r"| ?\([0-9]{1,2}\)| ?\((?:copy|salinan)\))$"
    r"|^(?:copy of|salinan dari) ",
    re.IGNORECASE,
)
_EDGES = " ._-–,;:+&=~"
_BLANKS = re.compile(r"\s+")
_SPACES = re.compile(r"[\s_]+")
_EMPTY = re.compile(r"\( ?\)|\[ ?\]")
_FORBIDDEN = str.maketrans({"/": "-", "\\": "-", "|": "-"} | dict.fromkeys('<>:"?*', " "))
_RESERVED = frozenset(
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"]
    + [f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³"]
)


@dataclass(frozen=True, slots=True)
class Name:
    """What a file name says, without any plan; texts are in NFC."""

    codes: tuple[Code, ...]
    """As written, of any depth, whether or not a plan has them."""
    title: str
    period: Period | None
    ext: str
    """In lower case with its dot; empty when there is none."""
    lke: tuple[str, ...] = ()
    """Official item codes in the long form, A.I.1.iv.c."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a path says in the light of a plan."""

    codes: tuple[Code, ...]
    """Codes of the plan that the file name states, of any depth."""
    folder: Code | None
    """The deepest place of the plan that the folders name."""
    guesses: tuple[Code, ...]
    """Codes that are meant perhaps: several for one LKE code, or digits outside an area folder."""
    unknown: tuple[Code, ...]
    """Codes in the name that the plan does not have."""
    title: str
    ext: str
    period: Period | None
    period_from: PeriodFrom | None
    why: str
    conflict: str | None
    """Both readings in words, when name and folders contradict each other."""
    doubt: str = ""
    """Which month or day of the name does not exist: no period is known then, whatever the folders say."""

    @property
    def place(self) -> Code | None:
        """The deepest place that name and folders agree on; None when the name states several."""
        if not self.codes:
            return self.folder
        if len(self.codes) > 1:
            return None
        deeper = self.folder is not None and self.folder.within(self.codes[0])
        return self.folder if deeper else self.codes[0]


class NameReader:
    """Reads paths by one plan, whose places are prepared once."""

    def __init__(self, plan: Plan) -> None:
        self._places = Places.of(plan)
        self._walk = lru_cache(FOLDERS)(self._places.walk)

    def read(self, path: str) -> Reading:
        """Read a path relative to the archive."""
        *folders, filename = path.split("/")
        place, name = self._walk(tuple(folders)), parse(filename)
        told = self._told(filename, name, place)
        doubt = "" if name.period else periods.impossible(name.title, place.year)
        period, source = (None, None) if doubt else _period(name, place)
        why = "; ".join((*told.why, *place.why)) or "tidak ada kode pada nama berkas atau foldernya"
        return Reading(
            codes=told.codes,
            folder=place.code,
            guesses=told.guesses or (() if told.codes else place.guesses),
            unknown=tuple(code for code in name.codes if code not in self._places.labels),
            title=told.title,
            ext=name.ext,
            period=period,
            period_from=source,
            why=f"{why}; {doubt}, jadi periodenya tidak diketahui" if doubt else why,
            conflict=place.conflict or _conflict(told, place),
            doubt=doubt,
        )

    def _told(self, filename: str, name: Name, place: Place) -> "_Told":
        if not name.codes and not name.lke:
            return self._digits(name.title, place)
        where = "di awal" if dialects.read(_bare(_printable(filename))).leads else "di dalam"
        codes = [code for code in name.codes if code in self._places.labels]
        guesses: tuple[Code, ...] = ()
        why = [
            f"kode {code} {where} nama berkas" if code in codes else f"kode {code} tidak ada dalam rencana"
            for code in name.codes
        ]
        for lke in name.lke:
            meant = self._meant(lke, place)
            codes, guesses = ([*codes, *meant], guesses) if len(meant) == 1 else (codes, guesses + meant)
            why.append(_lke_why(lke, meant))
        return _Told(tuple(codes), guesses, name.title, tuple(why))

    def _meant(self, lke: str, place: Place) -> tuple[Code, ...]:
        """Return the indicators of an LKE code, those in the file's folder if there are any."""
        meant = self._places.lke.get(lke, ())
        here = tuple(code for code in meant if place.code and _agree(code, place.code))
        return here or meant

    def _digits(self, title: str, place: Place) -> "_Told":
        """Read "1.4.1.2" and, counted from the area, "4.1.2" below an area folder."""
        numbers, rest = dialects.numbers(title)
        full = Code(numbers) if len(numbers) == 4 else None
        if full in self._places.labels and full and place.code:
            return _Told((full,), (), tidy(rest), (f"angka {_dotted(numbers)} di folder area berarti {full}",))
        if full in self._places.labels and full:
            doubt = f"angka {_dotted(numbers)} mungkin {full}, tetapi berkas tidak berada dalam folder area"
            return _Told((), (full,), tidy(rest), (doubt,))
        code = self._places.by_numbers(place.code, numbers) if place.code and len(numbers) == 3 else None
        if code:
            return _Told((code,), (), tidy(rest), (f"angka {_dotted(numbers)} di folder area berarti {code}",))
        return _Told((), (), title, ())


class _Told(NamedTuple):
    """What the file name says by the plan."""

    codes: tuple[Code, ...]
    guesses: tuple[Code, ...]
    title: str
    why: tuple[str, ...]


def parse(filename: str) -> Name:
    """Read a file name; anything that is not understood stays in the title."""
    name, known = _read(filename), filename
    # A mark that was taken off can lay another bare ("x.pdf (1)"); each turn shortens the title.
    while (again := render(name)) != known:
        name, known = _read(again), again
    return name


def render(name: Name) -> str:
    """Return the canonical file name."""
    codes = "+".join((*map(str, name.codes), *name.lke))
    period = periods.render(name.period) if name.period else ""
    stem = "_".join(part for part in (codes, name.title, period) if part)
    reserved = stem.split(".")[0].strip().upper() in _RESERVED
    return f"{'_' if reserved or not stem else ''}{stem}{name.ext}"


def canonical(codes: tuple[Code, ...], title: str, period: Period | None, ext: str) -> str:
    """Return the canonical file name of a document with these facts; the title may hold any characters."""
    return render(Name(codes, tidy(title), period, ext.lower()))


def tidy(title: str, length: int = TITLE_LENGTH) -> str:
    """Return a title that is legal in a file name, cut at a word boundary to `length` characters."""
    clean = unicodedata.normalize("NFC", _printable(title).translate(_FORBIDDEN))
    clean = _SPACES.sub(" ", _EMPTY.sub(" ", clean)).strip(_EDGES)
    if len(clean) > length:
        clean = (clean[: length + 1].rpartition(" ")[0] or clean[:length]).rstrip(_EDGES)
    return clean


def _read(filename: str) -> Name:
    text = unicodedata.normalize("NFC", _printable(filename).translate(_FORBIDDEN)).strip()
    suffix = _SUFFIX.search(text)
    stem = _bare(text[: suffix.start()] if suffix else text)
    stated = dialects.read(stem)
    title, period = _dated(_bare(stated.rest).lstrip(")]" + _EDGES))
    return Name(stated.codes, tidy(title), period, suffix[0].lower() if suffix else "", stated.lke)


def _printable(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    kinds = ((char, unicodedata.category(char)) for char in unicodedata.normalize("NFC", text))
    return "".join(" " if kind[0] == "Z" or char in "\t\r\n" else char for char, kind in kinds if _kept(char, kind))


def _kept(char: str, kind: str) -> bool:
    return kind[0] != "C" or char in "\t\r\n"


def _bare(stem: str) -> str:
    """Take off the marks of copies and a doubled suffix, as often as they were put on.

    What no file can be called is cut first, because each mark taken off costs a look at the whole.
    """
    stem = _BLANKS.sub(" ", stem[:NAME_LENGTH]).strip(" .")
    while (shorter := _DOUBLED.sub("", _COPY.sub("", stem)).strip(" .")) != stem:
        stem = shorter
    return stem


def _dated(title: str) -> tuple[str, Period | None]:
    """Return the title without the period at one of its ends, and the period that counts."""
    found = periods.find(title)
    if not found:
        return title, None
    last = found[-1]
    canonical_end = not title[last.end :].strip(_EDGES) and (not title[: last.start] or title[last.start - 1] == "_")
    best = last if canonical_end else min(reversed(found), key=lambda each: each.period.end - each.period.start)
    before, after = title[: best.start], title[best.end :]
    if before.strip(_EDGES) and after.strip(_EDGES):
        return title, best.period
    return before + after, best.period


def _period(name: Name, place: Place) -> tuple[Period | None, PeriodFrom | None]:
    """Prefer the name, where "Triwulan 2" takes its year from the folder, to the folder itself."""
    if name.period:
        return name.period, PeriodFrom.NAME
    if place.year and (found := periods.find(name.title, place.year)):
        return found[-1].period, PeriodFrom.NAME
    return (place.period, PeriodFrom.FOLDER) if place.period else (None, None)


def _conflict(told: _Told, place: Place) -> str | None:
    named = told.codes or told.guesses
    above = (place.code,) if place.code else place.guesses
    if not named or not above or any(_agree(one, other) for one in named for other in above):
        return None
    return f"nama berkas menyebut {_listed(named)}, tetapi foldernya menunjuk {_listed(above)}"


def _agree(one: Code, other: Code) -> bool:
    return one.within(other) or other.within(one)


def _listed(codes: tuple[Code, ...]) -> str:
    return " atau ".join(map(str, codes))


def _dotted(numbers: tuple[int, ...]) -> str:
    return ".".join(map(str, numbers))


def _lke_why(lke: str, meant: tuple[Code, ...]) -> str:
    if not meant:
        return f"kode LKE {lke} tidak dipetakan ke indikator dalam rencana"
    several = ", pilih salah satu" if len(meant) > 1 else ""
    return f"kode LKE {lke} berarti indikator {_listed(meant)}{several}"
