"""What the archive says, in the language of the page.

The archive speaks and keeps Indonesian: reasons lie in the catalogue, decisions in the ledger. A page that is
read in another language finds the pattern that a text was made from, and fills it again in that language.
What has no pattern (names, titles, notes of people) stays as it is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, islice
from operator import itemgetter
from pathlib import Path

from babel.messages.mofile import read_mo
from flask_babel import get_locale

LOCALES = Path(__file__).parent / "locale"
DOMAIN = "core"
ENOUGH = 4
"""Letters for each hole that tell a pattern from what people write."""
KEPT = 20_000
"""So many texts are remembered with what they became."""
HOLE = re.compile(r"%\((\w+)\)s")
_PART = re.compile(r"%\((\w+)\)s|\[([^]|]*)\|([^]|]*)\]")
"""A hole of what is said, or a word for one and for many, after the hole that counts: %(len)s [file|files] placed."""
_SEAM = re.compile(r"(?:; | \(|\)|\.$|(?<=[.!?…]) |: |, | (?=DAN |ATAU )|(?<=DAN) |(?<=ATAU) |(?<=TANPA) )(?![^«]*»)")
"""Where a text may have been put together from several, but not within what is quoted."""
SEAMS = 12
"""So many seams of a text are tried; longer ones are lists of names."""
_PROSE = re.compile(r"[^\W\d_]{2,}")
_QUOTED = re.compile(r"«[^«»]*»")
_ENDS_EARLIER = re.compile(r"[^«»]*»[^«»]*«")
"""Begins within what is quoted and ends within the next, so that it is no value: a» DAN kata «b."""
OWN = frozenset(("note", "text", "after"))
"""Holes for people's own words."""
_WHOLE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_FRACTION = re.compile(r"[0-9]+,[0-9]+(?: (?:%|[KMGT]B))?")
_DAY = re.compile(r"(?:(?P<day>[0-9]{1,2}) )?(?P<month>[A-Z][a-z]+) (?P<year>[0-9]{4})(?: pukul (?P<time>[0-9.]{5}))?")
_FILE = re.compile(r".*\.(?=[0-9]*[A-Za-z])[A-Za-z0-9]{2,4}")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text with holes, and how it is said in the other language."""

    between: tuple[str, ...]
    """What stands before, between and after the holes."""
    holes: tuple[str, ...]
    said: str

    @classmethod
    def of(cls, text: str, said: str) -> "Pattern":
        parts = HOLE.split(text)
        return cls(tuple(parts[::2]), tuple(parts[1::2]), said)

    def values(self, text: str) -> dict[str, str] | None:
        """Return what fills the holes in a text; None when it was not made from this pattern."""
        first, *inner, last = self.between
        end = len(text) - len(last)
        if end < len(first) or not (text.startswith(first) and text.endswith(last)):
            return None
        found, at = [], len(first)
        for fixed in inner:
            beyond = text.find("»", at, end) + 1 if text.startswith("«", at) else at
            if (found_at := text.find(fixed, max(at, beyond), end)) < 0:
                return None
            found.append(text[at:found_at])
            at = found_at + len(fixed)
        values = (*found, text[at:end])
        return None if any(map(_ENDS_EARLIER.match, values)) else dict(zip(self.holes, values, strict=True))

    def own(self) -> set[str]:
        """Return the holes whose value is a name or somebody's own words."""
        quoted = {hole for hole, before in zip(self.holes, self.between, strict=False) if before.endswith("«")}
        return quoted | OWN & {*self.holes}

    @property
    def weak(self) -> bool:
        """Tell whether so little is fixed that words of people may look like it."""
        return sum(map(str.isalpha, "".join(self.between))) < ENOUGH * len(self.holes)


