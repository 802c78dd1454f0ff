"""Where folders say a file belongs: `Area I`, `4 Perubahan Pola Pikir`, `I.4.1 …` become codes of the plan.

A folder below another is read in the light of the one above it; a folder that says nothing of the plan
is passed over.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from rapidfuzz import fuzz

from ziarchive.model import ROMAN, Code, Period, Plan
from ziarchive.naming import dialects, periods
from ziarchive.naming.periodforms import whole_year
from ziarchive.naming.words import own_names, words

_KEYWORD = re.compile(
    r"(?P<level>area|pokja|pilar|kelompok kerja|komponen|indikator|bukti(?: fisik)?)(?: perubahan)?[ .:_-]*"
    r"(?P<number>VI|IV|V|I{1,3}|0?[1-9][0-9]?)(?![^\W_])",
    re.IGNORECASE | re.ASCII,
)
_DEPTHS = {"komponen": 1, "indikator": 2, "bukti": 3, "bukti fisik": 3}
_ROMAN_LEAD = re.compile(r"^(?P<roman>[IVX]{1,4})(?![^\W_])[.)\-– _]*", re.ASCII)
_YEAR = re.compile(r"(?:^|[^0-9./-])((?:19|20)[0-9]{2})$")
_ORDER = re.compile(r"^[0-9]{1,2}[. )_-]+(?=[^\W0-9_])")


@dataclass(frozen=True, slots=True)
class Place:
    """What the folders above a file say."""

    code: Code | None = None
    """The deepest place of the plan that they name."""
    guesses: tuple[Code, ...] = ()
    """Indicators that one LKE code names together, when it names several."""
    year: int | None = None
    period: Period | None = None
    """The month, quarter or semester of a folder such as "Maret 2024", else its year."""
    trail: tuple[str, ...] = ()
    """The folders that `code` rests on."""
    notes: tuple[str, ...] = ()
    conflict: str | None = None

    @property
    def why(self) -> tuple[str, ...]:
        if not self.code:
            return self.notes
        return (
            f"folder {' lalu '.join(f'«{folder}»' for folder in self.trail)} menunjuk {self.code}",
            *self.notes,
        )


class _Label(NamedTuple):
    code: Code
    text: str


@dataclass(frozen=True, slots=True)
class Places:
    """The plan's places, ready to be looked up by number, name or LKE code."""

    labels: dict[Code, tuple[str, ...]]
    lke: dict[str, tuple[Code, ...]]
    children: dict[tuple[int, ...], tuple[_Label, ...]] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    """What the office calls itself."""

    @classmethod
    def of(cls, plan: Plan) -> "Places":
        own = own_names(plan)
        labels = {label.code: words(label.text, own) for label in _labels(plan)}
        lke: dict[str, tuple[Code, ...]] = {}
        for indicator in plan.indicators():
            for code in indicator.lke:
                lke[code] = (*lke.get(code, ()), indicator.code)
        children: dict[tuple[int, ...], tuple[_Label, ...]] = {}
        for place, label in labels.items():
            above = place.parts[:-1]
            children[above] = (*children.get(above, ()), _Label(place, " ".join(label)))
        return cls(labels, lke, children, own)

    def walk(self, folders: tuple[str, ...]) -> Place:
        """Read the folders from the archive downward."""
        place = Place()
        for folder in folders:
            place = self._step(place, unicodedata.normalize("NFC", folder).replace("\u00a0", " ").strip())
        return place

    def by_numbers(self, place: Code, numbers: tuple[int, ...]) -> Code | None:
        """Return the one code within `place` that `numbers` can mean, in full or counted from a folder."""
        bases = [place.parts[:depth] for depth in range(0 if numbers[0] == place.parts[0] else 1, 5)]
        codes = {Code(base + numbers) for base in bases[: len(place.parts) + 1]}
        fitting = [code for code in codes if code in self.labels and code.within(place)]
        return fitting[0] if len(fitting) == 1 else None

    def by_name(self, above: Code | None, text: str, least: float) -> Code | None:
        """Return the one child of `above` whose name `text` is, whole or cut short."""
        wanted = " ".join(words(text, self.own))
        scores = {label.code: _likeness(wanted, label.text) for label in self._below(above)}
        best = [code for code, score in scores.items() if score >= least]
        return best[0] if wanted and len(best) == 1 else None

    def _below(self, above: Code | None) -> tuple[_Label, ...]:
        return self.children.get(above.parts if above else (), ())

    def _step(self, place: Place, folder: str) -> Place:
        place = _dated(place, folder)
        stated = dialects.read(folder)
        if stated.lke and stated.leads:
            return self._to_lke(place, folder, stated.lke[0])
        if stated.codes and stated.leads:
            return self._to_stated(place, folder, stated.codes[0])
        code = self._keyword(place.code, folder) or self._roman(place, folder) or self._plain(place, folder)
        if code and not place.code and (number := _roman_of(folder)) and number != code.parts[0]:
            place = replace(
                place, conflict=f"folder «{folder}» bernomor {ROMAN[number - 1]}, tetapi bernama area {code}"
            )
        return self._to(place, folder, code) if code else place

    def _to_stated(self, place: Place, folder: str, code: Code) -> Place:
        if code in self.labels:
            return self._to(place, folder, code)
        return replace(place, notes=(*place.notes, f"kode {code} pada folder «{folder}» tidak ada dalam rencana"))

    def _to_lke(self, place: Place, folder: str, lke: str) -> Place:
        codes = self.lke.get(lke, ())
        if len(codes) == 1:
            return self._to(place, folder, codes[0])
        if not codes:
            return replace(place, notes=(*place.notes, f"kode LKE {lke} tidak dipetakan dalam rencana"))
        why = f"kode LKE {lke} pada folder mencakup {', '.join(map(str, codes))}"
        return replace(place, guesses=codes, notes=(*place.notes, why))

    def _to(self, place: Place, folder: str, code: Code) -> Place:
        trail = (*place.trail, folder)
        if place.code and not code.within(place.code):
            conflict = f"folder «{folder}» menunjuk {code}, tetapi folder di atasnya {place.code}"
            return replace(place, code=code, trail=trail, conflict=conflict)
        return replace(place, code=code, trail=trail)

    def _keyword(self, above: Code | None, folder: str) -> Code | None:
        if not (match := _KEYWORD.match(folder)):
            return None
        depth = _DEPTHS.get(match["level"].lower(), 0)
        if depth and (above is None or len(above.parts) < depth):
            return None
        number = dialects.roman(match["number"].upper()) or int(match["number"])
        code = Code((*(above.parts[:depth] if above else ()), number)) if depth else Code((number,))
        return code if code in self.labels else None

    def _roman(self, place: Place, folder: str) -> Code | None:
        """Read "I. Manajemen Perubahan"; the name must not be another's."""
        if place.code or not (number := _roman_of(folder)):
            return None
        code, rest = Code((number,)), _ROMAN_LEAD.sub("", folder)
        return code if code in self.labels and (not rest or self._alike(code, rest)) else None

    def _plain(self, place: Place, folder: str) -> Code | None:
        above = place.code
        numbers, rest = dialects.numbers(folder)
        if not numbers or numbers[0] > 99:
            return self.by_name(above, folder, 88)
        if named := self.by_name(above, rest, 88):
            return named
        if above is None:
            return None
        if len(numbers) > 1:
            return self.by_numbers(above, numbers)
        code = Code((*above.parts, *numbers))
        return code if code in self.labels and (not words(rest, self.own) or self._alike(code, rest)) else None

    def _alike(self, code: Code, rest: str) -> bool:
        return _likeness(" ".join(words(rest, self.own)), " ".join(self.labels[code]), least_words=1) >= 75


