"""Walks DrawingML (slides, notes, diagrams, charts) for its words, in file order.

Names are matched without their namespace: both OOXML dialects share them. The walk is flat.
"""

from typing import Any

from lxml import etree

from ziarchive.extract.office.words import has_choice, local

_TAGS = tuple(f"{{*}}{name}" for name in ("t", "text", "p", "br", "tc", "tr", "sp", "fld", "Fallback"))
_HOLLOW = frozenset(("sldNum", "sldImg"))
"""Placeholders that hold nothing a person wrote."""
_ENDS = {"p": "\n", "text": "\n", "br": "\n"}
_GRID = {"tc": ("\n", "\t"), "tr": ("\t", "\n")}
"""What a cell or a row ends with, and what stands there instead."""


def words_of(root: Any, without: frozenset[str] = frozenset()) -> str:
    """Return the text; cells are parted by tabs, rows and paragraphs by newlines.

    `without` names further placeholder types to leave out.
    """
    found: list[str] = []
    starts: list[int] = []
    walker = etree.iterwalk(root, events=("start", "end"), tag=_TAGS)
    for event, element in walker:
        name = local(element)
        if event == "end":
            _leave(found, starts, name)
        elif name in _GRID:
            starts.append(len(found))
        elif _is_left_out(name, element, without):
            walker.skip_subtree()
        elif name in ("t", "text") and not any(map(local, element)):
            found.append(element.text or "")
    return "".join(found)


def _leave(found: list[str], starts: list[int], name: str) -> None:
    if name in _ENDS:
        found.append(_ENDS[name])
    elif name in _GRID and starts:
        old, new = _GRID[name]
        start = starts.pop()
        found[start:] = ["".join(found[start:]).rstrip(old) + new]


def _is_left_out(name: str, element: Any, without: frozenset[str]) -> bool:
    if name == "sp":
        return _placeholder(element) in _HOLLOW | without
    if name == "fld":
        return str(element.get("type", "")) == "slidenum"
    return name == "Fallback" and has_choice(element)


def _placeholder(shape: Any) -> str:
    """Return what a shape stands in for (title, body, sldNum …); empty for a free shape."""
    mark = next(shape.iterfind("{*}nvSpPr/{*}nvPr/{*}ph"), None)
    return "" if mark is None else str(mark.get("type", ""))
