"""Makes the questions from the words of the documents themselves, by how many documents hold them.

So each size is asked what is common and rare in it, and hardly a question measures an empty answer.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random

from bench.search.prose import YEARS
from bench.search.records import Question, Record
from ziarchive.model import ROMAN
from ziarchive.query.stopwords import STOP_WORDS

COMMON = 0.5
"""A common word stands in more than this share of the documents."""
MIDDLE = (0.05, 0.5)
RARE = (2, 20)
"""Documents that hold a rare word, from and to."""
KEPT = 300
"""Documents whose phrases are looked at."""
_WORD = re.compile(r"[^\W_]+")
_ASKABLE = re.compile(r"[a-z]{4,}")


class Vocabulary:
    """Counts the words of the documents as they come, and makes questions of them."""

    def __init__(self) -> None:
        self.documents = 0
        self._holding: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._kept: list[list[str]] = []

    def add(self, record: Record) -> None:
        """Note a document."""
        words = _WORD.findall(record.text.lower())
        self.documents += 1
        self._holding.update(word for word in set(words) if _askable(word))
        if len(self._kept) < KEPT:
            self._kept.append(words)
            self._pairs.update(pair for pair in pairwise(words) if all(map(_askable, pair)))

    def questions(self, each: int, seed: int = 0) -> list[Question]:
        """Return so many questions of each kind."""
        rng = Random(seed)  # noqa: S311 - repeatable questions, not a secret
        common, middle, rare = self.common(), self._held(*(share * self.documents for share in MIDDLE)), self.rare()
        middle = middle or common
        return [
            *_words("common", rng, each, common),
            *_words("rare", rng, each, rare),
            *_words("and", rng, each // 3, common, common),
            *_words("and", rng, each // 3, common, middle, middle),
            *_words("and", rng, each - each // 3 * 2, rare, common),
            *self._phrases(rng, each),
            *self._prefixes(rng, each),
            *_filtered(rng, each, (*common, *middle)),
        ]

    def common(self) -> list[str]:
        """Return the words of more than half the documents; the commonest of all where there are none."""
        return self._held(COMMON * self.documents + 1, self.documents) or self._ranked()[:3]

    def rare(self) -> list[str]:
        """Return the words of few documents."""
        return self._held(*RARE) or self._ranked()[-3:]

    def _held(self, least: float, most: float) -> list[str]:
        return sorted(word for word, count in self._holding.items() if least <= count <= most)

    def _ranked(self) -> list[str]:
        return [word for word, _ in sorted(self._holding.items(), key=lambda held: (-held[1], held[0]))]

    def _phrases(self, rng: Random, each: int) -> Iterator[Question]:
        """Half are the commonest pairs of words, the dearest phrases there are; half are three words of a text."""
        pairs = sorted(self._pairs, key=lambda pair: (-self._pairs[pair], pair))[: (each + 1) // 2]
        yield from (Question("phrase", pair) for pair in pairs)
        for _ in range(each - len(pairs)):
            words = rng.choice(self._kept)
            start = rng.randrange(max(1, len(words) - 2))
            yield Question("phrase", tuple(words[start : start + 3]))

    def _prefixes(self, rng: Random, each: int) -> Iterator[Question]:
        """Half are the three letters that most words begin with; half begin a word drawn by chance."""
        begun = Counter(word[:3] for word in self._holding)
        widest = sorted(begun, key=lambda prefix: (-begun[prefix], prefix))[: (each + 1) // 2]
        yield from (Question("prefix", (prefix,)) for prefix in widest)
        words = sorted(self._holding)
        for _ in range(each - len(widest)):
            yield Question("prefix", (rng.choice(words)[: rng.randint(4, 6)],))


def _askable(word: str) -> bool:
    return word not in STOP_WORDS and _ASKABLE.fullmatch(word) is not None


def _words(kind: str, rng: Random, each: int, *choices: Sequence[str]) -> Iterator[Question]:
    for _ in range(each):
        yield Question(kind, tuple(dict.fromkeys(rng.choice(words) for words in choices)))


def _filtered(rng: Random, each: int, words: Sequence[str]) -> Iterator[Question]:
    for place in range(each):
        chosen = f"area:{rng.choice(ROMAN[:6])}" if place % 2 else f"tahun:{rng.choice(YEARS)}"
        yield Question("filtered", (rng.choice(words),), chosen)
