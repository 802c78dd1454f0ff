"""What an indicator is about: its own words, with which the rest of a title or of a heading agrees or not.

An "Undangan rapat evaluasi WBK" is asked for where evaluation is spoken of: three indicators ask for an Undangan.
"""

from collections import defaultdict
from math import log

from ziarchive.matching.lexicon import Lexicon
from ziarchive.model import Code, Plan

_UNKNOWN = 1.0
"""The weight of a word that no indicator has."""


class Context:
    """The words of every indicator, those that many of them share weighing little."""

    def __init__(self, plan: Plan, lexicon: Lexicon) -> None:
        self._about: dict[Code, frozenset[str]] = {}
        self._having: dict[str, list[Code]] = defaultdict(list)
        for area in plan.areas:
            for component in area.components:
                for indicator in component.indicators:
                    said = f"{indicator.text} {indicator.action} {indicator.evidence}"
                    words = lexicon.page(f"{area.name} {component.name} {said}")
                    self._about[indicator.code] = words
                    for word in words:
                        self._having[word].append(indicator.code)
        count = len(self._about)
        self._weights = {word: log(count / len(found)) + 0.1 for word, found in self._having.items()}

    def about(self, indicator: Code) -> frozenset[str]:
        """Return the words of an indicator, its area and component."""
        return self._about[indicator]

    def agreements(self, said: frozenset[str]) -> dict[Code, float]:
        """Return 0 to 1 by indicator: how much of what is said, by weight, it is about; never 0."""
        whole = sum(self._weights.get(word, _UNKNOWN) for word in said)
        found: dict[Code, float] = defaultdict(float)
        for word in said:
            for code in self._having.get(word, ()):
                found[code] += self._weights[word] / whole
        return found