class Teller:
    """Says Indonesian texts in another language: of all readings the one that leaves the least untold."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        self._exact = dict(texts)
        made = (Pattern.of(text, said) for text, said in self._exact.items() if HOLE.search(text))
        self._patterns = sorted(made, key=lambda one: -sum(map(len, one.between)))
        self._read = lru_cache(KEPT)(self._best)
        self._said = lru_cache(KEPT)(self._whole)

    def say(self, text: str) -> str:
        """Return a text in the other language; what nobody foresaw stays as it is."""
        return self._said(text)

    def _whole(self, text: str) -> str:
        try:
            if _FILE.fullmatch(text.strip()):  # a name, unless all around one is known: «mencabut tautan x.docx»
                return next((said for said, left in self._filled(text) if not left), text)
            return self._told(text)[0]
        except RecursionError:  # somebody's own words, of more parts than anything that the archive says
            return text

    def _told(self, text: str) -> tuple[str, int]:
        """Return a text as it is said, and how many letters of it stay untold."""
        core = text.strip()
        if not core or _FILE.fullmatch(core):
            return text, 0
        said, left = self._read(core)
        return text.replace(core, said, 1), left

    def _best(self, text: str) -> tuple[str, int]:
        if said := self._known(text):
            return said, 0
        best = text, _letters(text)
        for reading in chain(self._filled(text), self._parted(text)):
            best = min(best, reading, key=itemgetter(1))
            if not best[1]:
                break
        return best

    def _known(self, text: str) -> str:
        """Return a phrase that is known, also when it was made a sentence or put within one; a figure, or a day."""
        if said := self._exact.get(text) or self._figure(text):
            return said
        bare = text.removesuffix(".")
        for made, shape in ((bare, str), (_small(bare), _great), (_great(bare), _small)):
            if made in self._exact:
                return shape(self._exact[made]) + "." * (bare != text)
        return ""

    def _filled(self, text: str) -> Iterator[tuple[str, int]]:
        """Yield what a text is by each pattern that it may have been made from."""
        for pattern in self._patterns:
            if (values := pattern.values(text)) is None:
                continue
            own = pattern.own()
            told = {name: (value, 0) if name in own else self._told(value) for name, value in values.items()}
            left = sum(each[1] for each in told.values())
            if not (pattern.weak and left):
                yield _filled({name: value for name, (value, _) in told.items()}, pattern.said), left

    def _parted(self, text: str) -> Iterator[tuple[str, int]]:
        """Yield what a text is when it was put together from two, at each seam."""
        for seam in islice(_SEAM.finditer(text), SEAMS):
            first, second = self._told(text[: seam.start()]), self._told(text[seam.end() :])
            yield first[0] + seam[0] + second[0], first[1] + second[1]

    def _figure(self, text: str) -> str:
        if _WHOLE.fullmatch(text):
            return text.replace(".", ",")
        if _FRACTION.fullmatch(text):
            return text.replace(",", ".")
        if (read := _DAY.fullmatch(text)) and (month := self._exact.get(read["month"])):
            time = f", {read['time'].replace('.', ':')}" if read["time"] else ""
            return " ".join(filter(None, (read["day"], month, read["year"]))) + time
        return ""


def _filled(values: Mapping[str, str], said: str) -> str:
    """Fill the holes of what is said, and choose its words by the number before them."""
    last = ""

    def part(found: re.Match[str]) -> str:
        nonlocal last
        hole, one, many = found.groups()
        if hole:
            last = values[hole]
            return last
        return one if last == "1" else many

    return _PART.sub(part, said)


def _letters(text: str) -> int:
    """Count the letters of words; codes and what is quoted are none."""
    return sum(len(word) for word in _PROSE.findall(_QUOTED.sub("", text)) if not word.isupper())


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _great(text: str) -> str:
    return text[:1].upper() + text[1:]


def told(text: str) -> str:
    """Return what the archive says in the language of the page."""
    language = str(get_locale() or "id")
    return text if language == "id" or not text else _teller(language).say(str(text))


@cache
def _teller(language: str) -> Teller:
    with (LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as stream:
        return Teller((str(one.id), str(one.string)) for one in read_mo(stream) if one.id)
