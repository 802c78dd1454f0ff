"""Words that a scan was misread into: pernbangunan is pembangunan, pe1ayanan is pelayanan.

Only a word that is in no dictionary is looked at, and only one confusion of shapes is undone in it, at one place or
everywhere; it is repaired only when a form of a word of the lexicon is left.
"""

import re
from collections.abc import Iterator
from functools import cache

from ziarchive.search import roots
from ziarchive.search.lexicon import lexicon

SHORTEST = 5
"""Letters of the shortest word that is repaired: shorter ones are names and codes."""
SHORTEST_ROOT = 4
LONG = 8
"""Letters of a word that may have a shorter root."""
SHAPES = (
    ("rn", "m"),
    ("my", "rny"),
    ("1", "l"),
    ("1", "i"),
    ("0", "o"),
    ("5", "s"),
    ("8", "b"),
    ("i", "l"),
    ("vv", "w"),
    ("l", "i"),
    ("c", "e"),
    ("cl", "d"),
    ("ii", "n"),
)
"""What stands there, and what was printed, the likeliest first; in lower case, so that an I in print is here an i."""
_DOUBTFUL = frozenset(("l", "c", "cl", "ii"))
"""Undone only where the letters that stand there follow each other in no word: a climate is no misread dimate."""
_READ_AS = {meant: [seen for seen, other in SHAPES if other == meant] for _, meant in SHAPES}
_PREFIXES = ("^di", "^ke", "^se", "^me", "^pe", "ber", "ter", "per", "eng", "em")
_ENDINGS = ("an$", "kan", "i$", "nya")


def repaired(word: str) -> str:
    """Return what was printed where the folded word stands, or nothing."""
    if len(word) < SHORTEST:
        return ""
    likely = (each for seen, meant in SHAPES if seen in word for each in _undone(f"^{word}$", seen, meant))
    return next((each for each in likely if _known(each)), "")


def pattern(text: str) -> str:
    """Return a regular expression for folded text that finds it also where one of its shapes was misread."""
    shapes = [[letter, *_READ_AS.get(letter, ())] for letter in text]
    if text.startswith("ny"):  # of pernyataan, misread as pemyataan
        shapes[0].append("m")
    if text.endswith("r"):  # of besarnya, misread as besamya
        shapes[-1].append("m")
    return "".join(f"(?:{'|'.join(map(re.escape, each))})" for each in shapes)


def _known(word: str) -> bool:
    root = roots.find(word)
    return len(root) >= SHORTEST_ROOT or (root != "" and len(word) >= LONG)


def _undone(word: str, seen: str, meant: str) -> Iterator[str]:
    """Yield the word with the shape undone at each place, then everywhere, if it can be pronounced."""
    pieces = word.split(seen)
    for place in range(1, len(pieces)):
        before, after = seen.join(pieces[:place]), seen.join(pieces[place:])
        if _stands(before, seen, after) or (seen, meant, after) == ("1", "i", "$"):  # tahap1
            continue
        if _follow(before[-2:] + meant + after[:2]):
            yield (before + meant + after)[1:-1]
    if len(pieces) > 2 and _follow(everywhere := meant.join(pieces)):
        yield everywhere[1:-1]


def _stands(before: str, seen: str, after: str) -> bool:
    """Tell whether the shape is likely to be what was printed: tanah ends so, and so do hall, and clan begins."""
    if seen in _DOUBTFUL:
        return _follow(before[-2:] + seen + after[:2]) or seen in (before[-1], after[0]) or before + seen == "^cl"
    return seen == "i" and after == "ah$"


def _follow(letters: str) -> bool:
    """Tell whether each three letters in a row also stand so in a word."""
    return all(_in_a_row(letters[at : at + 3]) for at in range(len(letters) - 2))


@cache
def _in_a_row(three: str) -> bool:
    """Tell whether the three letters stand so in a word; few are ever asked for, so none is looked up ahead."""
    return three in _all_words()


@cache
def _all_words() -> str:
    """Return every word, where ^ and $ are its ends, and every beginning and end of a word with an affix."""
    words = [f"^{word}$" for word in lexicon()]
    starts, ends = {word[1:3] for word in words}, {word[-3:-1] for word in words}
    affixed = [prefix + start for prefix in _PREFIXES for start in starts]
    affixed += [end + ending for ending in _ENDINGS for end in ends]
    return " ".join((*words, *affixed))
