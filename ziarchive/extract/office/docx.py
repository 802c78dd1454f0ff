"""Word files, completely: body, tables, text boxes, headers, footers, notes, comments, diagrams.

Headers stand at the top of the first page and footers at its end, each once; that is where a reader
first meets a letterhead or a document number.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ziarchive.extract import bounds
from ziarchive.extract.clean import clean
from ziarchive.extract.office import package, properties
from ziarchive.extract.office.package import Package, Relation
from ziarchive.extract.office.words import attribute, local, pages_of, text_of
from ziarchive.extract.plain.paging import ESTIMATED, MAX_CHARS, paged
from ziarchive.model import ReadState
from ziarchive.ports import Extracted

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_NOTES = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}
_DRAWN_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"


def extract(path: Path) -> Extracted:
    """Return the text page by page; where the file does not say where its pages end, by what a page holds."""
    with package.opened(path) as parts:
        return _read(parts)


def _read(parts: Package) -> Extracted:
    if parts.locked():
        why = "Dokumen Word ini berkata sandi. Simpan salinan tanpa kata sandi."
        return Extracted(ReadState.ENCRYPTED, why=why, media_type=MEDIA_TYPE)
    if why := bounds.refusal(parts.archive):
        return Extracted(ReadState.OUT_OF_MEMORY, why=why, media_type=MEDIA_TYPE)
    main = parts.main()
    root = parts.tree(main)
    if root is None:
        why = "Dokumen Word rusak: bagian utamanya tidak terbaca. Minta salinan yang utuh."
        return Extracted(ReadState.CORRUPT, why=why, media_type=MEDIA_TYPE)
    relations = parts.relations(main)
    pages = pages_of(root, _notes(parts, relations))
    pages[0] = "".join((*_margins(parts, relations, "header"), pages[0], *_margins(parts, relations, "footer")))
    pages[-1] += "".join(_diagrams(parts, relations))
    return _extracted(parts, pages)


def _extracted(parts: Package, raw: list[str]) -> Extracted:
    told = [clean(page) for page in raw]
    pages, cut = _within_limit(told if len(told) > 1 else paged(told[0]))
    labels = (ESTIMATED,) * len(pages) if len(pages) > len(told) else ()
    about = properties.core(parts)
    title = clean(about.title)
    flags = (("partial",) if parts.damaged else ()) + (("cut",) if cut else ())
    flags += ("macro",) if parts.has("word/vbaProject.bin") else ()
    whys = [f"Bagian {', '.join(parts.damaged[:5])} rusak; sisanya terbaca."] if parts.damaged else []
    whys += ["Hanya bagian awal yang dibaca (batas ukuran)."] if cut else []
    if any(page.strip() for page in pages):
        why = " ".join(whys)
        return Extracted(ReadState.OK, pages, why, MEDIA_TYPE, title, "docx", flags, labels, about.dates)
    if parts.damaged:
        why = f"Dokumen rusak: bagian {', '.join(parts.damaged[:5])} tidak terbaca. Minta salinan yang utuh."
        return Extracted(ReadState.CORRUPT, why=why, media_type=MEDIA_TYPE)
    why = "Tidak ada teks di dalamnya, mungkin hanya gambar; berkas dicari lewat namanya."
    return Extracted(ReadState.NO_TEXT, pages, why, MEDIA_TYPE, title, flags=flags, dates=about.dates)


def _within_limit(pages: Iterable[str]) -> tuple[tuple[str, ...], bool]:
    kept: list[str] = []
    room = MAX_CHARS
    for page in pages:
        kept.append(page[:room])
        room -= len(page)
        if room < 0:
            return tuple(kept), True
    return tuple(kept), False


def _notes(parts: Package, relations: list[Relation]) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for relation in relations:
        kind = _NOTES.get(relation.role)
        for note in _children(parts, relation.part) if kind else ():
            if kind and local(note) == kind:
                found[kind, attribute(note, "id")] = text_of(note)
    return {key: text for key, text in found.items() if text.strip()}


def _margins(parts: Package, relations: list[Relation], role: str) -> list[str]:
    """Return the distinct headers or footers, in file order."""
    trees = (parts.tree(relation.part) for relation in relations if relation.role == role)
    texts = dict.fromkeys(text_of(tree) for tree in trees if tree is not None)
    return [text for text in texts if text.strip()]


def _diagrams(parts: Package, relations: list[Relation]) -> list[str]:
    """Return the words of SmartArt: an organisation chart is often drawn so."""
    trees = (parts.tree(relation.part) for relation in relations if relation.role == "diagramData")
    return [f"{t.text}\n" for tree in trees if tree is not None for t in tree.iter(_DRAWN_TEXT) if t.text]


def _children(parts: Package, part: str) -> list[Any]:
    tree = parts.tree(part)
    return [] if tree is None else list(tree)
