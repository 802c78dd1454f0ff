"""The tokens of one field of one document as something to look words up in: the reference for what stems mean."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from ziarchive.search import analysis, compounds
from ziarchive.search.tokens import Postings


@dataclass(frozen=True, slots=True)
class Words:
    """How much each word and stem counts, and where the words stand."""

    weights: Mapping[str, float]
    stems: Mapping[str, float]
    """Those that differ from a word as written."""
    places: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, parts: Iterable[Postings]) -> "Words":
        """Return the words of texts that follow each other."""
        weights = Counter[str]()
        places: dict[str, list[int]] = {}
        for part in parts:
            words, counts = part.words.split(), array("I", part.counts)
            weights.update({word: count * part.weight for word, count in zip(words, counts, strict=True)})
            rest = iter(array("I", part.places))
            for word, count in zip(words, counts, strict=True):
                places.setdefault(word, []).extend(islice(rest, count))
        return cls(weights, _stems(weights, places), places)

    @property
    def length(self) -> int:
        """How many positions have a word."""
        return sum(map(len, self.places.values()))


def _stems(weights: Mapping[str, float], places: Mapping[str, Sequence[int]]) -> Mapping[str, float]:
    stems = Counter[str]()
    halves: defaultdict[str, list[int]] = defaultdict(list)
    for word, weight in weights.items():
        others, pieces = analysis.forms(word)
        stems.update(dict.fromkeys(others, weight))
        for half in pieces:
            halves[half] += places[word]
    for first, second in compounds.PAIRS:
        together = {at + 1 for at in halves[first]}.intersection(halves[second])
        stems[compounds.one((first, second))] += len(together)
    return +stems
