"""The same content where different documents are asked for, and last year's content handed in again.

One file that a person links or names to several requirements says of itself that it is for all of them; so
do requirements that ask for the same document. What is left are copies under other names. Texts that are
nearly the same count only for kinds that are written anew each time: a decree or an invitation is filled
into a template, and alike by its nature.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR
from itertools import combinations

from ziarchive.advice.answer import Advice, Exhibit, Weakness, key, name
from ziarchive.advice.kinds import NARRATIVE
from ziarchive.gist.sketch import Sketch, alike, bands
from ziarchive.model import Code, Document, Period, Requirement
from ziarchive.naming.words import words
from ziarchive.wording import likeness, period_label

LAST_YEARS = 0.75
"""How alike a document and one of an earlier year are, dates and numbers apart, for the one to be the other."""
WITHIN_YEAR = 0.95
"""The same within a year, where reports follow a form."""
_ROWS, _LONG_ROWS = 4, 16
_TRIED = 12
"""Candidates of one band that are compared: more are a template's, and tell no more."""
_COMPARED = 60
"""Copies of one content of which pairs are looked at."""
SHARED_KINDS = frozenset(("PK", "LAKIN", "SKP", "MPH", "IKU", "Foto", "Screenshot", "Dokumentasi"))
"""Kinds that are one document, or any number of pictures of one thing, however a plan words them."""

Sketches = Mapping[str, Sketch]
"""By SHA-256; contents without text to be told by are not in it."""


@dataclass(frozen=True, slots=True)
class Old:
    """The contents of the years before, ready to be searched."""

    documents: Mapping[str, Document]
    """By SHA-256, the latest of each."""
    _bands: Mapping[bytes, tuple[str, ...]]
    """The latest `_TRIED` of each band. Tuples, as so many lists keep the garbage collector busy."""

    @classmethod
    def of(cls, documents: Iterable[Document], year: int, sketches: Sketches) -> "Old":
        """Keep the documents whose period ended before `year`."""
        old = [each for each in documents if year_of(each) < year]
        found: dict[bytes, tuple[str, ...]] = {}
        by_sha = {each.sha256: each for each in sorted(old, key=year_of)}
        for sha in by_sha:
            for band in bands(sketches.get(sha, b""), _ROWS):
                found[band] = (*found.get(band, ())[1 - _TRIED :], sha)
        return cls(by_sha, found)

    def nearest(self, sketch: Sketch, sketches: Sketches, year: int) -> tuple[float, Document] | None:
        """Return the most alike of the documents of before `year`, when it is alike enough."""
        tried = {sha for band in bands(sketch, _ROWS) for sha in self._bands.get(band, ())}
        rated = [(alike(sketch, sketches[sha]), sha) for sha in tried if year_of(self.documents[sha]) < year]
        best, sha = max(rated, default=(0.0, ""))
        return (best, self.documents[sha]) if best >= LAST_YEARS else None


def recycled(exhibit: Exhibit, old: Old, sketches: Sketches) -> Iterator[Advice]:
    """Yield when a document that counts is one of an earlier year than the one asked for."""
    document, item = exhibit.document, exhibit.status.requirement
    same = old.documents.get(document.sha256)
    if same and same.id != document.id and year_of(same) < item.year:
        said = f"Isi {name(document)} sama persis dengan {name(same)} ({_when(same)})"
    elif item.kind in NARRATIVE and (near := old.nearest(sketches.get(document.sha256, b""), sketches, item.year)):
        share, same = near
        other = f"{name(same)} ({_when(same)})"
        said = f"Selain tanggal dan angka, isi {name(document)} {likeness(share)} sama dengan {other}"
    else:
        return
    yield exhibit.advice(
        Weakness.RECYCLED,
        same.sha256,
        f"{said}. Unggah dokumen tahun {item.year}; bila memang masih berlaku atau sudah diperbarui, "
        "abaikan saran ini dengan alasannya.",
    )


