"""How values look on the page: the filters and tests that the templates use.

Words come from `wording`, and are told in the language of the page; here are only the forms that a page alone needs.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import PurePosixPath
from urllib.parse import urlencode

from flask import Flask, request
from flask_babel import gettext as _
from flask_babel import ngettext

from web.filters import ORDERS
from web.lists import list_page
from web.told import told
from ziarchive import wording
from ziarchive.model import Cadence, Document, How, Requirement, State
from ziarchive.naming import periods
from ziarchive.query.choices import INBOX, LATE, STATUSES, UNCOUNTED

STALE = timedelta(minutes=2)

_MEDIA_TYPES = {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word (DOCX)",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel (XLSX)",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint (PPTX)",
    "image/jpeg": "Gambar JPEG",
    "image/png": "Gambar PNG",
    "image/gif": "Gambar GIF",
    "text/plain": "Teks",
    "text/html": "Halaman web (HTML)",
    "application/msword": "Word lama (DOC)",
    "application/vnd.ms-excel": "Excel lama (XLS)",
    "application/vnd.ms-powerpoint": "PowerPoint lama (PPT)",
    "application/x-ole-storage": "Dokumen Office lama atau terkunci",
    "application/zip": "Arsip ZIP",
    "application/vnd.rar": "Arsip RAR",
    "application/x-7z-compressed": "Arsip 7-Zip",
    "application/rtf": "Dokumen RTF",
    "application/xml": "XML",
    "application/vnd.oasis.opendocument.text": "Dokumen OpenDocument",
    "application/vnd.oasis.opendocument.spreadsheet": "Lembar kerja OpenDocument",
    "application/vnd.oasis.opendocument.presentation": "Presentasi OpenDocument",
    "application/x-empty": "Berkas kosong",
}
_FAMILIES = {"image": "Gambar", "video": "Video", "audio": "Suara", "text": "Teks", "message": "Surel"}
STAGES = {"folder": "membuka folder", "read": "membaca berkas", "text": "membaca teks"}
_WATCH_MODES = {"native": "berjalan, diberi tahu oleh sistem", "polling": "berjalan, memeriksa berkala"}
_LOOKS = {LATE: State.DUE_SOON.value, INBOX: State.TO_CONFIRM.value, UNCOUNTED: State.WAIVED.value}
"""Whose shape and colour a document's state has that no slot can have."""
_UNITS = ("byte", "KB", "MB", "GB", "TB")


def register(app: Flask) -> None:
    """Give the templates their filters, and the words for what they loop over."""
    app.jinja_env.filters |= {
        "list_page": list_page,
        "look": lambda state: _LOOKS.get(state, state),
        "ago": ago,
        "due": due,
        "file_name": lambda path: PurePosixPath(path).name,
        "flag": flag,
        "folder": lambda path: str(PurePosixPath(path).parent),
        "short": periods.render,
        "stale": stale,
        "visible": visible,
    }
    app.jinja_env.filters |= telling(
        cadence=cadence,
        clock=clock,
        count=wording.number,
        date=wording.date_label,
        how=lambda how: wording.HOWS[how],
        likeness=wording.likeness,
        media_type=media_type,
        modified=modified,
        percent=wording.percent,
        period=wording.period_label,
        period_from=lambda source: wording.PERIODS_FROM[source],
        read_state=lambda state: wording.READ_STATES[state],
        seconds=lambda value: f"{value:.1f} detik".replace(".", ","),
        size=size,
        stage=lambda stage: STAGES.get(stage) or stage,
        filed_state=lambda state: STATUSES.get(state, wording.STATES.get(state, state)),
        state=lambda state: wording.STATES[state],
        watch_mode=lambda mode: _WATCH_MODES.get(mode) or mode,
    )
    app.jinja_env.globals |= {
        "STATES": tuple(State),
        "HOWS": tuple(How),
        "ORDERS": ORDERS,
        "MONTH_NAMES": wording.MONTHS,
        "turn": turn,
        "twin": twin,
        "asking": asking,
    }
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def telling(**said: Callable[..., str]) -> dict[str, Callable[..., str]]:
    """Return filters whose Indonesian words are told in the language of the page."""

    def spoken(say: Callable[..., str]) -> Callable[..., str]:
        return lambda *asked: told(say(*asked))

    return {name: spoken(say) for name, say in said.items()}


