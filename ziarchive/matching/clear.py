"""The one requirement of an indicator that a title names beyond doubt.

It would rather say nothing than be wrong, because its answer counts as evidence without a person.
"""

from dataclasses import replace

from ziarchive.matching.lexicon import EVERYDAY
from ziarchive.matching.titles import PICTURES, Item, Title, Titles, other_kind
from ziarchive.model import Code, Period

_BY_DAYS = ((28, 31, "bulanan"), (90, 92, "triwulan"), (181, 184, "semesteran"))
_STRAY_WORDS = 2
_ENOUGH = 0.6
"""How much of a requirement, by weight, a title names that says nothing else."""


def clear(titles: Titles, indicator: Code, title: Title, period: Period | None) -> Item | None:
    """Return the one requirement that the title names beyond doubt, or None."""
    if not title.core or title.spoilt:
        return None
    siblings = [_as_said(item, title) for item in titles.within(indicator)]
    covered = [item for item in siblings if item.words and item.words <= title.words]
    best = _foremost(covered, title, period) if covered else _nearly(titles, siblings, title, period)
    if best is None or _bare_head(best, title) != best.head or _better_elsewhere(titles, best, title):
        return None
    if _strays(titles, best, title) or _is_torn(titles, best, siblings, title):
        return None
    return titles.by_code[best.code]


def _as_said(item: Item, title: Title) -> Item:
    """Return the requirement without what its title may leave out, when this title does so."""
    short = item.short
    if item.head == title.head or short[:1] != (_bare_head(item, title),) or item.pictured > title.pictured:
        return item
    return replace(item, core=short, words=frozenset(short))


def _bare_head(item: Item, title: Title) -> str:
    """Return the first word that the title has in common with the requirement's kind; a picture need not say it."""
    says_picture = item.pictured and title.head in PICTURES and title.head != item.head and len(title.core) > 1
    return title.core[1] if says_picture else title.head


def _bare_words(item: Item, title: Title) -> frozenset[str]:
    return title.words - (PICTURES - item.words) if item.pictured and title.pictured else title.words


def _foremost(covered: list[Item], title: Title, period: Period | None) -> Item | None:
    """Return the one of several wholly named requirements that is meant, or None."""
    largest = max(covered, key=lambda item: len(item.words))
    same = [item for item in covered if item.words == largest.words]
    others = [item for item in covered if item.words != largest.words]
    exact = sorted(title.core) == sorted(largest.core)
    if any(not item.words < largest.words or (item.head == title.head and not exact) for item in others):
        return None
    if len(same) == 1:
        return largest
    return _of_cadence(same, title, period)


def _nearly(titles: Titles, siblings: list[Item], title: Title, period: Period | None) -> Item | None:
    """Return the only requirement that all the title's words are from, when they are most of its words."""
    holding = [item for item in siblings if _bare_words(item, title) <= item.words]
    if not holding or any(item.words != holding[0].words for item in holding):
        return None
    only = holding[0] if len(holding) == 1 else _of_cadence(holding, title, period)
    return only if only and titles.weight(title.words) >= _ENOUGH * titles.weight(only.words) else None


def _of_cadence(same: list[Item], title: Title, period: Period | None) -> Item | None:
    """Return the one of several requirements with the same words that falls due as often as the title says."""
    cadence = title.cadence or cadence_of(period)
    fitting = [item for item in same if item.cadence & cadence]
    return fitting[0] if len(fitting) == 1 and len(cadence) == 1 else None


def _strays(titles: Titles, best: Item, title: Title) -> bool:
    """Tell whether the title says more that is not to the point than so few words can outweigh.

    A "Banner HUT RI" is not the "Banner" of the plan, and an "Undangan" of another indicator's subject not the
    "Undangan" of this one; a long title is surely meant in spite of a stray word.
    """
    strays = set(title.foreign)
    if len(best.words) == 1:
        strays |= title.words - best.words - titles.context.about(best.code.indicator) - EVERYDAY
    return len(strays) > _STRAY_WORDS or len(strays) * 2 >= max(len(best.words), 2)


def _is_torn(titles: Titles, best: Item, siblings: list[Item], title: Title) -> bool:
    """Tell whether the title says words of another requirement of the indicator, or cut short fits it as well."""
    leftover = title.words - best.words
    others = [item for item in siblings if item.words != best.words]
    if any(leftover & (item.words - best.words) for item in others if not other_kind(title, item)):
        return True
    is_short = best.words < titles.by_code[best.code].words
    return is_short and any(title.words <= item.words for item in others)


def _better_elsewhere(titles: Titles, best: Item, title: Title) -> bool:
    """Tell whether another indicator asks for a document that the title names more fully."""
    named = best.words & title.words
    reached = titles.weight(named)
    return any(
        item.head == title.head
        and item.words <= title.words
        and (best.words < item.words or (named < best.words and titles.weight(item.words) >= reached))
        for item in titles.having(title.head)
    )


def cadence_of(period: Period | None) -> frozenset[str]:
    """Return how often a document of this period is made: once a month, a quarter, half a year."""
    days = (period.end - period.start).days + 1 if period else 0
    return frozenset(name for least, most, name in _BY_DAYS if least <= days <= most)
