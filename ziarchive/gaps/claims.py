"""What documents say of one requirement: which of its slots each means, and what it makes of them.

The rules stand in the package's docstring. Neither the date asked about nor waivers matter here, so what
this comes to holds until a document or a verdict changes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ziarchive.decisions import Judgement, Outcome
from ziarchive.gaps.answer import SlotDocument, Uncounted
from ziarchive.model import Code, Content, Document, How, Period, ReadState, Requirement, Slot, State, Suggestion
from ziarchive.naming import periods
from ziarchive.naming.periodforms import whole_year
from ziarchive.plan.schedule import slots
from ziarchive.wording import OUTCOMES, READ_STATES, period_label

CONFIRM_SCORE = 0.6
UNKNOWN_TYPE = "application/octet-stream"
_BY_DOCUMENT = (State.MET, State.FIX, State.TO_CONFIRM)
_BROKEN = (ReadState.EMPTY, ReadState.ENCRYPTED, ReadState.CORRUPT, ReadState.TRUNCATED)
"""The file itself is at fault, whoever reads it; a reader that ran out of time tells nothing of the file."""

Speaker = tuple[Document, Suggestion | None]
"""A document, with the suggestion by which it speaks when it is only a candidate."""
Judgements = Mapping[str, Judgement]
"""What was judged of files for one requirement, by SHA-256."""
_Claim = tuple[State, bool, SlotDocument]
"""What one document makes of a slot: met, fix or to_confirm; whether late; what to show."""


@dataclass(frozen=True, slots=True)
class Row:
    """One requirement with its slots, ready to be compared with many documents."""

    requirement: Requirement
    slots: tuple[Slot, ...]
    ends: tuple[date, ...]
    """The last day that belongs to each slot: its due date, and for the last slot the year's end."""
    plan_year: Period
    own_year: Period

    @classmethod
    def of(cls, item: Requirement, plan_year: int) -> "Row":
        year, cut = whole_year(plan_year), slots(item, plan_year)
        ends = (*(slot.due or year.end for slot in cut[:-1]), year.end)
        return cls(item, cut, ends, year, whole_year(item.year))

    def meant(self, period: Period | None) -> Sequence[int]:
        """Return the positions of the slots that a document of this period may be for."""
        every = range(len(self.slots))
        if period is None:
            return every
        if not period.overlaps(self.plan_year):
            return every if period.overlaps(self.own_year) else ()
        if len(every) == 1:
            return every
        first, last = period.start, period.end
        return [at for at in every if self.slots[at].opens <= last and first <= self.ends[at]]

    def late(self, at: int, period: Period) -> bool:
        due = self.slots[at].due
        return due is not None and due < period.start <= self.plan_year.end


@dataclass(frozen=True, slots=True)
class Heard:
    """What all documents together make of one slot."""

    state: State | None
    """None when no document speaks for it."""
    late: bool
    documents: tuple[SlotDocument, ...]
    """Those that count first, then by path."""


def spoken(document: Document) -> Iterator[tuple[Code, Suggestion | None]]:
    """Yield the requirements that a document speaks for; a broken guess speaks for none."""
    placement = document.placement
    for code in placement.codes:
        yield code, None
    if placement.how is How.CANDIDATE and not _broken(document.content):
        for suggestion in placement.suggestions:
            if suggestion.score >= CONFIRM_SCORE:
                yield suggestion.code, suggestion


def by_code(documents: Iterable[Document]) -> Mapping[Code, list[Speaker]]:
    """Index the documents by the requirements that they speak for."""
    speakers: defaultdict[Code, list[Speaker]] = defaultdict(list)
    for document in documents:
        for code, suggestion in spoken(document):
            speakers[code].append((document, suggestion))
    return speakers


def heard(row: Row, speakers: Iterable[Speaker], judgements: Judgements) -> tuple[tuple[Heard, ...], list[Uncounted]]:
    """Return what the documents make of each slot, in the order of the slots; and those that mean none, by path."""
    claims: list[list[_Claim]] = [[] for _ in row.slots]
    strays: list[Uncounted] = []
    for period, spoke in _by_period(speakers).items():
        meant = row.meant(period)
        if not meant:
            strays += _strays(row, period, spoke)
            continue
        late = period is not None and row.late(meant[0], period)
        for document, suggestion in spoke:
            if suggestion is None or len(meant) == 1:
                claim = _claim(document, suggestion, meant, late, judgements.get(document.sha256))
                for at in meant:
                    claims[at].append(claim)
    return tuple(map(_together, claims)), sorted(strays, key=lambda one: one.document.path)


