"""Knows UTF-16, with or without its mark: Windows programs save "Unicode text" so."""

import codecs
import re

_SAMPLE = 4096
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def utf16_of(raw: bytes) -> str:
    """Return the codec that reads `raw`, or an empty string when it is no UTF-16 in Latin letters."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = raw[:_SAMPLE]
    if _mostly_zero(sample[1::2]) and _is_text(sample, "utf-16-le"):
        return "utf-16-le"
    return "utf-16-be" if _mostly_zero(sample[::2]) and _is_text(sample, "utf-16-be") else ""


def _mostly_zero(half: bytes) -> bool:
    return len(half) > 1 and half.count(0) * 10 >= len(half) * 7


def _is_text(sample: bytes, codec: str) -> bool:
    return not _CONTROLS.search(sample.decode(codec, "ignore"))
