"""The history of decisions in words, for the command line and the page."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ziarchive.decisions import (
    Appoint,
    Charge,
    Dated,
    Decision,
    Dismissal,
    Entry,
    Freeze,
    Link,
    Note,
    Renamed,
    Restrict,
    Role,
    SavedSearch,
    SettingChange,
    Unjudge,
    Unrestrict,
    Unwaive,
    Uploaded,
    Verdict,
    Waiver,
)  # fmt: skip
from ziarchive.decisions.coded import encode
from ziarchive.model import Document, Period
from ziarchive.wording import OUTCOMES, ROLES, period_label


@dataclass(frozen=True, slots=True)
class Told:
    """One decision in words."""

    number: int
    """Its line in the ledger, counted from 1."""
    entry: Entry
    words: str
    document: Document | None
    """The file that it is about, while a file with that content is there."""


def latest(entries: Sequence[Entry]) -> Sequence[tuple[int, Entry]]:
    """Return the decisions with their numbers, the latest first."""
    return [*enumerate(entries, 1)][::-1]


def about(entries: Sequence[Entry], document: Document) -> Sequence[tuple[int, Entry]]:
    """Return the decisions on a document with their numbers, the latest first.

    Those on what lay at its place before are among them, where the ledger tells where it lay.
    """
    return [(number, entry) for number, entry in latest(entries) if _is_about(entry.decision, document)]


def told(numbered: Iterable[tuple[int, Entry]], documents: Iterable[Document]) -> list[Told]:
    """Return numbered decisions in words."""
    kept = [*numbered]
    wanted = {getattr(entry.decision, "sha256", "") for _, entry in kept}
    files = {each.sha256: each for each in documents if each.sha256 in wanted}
    return [_told(number, entry, files) for number, entry in kept]


def as_json(one: Told) -> dict[str, Any]:
    """Return the agreed JSON of a decision: the ledger's own fields, and the words."""
    entry = one.entry
    return {
        "number": one.number,
        "at": entry.at.isoformat(),
        "who": entry.who,
        "batch": entry.batch,
        "words": one.words,
        "path": one.document.path if one.document else None,
        "decision": encode(entry.decision),
    }


def _is_about(decision: Decision, document: Document) -> bool:
    if getattr(decision, "sha256", "") == document.sha256:
        return True
    return isinstance(decision, Verdict) and decision.path == document.path


def _told(number: int, entry: Entry, files: Mapping[str, Document]) -> Told:
    sha256 = getattr(entry.decision, "sha256", "")
    document = files.get(sha256)
    name = document.path.rpartition("/")[2] if document else f"berkas {sha256[:12]}"
    return Told(number, entry, _WORDS[type(entry.decision)](entry.decision, name), document)


def _of(code: object, period: Period | None) -> str:
    return f"{code} ({period_label(period)})" if period else str(code)


def _link(made: Link, name: str) -> str:
    return f"menautkan {name} ke {', '.join(map(str, made.codes))}" if made.codes else f"mencabut tautan {name}"


def _dated(made: Dated, name: str) -> str:
    return f"menetapkan periode {name}: {period_label(made.period)}" if made.period else f"mencabut periode {name}"


def _verdict(made: Verdict, name: str) -> str:
    said = f"{OUTCOMES[made.outcome]}{_after(made.note)}"
    return f"memutuskan {name} untuk {made.code}: {said}" if made.final else f"menilai {name} untuk {made.code}: {said}"


def _appoint(made: Appoint, _: str) -> str:
    return f"memberi {made.person} peran {ROLES[made.role]}" if made.role else f"mencabut peran {made.person}"


def _search(made: SavedSearch, _: str) -> str:
    return f"menyimpan pencarian «{made.name}»" if made.question else f"menghapus pencarian «{made.name}»"


def _dismissal(made: Dismissal, _: str) -> str:
    return f"mengabaikan saran mutu{_after(made.reason)}" if made.reason else "menampilkan lagi saran mutu"


def _restrict(made: Restrict, _: str) -> str:
    named = dict.fromkeys((Role.SECRETARY, *made.roles))
    return f"membatasi {made.code} untuk {', '.join(ROLES[each] for each in named)}"


def _after(text: str) -> str:
    return f". {text}" if text else ""


_WORDS: Mapping[type[Decision], Callable[[Any, str], str]] = {
    Link: _link,
    Dated: _dated,
    Verdict: _verdict,
    Unjudge: lambda made, name: f"mencabut penilaian {name} untuk {made.code}",
    Waiver: lambda made, _: f"menyatakan {_of(made.code, made.period)} tidak berlaku{_after(made.reason)}",
    Unwaive: lambda made, _: f"menyatakan {_of(made.code, made.period)} berlaku lagi{_after(made.reason)}",
    Note: lambda made, _: f"mencatat pada {_of(made.code, made.period)}: {made.text or 'catatan dihapus'}",
    Charge: lambda made, _: f"menetapkan penanggung jawab {made.code}: {made.person or 'belum ada'}",
    Appoint: _appoint,
    Dismissal: _dismissal,
    SavedSearch: _search,
    Renamed: lambda made, _: f"memindahkan {made.before} ke {made.after}",
    Uploaded: lambda made, _: f"mengunggah «{made.name}» sebagai {made.path}",
    Freeze: lambda made, _: f"membekukan putaran «{made.name}» ({made.files} berkas)",
    Restrict: _restrict,
    Unrestrict: lambda made, _: f"membuka lagi {made.code} untuk semua",
    SettingChange: lambda made, _: f"mengubah pengaturan {made.key}: {made.value}",
}
