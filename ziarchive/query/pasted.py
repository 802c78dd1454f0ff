"""Makes what was typed or pasted comparable with the indexed text, before anything is read in it.

Word and its like put curly quotes, wide letters and invisible characters into what people paste.
"""

import re
import unicodedata

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
"""What people mean by a minus: Word makes a dash of it."""

_QUOTES = str.maketrans(
    dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u2036\u301d\u301e\u301f\uff02", '"')
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\u00b4\u0060\uff07", "'")
)
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
"""What no text in the index has either: see `extract.clean`."""


def straight(text: str) -> str:
    """Return the text with straight quotes, composed as the index has it, without invisible characters."""
    if text.isascii() and text.isprintable() and "`" not in text:
        return text
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", text.translate(_QUOTES)))
