"""The tokens of one field of one document as something to look words up in: the reference for what stems mean."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

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
        weights = defaultdict[str, float](float)
        places: dict[str, list[int]] = {}
        for part in parts:
            firsts = array("I", part.firsts)
            words = dict(zip(dict.fromkeys(firsts), part.words.split(), strict=True))
            for first, place in zip(firsts, array("I", part.places), strict=True):
                weights[words[first]] += part.weight
                places.setdefault(words[first], []).append(place)
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
