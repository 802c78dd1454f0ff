"""Walks a WordprocessingML tree in reading order, and cuts it into pages.

The walk is flat (no recursion) and never asks for a table's grid, which takes forever on merged
columns. Both OOXML dialects share the local names used here. A page ends at an explicit break, where
Word last drew one, or at a section that begins on a new page.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from lxml import etree

_W = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_OTHERS = (
    f"{{{_COMPATIBILITY}}}Fallback",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}t",
    "{http://purl.oclc.org/ooxml/officeDocument/math}t",
    "{urn:schemas-microsoft-com:vml}textpath",
)
_MARKS = {"F0FC": "✓", "F0FE": "☑", "F0FB": "✗", "F0FD": "☒", "F0A8": "☐", "F06F": "☐", "F0B7": "•"}
"""What Word's symbol fonts draw at private code points, as far as evidence uses them."""

Notes = Mapping[tuple[str, str], str]
"""Footnotes, endnotes and comments by (kind, id); the kind is footnote, endnote or comment."""


@dataclass(slots=True)
class _Walk:
    """The state of one walk."""

    notes: Notes
    section_ends: frozenset[Any]
    pages: list[str] = field(default_factory=list)
    used: set[tuple[str, str]] = field(default_factory=set)
    buffers: list[list[str]] = field(default_factory=lambda: [[]])
    """A stack: a text box writes aside, and joins after the paragraph that anchors it."""
    aside: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    """Notes to stand at the end of the current page."""
    written: bool = False
    row_broke: bool = False
    starts: list[int] = field(default_factory=list)
    """Where the open rows and cells of tables begin in the buffer."""
    section_ended: bool = False

    def write(self, text: str) -> None:
        self.buffers[-1].append(text)
        self.written = self.written or not text.isspace()

    def turn(self) -> None:
        """End the page; inside a text box there are none."""
        if len(self.buffers) == 1:
            self.pages.append("".join(self.buffers[0] + self.below))
            self.buffers, self.below, self.written = [[]], [], False
            self.starts = [0] * len(self.starts)

    def turn_if_written(self) -> None:
        """End the page where Word drew a break, unless an explicit one has just ended it."""
        if self.written:
            self.turn()

    def separate(self, old: str, new: str) -> None:
        """End a cell or a row: `new` replaces what its last line ends with."""
        buffer, start = self.buffers[-1], self.starts.pop() if self.starts else 0
        while len(buffer) > start and buffer[-1] == old:
            buffer.pop()
        buffer.append(new)


def pages_of(root: Any, notes: Notes) -> list[str]:
    """Return the pages of a main part, each followed by the notes that it refers to."""
    walk = _Walk(notes, _section_ends(root))
    _run(walk, root)
    walk.below += [text for key, text in notes.items() if key not in walk.used]
    walk.turn()
    return walk.pages


def text_of(element: Any) -> str:
    """Return the text of a header, footer or note, without pages."""
    walk = _Walk({}, frozenset())
    _run(walk, element)
    walk.turn()
    return "".join(walk.pages)


def attribute(element: Any, name: str) -> str:
    """Return an attribute in either dialect; empty when it is missing."""
    return next((value for dialect in _W if (value := element.get(f"{{{dialect}}}{name}"))), "")


