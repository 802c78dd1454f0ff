"""Judges whether text is made of words, or is what a bad scanner's text layer holds.

No dictionary: what shows is letters run into signs or digits ("BAI\\IDUNG", "D€sa"), capitals with a small
letter among them ("PRESlDEN"), letters that no word sets side by side. Figures, codes, acronyms, addresses
and scripts other than Latin are neither words nor garbage, and do not count.
"""

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\S+")
_EDGES = re.compile(r"^[^\w€\\^~¥£]+|[^\w€\\^~¥£]+$")
_APART = re.compile(r"[-/.,;:'’‘\"“”()&+–—_=…·•]+|(?<=\w)[\[\]<>{}*#!?%](?=\w)")
"""What joins words in good text, also where a space is missing after it."""
_ADDRESS = re.compile(r"@|://|www\.|\.(com|id|org|net)\b|^[A-Za-z]:\\|^\\\\", re.IGNORECASE)
_LATIN = re.compile("^[A-Za-zÀ-ÖØ-öø-ÿ]+$")
_SIGN_INSIDE = re.compile(r"[A-Za-z][€\\|^~¥§£¢¬±«»¤¦°][A-Za-z]|^[€\\^~¥£][A-Za-z]{2}")
_DIGIT_INSIDE = re.compile(r"[a-z]{2}[0-9][a-z]|[a-z][0-9][a-z]{2}|[A-Z]{3}[01][A-Z]{2}")
_SMALL_AMONG_CAPITALS = re.compile("[A-Z]{2}[a-z]{1,2}[A-Z]")
_CAPITAL_AT_END = re.compile("^[A-Z]?[a-z]{3,}[A-Z]$|[a-z][A-Z][a-z][A-Z][a-z]")
_VOWEL = re.compile("[aeiouyà-öø-ÿ]", re.IGNORECASE)
_HEAP = re.compile("[bcdfghjklmnpqrstvwxz]{6}|(.)\\1{3}", re.IGNORECASE)
_STRANGE = re.compile(
    "q[^uaiorl]|[^aeiouy]x[^aeiouyptc]|[^i]j[bcdfghlmnpqrstvwxz]|v[bcdfghjmnpqtwxz]|[bcdfgpqvxz]w[bcdfghjklmnpqrstvwxz]"
    "|z[bcdfgjkmnpqrstvx]|[bdfgjklmpqvwxz]x|[cfghjqvwxz]q|hh|jj|kk[bcdfgjqvwxz]|vv|ww|uuu",
    re.IGNORECASE,
)
_SHORT = re.compile(
    "di|ke|ia|yg|dr|ir|hj|st|sh|se|si|mm|no|rp|tgl|ttd|nip|drs|an|of|to|in|on|at|by|is|it|as|or|be|we|he|do|so|if|up",
    re.IGNORECASE,
)
"""Words too short, or without a vowel, for the statistics to know them."""


@dataclass(frozen=True, slots=True)
class Legibility:
    """How many tokens of a text look like words, and how many like garbage."""

    words: int
    garbage: int

    @property
    def share(self) -> float:
        """Words among the tokens that tell, 0 to 1; 1 when none tells."""
        judged = self.words + self.garbage
        return self.words / judged if judged else 1.0


def legibility(text: str) -> Legibility:
    words = garbage = 0
    for token in _TOKEN.findall(text):
        verdict = _verdict(token)
        words += verdict is True
        garbage += verdict is False
    return Legibility(words, garbage)


def looks_like_word(token: str) -> bool:
    """Tell whether a token, with the marks around it, is a word or a name of three letters at least, or a short one."""
    return _verdict(token) is True


def _verdict(token: str) -> bool | None:
    """Return True for a word, False for garbage, None where neither is sure."""
    if _ADDRESS.search(token):
        return None
    bare = _EDGES.sub("", token)
    if _SIGN_INSIDE.search(bare):
        return False
    verdicts = [_part(part) for part in _APART.split(bare) if part]
    if False in verdicts:
        return False
    return True if True in verdicts else None


def _part(part: str) -> bool | None:
    """Judge what stands between joints: letters, or letters with something in them."""
    if not _LATIN.match(part):
        return False if _DIGIT_INSIDE.search(part) else None
    if _SHORT.fullmatch(part):
        return True
    if len(part) < 3:
        return None
    if _SMALL_AMONG_CAPITALS.search(part) or _CAPITAL_AT_END.search(part):
        return False
    return _spelled(part)


def _spelled(part: str) -> bool | None:
    acronym = part.isupper() and len(part) <= 8
    if not _VOWEL.search(part) or _HEAP.search(part):
        return None if acronym or len(part) < 5 else False
    if _STRANGE.search(part):
        return None if acronym or len(part) < 4 else False
    return True
