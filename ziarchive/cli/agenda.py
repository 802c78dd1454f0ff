"""What is due, per person in charge: as a table, a text for a WhatsApp group, a calendar file or JSON."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import groupby

import click
from rich.table import Table
from rich.text import Text

from ziarchive import agenda as agendas
from ziarchive.agenda import Agenda, Duty
from ziarchive.agenda.words import left, weekday_label
from ziarchive.archive import Archive
from ziarchive.cli.context import DayType, opened
from ziarchive.cli.terminal import COLOURS, console
from ziarchive.cli.words import Command
from ziarchive.naming import periods
from ziarchive.wording import STATES


@click.command(cls=Command)
@click.option("--on", type=DayType(), help="Keadaan pada tanggal ini (bawaan: hari ini).")
@click.option(
    "--days",
    type=click.IntRange(0, agendas.YEAR),
    metavar="ANGKA",
    help="Jatuh tempo dalam sekian hari (bawaan: 30; untuk ics: sampai akhir tahun).",
)
@click.option("--person", metavar="NAMA", help="Hanya penanggung jawab ini.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "text", "ics", "json"]),
    default="table",
    help="Bentuk keluaran; text untuk ditempel di grup WhatsApp, ics untuk kalender.",
)
@click.pass_context
def agenda(context: click.Context, on: date | None, days: int | None, person: str | None, form: str) -> None:
    """Tenggat: yang segera dan yang lewat batas waktu, per penanggung jawab."""
    archive = opened(context)
    if days is None:
        days = agendas.YEAR if form == "ics" else agendas.MONTH
    found = agendas.agenda(archive.gaps(on or archive.today()), archive.standing.decisions().person, days)
    _FORMS[form](archive, agendas.of_person(found, person) if person else found)


def _calendar(archive: Archive, found: Agenda) -> None:
    click.echo(agendas.calendar(found, archive.now()), nl=False)


def _table(_archive: Archive, found: Agenda) -> None:
    console.print(Text(f"Tenggat, keadaan {weekday_label(found.on)}", style="bold"))
    for band, number in found.counts.items():
        if number:
            console.print(Text(f"  {found.called(band)}: {number}"))
    if not found.total:
        console.print(agendas.NOTHING.format(found.days))
    for share in found.shares:
        console.print(Text(f"\n{share.name}", style="bold"))
        for band, duties in groupby(share.duties, key=lambda duty: duty.band):
            console.print(_band_table(found.called(band), duties))


def _band_table(title: str, duties: Iterable[Duty]) -> Table:
    table = Table(title=Text(title), title_justify="left", show_edge=False, pad_edge=False)
    for name in ("Jatuh tempo", "Sisa waktu", "Kode", "Bukti fisik", "Periode", "Keadaan"):
        table.add_column(name)
    for duty in duties:
        state = duty.status.state
        table.add_row(
            duty.due.isoformat(),
            left(duty.days),
            str(duty.code),
            Text(duty.title),
            periods.render(duty.status.slot.period),
            Text(STATES[state], style=COLOURS[state]),
        )
    return table


_FORMS: Mapping[str, Callable[[Archive, Agenda], None]] = {
    "table": _table,
    "text": lambda _archive, found: click.echo(agendas.message(found), nl=False),
    "ics": _calendar,
    "json": lambda _archive, found: click.echo(json.dumps(agendas.as_json(found), ensure_ascii=False, indent=2)),
}
