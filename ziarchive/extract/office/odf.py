"""What the OpenDocument kinds share: locks, macros, styles, and the walk over a content tree.

The walk is flat. Names are matched without their namespace, which suffices within one file family.
"""

from dataclasses import dataclass, field
from typing import Any
from zipfile import ZipFile

from lxml import etree

from ziarchive.extract import bounds
from ziarchive.extract.office.package import Package
from ziarchive.extract.office.words import local
from ziarchive.extract.outcome import failed
from ziarchive.model import ReadState
from ziarchive.ports import Extracted

_MANIFEST = "META-INF/manifest.xml"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
_SVG = f"{{{_OFFICE}svg-compatible:1.0}}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_SKIPPED = frozenset(
    (
        *(f"{{{_OFFICE}text:1.0}}{name}" for name in ("tracked-changes", "note-citation", "ruby-text", "page-number")),
        *(f"{{{_OFFICE}office:1.0}}{name}" for name in ("scripts", "automatic-styles", "binary-data")),
        *(f"{_SVG}title", f"{_SVG}desc"),
        *(f"{_DC}creator", f"{_DC}date", f"{{{_OFFICE}meta:1.0}}date-string"),
    )
)
"""Deletions, numbers of notes and pages, a picture's name, who commented and when: not the text itself."""
_GRID = {"table-cell": ("\n", "\t"), "covered-table-cell": ("\n", "\t"), "table-row": ("\t", "\n")}
_BREAKS = {"tab": "\t", "line-break": "\n"}
_SPACES = 1_000
"""The most spaces that one element stands for."""


def media_type(archive: ZipFile) -> str:
    """Return what the package calls itself; empty when it does not say."""
    if "mimetype" not in archive.NameToInfo:
        return ""
    with archive.open("mimetype") as stream:
        return stream.read(100).decode("ascii", "replace").strip()


def refused(parts: Package, kind: str) -> Extracted | None:
    """Return the outcome of a file that is locked or too large to unpack."""
    if parts.locked() or _encrypted(parts):
        return failed(ReadState.ENCRYPTED, "Dokumen ini berkata sandi. Simpan salinan tanpa kata sandi.", kind)
    why = bounds.refusal(parts.archive)
    return failed(ReadState.OUT_OF_MEMORY, why, kind) if why else None


def has_macros(archive: ZipFile) -> bool:
    """Tell whether Basic modules or scripts lie inside; the two listings of libraries are none."""
    names = (name for name in archive.namelist() if name.startswith(("Basic/", "Scripts/")))
    return any(not name.endswith(("/", "script-lb.xml", "script-lc.xml")) for name in names)


def style_of(element: Any) -> str:
    """Return the name of an element's style, of whatever family."""
    return attribute(element, "style-name")


def attribute(element: Any, name: str) -> str:
    """Return an attribute by its name without namespace; empty when it is missing."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def hidden_styles(root: Any) -> frozenset[str]:
    """Return the styles whose slides are not shown."""
    pages = root.iter("{*}drawing-page-properties")
    return frozenset(attribute(each.getparent(), "name") for each in pages if attribute(each, "visibility") == "hidden")


def margins(styles: Any, role: str) -> list[str]:
    """Return the distinct headers or footers of the master pages, in file order."""
    trees = () if styles is None else styles.iter(f"{{*}}{role}", f"{{*}}{role}-left", f"{{*}}{role}-first")
    texts = dict.fromkeys("".join(pages_of(tree)) for tree in trees)
    return [text for text in texts if text.strip()]


def pages_of(root: Any) -> list[str]:
    """Return the text page by page; a note or a box follows the paragraph that holds it."""
    walk = _Walk(*_breaking_styles(root))
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        name = local(element)
        if event == "start" and element.tag in _SKIPPED:
            walker.skip_subtree()
        elif event == "start":
            walk.enter(name, element)
        else:
            walk.leave(name, element, within=element is not root)
    walk.turn()
    return walk.pages


def _encrypted(parts: Package) -> bool:
    manifest = parts.tree(_MANIFEST) if parts.has(_MANIFEST) else None
    return manifest is not None and next(manifest.iter("{*}encryption-data"), None) is not None


def _breaking_styles(root: Any) -> tuple[frozenset[str], frozenset[str]]:
    """Return the styles that begin a page, and those that end one."""
    before, after = set(), set()
    for style in root.iter("{*}style"):
        for each in style:
            if attribute(style, "master-page-name") or attribute(each, "break-before") == "page":
                before.add(attribute(style, "name"))
            if attribute(each, "break-after") == "page":
                after.add(attribute(style, "name"))
    return frozenset(before), frozenset(after)


@dataclass(slots=True)
class _Walk:
    """The state of one walk."""

    before: frozenset[str]
    after: frozenset[str]
    pages: list[str] = field(default_factory=list)
    page: list[str] = field(default_factory=list)
    open: list[list[str]] = field(default_factory=list)
    """The paragraphs that are open, the innermost last."""
    starts: list[int] = field(default_factory=list)
    """Where the open rows and cells of tables begin in what is written."""
    aside: list[str] = field(default_factory=list)
    """Finished paragraphs of notes and boxes, until the paragraph that holds them is finished."""

    def enter(self, name: str, element: Any) -> None:
        if name in ("p", "h"):
            self._turn_if_written(style_of(element) in self.before)
            self.open.append([element.text or ""])
        elif name == "soft-page-break":
            self._turn_if_written(True)
        elif name == "table":
            self._turn_if_written(style_of(element) in self.before)
        elif name in _GRID:
            self.starts.append(len(self._written()))
        elif self.open:
            self.open[-1].append(_mark(name, element) + (element.text or ""))

    def leave(self, name: str, element: Any, within: bool) -> None:
        if name in ("p", "h") and self.open:
            self._finish("".join(self.open.pop()) + "\n")
            if style_of(element) in self.after:
                self._turn_if_written(True)
        elif name in _GRID and self.starts:
            self._close(*_GRID[name])
        if self.open and within:
            self.open[-1].append(element.tail or "")

    def turn(self) -> None:
        self.pages.append("".join(self.page))
        self.page = []
        self.starts = [0] * len(self.starts)

    def _turn_if_written(self, wanted: bool) -> None:
        if wanted and not self.open and self.page:
            self.turn()

    def _written(self) -> list[str]:
        return self.aside if self.open else self.page

    def _finish(self, text: str) -> None:
        self._written().append(text)
        if not self.open:
            self.page += self.aside
            self.aside = []

    def _close(self, old: str, new: str) -> None:
        """End a cell or a row: `new` replaces what it ends with."""
        texts, start = self._written(), self.starts.pop()
        texts[start:] = ["".join(texts[start:]).rstrip(old) + new]


def _mark(name: str, element: Any) -> str:
    if name == "s":
        count = attribute(element, "c")
        return " " * (min(int(count), _SPACES) if count.isascii() and count.isdigit() else 1)
    return _BREAKS.get(name, "")
