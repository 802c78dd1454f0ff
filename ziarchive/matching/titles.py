"""The required documents of a plan and the titles of documents, as comparable words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from ziarchive.matching.context import Context
from ziarchive.matching.lexicon import Lexicon
from ziarchive.model import Code, Plan, Requirement

CADENCES = frozenset(["bulanan", "triwulan", "semesteran", "tahunan"])
HARD_KINDS = frozenset(
    [
        "sk", "sop", "undangan", "daftarhadir", "notulen", "foto", "screenshot", "sertifikat", "surattugas",
        "tindaklanjut", "laporan", "maklumat", "rekap",
    ]
)  # fmt: skip
"""A document of one of these kinds is hardly one of another."""
PICTURES = frozenset(["foto", "screenshot", "dokumentasi"])
_PICTURED = frozenset(["Foto", "Screenshot", "Dokumentasi", "Sosialisasi"])
"""The kinds of requirements that a picture fills, whether or not its name says that it is one."""
_SUFFIXES = (".jpg", ".jpeg", ".png", ".heic", ".webp", ".bmp", ".gif", ".tif", ".tiff")
_LIGHT = frozenset(["tim", "anggota", "terkait"])
"""They stand in a title or not, and mean the same."""
# Not (yet) the document itself.
_SPOILERS = frozenset(["draft", "draf", "konsep", "contoh", "template", "format", "blanko", "batal", "belum"])
_NOT_OURS = frozenset(
    [
        "kementerian", "kementan", "ditjen", "itjen", "dinas", "kanwil", "provinsi", "prov", "kabupaten", "kab", "kota",
        "kecamatan", "desa", "universitas", "bptp", "bpsip", "polres", "kejari",
        "uu", "pp", "perpres", "permen", "permenpan", "permentan", "perka", "peraturan", "undang",
    ]
)  # fmt: skip
"""Other offices and the regulations of all: unless the plan itself speaks of them, such a paper is not the office's."""
_PARENTHESES = re.compile(r"\([^()]*\)")


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
    pictured: bool
    """A picture of it is what is asked for."""

    @property
    def head(self) -> str:
        return self.core[0] if self.core else ""

    @property
    def short(self) -> tuple[str, ...]:
        """The words without what a picture, or a report on something, may leave out at its beginning."""
        optional = PICTURES if self.pictured else frozenset(["laporan"]) if len(self.core) > 2 else frozenset()
        return self.core[1:] if self.head in optional and len(self.core) > 1 else self.core


@dataclass(frozen=True, slots=True)
class Title:
    """A document's title as comparable words."""

    core: tuple[str, ...]
    words: frozenset[str]
    cadence: frozenset[str]
    foreign: frozenset[str] = frozenset()
    """Words that have nothing to do with the plan."""
    pictured: bool = False
    """The file is a picture or says so."""

    @property
    def spoilt(self) -> bool:
        """Tell a draft, an example, a regulation, or another office's paper."""
        return bool(self.words & _SPOILERS or self.foreign & _NOT_OURS)

    @property
    def head(self) -> str:
        return self.core[0] if self.core else ""


class Titles:
    """The required documents of a plan, prepared for comparison once."""

    def __init__(self, plan: Plan) -> None:
        self.lexicon = Lexicon(plan)
        self.context = Context(plan, self.lexicon)
        self.items = tuple(self._item(requirement) for requirement in plan.requirements())
        self.by_code = {item.code: item for item in self.items}
        self.alike = Counter(item.words for item in self.items)
        self._within: dict[Code, list[Item]] = defaultdict(list)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for number, item in enumerate(self.items):
            for place in (item.code, item.code.indicator, item.code.component, item.code.area):
                self._within[place].append(item)
            for word in item.words:
                self._by_word[word].append(number)
        self._weights = {word: log(1 + len(self.items) / len(found)) for word, found in self._by_word.items()}
        self._unknown_weight = log(1 + len(self.items)) / 2
        self._whole = [self.weight(item.words) for item in self.items]
        self._telling = {item.code: _telling(item, whole) for item, whole in zip(self.items, self._whole, strict=True)}

    def title(self, text: str, suffix: str = "") -> Title:
        """Prepare a document's title; `suffix` is its file's, with the dot."""
        found = self.lexicon.title(text)
        core = tuple(word for word in found if word not in CADENCES and word not in _LIGHT)
        said = frozenset(core)
        pictured = suffix in _SUFFIXES or not PICTURES.isdisjoint(core[:1])
        return Title(core, said, frozenset(found) & CADENCES, self.lexicon.foreign(said), pictured)

    def heading(self, text: str) -> Title:
        """Prepare the beginning of a page: the first word that tells a kind is its head, where there is one."""
        found = self.lexicon.heading(text)
        kind = next((word for word in found if word in HARD_KINDS), "")
        core = (kind, *(word for word in found if word != kind)) if kind else found
        core = tuple(word for word in core if word not in CADENCES and word not in _LIGHT)
        return Title(core, frozenset(core), frozenset(found) & CADENCES)

    def within(self, place: Code) -> list[Item]:
        """Return the required documents at or below a place."""
        return self._within.get(place, [])

    def having(self, word: str) -> list[Item]:
        """Return the required documents in whose titles a word stands."""
        return [self.items[number] for number in self._by_word.get(word, ())]

    def weight(self, words: Iterable[str]) -> float:
        """Return how much words tell: the fewer requirements have one, the more; what none has tells little."""
        return sum(self._weights.get(word, self._unknown_weight) for word in words)

    def scores(self, title: Title) -> dict[Code, float]:
        """Return 0 to 1 by code: how much of a requirement the title names, and how much else it says."""
        says = self.weight(title.words)
        scores = {}
        for number, share in self._shares(title.words).items():
            item = self.items[number]
            precision = min(1.0, share * self._whole[number] / says)
            scores[item.code] = (0.7 * share * share + 0.3 * precision) * (0.5 if other_kind(title, item) else 1.0)
        return scores

    def coverage(self, found: frozenset[str]) -> dict[Code, float]:
        """Return by code how much of a requirement's words, by weight, are among `found`; never 0."""
        return {self.items[number].code: share for number, share in self._shares(found).items()}

    def telling(self, item: Item) -> float:
        """Return 0 to 1: how far the words of a requirement set it apart; an "Undangan" alone does not."""
        return self._telling[item.code]

    def _shares(self, found: frozenset[str]) -> dict[int, float]:
        shares: dict[int, float] = defaultdict(float)
        for word in found:
            for number in self._by_word.get(word, ()):
                shares[number] += self._weights[word] / self._whole[number]
        return shares

    def _item(self, requirement: Requirement) -> Item:
        title = _PARENTHESES.sub(" ", requirement.title)
        core = tuple(word for word in self.lexicon.title(title) if word not in CADENCES and word not in _LIGHT)
        cadence = frozenset(self.lexicon.title(requirement.title)) & CADENCES
        return Item(requirement.code, requirement.title, core, frozenset(core), cadence, requirement.kind in _PICTURED)


def _telling(item: Item, whole: float) -> float:
    return 0.6 if item.words <= HARD_KINDS else min(1.0, 0.5 + 0.1 * whole)


def other_kind(title: Title, item: Item) -> bool:
    """Tell whether a title names a kind of document that the requirement is not."""
    return title.head in HARD_KINDS and title.head not in item.words and not (item.pictured and title.pictured)
