"""Sets text in a PDF as office programs export it: embedded fonts, and each glyph put where the layout wants it.

Word and LibreOffice lay glyphs out on a grid of twips (a twentieth of a point) and export the
difference to the font's own widths glyph by glyph. Such pages cost a PDF reader several times
what a page costs whose lines are single strings in a standard font.
"""

from collections.abc import Iterator
from itertools import islice

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

FONT, BOLD = "Vera", "VeraBd"
_TWIPS = 20
"""Grid steps in a point."""
_SEEN = 2
"""A smaller step, in thousandths of the font size, is saved up for the next glyph."""

for _name in (FONT, BOLD):
    pdfmetrics.registerFont(TTFont(_name, f"{_name}.ttf"))  # they come with reportlab


class OfficeCanvas(Canvas):
    """A reportlab canvas for `FONT` and `BOLD`."""

    def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> PDFTextObject:
        return _Line(self, x, y, direction=direction)


class _Line(PDFTextObject):
    def _formatText(self, text: str) -> str:
        """Return the PDF operators that show `text`."""
        font, document = pdfmetrics.getFont(self._fontname), self._canvas._doc
        rest = iter(text)
        operators = []
        for subset, codes in font.splitString(text, document):
            if subset != self._curSubset:
                self._curSubset = subset
                operators.append(
                    f"{font.getSubsetInternalName(subset, document)} {self._fontsize} Tf {self._leading} TL"
                )
            steps = [self._step(char) for char in islice(rest, len(codes))]
            operators.append(f"[{''.join(_placed(codes, steps))}] TJ")
        return " ".join(operators)

    def _step(self, char: str) -> int:
        """Return how far the grid moves the next glyph to the left, in thousandths of the font size."""
        width = float(pdfmetrics.stringWidth(char, self._fontname, self._fontsize))
        return round((width - round(width * _TWIPS) / _TWIPS) * 1000 / self._fontsize)


def _placed(codes: bytes, steps: list[int]) -> Iterator[str]:
    run, step = "", 0
    for code, more in zip(codes, steps, strict=True):
        run += f"{code:02X}"
        step += more
        if abs(step) >= _SEEN:
            yield f"<{run}>{step}"
            run, step = "", 0
    if run:
        yield f"<{run}>"
