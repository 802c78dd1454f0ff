"""How text is cut into words and codes, as everything that is searched or searched for is.

It is cut at everything that is not a letter or digit, so `_ - . /` part words and one-character tokens stay. A code
such as I.4.1.2 or 800/123 also gives one whole token, its separators made dots. Every worker starts with this
room: what stems need is elsewhere.
"""

import re
import unicodedata

_CODE_PART = r"(?:\d+|[ivx]+|[a-z])"
_LAW_ITSELF = r"undang[-\s]{1,3}undang"
"""A law is one word, with or without its hyphen: else who looks for an undangan finds every law."""
_LAW = rf"{_LAW_ITSELF}[^\W_]*|per{_LAW_ITSELF}[^\W_]*"
_PLAIN = r"[a-hj-oq-twyz][a-z][^\W_]*"
"""A word that begins like no code and no law: most do, and nothing else is tried on them."""
TOKEN = re.compile(rf"{_PLAIN}|{_LAW}|{_CODE_PART}(?:[./-]{_CODE_PART})+(?![^\W_])|[^\W_]+")
"""A code, or a word; for folded text."""
_ANY_LAW = re.compile(_LAW_ITSELF)
PARTS = re.compile(rf"{_LAW}|[^\W_]+")
_JOINTS = "./-"
"""What may join the parts of a code or law."""
_PIECE = re.compile(rf"[^\W_]+(?:[{_JOINTS}][^\W_]+)*")
_APART = {mark: " " for mark in range(128) if not chr(mark).isalnum() and chr(mark) not in _JOINTS}


def fold(text: str) -> str:
    """Return the text as it is compared: compatibility-composed and in lower case."""
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).lower()


def cut(text: str) -> list[str]:
    """Return the words and codes in order, folded; a code is one string with its separators."""
    return TOKEN.findall(_with_laws(fold(text)))


def pieces(text: str) -> list[str]:
    """Return the text in order and folded, cut where no word and no code goes on: nearly every piece is a word.

    `TOKEN` finds in each piece what it finds of it in the text, in a third of the time.
    """
    folded = _with_laws(fold(text))
    return folded.translate(_APART).replace(". ", " ").split() if folded.isascii() else _PIECE.findall(folded)


def surfaces(text: str) -> list[str]:
    """Return the words as they are written, folded, codes in parts."""
    return PARTS.findall(_with_laws(fold(text)))


def word_at(folded: str, at: int) -> tuple[int, int, str]:
    """Return where the word begins and ends that holds the character at `at`, and the word."""
    while at and folded[at - 1].isalnum():
        at -= 1
    found = PARTS.match(folded, at)
    end = found.end() if found else at
    return at, end, _with_laws(folded[at:end])


def _with_laws(folded: str) -> str:
    return _ANY_LAW.sub("undang-undang", folded)


def whole_code(token: str) -> str:
    """Return a code of `cut` with dots between its parts; nothing for an abbreviation such as a.n."""
    return re.sub("[/-]", ".", token) if any(map(str.isdigit, token)) else ""


def pattern(word: str) -> str:
    """Return the regular expression for a word of `surfaces` as it stands in folded text."""
    return re.escape(word).replace(r"undang\-undang", _LAW_ITSELF)