def flag(name: str) -> wording.FlagWords:
    """Return what is said of a flag."""
    words = wording.flag_words(name)
    return wording.FlagWords(told(words.label), told(words.help))


def asking(**changed: str) -> str:
    """Return the address of this search with other values, from its first page on."""
    kept = {name: value for name, value in request.args.items() if value and name != "halaman"}
    return f"{request.path}?{urlencode(kept | changed)}"


def turn(number: int) -> str:
    """Return the address of another page of the list that is asked for, with the same filters."""
    kept = {name: value for name, value in request.args.items() if value and name not in ("halaman", "berkas")}
    return f"{request.path}?{urlencode(kept | {'halaman': number})}"


def twin(ending: str, **more: object) -> str:
    """Return the address of the whole list that is shown, in another form, with the same filters and `more`."""
    kept = {name: value for name, value in request.args.items() if value and name not in ("halaman", "berkas")}
    return f"{request.path}.{ending}?{urlencode(kept | more)}".removesuffix("?")


def media_type(name: str) -> str:
    """What a person calls the kind of file."""
    return _MEDIA_TYPES.get(name) or _FAMILIES.get(name.partition("/")[0], "Jenis berkas tidak dikenal")


def size(value: int) -> str:
    """12,4 MB or 200 MB, with the Indonesian decimal comma."""
    amount, unit = float(value), 0
    while amount >= 1000 and unit < len(_UNITS) - 1:
        amount, unit = amount / 1000, unit + 1
    short = f"{amount:.{1 if unit > 1 else 0}f}".removesuffix(".0")
    return f"{short} {_UNITS[unit]}".replace(".", ",")


def clock(moment: datetime) -> str:
    """15 Juli 2024 pukul 08.30, in this machine's time zone."""
    local = moment.astimezone()
    return f"{wording.date_label(local.date())} pukul {local:%H.%M}"


def ago(moment: datetime, now: datetime) -> str:
    """baru saja, 5 menit lalu, 3 jam lalu, 2 hari lalu."""
    seconds = max(0, int((now - moment).total_seconds()))
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86400
    if days:
        return str(ngettext("%(num)s hari lalu", "%(num)s hari lalu", days))
    if hours:
        return str(ngettext("%(num)s jam lalu", "%(num)s jam lalu", hours))
    return str(ngettext("%(num)s menit lalu", "%(num)s menit lalu", minutes)) if minutes else str(_("baru saja"))


def stale(moment: datetime, now: datetime) -> bool:
    """Tell whether a heartbeat has stopped: it is noted every few seconds, also during long work."""
    return now - moment > STALE


def modified(document: Document) -> str:
    """When the file was last changed, by its own stamp."""
    return clock(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=document.stamp.mtime_ns // 1000))


def due(day: date, on: date) -> str:
    """hari ini, 5 hari lagi, lewat 12 hari, lewat lebih dari setahun."""
    days = (day - on).days
    if days == 0:
        return str(_("hari ini"))
    if days > 0:
        return str(ngettext("%(num)s hari lagi", "%(num)s hari lagi", days))
    return told(wording.overdue(-days))


def cadence(requirement: Requirement) -> str:
    """How often the requirement falls due; nothing where the printed target says it all."""
    if requirement.schedule is None:
        return "target waktu tidak terbaca"
    how_often = requirement.schedule.cadence
    return "" if how_often is Cadence.DATED else wording.CADENCES[how_often]


def visible(text: str) -> str:
    """Show the signs of a name that would hide or turn it: newlines, direction marks, zero widths."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() or sign == "\u00a0" else "\ufffd" for sign in text)
