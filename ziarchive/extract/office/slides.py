"""PowerPoint files slide by slide: shapes, tables, diagrams, charts' words, notes and comments.

python-pptx opens a package as a whole, pictures and film included, and refuses it when one part is
missing; so the parts that hold words are read one by one, as for Word files.
"""

import re
from pathlib import Path
from typing import Any

from ziarchive.extract import bounds
from ziarchive.extract.office import package, properties
from ziarchive.extract.office.drawing import words_of
from ziarchive.extract.office.package import Package
from ziarchive.extract.outcome import Reading, failed, judged
from ziarchive.model import ReadState
from ziarchive.ports import Extracted

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_MAIN = "ppt/presentation.xml"
_MARGINS = frozenset(("hdr", "ftr", "dt"))
_BESIDE = {"diagramData": frozenset[str](), "notesSlide": _MARGINS, "comments": frozenset[str]()}
"""Linked parts that are read with their slide, and the placeholders left out there."""


def extract(path: Path) -> Extracted:
    """Return one page a slide, called "Salindia 1" and on; hidden slides too, flagged."""
    with package.opened(path) as parts:
        if parts.locked():
            why = "Presentasi ini berkata sandi. Simpan salinan tanpa kata sandi."
            return failed(ReadState.ENCRYPTED, why, MEDIA_TYPE)
        if why := bounds.refusal(parts.archive):
            return failed(ReadState.OUT_OF_MEMORY, why, MEDIA_TYPE)
        return _read(parts)


def label(number: int) -> str:
    """Return what a slide is called."""
    return f"Salindia {number}"


def _read(parts: Package) -> Extracted:
    names = _in_order(parts)
    trees = [parts.tree(name) for name in names]
    if all(tree is None for tree in trees) and (names or parts.damaged or not parts.has(_MAIN)):
        why = "Presentasi ini rusak: tidak satu salindia pun terbaca. Minta salinan yang utuh."
        return failed(ReadState.CORRUPT, why, MEDIA_TYPE)
    hidden = any(tree is not None and tree.get("show") in ("0", "false") for tree in trees)
    flags = (("hidden",) if hidden else ()) + (("macro",) if parts.has("ppt/vbaProject.bin") else ())
    pages = [_page(parts, name, tree) for name, tree in zip(names, trees, strict=True)]
    labels = [label(number) for number in range(1, len(pages) + 1)]
    reading = Reading(pages, labels, properties.core(parts), flags, parts.damaged)
    return judged(reading, MEDIA_TYPE, "pptx")


def _in_order(parts: Package) -> list[str]:
    """Return the slides as they are shown; when the order is lost, by their numbers."""
    main = parts.main(_MAIN)
    root = parts.tree(main)
    links = {link.id: link.part for link in parts.relations(main) if link.role == "slide"}
    ids = [] if root is None else [_link_of(entry) for entry in root.iter("{*}sldId")]
    if named := [links[each] for each in ids if each in links]:
        return list(dict.fromkeys(named))
    matches = (re.fullmatch(r"ppt/slides/slide(\d+)\.xml", name) for name in parts.archive.namelist())
    return [match[0] for match in sorted(filter(None, matches), key=lambda match: int(match[1]))]


def _link_of(element: Any) -> str:
    """Return the relation that an element refers to."""
    return next((value for name, value in element.attrib.items() if name.endswith("/relationships}id")), "")


def _page(parts: Package, name: str, tree: Any) -> str:
    if tree is None:
        return ""
    found = [words_of(tree)]
    for link in parts.relations(name):
        if link.role in _BESIDE:
            beside = parts.tree(link.part)
            found += [] if beside is None else [words_of(beside, _BESIDE[link.role])]
        elif link.role == "chart":
            found += _chart(parts.tree(link.part))
    return "".join(found)


def _chart(root: Any) -> list[str]:
    """Return a chart's titles, and the names of its series and categories, each once."""
    if root is None:
        return []
    names = (value.text for cache in root.iter("{*}strCache") for value in cache.iter("{*}v") if value.text)
    return [words_of(root), *(f"{name}\n" for name in dict.fromkeys(names))]
