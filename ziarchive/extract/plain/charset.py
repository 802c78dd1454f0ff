"""Decodes text of unknown encoding: UTF-8 when it is valid, UTF-16, else the code page of its author's Windows."""

import codecs
import re
from contextlib import suppress

from charset_normalizer import from_bytes

from ziarchive.extract.plain.utf16 import utf16_of

USUAL = "cp1252"
"""Windows in Western languages, Indonesian too; holds every letter of Latin-1."""
_OTHERS = ["cp1250", "cp1251", "cp1256", "shift_jis", "gb18030", "big5", "euc_kr"]
_NO_CHARSETS = frozenset(("idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "unicode_escape"))
"""Python has these codecs too, but text is never written in them."""
_SAMPLE = 1 << 16
_ENOUGH = 8
"""Bytes; on fewer letters any guess is a coin toss."""


def decode(raw: bytes, declared: str = "", whole: bool = True) -> str:
    """Return the text; unless `whole`, a character cut in two at the end is no fault.

    A mark of Unicode at the start beats `declared`, which a web page or mail says of itself.
    """
    found = utf16_of(raw)
    if found:
        return raw.decode(found, "replace")
    if declared and not raw.startswith(codecs.BOM_UTF8):
        with suppress(LookupError):
            return raw.decode(_web_name(declared), "replace")
    try:
        return codecs.getincrementaldecoder("utf-8-sig")().decode(raw, final=whole)
    except UnicodeDecodeError:
        return raw.decode(_guessed(raw[:_SAMPLE]), "replace")


def _web_name(declared: str) -> str:
    """Return the codec that browsers use for a name: pages that say Latin-1 or ASCII mean Windows.

    Raises `LookupError` when it names no charset.
    """
    codec = codecs.lookup(declared.strip()).name
    if codec in _NO_CHARSETS:
        raise LookupError(declared)
    return USUAL if codec in ("iso8859-1", "ascii") else codec


def _guessed(sample: bytes) -> str:
    """Return the usual code page, unless most letters lie beyond ASCII: another script, worth a guess."""
    letters = re.sub(rb"[\s0-9!-/:-@\[-`{-~]", b"", sample)
    if len(letters) < _ENOUGH or sum(byte > 0x7F for byte in letters) * 2 < len(letters):
        return USUAL
    best = from_bytes(sample, cp_isolation=[USUAL, *_OTHERS]).best()
    return best.encoding if best else USUAL
