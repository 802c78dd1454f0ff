"""Reads the filters in the address, and picks the rows they ask for.

A filter that makes no sense is named in the user's words and left out: the page still answers and says so,
the JSON twin refuses (it must not look like the answer to what was asked).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from ziarchive.errors import UsageError
from ziarchive.gaps import GapReport, SlotStatus, select
from ziarchive.model import Code, Document, How, Period, Plan, State
from ziarchive.naming import periods
from ziarchive.query.codes import read_code
from ziarchive.reports import Order
from ziarchive.wording import HOWS, STATES, number

HITS = 50
"""How many hits a search page shows."""
QUESTION = 1000
"""Characters of the longest question: nobody types more, and a longer one only costs time."""

ORDERS: Mapping[Order, str] = {Order.RELEVANCE: "relevansi", Order.DATE: "terbaru", Order.CODE: "kode"}

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class GapFilter:
    """What the gap page is asked for."""

    on: date
    area: Code | None = None
    component: Code | None = None
    state: State | None = None
    text: str = ""
    problems: tuple[str, ...] = ()
    """One sentence for each filter that was left out."""
    due: Period | None = None
    """Within which a slot falls due."""

    @property
    def narrows(self) -> bool:
        return bool(self.area or self.component or self.state or self.text or self.due)

    def wants(self, status: SlotStatus) -> bool:
        code, day = status.slot.code, status.slot.due
        return (
            (self.area is None or code.within(self.area))
            and (self.component is None or code.within(self.component))
            and (self.state is None or status.state is self.state)
            and (self.due is None or (day is not None and self.due.start <= day <= self.due.end))
            and all(_speaks_of(status, word) for word in self.text.split())
        )

    def select(self, report: GapReport) -> GapReport:
        """Return the report with the wanted slots only, and their totals."""
        return select(report, self.wants) if self.narrows else report


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """What the list of documents is asked for."""

    area: Code | None = None
    how: How | None = None
    kind: str = ""
    text: str = ""
    page: int = 1
    problems: tuple[str, ...] = ()
    code: Code | None = None
    period: Period | None = None
    slot: frozenset[str] | None = None
    """The ids of the documents of the slot that code and period name; None when they name none."""

    def told(self, report: Callable[[], GapReport]) -> "DocumentFilter":
        """Return the filter with the documents of the slot that it names, if it names one."""
        if self.code is None or self.period is None:
            return self
        named = [one for one in report().slots if (one.slot.code, one.slot.period) == (self.code, self.period)]
        ids = frozenset(document.id for one in named for document in one.documents)
        return replace(self, slot=ids if named else None)

    def wants(self, document: Document) -> bool:
        placement = document.placement
        return (
            (self._lies(document) if self.slot is None else document.id in self.slot)
            and (self.area is None or any(code.within(self.area) for code in placement.codes))
            and (self.how is None or placement.how is self.how)
            and (not self.kind or placement.kind == self.kind)
            and _matches(self.text, f"{document.path} {placement.title}")
        )

    def _lies(self, document: Document) -> bool:
        codes, period = document.placement.codes, document.placement.period
        return (self.code is None or any(code.within(self.code) for code in codes)) and (
            self.period is None or (period is not None and period.overlaps(self.period))
        )


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """What the search page is asked for."""

    text: str
    """The box, with the lists beside it written as its filters."""
    page: int = 1
    order: Order = Order.RELEVANCE
    lacking: bool = False
    """Whether the indicators without a document that answers are asked for."""
    problems: tuple[str, ...] = ()

    @property
    def offset(self) -> int:
        return (self.page - 1) * HITS


@dataclass(frozen=True, slots=True)
class PageFilter:
    """Which part of a long list is asked for."""

    page: int = 1
    file: str = ""
    """The id of the document whose page it is to be, where the list has one."""
    problems: tuple[str, ...] = ()


def gap_filter(asked: Mapping[str, str], plan: Plan, today: date) -> GapFilter:
    """Read `pada`, `area`, `komponen`, `status`, `teks` and `bulan`."""
    reader = _Reader(asked)
    areas = {area.code for area in plan.areas}
    components = {component.code for component in plan.components()}
    return GapFilter(
        on=reader.day("pada", today),
        area=reader.code("area", areas),
        component=reader.code("komponen", components),
        state=reader.one_of("status", State, STATES),
        text=reader.text("teks"),
        due=reader.period("bulan"),
        problems=tuple(reader.problems),
    )


def document_filter(asked: Mapping[str, str], plan: Plan) -> DocumentFilter:
    """Read `area`, `kode`, `periode`, `cara`, `jenis`, `teks` and `halaman`."""
    reader = _Reader(asked)
    return DocumentFilter(
        area=reader.code("area", {area.code for area in plan.areas}),
        how=reader.one_of("cara", How, HOWS),
        kind=reader.text("jenis"),
        text=reader.text("teks"),
        page=reader.count("halaman"),
        code=reader.place("kode", plan),
        period=reader.period("periode"),
        problems=tuple(reader.problems),
    )


def page_filter(asked: Mapping[str, str]) -> PageFilter:
    """Read `halaman` and `berkas`."""
    reader = _Reader(asked)
    return PageFilter(reader.count("halaman"), reader.text("berkas"), tuple(reader.problems))


def search_filter(asked: Mapping[str, str]) -> SearchFilter:
    """Read `q`, `area`, `jenis`, `tahun`, `halaman`, `urut` and `tanpa`."""
    reader = _Reader(asked)
    return SearchFilter(
        text=_search_text(reader.question("q"), asked),
        page=reader.count("halaman"),
        order=reader.one_of("urut", Order, ORDERS) or Order.RELEVANCE,
        lacking=bool(asked.get("tanpa")),
        problems=tuple(reader.problems),
    )


def _search_text(question: str, asked: Mapping[str, str]) -> str:
    values = {key: asked.get(key, "").strip().replace('"', "")[:QUESTION] for key in ("area", "jenis", "tahun")}
    chosen = (f'{key}:"{value}"' if " " in value else f"{key}:{value}" for key, value in values.items() if value)
    return " ".join([question, *chosen]).strip()


def refuse(problems: Iterable[str]) -> None:
    """Raise `UsageError` when a filter made no sense."""
    if found := tuple(problems):
        raise UsageError("Permintaan ini tidak dapat dijawab.", found)


class _Reader:
    """Reads the values of one address and collects what made no sense."""

    def __init__(self, asked: Mapping[str, str]) -> None:
        self._asked = asked
        self.problems: list[str] = []

    def text(self, key: str) -> str:
        return self._asked.get(key, "").strip()

    def day(self, key: str, default: date) -> date:
        if not (text := self.text(key)):
            return default
        period = periods.parse(text)
        if period and period.start == period.end:
            return period.start
        self.problems.append(f"Tanggal «{text}» tidak dikenal. Tulis misalnya 2024-07-01 atau 1 Juli 2024.")
        return default

    def code(self, key: str, known: set[Code]) -> Code | None:
        if not (text := self.text(key)):
            return None
        found = next((code for code in known if str(code) == text.upper()), None)
        if found is None:
            names = ", ".join(map(str, sorted(known)))
            self.problems.append(f"Tidak ada {key} «{text}» dalam rencana kerja. Yang ada: {names}.")
        return found

    def place(self, key: str, plan: Plan) -> Code | None:
        """Read a code of any depth; the plan has too many to name them all."""
        if not (text := self.text(key)):
            return None
        code = read_code(text)
        if code and any(item.code.within(code) for item in plan.requirements()):
            return code
        self.problems.append(f"Tidak ada {key} «{text}» dalam rencana kerja. Tulis misalnya I.4.1 atau I.4.1.2.")
        return None

    def period(self, key: str) -> Period | None:
        if not (text := self.text(key)):
            return None
        if (found := periods.parse(text)) is None:
            self.problems.append(f"Periode «{text}» tidak dikenal. Tulis misalnya 2024-07, 2024-TW2 atau 2024.")
        return found

    def one_of(self, key: str, choices: type[Choice], words: Mapping[Choice, str]) -> Choice | None:
        if not (text := self.text(key)):
            return None
        try:
            return choices(text.lower())
        except ValueError:
            offered = ", ".join(f"{each} ({words[each]})" for each in choices)
            self.problems.append(f"Nilai {key} «{text}» tidak dikenal. Yang ada: {offered}.")
            return None

    def count(self, key: str) -> int:
        text = self.text(key) or "1"
        if text.isdecimal() and len(text) < 7 and int(text) > 0:
            return int(text)
        self.problems.append(f"Halaman «{text}» tidak ada. Nomor halaman mulai dari 1.")
        return 1

    def question(self, key: str) -> str:
        text = self.text(key)
        if len(text) > QUESTION:
            self.problems.append(
                f"Pertanyaan ini terlalu panjang: {number(len(text))} huruf, paling banyak {number(QUESTION)}."
            )
        return text[:QUESTION]


def _speaks_of(status: SlotStatus, word: str) -> bool:
    """Tell whether a slot answers one word: a code as its own or one above, any other by its texts."""
    code, item = status.slot.code, status.requirement
    if (asked := _code(word)) is not None:
        return code.within(asked)
    texts = (item.title, item.kind, STATES[status.state], *(document.path for document in status.documents))
    return _matches(word, " ".join(texts))


def _code(word: str) -> Code | None:
    try:
        return Code.of(word.upper()) if "." in word else None
    except ValueError:
        return None


def _matches(wanted: str, text: str) -> bool:
    """Tell whether every word asked for stands in the text, in any case."""
    found = text.casefold()
    return all(word in found for word in wanted.casefold().split())
