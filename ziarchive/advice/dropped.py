"""Many files of an area that appear, or change, in the last day before they are due: assessors look twice at those."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta, tzinfo

from ziarchive.advice.answer import Advice, Exhibit, Weakness, key
from ziarchive.model import Code, Document, Period
from ziarchive.wording import date_label

LEAST = 8
SHARE = 0.6
"""Of the files that count for slots of one day in one area."""
NIGHT = timedelta(hours=24)


_Groups = Mapping[tuple[date, Code], Mapping[str, Document]]


def last_night(exhibits: Iterable[Exhibit], documents: Iterable[Document], zone: tzinfo) -> Iterator[Advice]:
    """Yield the areas most of whose files for one due day were last changed in the 24 hours before its end.

    `documents` is the whole archive: when others than these were mostly changed in those hours, the folder was
    copied then, and the times tell nothing.
    """
    groups = _groups(exhibits)
    for (due, area), found in groups.items():
        first, end = _night(due, zone)
        late = [each for each in found.values() if first <= each.stamp.mtime_ns < end]
        if len(late) >= LEAST and len(late) >= SHARE * len(found) and not _copied(documents, due, zone, groups):
            yield _advice(due, area, len(found), late)


def _groups(exhibits: Iterable[Exhibit]) -> _Groups:
    groups: defaultdict[tuple[date, Code], dict[str, Document]] = defaultdict(dict)
    for each in exhibits:
        if due := each.status.slot.due:
            groups[due, each.status.slot.code.area][each.document.id] = each.document
    return groups


def _advice(due: date, area: Code, total: int, late: list[Document]) -> Advice:
    return Advice(
        key(Weakness.LAST_NIGHT, str(area), due.isoformat(), *sorted(each.sha256 for each in late)),
        Weakness.LAST_NIGHT,
        area,
        Period(due, due),
        tuple(each.id for each in late),
        f"{len(late)} dari {total} berkas area {area} untuk batas waktu {date_label(due)} baru dibuat atau diubah "
        "pada hari terakhirnya. Periksa tanggal dan isinya satu per satu, dan siapkan penjelasan bagi penilai.",
    )


def _copied(documents: Iterable[Document], due: date, zone: tzinfo, groups: _Groups) -> bool:
    first, end = _night(due, zone)
    of_the_day = {id for (day, _), found in groups.items() if day == due for id in found}
    touched = [each.id for each in documents if first <= each.stamp.mtime_ns < end]
    return sum(id not in of_the_day for id in touched) > len(touched) / 2


def _night(due: date, zone: tzinfo) -> tuple[int, int]:
    """Return the beginning and end of the last 24 hours as `mtime_ns` tells time."""
    end = datetime(due.year, due.month, due.day, tzinfo=zone) + timedelta(days=1)
    return int((end - NIGHT).timestamp()) * 10**9, int(end.timestamp()) * 10**9