def _labels(plan: Plan) -> Iterator[_Label]:
    for area in plan.areas:
        yield _Label(area.code, area.name)
        for component in area.components:
            yield _Label(component.code, component.name)
            for indicator in component.indicators:
                yield _Label(indicator.code, indicator.text)
                yield from (_Label(item.code, item.title) for item in indicator.requirements)


def _roman_of(folder: str) -> int | None:
    match = _ROMAN_LEAD.match(folder)
    return dialects.roman(match["roman"]) if match else None


def _likeness(wanted: str, label: str, least_words: int = 2) -> float:
    """Return 0 to 100; a part of the label's words is as good as all of them."""
    whole = fuzz.token_sort_ratio(wanted, label)
    if len(wanted.split()) < least_words:
        return whole
    joined = fuzz.ratio(wanted.replace(" ", ""), label.replace(" ", ""))
    return max(whole, joined, fuzz.token_set_ratio(wanted, label) if _shorter(wanted, label) else 0.0)


def _shorter(wanted: str, label: str) -> bool:
    return len(wanted.split()) <= len(label.split())


def _dated(place: Place, folder: str) -> Place:
    year = _YEAR.search(folder)
    place = replace(place, year=int(year[1])) if year else place
    period = periods.parse(_ORDER.sub("", folder), place.year)
    if period is None and year:
        period = whole_year(place.year) if place.year else None
    return replace(place, period=period) if period else place
