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
_NO_SHAPES = frozenset("234679./")
"""What looks like no letter: with one it is no word, whatever else is undone."""
_VOWELS = tuple("aiueo")
"""Behind one a letter may well stand twice: cells are no misread celis, but hasll is hasil."""
_PREFIXES = ("^di", "^ke", "^se", "^me", "^pe", "ber", "ter", "per", "eng", "em")
_ENDINGS = ("an$", "kan", "i$", "nya")


def repaired(word: str) -> str:
    """Return what was printed where the folded word stands, or nothing."""
    if not _NO_SHAPES.isdisjoint(word):
        return ""
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
        for at, end in _places(edged, seen):
            beside = edged[at - 1], edged[end]
            no_twin = seen in beside and edged[:at].rstrip(seen)[-1] not in _VOWELS
            may_be = len(edged) > LONG + 1 or len(seen) > 1 or no_twin
            if may_be and edged[at:] != "l$" and meant not in beside and _follow(_near(edged, at, meant, end)):
                yield _with(edged, at, meant, end)


def _twice(edged: str) -> Iterator[str]:
    """Yield the word with two confusions undone, the first one of a shape that cannot have been printed there."""
    for seen, meant in SHAPES:
        if seen not in _CLEAR or seen not in edged:
            continue
        for at, end in _places(edged, seen):
            if not _follow(_near(edged, at, seen, end)) and not _counts(edged, at, seen):
                once = f"^{_with(edged, at, meant, end)}$"
                yield from chain(_likely(once), _doubtful(once))


def _places(edged: str, seen: str) -> Iterator[tuple[int, int]]:
    """Yield where the shape begins and ends, each time that it stands there."""
    end = 0
    while (at := edged.find(seen, end)) >= 0:
        end = at + len(seen)
        yield at, end


def _near(edged: str, at: int, shape: str, end: int) -> str:
    """Return a shape in the place of another, with the two letters on either side."""
    return edged[at - 2 if at > 1 else 0 : at] + shape + edged[end : end + 2]


def _with(edged: str, at: int, shape: str, end: int) -> str:
    """Return the bare word with a shape in the place of another."""
    return (edged[:at] + shape + edged[end:])[1:-1]


def _undone(edged: str, seen: str, meant: str) -> Iterator[str]:
    """Yield the word with the shape undone at each place, then everywhere, if it can be pronounced."""
    for at, end in _places(edged, seen):
        if not _follow(_near(edged, at, meant, end)):  # the likeliest to fail
            continue
        if not _stands(edged, at, seen, end) and not (meant == "i" and _counts(edged, at, seen)):
            yield _with(edged, at, meant, end)
    if edged.count(seen) > 1 and _follow(everywhere := edged.replace(seen, meant)):
        yield everywhere[1:-1]


def _stands(edged: str, at: int, seen: str, end: int) -> bool:
    """Tell whether the shape is likely to be what was printed: tanah ends so, and so do hall, and clan begins."""
    if seen in _DOUBTFUL:
        twin = seen in (edged[at - 1], edged[end])
        return twin or edged[:end] == "^cl" or _follow(_near(edged, at, seen, end))
    return seen == "i" and edged[end:] == "ah$"


def _counts(edged: str, at: int, seen: str) -> bool:
    """Tell whether the shape is a number behind a word: tahap1."""
    return seen == "1" and edged[at + 1 :] == "$" and roots.find(edged[1:at]) != ""


def _follow(letters: str) -> bool:
    """Tell whether each three letters in a row also stand so in a word."""
    known = _in_a_row()
    for at in range(len(letters) - 2):  # noqa: SIM110 - a loop takes half the time, and every unknown word comes here
        if letters[at : at + 3] not in known:
            return False
    return True


@cache
def _in_a_row() -> frozenset[str]:
    """Return every three letters that stand in a row in a word; made at once, as a search for each costs more."""
    words = _all_words()
    return frozenset(map("".join, zip(words, words[1:], words[2:], strict=False)))


def _all_words() -> str:
    """Return every word, where ^ and $ are its ends, and every beginning and end of a word with an affix."""
    words = lexicon()
    starts, ends = {word[:2] for word in words}, {word[-2:] for word in words}
    affixed = [prefix + start for prefix in _PREFIXES for start in starts]
    affixed += [end + ending for ending in _ENDINGS for end in ends]
    return " ".join((f"^{'$ ^'.join(words)}$", *affixed))