def same_content(exhibits: Sequence[Exhibit], linked: Callable[[str], Iterable[Code]]) -> Iterator[Advice]:
    """Yield each content that counts, in files of different names, for slots that need different documents.

    `linked` tells the requirements that people gave a content (SHA-256).
    """
    by_sha: defaultdict[str, list[Exhibit]] = defaultdict(list)
    for each in exhibits:
        by_sha[each.document.sha256].append(each)
    for sha, found in by_sha.items():
        if len({each.document.id for each in found}) > 1:
            given = frozenset(linked(sha))
            pair = next((two for two in combinations(found[:_COMPARED], 2) if _need_others(*two, given)), None)
            if pair:
                yield _twice(found, pair, "sama persis", sha)


def near_content(exhibits: Sequence[Exhibit], sketches: Sketches) -> Iterator[Advice]:
    """Yield pairs of texts that are almost the same and count for requirements that ask for different documents."""
    found: defaultdict[bytes, dict[Code, Exhibit]] = defaultdict(dict)
    for each in exhibits:
        if each.status.requirement.kind in NARRATIVE:
            for band in bands(sketches.get(each.document.sha256, b""), _LONG_ROWS):
                found[band].setdefault(each.status.slot.code, each)
    for alikes in found.values():
        for one, other in combinations(list(alikes.values())[:_TRIED], 2):
            if _differ(one, other) and _need_others(one, other, frozenset()):
                share = alike(sketches[one.document.sha256], sketches[other.document.sha256])
                if share >= WITHIN_YEAR:
                    shas = sorted((one.document.sha256, other.document.sha256))
                    yield _twice((one, other), (one, other), f"{likeness(share)} sama", *shas)


def _twice(found: Sequence[Exhibit], pair: tuple[Exhibit, Exhibit], how: str, *shas: str) -> Advice:
    one, other = pair
    places = sorted(f"{each.status.slot.code} {each.status.slot.period.start}" for each in found)
    return Advice(
        key(Weakness.SAME_CONTENT, *shas, *dict.fromkeys(places)),
        Weakness.SAME_CONTENT,
        one.status.slot.code,
        one.status.slot.period,
        tuple(dict.fromkeys(each.document.id for each in found)),
        f"{name(one.document)} untuk {_slot(one)} dan {name(other.document)} untuk {_slot(other)} isinya {how}. "
        "Unggah dokumen yang benar untuk masing-masing; bila memang satu dokumen untuk keduanya, "
        "tautkan satu berkas ke kedua bukti.",
    )


def _slot(exhibit: Exhibit) -> str:
    status = exhibit.status
    return f"{status.slot.code} {status.requirement.title} ({period_label(status.slot.period)})"


def _differ(one: Exhibit, other: Exhibit) -> bool:
    """Tell two files of two contents: one file for several requirements says so itself."""
    return one.document.id != other.document.id and one.document.sha256 != other.document.sha256


def _need_others(one: Exhibit, other: Exhibit, given: frozenset[Code]) -> bool:
    if one.document.id == other.document.id:
        return False
    codes = {one.status.slot.code, other.status.slot.code}
    if len(codes) == 1:
        return not _may_be_one(one.document.placement.period, other.document.placement.period)
    together = codes <= {*one.document.placement.codes} or codes <= {*other.document.placement.codes}
    return not (given & codes or together or _same_document(one.status.requirement, other.status.requirement))


def _may_be_one(one: Period | None, other: Period | None) -> bool:
    """Two copies for the same requirement are the same document when their periods may be the same."""
    return one is None or other is None or one.overlaps(other)


def _same_document(one: Requirement, other: Requirement) -> bool:
    if one.kind == other.kind and one.kind in SHARED_KINDS:
        return True
    first, second = _words(one.title), _words(other.title)
    return first <= second or second <= first


def _words(title: str) -> frozenset[str]:
    return frozenset(words(title))


def year_of(document: Document) -> int:
    return document.placement.period.end.year if document.placement.period else MAXYEAR


def _when(document: Document) -> str:
    return period_label(document.placement.period) if document.placement.period else "tahun lalu"
