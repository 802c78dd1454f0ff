"""Weak evidence: what counts today, and why an assessor may not be content with it.

Pure rules, a file for each family: `dates`, `condition`, `copies`, `shrunk`, `meetings`, `dropped`. They
change no state; `adviser` puts them together over a gap report and keeps what did not change. What they
need of a text is its `gist`. A false alarm costs more trust than a missed one: where a
fact has an innocent reading, a rule says nothing.
"""

from ziarchive.advice.adviser import Advised, Adviser, Asked
from ziarchive.advice.answer import WEAKNESSES, Advice, Weakness
from ziarchive.advice.forms import as_json
from ziarchive.advice.picking import Narrowing, of_document, of_slot
from ziarchive.advice.shrunk import Before

__all__ = [
    "WEAKNESSES", "Advice", "Advised", "Adviser", "Asked", "Before", "Narrowing", "Weakness",
    "as_json", "of_document", "of_slot",
]  # fmt: skip
