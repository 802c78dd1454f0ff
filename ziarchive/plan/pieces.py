"""Cuts an evidence cell at what divides: bullets, semicolons, full stops, commas, "dan", and new head words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ziarchive.plan.heads import heads, leading

_BULLET = re.compile(r"^\s*(?:[•●▪■◦○‣⁃∙·✓✔➢➤*–—-]|\(?(?:\d{1,2}|[a-z])[.)])\s+")
_LABEL_SLIP = re.compile(r"\s*\b(Inovasi)\s*[;:]\s*", re.IGNORECASE)
_STOP = re.compile(r"(?<=[\w)]{3})\.\s+(?=[A-Z])")
_LEADING_AND = re.compile(r"^(?:dan|beserta|serta|&)\s+", re.IGNORECASE)
_CONTINUES = re.compile(
    r"^(?:yang|dengan|untuk|oleh|pada|di|ke|dari|dalam|dll|dsb|dst|ke(?!bijakan|putusan|giatan|rangka)\w+an)\b",
    re.IGNORECASE,
)
_OBJECT_NEXT = frozenset(
    """
    hasil evaluasi monitoring monev reviu review revisi penyusunan penerapan pelaksanaan penetapan sosialisasi
    internalisasi penyampaian pembuatan pengesahan dokumen draf draft konsep usulan tentang terkait mengenai
    perihal atas dari pada di dalam dengan melalui via ke untuk sesuai menurut berdasarkan per dan serta atau
    kaji ulang ulasan pemutakhiran penyusun pengelola terima serah isi nomor cascading manual setiap bukti
    """.split()  # noqa: SIM905
)
"""Words after which a head word is their object, not a new document: "evaluasi SOP"."""
_WRAPS = ("Screenshot", "Foto", "Rekap", "Berita acara", "Daftar hadir", "Undangan", "")
"""Kinds of documents that are about other documents: "rekapitulasi daftar hadir"."""
AND = re.compile(r",?\s+(?:dan|beserta|serta|&)\s+(?:/\s*atau\s+)?", re.IGNORECASE)
_FUSED = "terpisah dari dokumen sebelumnya walaupun tanpa koma, karena kata «{}» memulai dokumen baru"


@dataclass(frozen=True, slots=True)
class Item:
    """One document that a cell asks for."""

    title: str
    whys: tuple[str, ...] = ()
    """What was guessed about it, each in words; empty when a separator alone told it."""
    joined: bool = False
    """It was tied to the one before by "dan"."""

    def told(self, title: str, why: str) -> "Item":
        return replace(self, title=title, whys=(*self.whys, why))


def pieces(cell: str) -> list[Item]:
    """Return what a cell lists, each with why it is on its own where no separator says so."""
    return [item for piece in _pieces(cell) for item in _between_heads(piece)]


def _pieces(cell: str) -> Iterator[Item]:
    """Cut at bullets, semicolons, full stops and commas; what only continues stays with the piece before."""
    kept: list[Item] = []
    for line in _lines(cell):
        for part in _parts(line):
            whole = part.strip(" .,")
            bare = _LEADING_AND.sub("", whole)
            if kept and _CONTINUES.match(bare):
                why = f"«{bare}» dibaca sebagai lanjutan, bukan dokumen tersendiri"
                kept[-1] = kept[-1].told(f"{kept[-1].title}, {bare}", why)
            elif bare:
                kept.append(Item(bare, joined=bare != whole))
    yield from kept


def _lines(cell: str) -> list[str]:
    """Return the lines that begin something: with a bullet, a capital, or after a separator."""
    lines: list[str] = []
    for raw in cell.splitlines():
        begins = _BULLET.match(raw)
        text = " ".join(_BULLET.sub("", raw).split())
        if lines and text and not begins and text[:1].islower() and not leading(text):
            lines[-1] += f" {text}"
        elif text:
            lines.append(text)
    return lines


def _parts(line: str) -> list[str]:
    """Cut outside of brackets."""
    line = _LABEL_SLIP.sub(lambda label: f"; {label[1]}: ", line)
    parts, depth = [""], 0
    for char in _STOP.sub("; ", line):
        depth = max(0, depth + (char == "(") - (char == ")"))
        if char in ",;" and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def _between_heads(item: Item) -> Iterator[Item]:
    """Cut before a head word that begins a document of its own: after "dan", or fused without a comma."""
    text = item.title
    outside = re.sub(r"\([^()]*\)", lambda inner: "·" * len(inner[0]), text)
    at = 0
    for found in heads(outside):
        left = text[at : found.start]
        before = _and_before(left)
        if found.head.starts and before and before.strip():
            yield replace(item, title=before.strip())
            item = Item("", joined=True)
        elif found.start > at and _is_fused(left, text[found.start :], found.end - found.start):
            yield replace(item, title=left.strip())
            item = Item("", (_FUSED.format(text[found.start : found.end]),))
        else:
            continue
        at = found.start
    yield replace(item, title=text[at:].strip())


def _and_before(left: str) -> str | None:
    """Return what stands before a closing "dan", or None without one."""
    match = re.match(r"(.*?)(?:,?\s+(?:dan|beserta|serta|&)\s+)$", left, re.IGNORECASE | re.DOTALL)
    return match[1] if match else None


def _is_fused(left: str, right: str, length: int) -> bool:
    """Tell whether a head word in the middle begins another document."""
    words_before = left.split()
    head = leading(right)
    acronym = right[:length].isupper()
    if head is None or not head.starts or not head.kind or len(words_before) < 2 or not right[length:].strip():
        return False
    if words_before[-1].casefold().strip("/") in _OBJECT_NEXT or leading(words_before[-1]) or left.endswith(("/", "-")):
        return False
    wrapper = leading(left)
    wraps = wrapper is not None and wrapper.kind in _WRAPS
    return acronym and (not wraps or len(words_before) > 2) if wraps or acronym else wrapper is not None
