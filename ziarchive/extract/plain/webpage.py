"""Saved web pages (HTML, and MHTML as browsers and Word write it): the text that a reader sees.

The page is read as a stream of tags, never as a tree: neither its size nor how deep its tags are nested
costs memory.
"""

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from email import message_from_binary_file
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message
from pathlib import Path

from lxml import etree

from ziarchive.extract.clean import clean
from ziarchive.extract.dates import mail_day
from ziarchive.extract.kinds import MHTML
from ziarchive.extract.plain.charset import decode
from ziarchive.extract.plain.paging import MAX_CHARS, bounded, paged
from ziarchive.extract.sniff import sniff
from ziarchive.model import ReadState
from ziarchive.ports import Extracted

LIMIT = 50 * 1024 * 1024
"""Bytes; a larger page is no evidence."""
_STEP = 1 << 16
_UNSEEN = frozenset(
    ("head", "script", "style", "template", "noscript", "iframe", "object", "audio", "video", "canvas", "datalist")
)
_INLINE = frozenset((
    "a", "abbr", "acronym", "area", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn", "em",
    "font", "g", "i", "img", "input", "ins", "kbd", "label", "map", "mark", "meter", "nobr", "o:p", "output", "path",
    "picture", "q", "rb", "rp", "rt", "ruby", "s", "samp", "select", "small", "span", "st1:place", "strike", "strong",
    "sub", "sup", "svg", "time", "tt", "u", "use", "var", "wbr",
))  # fmt: skip
"""Elements that begin no new line; any other does."""
_CELLS = frozenset(("td", "th"))
_VERBATIM = frozenset(("pre", "textarea"))
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.I)
_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_FILLED = frozenset(("", "text", "number", "date", "email", "search", "tel", "url", "submit", "button"))


def extract(path: Path) -> Extracted:
    """Return the visible text, in pages cut at line ends; of MHTML, that of its first page."""
    if path.stat().st_size > LIMIT:
        why = f"Halaman web ini lebih dari {LIMIT // 1024**2} MB: tidak dibaca. Simpan sebagai PDF."
        return Extracted(ReadState.OUT_OF_MEMORY, why=why, media_type="text/html")
    if sniff(path) is MHTML:
        with path.open("rb") as stream:
            return _from_mhtml(message_from_binary_file(stream))
    return _extracted(*visible(path.read_bytes()), "text/html")


def visible(raw: bytes, declared: str = "") -> tuple[str, str]:
    """Return the title and the visible text of a page; `declared` is the charset of its envelope."""
    charset = "" if raw.startswith(codecs.BOM_UTF8) else declared or _meta(raw)
    source = decode(raw, charset).replace("\0", "")
    sight = _Sight()
    parser = etree.HTMLParser(target=sight, encoding="utf-8", huge_tree=False, no_network=True)
    with suppress(etree.XMLSyntaxError):  # raised only when there is no element at all
        for start in range(0, len(source), _STEP):
            parser.feed(source[start : start + _STEP].encode("utf-8", "ignore"))
            if sight.size > MAX_CHARS:
                break
        parser.close()
    return " ".join("".join(sight.title).split()), sight.text()


def _meta(raw: bytes) -> str:
    """Return the charset that the page declares; one that says UTF-16 in ASCII letters is mistaken."""
    found = _META.search(raw[:4096])
    name = found[1].decode("ascii", "replace") if found else ""
    return "utf-8" if name.lower().startswith("utf-16") else name


def _from_mhtml(saved: Message) -> Extracted:
    page = next((part for part in saved.walk() if part.get_content_type() == "text/html"), None)
    payload = page.get_payload(decode=True) if page else None
    if not page or not isinstance(payload, bytes):
        why = "Halaman web tersimpan (MHTML) rusak: halamannya tidak ada di dalamnya. Simpan ulang dari peramban."
        return Extracted(ReadState.CORRUPT, why=why, media_type=MHTML.media_type)
    title, text = visible(payload, page.get_content_charset(""))
    found = _extracted(title, text, MHTML.media_type, str(saved.get("Date", "")))
    if found.state is ReadState.OK and any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in saved.defects):
        why = "Halaman web tersimpan ini terpotong: bagian akhirnya hilang. Simpan ulang dari peramban."
        return replace(found, why=why, flags=(*found.flags, "partial"))
    return found


def _extracted(title: str, text: str, media_type: str, saved: str = "") -> Extracted:
    title, dates = clean(title), mail_day(saved)
    pages, cut = bounded(paged(clean(text)))
    if not text.strip():
        why = "Tidak ada teks yang tampak di halaman web ini; berkas dicari lewat namanya."
        return Extracted(ReadState.NO_TEXT, pages, why, media_type, title, dates=dates)
    why = "Hanya bagian awal yang dibaca (batas ukuran). Simpan sebagai PDF." if cut else ""
    return Extracted(ReadState.OK, pages, why, media_type, title, "html", ("cut",) if cut else (), dates=dates)


@dataclass(slots=True)
class _Sight:
    """What the parser calls at each tag; gathers what is seen."""

    title: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    size: int = 0
    hidden: int = 0
    """How many open elements, from the outermost hidden one inward."""
    verbatim: int = 0
    cells: list[int] = field(default_factory=list)
    """For each open table cell, how much was seen before it."""
    titled: int = 0
    """1 in the page's title, 2 after it."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "title" and self.titled == 0:
            self.titled = 1
        if self.hidden or tag in _UNSEEN or "hidden" in attributes or _HIDDEN.search(attributes.get("style", "")):
            self.hidden += 1
            return
        self.verbatim += tag in _VERBATIM
        if tag in _CELLS:
            self.cells.append(len(self.seen))
        elif tag == "br":
            self.seen.append("\n")
        elif tag not in _INLINE:
            self._end_line()
        elif tag == "input" and attributes.get("type", "").lower() in _FILLED:
            self.data(f" {attributes.get('value', '')} ")

    def end(self, tag: str) -> None:
        if tag == "title" and self.titled == 1:
            self.titled = 2
        if self.hidden:
            self.hidden -= 1
            return
        self.verbatim -= tag in _VERBATIM
        if tag in _CELLS:
            self._end_cell()
        elif tag not in _INLINE:
            self._end_line()

    def data(self, text: str) -> None:
        self.size += len(text)
        if self.titled == 1:
            self.title.append(text)
        elif not self.hidden and (shown := text if self.verbatim else self._flowing(text)):
            self.seen.append(shown)

    def close(self) -> None:
        """Nothing is left to do."""

    def text(self) -> str:
        lines = "".join(self.seen).split("\n")
        return "\n".join(line.rstrip() for line in lines).strip("\n")

    def _flowing(self, text: str) -> str:
        """Return the text with single spaces, none at a line's start."""
        joined = re.sub(r"[ \t\r\n\f]+", " ", text)
        last = self.seen[-1] if self.seen else "\n"
        return joined.removeprefix(" ") if last.endswith(("\n", "\t", " ")) else joined

    def _end_line(self) -> None:
        """End the line, unless it has just begun; of a row, the last tabs go."""
        if self.cells and len(self.seen) <= self.cells[-1]:
            return
        while self.seen and not self.seen[-1].strip(" \t"):
            self.seen.pop()
        if self.seen and not self.seen[-1].endswith("\n"):
            self.seen.append("\n")

    def _end_cell(self) -> None:
        """Begin the next cell on the same line, whatever blocks this one held."""
        start = self.cells.pop()
        while len(self.seen) > start and self.seen[-1] == "\n":
            self.seen.pop()
        self.seen.append("\t")