def _by_period(speakers: Iterable[Speaker]) -> Mapping[Period | None, list[Speaker]]:
    found: defaultdict[Period | None, list[Speaker]] = defaultdict(list)
    for speaker in speakers:
        found[speaker[0].placement.period].append(speaker)
    return found


def _strays(row: Row, period: Period | None, speakers: Iterable[Speaker]) -> Iterator[Uncounted]:
    """Yield the documents that are surely for the requirement, of a period that means none of its slots."""
    why = _stray_why(row, period)
    for document, suggestion in speakers:
        if suggestion is None:
            yield Uncounted(row.requirement, _shown(document, why, counts=False))


def _together(claims: Sequence[_Claim]) -> Heard:
    said = {state for state, _, _ in claims}
    state = next((state for state in _BY_DOCUMENT if state in said), None)
    return Heard(
        state=state,
        late=state is State.MET and all(late for met, late, _ in claims if met is State.MET),
        documents=tuple(sorted((shown for _, _, shown in claims), key=lambda one: (not one.counts, one.path))),
    )


def _stray_why(row: Row, period: Period | None) -> str:
    if not row.slots or period is None:
        return "tidak dihitung: target waktu bukti ini tidak terbaca, jadi belum ada slotnya"
    return f"tidak dihitung: periode {periods.render(period)} di luar slot bukti ini"


def _claim(
    document: Document, suggestion: Suggestion | None, meant: Sequence[int], late: bool, judgement: Judgement | None
) -> _Claim:
    """Say what one document does for each of the slots that it means; `late` holds if it counts."""
    if why := _against(document, judgement):
        return State.FIX, False, _shown(document, why, counts=False)
    if judgement and judgement.disputed:
        return State.TO_CONFIRM, False, _shown(document, _disputed(judgement), counts=False)
    if why := _doubt(document, suggestion, meant):
        return State.TO_CONFIRM, False, _shown(document, why, counts=False)
    return State.MET, late, _shown(document, document.placement.why, counts=True)


def _shown(document: Document, why: str, counts: bool) -> SlotDocument:
    return SlotDocument(document.id, document.path, document.placement.how, why, counts)


def _against(document: Document, judgement: Judgement | None) -> str:
    """Return what a person or the file itself says against it; empty when nothing does."""
    verdict = judgement and judgement.standing
    if verdict and verdict.outcome is not Outcome.ACCEPTED:
        return f"Penilaian: {OUTCOMES[verdict.outcome]}. {verdict.note}".rstrip()
    return _unreadable(document.content) if _broken(document.content) else ""


def _disputed(judgement: Judgement) -> str:
    said = "; ".join(f"{who}: {OUTCOMES[verdict.outcome]}" for who, verdict in judgement.opinions.items())
    return f"Para penilai berbeda pendapat ({said}). Ketua tim yang memutuskan."


def _broken(content: Content) -> bool:
    lies = content.media_type == UNKNOWN_TYPE and "suffix_lies" in content.flags
    return content.state in _BROKEN or lies


def _unreadable(content: Content) -> str:
    return f"Berkas belum dapat dinilai: {content.why or READ_STATES[content.state]}"


def _doubt(document: Document, suggestion: Suggestion | None, meant: Sequence[int]) -> str:
    """Return why a document does not count and what to do; empty when it counts."""
    period = document.placement.period
    if suggestion:
        return f"Baru dugaan ({suggestion.why}); tautkan berkas ini bila benar."
    if document.content.state.failed:
        return _unreadable(document.content)
    if period is None:
        doubt = periods.impossible(document.path.rpartition("/")[2])
        told = f" ({doubt})" if doubt else ""
        return f"Tanggal berkas tidak diketahui{told}; tambahkan periode pada nama berkas, misalnya 2024-07."
    if len(meant) > 1:
        label = period_label(period)
        return f"Periode berkas ({label}) mencakup beberapa slot; tulis periode yang lebih sempit pada namanya."
    return ""
