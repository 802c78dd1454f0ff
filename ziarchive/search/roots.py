"""The root of an Indonesian word by PySastrawi, in two thirds of its own time.

Its rules compile a pattern from every word they cut, to learn which part was cut off; cutting the
text itself gives the same part.
"""

from functools import cache
from typing import Any

from Sastrawi.Dictionary.ArrayDictionary import ArrayDictionary
from Sastrawi.Stemmer.Context.Removal import Removal
from Sastrawi.Stemmer.Context.Visitor.VisitorProvider import VisitorProvider
from Sastrawi.Stemmer.Stemmer import Stemmer
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory


def root(word: str) -> str:
    """Return the root of a folded word, or the word itself when none is in the dictionary."""
    return str(_stemmer().stem_word(word))


@cache
def _stemmer() -> Stemmer:
    stemmer = Stemmer(ArrayDictionary(StemmerFactory().get_words()))
    stemmer.visitor_provider = _Rules()
    return stemmer


class _Rules(VisitorProvider):  # type: ignore[misc]
    """PySastrawi's rules, in its order."""

    suffix_visitors: list[Any]
    prefix_visitors: list[Any]

    def init_visitors(self) -> None:
        super().init_visitors()
        kinds = ("P", "PP", "DS")
        self.suffix_visitors = [_Affix(rule, kind) for rule, kind in zip(self.suffix_visitors, kinds, strict=True)]
        plain, *others = self.prefix_visitors
        self.prefix_visitors = [_Affix(plain, "DP"), *map(_Prefix, others)]


class _Affix:
    """A rule that takes one affix off, if the word has it."""

    def __init__(self, rule: Any, kind: str) -> None:
        self._rule = rule
        self._kind = kind

    def visit(self, context: Any) -> None:
        rest = self._rule.remove(context.current_word)
        if rest != context.current_word:
            _cut(self, context, rest, self._kind)


class _Prefix:
    """A rule with several ways to read a prefix; the one that leads to a known root is taken, else the last."""

    def __init__(self, rule: Any) -> None:
        self._ways = [way.disambiguate for way in rule.disambiguators]

    def visit(self, context: Any) -> None:
        rest = None
        for way in self._ways:
            rest = way(context.current_word)
            if context.dictionary.contains(rest):
                break
        if rest is not None:
            _cut(self, context, rest, "DP")


def _cut(rule: object, context: Any, rest: str, kind: str) -> None:
    word = context.current_word
    context.add_removal(Removal(rule, word, rest, word.replace(rest, "", 1), kind))
    context.current_word = rest
