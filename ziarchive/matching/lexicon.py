"""The words of a plan, and how a document's words are read by them: misspelt, written as one, of one family.

A word that the plan's titles do not have becomes theirs when it is a slip of the pen ("Integrtas"), when a kind of
document stands before their word without a blank ("SKPPID"), or when both grow from one root ("nilai", "penilaian").
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import OSA

from ziarchive.model import Plan
from ziarchive.naming.words import CANONICAL, LEXICON, meaning, own_names, tokens, words

_SHORTEST, _LONG = 6, 11
"""The letters from which on a word may be misspelt by one, and by two."""
_LEADS = ("sk", "sop", "ss", "tor", "lap", "dh", "st", "pk")
# Real words that are a slip away from one of the trade, and mean something else.
_NO_SLIPS = frozenset(
    (
        "pengangkutan", "perumahan", "perusahaan", "penerbangan", "pengadaan", "penerapan", "teknik", "teknisi",
        "pelayaran", "pangkal", "pengajuan", "pemulihan", "farmasi", "asahan", "pengakuan", "penyusutan",
        "penyidikan", "penangkapan", "keutuhan", "pemilikan", "sertifikasi", "pengembalian", "tahanan", "rekaman",
        "penganggaran", "pengecualian", "penangkaran", "penambangan", "perkembangan", "peningkatan", "kegentingan",
        "perancangan", "pemborongan", "spesialisasi", "diktat", "bangkok", "median", "evakuasi", "matang", "perang",
        "semula", "barang", "tempat", "strategi", "pelantikan",
    )
)  # fmt: skip
# Of any office's day: they are foreign to no document, and tell none from another.
EVERYDAY = frozenset(
    (
        "rapat", "acara", "kegiatan", "kepala", "balai", "satker", "unit", "kantor", "bagian", "ruang", "gedung",
        "lobi", "lampiran", "halaman", "pegawai", "kabag", "kasubag", "ketua", "sekretaris", "anggota", "koordinator",
        "seluruh", "semua", "bersama", "nihil", "tanda", "terima", "kirim", "awal", "akhir", "hari", "senin",
        "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "pagi", "siang", "sore", "bulanan", "triwulan",
        "semesteran", "tahunan", "wbk", "wbbm",
    )
)  # fmt: skip
_PERSON = re.compile(r"(?:^|[ _])(?:an|a\.n|atas nama|pak|bu|bapak|ibu|sdri?)\.?[ _].*", re.IGNORECASE)
_EITHER = re.compile(r"(?<![^\W\d_])([^\W\d_]+)/([^\W\d_]+)(?![^\W\d_])")
"""DIP/POK, pelatihan/workshop: either will do."""
_PREFIXES = (
    ("meng", "k"), ("peng", "k"), ("meny", "s"), ("peny", "s"), ("mem", "p"), ("pem", "p"), ("men", "t"), ("pen", "t"),
    ("me", ""), ("pe", ""), ("per", ""), ("ber", ""), ("ter", ""), ("di", ""), ("ke", ""), ("se", ""),
)  # fmt: skip
_SUFFIXES = ("nya", "kan", "an")
_LEAST_ROOT = 4


class Lexicon:
    """Reads titles and pages by one plan's words."""

    def __init__(self, plan: Plan) -> None:
        self._own = own_names(plan)
        titles = [requirement.title for requirement in plan.requirements()]
        self._known = LEXICON.union(*map(tokens, titles))
        self._spelled = tuple(sorted(word for word in self._known if len(word) >= _SHORTEST))
        self._of_root: dict[str, str] = {}
        for word in chain.from_iterable(words(title, self._own) for title in titles):
            self._adopt(word)
        for one, other in chain.from_iterable(map(_EITHER.findall, titles)):
            self._equate(words(one, self._own), words(other, self._own))
        self._mended = lru_cache(maxsize=8192)(self._mend)
        self._kin = lru_cache(maxsize=16384)(self._family)
        self._unit = frozenset(tokens(plan.unit))
        self._familiar = (EVERYDAY | CANONICAL).union(*map(self.page, _texts(plan)))

    def title(self, text: str) -> tuple[str, ...]:
        """Return the meaningful words of a title in their order, without the person whose paper it is."""
        said = chain.from_iterable(map(self._mended, tokens(_PERSON.sub(" ", text))))
        return tuple(map(self._kin, meaning(list(said), self._own)))

    def page(self, text: str) -> frozenset[str]:
        """Return the meaningful words of a page; there are too many to mend."""
        return frozenset(map(self._kin, meaning(tokens(text), self._own)))

    def heading(self, text: str) -> tuple[str, ...]:
        """Return the meaningful words of a page's beginning in their order, without any office's everyday words."""
        said = map(self._kin, meaning(tokens(text), self._own | self._unit))
        return tuple(word for word in said if word not in EVERYDAY)

    def foreign(self, said: frozenset[str]) -> frozenset[str]:
        """Return those words that neither the plan nor an office's day has anything to do with."""
        return said - self._familiar

    def _adopt(self, word: str) -> None:
        kin = next((self._of_root[root] for root in _roots(word) if root in self._of_root), word)
        for root in _roots(word):
            self._of_root.setdefault(root, kin)

    def _equate(self, one: tuple[str, ...], other: tuple[str, ...]) -> None:
        """Read one of two words that a title gives a choice of as the other, if they are words of their own."""
        if len(one) == len(other) == 1 and other[0] not in CANONICAL:
            self._of_root[other[0]] = self._family(one[0])

    def _family(self, word: str) -> str:
        return next((self._of_root[root] for root in _roots(word) if root in self._of_root), word)

    def _mend(self, word: str) -> tuple[str, ...]:
        if word in self._known or not word.isalpha():
            return (word,)
        lead = next((lead for lead in _LEADS if word.startswith(lead) and word[len(lead) :] in self._known), "")
        if lead:
            return lead, word[len(lead) :]
        return (self._slip(word) or word,)

    def _slip(self, word: str) -> str | None:
        if len(word) < _SHORTEST or word in _NO_SLIPS or self._family(word) != word:
            return None
        near = process.extractOne(word, self._spelled, scorer=OSA.distance, score_cutoff=1 + (len(word) >= _LONG))
        return near[0] if near and near[0][0] == word[0] else None


def _texts(plan: Plan) -> Iterator[str]:
    """Yield everything that the plan says."""
    yield plan.title
    yield plan.unit
    for area in plan.areas:
        yield area.name
        for component in area.components:
            yield component.name
            for indicator in component.indicators:
                yield f"{indicator.text} {indicator.action} {indicator.evidence}"
                yield from (requirement.title for requirement in indicator.requirements)


def _roots(word: str) -> Iterator[str]:
    """Yield the word itself and what it may have grown from: penilaian, ilai, tilai, nilai …"""
    yield word
    if word in CANONICAL:
        return
    for stem in _without_prefix(word):
        yield stem
        yield from (stem.removesuffix(end) for end in _SUFFIXES if len(stem) - len(end) >= _LEAST_ROOT)


def _without_prefix(word: str) -> Iterator[str]:
    yield word
    for prefix, first in _PREFIXES:
        if word.startswith(prefix) and len(rest := first + word[len(prefix) :]) >= _LEAST_ROOT:
            yield rest
            if first and len(rest) > _LEAST_ROOT:
                yield rest[1:]
