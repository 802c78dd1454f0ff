"""Makes text from foreign files safe to store, index and show.

Nothing visible is changed: compatibility folding (NFKC) is for the index only, so that a page
shows and quotes what its author wrote.
"""

import re

_NEWLINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# Controls (all but tab and newline), soft hyphen, invisible blanks and joiners, marks of direction, byte-order mark,
# noncharacters.
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)


def clean(text: str) -> str:
    """Return `text` with plain newlines and without control characters or lone surrogates.

    Surrogate pairs that a reader left split are joined first. Cleaning twice changes nothing.
    """
    plain = text.replace("\r\n", "\n")
    if plain.replace("\n", "").replace("\t", "").isprintable():  # nearly every page; a quick look tells
        return plain
    if _SURROGATES.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    return _NEWLINES.sub("\n", _UNWANTED.sub("", text))
