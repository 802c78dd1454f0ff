"""Compares a document's title with the required documents of a plan.

Two questions, of different strictness. `Titles.clear` asks for the one requirement of an indicator that a title
names beyond doubt; it would rather say nothing than be wrong, because its answer counts as evidence.
`Titles.scores` only ranks, for a person to choose.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log

from rapidfuzz import fuzz, process

from ziarchive.model import Code, Period, Plan, Requirement
from ziarchive.naming.words import own_names, words

_CADENCES = frozenset(["bulanan", "triwulan", "semesteran", "tahunan"])
_BY_DAYS = ((28, 31, "bulanan"), (90, 92, "triwulan"), (181, 184, "semesteran"))
# A document of one of these kinds is never a document of another.
_HARD_KINDS = frozenset(["sk", "sop", "undangan", "daftarhadir", "notulen", "foto", "screenshot", "sertifikat"])
# Not (yet) the document itself.
_SPOILERS = frozenset(["draft", "draf", "konsep", "contoh", "template", "format", "blanko", "batal", "belum"])
_PARENTHESES = re.compile(r"\([^()]*\)")
_TYPO_CUTOFF = 87


@dataclass(frozen=True, slots=True)
class Item:
    """A required document as comparable words."""

    code: Code
    title: str
    core: tuple[str, ...]
    """The words without explanations in parentheses and without "per bulan" and the like."""
    words: frozenset[str]
    """The same without their order."""
    cadence: frozenset[str]


@dataclass(frozen=True, slots=True)
class Title:
    """A document's title as comparable words, misspellings of the plan's words mended."""

    core: tuple[str, ...]
    words: frozenset[str]
    cadence: frozenset[str]

    @property
    def head(self) -> str:
        return self.core[0] if self.core else ""


class Titles:
    """The required documents of a plan, prepared for comparison once."""

    def __init__(self, plan: Plan) -> None:
        self._own = own_names(plan)
        self.items = tuple(_item(requirement, self._own) for requirement in plan.requirements())
        self.by_code = {item.code: item for item in self.items}
        self._by_indicator: dict[Code, list[Item]] = defaultdict(list)
        self._by_word: dict[str, list[Item]] = defaultdict(list)
        for item in self.items:
            self._by_indicator[item.code.indicator].append(item)
            for word in item.words:
                self._by_word[word].append(item)
        self.alike = Counter(item.words for item in self.items)
        self._weights = {word: log(1 + len(self.items) / len(found)) for word, found in self._by_word.items()}
        self._vocabulary = tuple(self._weights)
        self._unknown_weight = log(1 + len(self.items))
        self._whole = {item.code: sum(map(self._weight, item.words)) for item in self.items}
        self._mended: dict[str, str] = {}

    def title(self, text: str) -> Title:
        """Prepare a document's title."""
        mended = [self._mend(word) for word in words(text, self._own)]
        core = tuple(word for word in mended if word not in _CADENCES)
        return Title(core, frozenset(core), frozenset(mended) & _CADENCES)

    def within(self, place: Code) -> list[Item]:
        """Return the required documents at or below a place."""
        if len(place.parts) >= 3:
            return [item for item in self._by_indicator[place.indicator] if item.code.within(place)]
        return [item for item in self.items if item.code.within(place)]

    def clear(self, indicator: Code, title: Title, period: Period | None) -> Item | None:
        """Return the one requirement of an indicator that the title names beyond doubt."""
        siblings = self._by_indicator.get(indicator, [])
        if not title.core or title.words & _SPOILERS:
            return None
        covered = [item for item in siblings if item.words and item.words <= title.words]
        best = _foremost(covered, title, period) if covered else _nearly(siblings, title)
        if best is None or best.core[0] != title.head or self._better_elsewhere(best, title):
            return None
        rivals = [item for item in siblings if item is not best and not _other_kind(title, item)]
        leftover = title.words - best.words
        return None if any(leftover & (rival.words - best.words) for rival in rivals) else best

    def scores(self, title: Title) -> dict[Code, float]:
        """Return 0 to 1 by code: how much of a requirement the title names, and how much else it says."""
        says = sum(map(self._weight, title.words))
        scores = {}
        for code, share in self.coverage(title.words).items():
            item = self.by_code[code]
            precision = share * self._whole[code] / says
            scores[code] = (0.7 * share * share + 0.3 * precision) * (0.5 if _other_kind(title, item) else 1.0)
        return scores

    def coverage(self, found: frozenset[str]) -> dict[Code, float]:
        """Return by code how much of a requirement's words, by weight, are among `found`; never 0."""
        shares: dict[Code, float] = defaultdict(float)
        for word in found:
            for item in self._by_word.get(word, ()):
                shares[item.code] += self._weight(word) / self._whole[item.code]
        return shares

    def telling(self, item: Item) -> float:
        """Return 0 to 1: how far the words of a requirement set it apart; an "Undangan" alone does not."""
        return 0.6 if item.words <= _HARD_KINDS else min(1.0, 0.5 + 0.1 * self._whole[item.code])

    def _weight(self, word: str) -> float:
        return self._weights.get(word, self._unknown_weight)

    def _better_elsewhere(self, best: Item, title: Title) -> bool:
        """Tell whether another indicator asks for a document that the title names more fully."""
        wholly = best.words <= title.words
        return any(
            item.core[0] == title.head and item.words <= title.words and (best.words < item.words or not wholly)
            for item in self._by_word.get(title.head, ())
        )

    def _mend(self, word: str) -> str:
        if word in self._weights or word in _CADENCES or len(word) < 5:
            return word
        if word not in self._mended:
            near = process.extractOne(word, self._vocabulary, scorer=fuzz.ratio, score_cutoff=_TYPO_CUTOFF)
            self._mended[word] = near[0] if near and near[0][0] == word[0] else word
        return self._mended[word]


def _item(requirement: Requirement, own: frozenset[str]) -> Item:
    found = words(_PARENTHESES.sub(" ", requirement.title), own)
    cadence = frozenset(words(requirement.title)) & _CADENCES
    core = tuple(word for word in found if word not in _CADENCES)
    return Item(requirement.code, requirement.title, core, frozenset(core), cadence)


def _foremost(covered: list[Item], title: Title, period: Period | None) -> Item | None:
    """Return the one of several wholly named requirements that is meant, or None."""
    largest = max(covered, key=lambda item: len(item.words))
    same = [item for item in covered if item.words == largest.words]
    others = [item for item in covered if item.words != largest.words]
    exact = sorted(title.core) == sorted(largest.core)
    if any(not item.words < largest.words or (item.core[0] == title.head and not exact) for item in others):
        return None
    if len(same) == 1:
        return largest
    cadence = title.cadence or _cadence_of(period)
    fitting = [item for item in same if item.cadence & cadence]
    return fitting[0] if len(fitting) == 1 and len(cadence) == 1 else None


def _nearly(siblings: list[Item], title: Title) -> Item | None:
    """Return the only requirement with this head word, when the title says nothing beyond it."""
    headed = [item for item in siblings if item.core and item.core[0] == title.head]
    if len(headed) != 1 or not title.words <= headed[0].words:
        return None
    return headed[0] if len(title.words) >= 0.74 * len(headed[0].words) else None


def _other_kind(title: Title, item: Item) -> bool:
    return title.head in _HARD_KINDS and title.head not in item.words


def _cadence_of(period: Period | None) -> frozenset[str]:
    days = (period.end - period.start).days + 1 if period else 0
    return frozenset(name for least, most, name in _BY_DAYS if least <= days <= most)
