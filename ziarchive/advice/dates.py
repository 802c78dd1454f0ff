"""Documents of another time than their slot's: by the slot's window, and by the year that they themselves tell."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from ziarchive.advice.answer import Advice, Exhibit, Weakness, key, name
from ziarchive.advice.kinds import AHEAD, BACKWARD, LASTING
from ziarchive.gaps import SlotStatus, Uncounted, before_signing
from ziarchive.model import Document, Period, PeriodFrom, Plan
from ziarchive.naming import periods
from ziarchive.wording import date_label, period_label

BEFORE = timedelta(days=62)
"""How much older a decree or letter may be than its slot: it is written ahead of what it is about."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
AFTER = timedelta(days=92)
"""How long after a slot's end a document on it may still be written."""


def outside_window(exhibit: Exhibit) -> Iterator[Advice]:
    """Yield when the text dates a document clearly before or after the time for which its name makes it count."""
    document, due, told = exhibit.document, exhibit.status.slot.due, _own(exhibit)
    named = document.placement.period
    if not told or not named or document.placement.period_from is not PeriodFrom.NAME:
        return
    if told.start.year != named.end.year or told.end.year != named.start.year:
        return
    kind = exhibit.status.requirement.kind
    early = kind not in AHEAD and told.end < named.start - (timedelta() if kind in BACKWARD else BEFORE)
    if early or told.start > max(due or named.end, named.end) + AFTER:
        yield exhibit.advice(
            Weakness.OUTSIDE_WINDOW,
            periods.render(named),
            f"Nama {name(document)} menyebut {period_label(named)}, tetapi isinya bertanggal {period_label(told)}, "
            f"{'lebih awal' if early else 'jauh sesudahnya'}. Periksa apakah berkas ini yang dimaksud: bila salah, "
            "ganti berkasnya; bila benar, perbaiki periode pada namanya.",
        )


def late(status: SlotStatus, plan: Plan, shas: Mapping[str, str]) -> Iterator[Advice]:
    """Yield when nothing but documents dated after the due date fills a slot that was known in time."""
    due, counted = status.slot.due, [each for each in status.documents if each.counts]
    if not status.late or due is None or before_signing(plan, due):
        return
    contents = sorted(shas[each.id] for each in counted)
    yield Advice(
        key(Weakness.OUTSIDE_WINDOW, str(status.slot.code), str(status.slot.period.start), *contents),
        Weakness.OUTSIDE_WINDOW,
        status.slot.code,
        status.slot.period,
        tuple(each.id for each in counted),
        f"Semua berkas slot ini bertanggal sesudah batas waktunya, {date_label(due)}. "
        "Bila ada dokumen yang dibuat tepat waktu, unggah juga; bila tidak, siapkan penjelasan keterlambatannya.",
    )


def stray(one: Uncounted, document: Document, year: int) -> Iterator[Advice]:
    """Yield when a document is surely for a requirement and fits none of its slots, unless it is filed by its year."""
    item, period = one.requirement, document.placement.period
    if period and _filed_apart(document.path, period, year):
        return
    yield Advice(
        key(Weakness.OUTSIDE_WINDOW, str(item.code), document.sha256, periods.render(period) if period else ""),
        Weakness.OUTSIDE_WINDOW,
        item.code,
        None,
        (document.id,),
        f"{name(document)} {one.document.why}. Bila periodenya terbaca keliru, perbaiki periode pada namanya; "
        "bila berkasnya memang dari waktu lain, unggah dokumen untuk slot yang diminta.",
    )


def wrong_year(exhibit: Exhibit) -> Iterator[Advice]:
    """Yield when the document's own date lies in another year than the one asked for."""
    item, document, told = exhibit.status.requirement, exhibit.document, _own(exhibit)
    if not told or item.kind in LASTING or _fits(told, item.year, item.kind):
        return
    yield exhibit.advice(
        Weakness.WRONG_YEAR,
        str(item.year),
        f"Isi {name(document)} bertanggal {period_label(told)}, padahal bukti ini untuk tahun {item.year}. "
        f"Unggah dokumen tahun {item.year}; bila dokumen ini memang masih berlaku atau tanggalnya terbaca keliru, "
        "abaikan saran ini dengan alasannya.",
    )


def _fits(told: Period, year: int, kind: str) -> bool:
    """A document of a year may be made in the two months before it, and in the year after it."""
    if kind in AHEAD:
        return year - 1 <= told.end.year and told.start.year <= year
    return told.end >= date(year, 1, 1) - BEFORE and told.start.year <= year + 1


def _own(exhibit: Exhibit) -> Period | None:
    """Return what the text says of when a document that counts is from; a period set by hand goes before it."""
    document = exhibit.document
    by_hand = document.placement.period_from is PeriodFrom.HAND
    return document.content.text_period if exhibit.counts and not by_hand else None


def _filed_apart(path: str, period: Period, year: int) -> bool:
    """Tell whether the folders name the document's own year and not the plan's: an archive keeps the years before."""
    years = set(_YEAR.findall(path.rpartition("/")[0]))
    return str(year) not in years and bool(years & {str(period.start.year), str(period.end.year)})
