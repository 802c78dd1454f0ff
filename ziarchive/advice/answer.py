"""What an advice is: a document or a group of them that counts, and why an assessor may not be content."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from ziarchive.gaps import SlotStatus
from ziarchive.model import Code, Document, Period


class Weakness(StrEnum):
    """The families of advice; the values are those of JSON, addresses and the ledger's keys."""

    OUTSIDE_WINDOW = "outside_window"
    WRONG_YEAR = "wrong_year"
    DRAFT = "draft"
    UNREADABLE = "unreadable"
    NO_NUMBER = "no_number"
    SAME_CONTENT = "same_content"
    RECYCLED = "recycled"
    SHRUNK = "shrunk"
    INCOMPLETE_TRIPLE = "incomplete_triple"
    LAST_NIGHT = "last_night"


WEAKNESSES: Mapping[Weakness, str] = {
    Weakness.OUTSIDE_WINDOW: "di luar waktu slot",
    Weakness.WRONG_YEAR: "tahun tidak cocok",
    Weakness.DRAFT: "masih draf",
    Weakness.UNREADABLE: "tidak terbaca",
    Weakness.NO_NUMBER: "tanpa nomor surat",
    Weakness.SAME_CONTENT: "isi sama untuk bukti berbeda",
    Weakness.RECYCLED: "berkas tahun lalu",
    Weakness.SHRUNK: "pengganti menyusut",
    Weakness.INCOMPLETE_TRIPLE: "undangan, daftar hadir, notulen tidak lengkap",
    Weakness.LAST_NIGHT: "berkas mendadak menjelang tenggat",
}


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to look at. It changes no state, and holds until a person dismisses it or the facts change."""

    key: str
    """The same while the facts are the same; another content has another key, so a dismissal is of that content."""
    kind: Weakness
    code: Code
    """The requirement; of a group, the indicator or area that they share."""
    period: Period | None
    """The slot's; None when no slot is meant."""
    documents: tuple[str, ...]
    """Ids."""
    why: str
    """What was seen, and what to do next."""
    dismissed: str = ""
    """The reason why a person let it rest; empty while it holds."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A document beside a slot that it speaks for."""

    status: SlotStatus
    document: Document
    counts: bool

    def advice(self, kind: Weakness, facts: str, why: str) -> Advice:
        """Return an advice on the content, whatever else it fills; `facts` are what it holds for besides."""
        slot, sha = self.status.slot, self.document.sha256
        return Advice(key(kind, sha, facts), kind, slot.code, slot.period, (self.document.id,), why)


def key(kind: Weakness, *facts: str) -> str:
    """Return the key for these facts, short enough for a form and a line of the ledger."""
    return f"{kind}/{sha256(chr(0).join(facts).encode()).hexdigest()[:20]}"


def name(document: Document) -> str:
    """Return a document as it is called within a sentence."""
    return f"«{document.path.rpartition('/')[2]}»"


def merged(found: Iterable[Advice]) -> tuple[Advice, ...]:
    """Return each advice once: the first with its key, with the documents of all."""
    first: dict[str, Advice] = {}
    ids: dict[str, dict[str, None]] = {}
    for one in found:
        first.setdefault(one.key, one)
        ids.setdefault(one.key, {}).update(dict.fromkeys(one.documents))
    return tuple(
        one if len(ids[key]) == len(one.documents) else _with(one, tuple(ids[key])) for key, one in first.items()
    )


def _with(one: Advice, documents: tuple[str, ...]) -> Advice:
    return Advice(one.key, one.kind, one.code, one.period, documents, one.why, one.dismissed)
