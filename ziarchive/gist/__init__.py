"""What the advice on weak evidence needs of a text: small enough to keep, so that no text is read for advice again.

It is made where the text is extracted, and every worker starts with this room: it imports nothing of the program.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ziarchive.gist.inside import Inside, Number, inside
from ziarchive.gist.sketch import Sketch, sketch

__all__ = ["VERSION", "Gist", "Inside", "Number", "Sketch", "gist", "inside", "sketch"]

VERSION = 2
"""Raise it when the same text gives another gist: kept ones are then made anew, in the background."""


@dataclass(frozen=True, slots=True)
class Gist:
    """Of one text; that of a document without text is empty."""

    inside: Inside = field(default_factory=Inside)
    sketch: Sketch = b""


def gist(pages: Sequence[str]) -> Gist:
    """Return the gist of a text; takes a quarter of a millisecond for three pages."""
    return Gist(inside(pages), sketch(pages))
