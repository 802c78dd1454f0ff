"""The period or date that a document's text gives it: its heading, its signature, then its number."""

import re
from collections.abc import Sequence

from ziarchive.model import Period
from ziarchive.naming.headings import find_heading
from ziarchive.naming.letterdates import find_letter_date
from ziarchive.naming.numbers import find_number_date

_DECREE = re.compile(r"\b(?:KEPUTUSAN|PERATURAN)\b")
_SIGNATURE = re.compile(r"D(?<!\wD)(?:itetapkan|ITETAPKAN)\s{1,9}(?i:di)\b")
"""A word that begins so; a letter first is looked for many times as fast as an edge."""
_PREFACE = re.compile(r"(?im)^\W*kata pengantar\W*$")
_OF_PREFACE = "kata pengantar"
_HEAD, _NEAR = 1500, 4


def own_date(pages: Sequence[str]) -> Period | None:
    """Return what the pages say of when the document is from, or None; nothing is guessed.

    A report is from the period in its heading. Else the first page tells, then the last, then the
    signed page of a decree or the preface near the beginning, then the number on the first.
    """
    if not pages:
        return None
    first = pages[0]
    told = find_heading(first) or find_letter_date(first)
    if not told and len(pages) > 1:
        told = find_letter_date(pages[-1]) or _near(pages)
    return told or find_number_date(first)


def _near(pages: Sequence[str]) -> Period | None:
    for page in pages[1:_NEAR]:
        signed = _SIGNATURE.search(page) and _DECREE.search(pages[0][:_HEAD])
        if signed or (_OF_PREFACE in page.lower() and _PREFACE.search(page)):
            return find_letter_date(page)
    return None