def local(element: Any) -> str:
    """Return an element's name without its namespace; comments and entities have none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _run(walk: _Walk, root: Any) -> None:
    walker = etree.iterwalk(root, events=("start", "end"), tag=_TAGS)
    for event, element in walker:
        name = local(element)
        if event == "end":
            _LEAVE.get(name, _nothing)(walk, element)
        elif name in _SKIPPED:
            if name != "Fallback" or has_choice(element):
                walker.skip_subtree()
        else:
            _ENTER.get(name, _nothing)(walk, element)


def has_choice(fallback: Any) -> bool:
    """Tell whether the same content stands beside a fallback, for newer readers."""
    parent = fallback.getparent()
    return parent is not None and parent.find(f"{{{_COMPATIBILITY}}}Choice") is not None


def _section_ends(root: Any) -> frozenset[Any]:
    """Return the section properties after which a new page begins: the next section says so."""
    sections = [s for dialect in _W for s in root.iter(f"{{{dialect}}}sectPr") if _is_current(s)]
    return frozenset(this for this, following in pairwise(sections) if _starts_page(following))


def _is_current(section: Any) -> bool:
    return local(section.getparent()) != "sectPrChange" if section.getparent() is not None else False


def _starts_page(section: Any) -> bool:
    kinds = [attribute(child, "val") for child in section if local(child) == "type"]
    return not kinds or kinds[0] not in ("continuous", "nextColumn")


def _nothing(walk: _Walk, element: Any) -> None:
    """Most elements only hold others."""


def _text(walk: _Walk, element: Any) -> None:
    walk.write(element.text or "")


def _tab(walk: _Walk, element: Any) -> None:
    # The same name describes a tab stop in a paragraph's properties.
    if local(element.getparent()) == "r":
        walk.write("\t")


def _break(walk: _Walk, element: Any) -> None:
    if attribute(element, "type") == "page":
        walk.turn()
    else:
        walk.write("\n")


def _drawn_break(walk: _Walk, element: Any) -> None:
    # A row that spans pages may carry one in every cell.
    if not walk.row_broke:
        walk.row_broke = any(True for _ in element.iterancestors(*(f"{{{dialect}}}tr" for dialect in _W)))
        walk.turn_if_written()


def _break_before(walk: _Walk, element: Any) -> None:
    if attribute(element, "val") not in ("0", "false", "off"):
        walk.turn_if_written()


def _symbol(walk: _Walk, element: Any) -> None:
    code = attribute(element, "char").upper()
    if code in _MARKS:
        walk.write(_MARKS[code])
    elif len(code) == 4 and code[0] not in "DEF" and all(digit in "0123456789ABCDEF" for digit in code):
        walk.write(chr(int(code, 16)))


def _note(walk: _Walk, element: Any) -> None:
    key = (local(element).removesuffix("Reference"), attribute(element, "id"))
    if key in walk.notes and key not in walk.used:
        walk.used.add(key)
        walk.below.append(walk.notes[key])


def _word_art(walk: _Walk, element: Any) -> None:
    walk.write(element.get("string", ""))


def _row(walk: _Walk, element: Any) -> None:
    walk.row_broke = False
    _cell(walk, element)


def _cell(walk: _Walk, element: Any) -> None:
    walk.starts.append(len(walk.buffers[-1]))


def _box(walk: _Walk, element: Any) -> None:
    walk.buffers.append([])


def _end_box(walk: _Walk, element: Any) -> None:
    if len(walk.buffers) > 1:
        walk.aside += walk.buffers.pop()


def _section(walk: _Walk, element: Any) -> None:
    walk.section_ended = walk.section_ended or element in walk.section_ends


def _end_paragraph(walk: _Walk, element: Any) -> None:
    walk.write("\n")
    if len(walk.buffers) == 1:
        walk.buffers[0] += walk.aside
        walk.aside.clear()
        if walk.section_ended:
            walk.section_ended = False
            walk.turn_if_written()


def _end_cell(walk: _Walk, element: Any) -> None:
    walk.separate("\n", "\t")


def _end_row(walk: _Walk, element: Any) -> None:
    walk.row_broke = False
    walk.separate("\t", "\n")


_Act = Callable[[_Walk, Any], None]
_SKIPPED = frozenset(("del", "moveFrom", "pPrChange", "Fallback"))
"""Deleted or moved-away text, former formatting, and what older readers see instead."""
_ENTER: dict[str, _Act] = {
    "t": _text,
    "tab": _tab,
    "ptab": _tab,
    "br": _break,
    "cr": lambda walk, element: walk.write("\n"),
    "noBreakHyphen": lambda walk, element: walk.write("-"),
    "sym": _symbol,
    "lastRenderedPageBreak": _drawn_break,
    "pageBreakBefore": _break_before,
    "footnoteReference": _note,
    "endnoteReference": _note,
    "commentReference": _note,
    "textpath": _word_art,
    "tr": _row,
    "tc": _cell,
    "txbxContent": _box,
    "sectPr": _section,
}
_LEAVE: dict[str, _Act] = {
    "p": _end_paragraph,
    "tc": _end_cell,
    "tr": _end_row,
    "txbxContent": _end_box,
}
_TAGS = [*_OTHERS, *(f"{{{dialect}}}{name}" for dialect in _W for name in (*_ENTER, *_LEAVE, *_SKIPPED))]
