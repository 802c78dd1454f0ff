"""The font of the PDF: Vera, which reportlab brings along, embedded; what it lacks is written as its number.

A PDF that names a font without holding it looks different on every machine, and drops what that font lacks.
"""

from functools import cache
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from ziarchive.papers.words import number_of

NORMAL, BOLD, ITALIC, BOTH = "Vera", "VeraBd", "VeraIt", "VeraBI"


def register() -> None:
    """Make the fonts known to reportlab, which keeps them by name for the whole process."""
    for name in (NORMAL, BOLD, ITALIC, BOTH):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))
    pdfmetrics.registerFontFamily(NORMAL, normal=NORMAL, bold=BOLD, italic=ITALIC, boldItalic=BOTH)


@cache
def _known() -> frozenset[str]:
    register()
    return frozenset(map(chr, pdfmetrics.getFont(NORMAL).face.charToGlyph))


def lacks(text: str) -> bool:
    """Tell whether a text holds a sign that the font has not."""
    return not _known().issuperset(text)


def fitted(text: str) -> str:
    """Return a text in signs of the font."""
    return "".join(sign if sign in _known() else number_of(sign) for sign in text) if lacks(text) else text


def marked(text: str) -> str:
    """Return a text in signs of the font, as a paragraph's markup takes it."""
    return escape(fitted(text))
