"""What takes its time is made beside the requests (`jobs`): what can be ordered, and how its progress is told.

A binder takes minutes, a report of thousands of slots seconds; each has its own lane.
"""

from collections.abc import Callable
from pathlib import Path

from flask_babel import gettext as _

from web.filters import GapFilter
from web.jobs import Order, Stage, State
from web.told import told
from ziarchive import bundling, printing
from ziarchive.archive import Archive
from ziarchive.errors import UsageError
from ziarchive.printing import Printed, Scope
from ziarchive.wording import STATES, number, period_label

BINDER = "binder"
REPORTS = ("pdf", "docx", "xlsx")
"""The forms of the gap report that take their time."""
KINDS = (BINDER, *REPORTS)

Progress = Callable[[int, int], None]


def order(archive: Archive, kind: str, wanted: GapFilter) -> Order:
    """Return the order of a binder or of a report, narrowed; the thread that makes it outlives the request.

    Raises `UsageError` for another kind.
    """
    if kind == BINDER:
        return _binder(archive, wanted)
    if kind in REPORTS:
        return _report(archive, kind, wanted)
    raise UsageError(_("«%(kind)s» tidak dapat dibuat. Yang ada: %(kinds)s.", kind=kind, kinds=", ".join(KINDS)))


def printed(archive: Archive, form: str, wanted: GapFilter, progress: Progress) -> Printed:
    """Return the gap report as it is narrowed."""
    return printing.printed(archive, wanted.select(archive.gaps(wanted.on)), _scope(wanted), form, progress)


def said(state: State) -> str:
    """Tell how far a work is, or why it failed."""
    if state.stage is Stage.WAITING:
        words = _waits(state)
    elif state.stage is Stage.FAILED:
        words = _("Gagal dibuat. %(why)s", why=told(state.why) or _("Rinciannya ada di catatan program."))
    else:
        words = _("%(done)s dari %(total)s", done=number(state.done), total=number(state.total)) if state.total else ""
    return str(words)


def _waits(state: State) -> object:
    if state.ahead_of:
        return _("Menunggu giliran: %(ahead)s sedang dibuat untuk %(who)s.", ahead=state.ahead, who=state.ahead_of)
    return _("Menunggu giliran: %(ahead)s sedang dibuat.", ahead=state.ahead) if state.ahead else _("Menunggu giliran.")


def _binder(archive: Archive, wanted: GapFilter) -> Order:
    on, within = wanted.on, wanted.component or wanted.area

    def work(target: Path, progress: Progress) -> None:
        bundling.bundle(archive, target, on, within, progress)

    return Order((BINDER, on, within), bundling.default_name(archive, on, within), work, BINDER)


def _report(archive: Archive, form: str, wanted: GapFilter) -> Order:
    def work(target: Path, progress: Progress) -> None:
        target.write_bytes(printed(archive, form, wanted, progress).content)

    name = printing.default_name(archive, wanted.on, _scope(wanted).within, form)
    return Order((form, wanted), name, work, about=_about(wanted))


def _about(wanted: GapFilter) -> str:
    """Return the filters that do not stand in the file's name: Terlambat, Juli 2024, «notulen»."""
    return ", ".join(
        (
            *([told(STATES[wanted.state])] if wanted.state else ()),
            *([told(period_label(wanted.due))] if wanted.due else ()),
            *([f"«{wanted.text}»"] if wanted.text else ()),
        )
    )


def _scope(wanted: GapFilter) -> Scope:
    return Scope(wanted.component or wanted.area, wanted.state, wanted.text, wanted.due)
