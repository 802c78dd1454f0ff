"""The tokens of one field of one document as something to look words up in."""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from ziarchive.search.tokens import Postings


@dataclass(frozen=True, slots=True)
class Words:
    """How much each word and stem counts, and where the words stand."""

    weights: Mapping[str, float]
    stems: Mapping[str, float]
    places: Mapping[str, Sequence[int]]
    """Where each word as written stands; empty for a field without positions."""

    @classmethod
    def of(cls, parts: Iterable[Postings]) -> "Words":
        """Return the words of texts that follow each other."""
        weights, stems = Counter[str](), Counter[str]()
        places: dict[str, list[int]] = {}
        for part in parts:
            words = part.words.split()
            weights.update(dict(zip(words, array("d", part.weights), strict=True)))
            stems.update(dict(zip(part.stems.split(), array("d", part.stem_weights), strict=True)))
            rest = iter(array("I", part.places))
            for word, count in zip(words, array("I", part.counts), strict=False):
                places.setdefault(word, []).extend(islice(rest, count))
        return cls(weights, stems, places)

    @property
    def length(self) -> int:
        """How many positions have a word."""
        return sum(map(len, self.places.values()))
