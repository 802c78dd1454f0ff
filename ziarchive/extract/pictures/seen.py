"""What an engine saw in one picture: words, with how sure it is of each."""

from collections.abc import Iterable
from dataclasses import dataclass

from ziarchive.extract.clean import clean
from ziarchive.extract.pdf.legible import looks_like_word

_SOLID = 60.0
"""Percent from which on a word that looks like one is surely there."""
_ODD = 85.0
"""Percent that a picture's other marks need, to be no specks or edges."""
_SPECK = 30.0
"""Percent that marks among solid text need: a document's number is no word, but belongs to it."""


class Failed(Exception):
    """An engine could not judge one picture; the message says why, in the user's words."""


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    sure: float
    """Percent."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The text of one picture."""

    text: str = ""
    sure: float = 0.0
    """Percent: the mean over the letters kept."""
    score: float = 0.0
    """Letters, each counted by how sure the engine is of it: compares the turns of one picture."""
    solid: float = 0.0
    """Share, 0 to 1, of sure words in all that was seen, also in what was dropped: low when upside down."""

    @classmethod
    def of(cls, lines: Iterable[list[Word]]) -> "Seen":
        """Put lines of words together, leaving out what is no text; an empty line parts paragraphs."""
        lines = [[word for word in line if word.text.strip()] for line in lines]
        words = [word for line in lines for word in line]
        solid = _letters(word for word in words if word.sure >= _SOLID and looks_like_word(word.text))
        share = solid / max(1, _letters(words))
        keep = _kept_in_text if share >= 0.5 else _kept_in_picture
        kept = [[word for word in line if keep(word)] for line in lines]
        words = [word for line in kept for word in line]
        if not any(looks_like_word(word.text) for word in words) and keep is _kept_in_picture:
            return cls()
        letters = _letters(words)
        score = sum(len(word.text) * word.sure / 100 for word in words)
        return cls(_joined(kept), 100 * score / letters if letters else 0.0, score, share)


def _letters(words: Iterable[Word]) -> int:
    return sum(len(word.text) for word in words)


def _kept_in_text(word: Word) -> bool:
    return word.sure >= _SPECK or looks_like_word(word.text)


def _kept_in_picture(word: Word) -> bool:
    return word.sure >= (_SOLID if looks_like_word(word.text) else _ODD)


def _joined(lines: list[list[Word]]) -> str:
    """Return the text, with at most one empty line at a time and none at either end."""
    texts: list[str] = []
    for line in lines:
        text = " ".join(clean(" ".join(word.text for word in line)).split())
        if text or (texts and texts[-1]):
            texts.append(text)
    return "\n".join(texts).rstrip()
