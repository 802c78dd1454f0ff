"""Words that a scan was misread into: pernbangunan is pembangunan, pe1ayanan is pelayanan.

Only a word that is in no dictionary is looked at. One confusion of shapes is undone in it, at one place or everywhere,
and it is repaired only when a form of a word of the lexicon is left. Where that fails, what is left must have a long
root: then one letter that could well stand there is undone (penilalan), or two confusions (larnplran).
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from ziarchive.search import roots
from ziarchive.search.lexicon import lexicon

SHORTEST = 5
"""Letters of the shortest word that is repaired to any other: shorter ones are names and codes."""
_SHORTER = frozenset(("izin", "misi", "unit"))
"""Words with fewer letters that are read so often that a misread one is repaired, too."""
SHORTEST_ROOT = 4
SURE_ROOT = 5
"""Letters of the root that an unlikely repair must have."""
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
_CLEAR = ("rn", "1", "0", "5", "8", "vv")
"""Shapes that nothing but a misreading puts among letters that do not stand around them in any word."""
_READ_AS = {meant: [seen for seen, other in SHAPES if other == meant] for _, meant in SHAPES}
_VOWELS = tuple("aiueo")
"""Behind one a letter may well stand twice: cells are no misread celis, but hasll is hasil."""
_PREFIXES = ("^di", "^ke", "^se", "^me", "^pe", "ber", "ter", "per", "eng", "em")
_ENDINGS = ("an$", "kan", "i$", "nya")


def repaired(word: str) -> str:
    """Return what was printed where the folded word stands, or nothing."""
    edged = f"^{word}$"
    if len(word) < SHORTEST:
        return next((each for each in _likely(edged) if each in _SHORTER), "")
    found = next((each for each in _likely(edged) if _known(each)), "")
    unlikely = () if found else chain(_doubtful(edged), _twice(edged))
    return found or next((each for each in unlikely if len(roots.find(each)) >= SURE_ROOT), "")


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


def _likely(edged: str) -> Iterator[str]:
    """Yield the word, its ends marked by ^ and $, with each one confusion undone that is likely to be one."""
    return (each for seen, meant in SHAPES if seen in edged for each in _undone(edged, seen, meant))


def _doubtful(edged: str) -> Iterator[str]:
    """Yield the word with a shape undone that may as well be what was printed, but for its last letter: bantul."""
    for seen, meant in SHAPES:
        if seen not in _DOUBTFUL or seen not in edged:
            continue
        for before, after in _around(edged, seen):
            beside = before[-1], after[0]
            no_twin = seen in beside and before.rstrip(seen)[-1] not in _VOWELS
            may_be = len(edged) > LONG + 1 or len(seen) > 1 or no_twin
            if may_be and seen + after != "l$" and meant not in beside and _follow(before[-2:] + meant + after[:2]):
                yield (before + meant + after)[1:-1]


def _twice(edged: str) -> Iterator[str]:
    """Yield the word with two confusions undone, the first one of a shape that cannot have been printed there."""
    for seen, meant in SHAPES:
        if seen not in _CLEAR or seen not in edged:
            continue
        for before, after in _around(edged, seen):
            if not _follow(before[-2:] + seen + after[:2]) and not _counts(before, seen, after):
                once = before + meant + after
                yield from chain(_likely(once), _doubtful(once))


def _around(edged: str, seen: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before and after the shape at each place."""
    pieces = edged.split(seen)
    return ((seen.join(pieces[:place]), seen.join(pieces[place:])) for place in range(1, len(pieces)))


def _undone(word: str, seen: str, meant: str) -> Iterator[str]:
    """Yield the word with the shape undone at each place, then everywhere, if it can be pronounced."""
    for before, after in _around(word, seen):
        if _stands(before, seen, after) or (meant == "i" and _counts(before, seen, after)):
            continue
        if _follow(before[-2:] + meant + after[:2]):
            yield (before + meant + after)[1:-1]
    if word.count(seen) > 1 and _follow(everywhere := word.replace(seen, meant)):
        yield everywhere[1:-1]


def _stands(before: str, seen: str, after: str) -> bool:
    """Tell whether the shape is likely to be what was printed: tanah ends so, and so do hall, and clan begins."""
    if seen in _DOUBTFUL:
        return _follow(before[-2:] + seen + after[:2]) or seen in (before[-1], after[0]) or before + seen == "^cl"
    return seen == "i" and after == "ah$"


def _counts(before: str, seen: str, after: str) -> bool:
    """Tell whether the shape is a number behind a word: tahap1."""
    return (seen, after) == ("1", "$") and roots.find(before[1:]) != ""


def _follow(letters: str) -> bool:
    """Tell whether each three letters in a row also stand so in a word."""
    known = _in_a_row()
    return all(letters[at : at + 3] in known for at in range(len(letters) - 2))


@cache
def _in_a_row() -> frozenset[str]:
    """Return every three letters that stand in a row in a word; made at once, as a search for each costs more."""
    words = _all_words()
    return frozenset(words[at : at + 3] for at in range(len(words) - 2))


def _all_words() -> str:
    """Return every word, where ^ and $ are its ends, and every beginning and end of a word with an affix."""
    words = [f"^{word}$" for word in lexicon()]
    starts, ends = {word[1:3] for word in words}, {word[-3:-1] for word in words}
    affixed = [prefix + start for prefix in _PREFIXES for start in starts]
    affixed += [end + ending for ending in _ENDINGS for end in ends]
    return " ".join((*words, *affixed))
