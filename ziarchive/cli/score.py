"""The estimate against the LKE's minimum scores: on the screen, for a program, or as a sheet in the LKE's shape."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import click
from rich.table import Column, Table
from rich.text import Text

from ziarchive import lke, printing
from ziarchive.cli.context import DayType, opened
from ziarchive.cli.terminal import COLOURS, console
from ziarchive.cli.words import Command
from ziarchive.errors import UsageError
from ziarchive.lke import Reach, ScopeScore, Score
from ziarchive.lke.words import MARKS, NOTICE, REACHES, points
from ziarchive.scoring import Scoring, sheet_of
from ziarchive.wording import STATES, date_label, period_label

_REACH_COLOURS: Mapping[Reach, str] = {
    Reach.ACCEPTED: "green", Reach.SUPPORTED: "green", Reach.POSSIBLE: "cyan", Reach.EVENTUAL: "red",
    Reach.OUTSIDE: "yellow", Reach.ABSENT: "bright_black",
}  # fmt: skip

_COLUMNS = ("Diterima", "Didukung", "Tertinggi", "+ terlambat")
"""The marks, short enough for a terminal."""


@click.command(cls=Command)
@click.option("--on", type=DayType(), help="Keadaan pada tanggal ini (bawaan: hari ini).")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "xlsx"]),
    help="Bentuk keluaran (bawaan: table, atau menurut akhiran berkas -o); xlsx berbentuk LKE.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="BERKAS", help="Tulis ke berkas ini."
)
@click.pass_context
def score(context: click.Context, on: date | None, form: str | None, output: Path | None) -> None:
    """Perkiraan kesiapan dokumen menurut LKE, bukan nilai resmi."""
    form = form or (output.suffix.lower().removeprefix(".") if output else "table")
    archive = opened(context)
    found = Scoring(archive).on(on or archive.today())
    if not output:
        if form == "xlsx":
            raise UsageError("Bentuk xlsx adalah berkas. Sebutkan berkasnya, misalnya -o lke.xlsx.")
        _SHOWN[form](found)
        return
    if form not in _MADE:
        raise UsageError(f"Tidak dapat menulis {output.name} dalam bentuk itu. Pilih .xlsx atau .json.")
    printing.keep(archive, _MADE[form](found), output)
    click.echo(f"{output}: {NOTICE}")


def _json(found: Score) -> str:
    return json.dumps(lke.as_json(found), ensure_ascii=False, indent=2) + "\n"


def _show(found: Score) -> None:
    console.print(Text(f"{NOTICE} {found.regulation.title}, keadaan {date_label(found.on)}.", style="bold"))
    for word, value in zip(MARKS.values(), found.total.points.all, strict=True):
        console.print(Text(f"  {word}: {points(value)} dari {points(found.total.weight)} poin"))
    console.print(Text(f"  Di luar rencana ini: {points(found.total.outside)} poin"))
    for title, scopes in (("Bagian", found.parts), ("Area", found.areas)):
        console.print(_scopes(title, scopes))
    console.print(_gates(found))
    _show_lifts(found)
    for code in found.unknown:
        console.print(
            Text(f"Kode LKE {code} pada rencana kerja tidak ada dalam {found.regulation.id}.", style="yellow")
        )


def _scopes(title: str, scopes: tuple[ScopeScore, ...]) -> Table:
    table = Table(title, *(Column(name, justify="right") for name in ("Bobot", "Rencana", *_COLUMNS)))
    for each in scopes:
        table.add_row(each.scope.name, *map(points, (each.weight, each.inside, *each.points.all)))
    return table


def _gates(found: Score) -> Table:
    table = Table("Nilai minimal", "", Column("Perlu", justify="right"), "Keadaan")
    for gate in found.gates:
        for number, level in enumerate(gate.levels):
            name = "" if number else gate.score.scope.name
            reach = Text(REACHES[level.reach], style=_REACH_COLOURS[level.reach])
            table.add_row(name, level.name, points(level.needed), reach)
    return table


def _show_lifts(found: Score) -> None:
    console.print(Text("\nDokumen yang paling menaikkan perkiraan:", style="bold"))
    for lift in found.lifts:
        console.print(Text(f"  +{points(lift.points)} poin ({', '.join(lift.items)})"))
        for each in lift.missing:
            slot, state = each.status.slot, each.status.state
            said = Text(f"    {slot.code} {each.status.requirement.title}, {period_label(slot.period)}: ")
            console.print(said.append(STATES[state], style=COLOURS[state]))
            console.print(Text(f"      {each.file}", style="dim"))
    if not found.lifts:
        console.print("  Tidak ada: semua yang dapat dipenuhi hari ini sudah terpenuhi.")


_SHOWN: Mapping[str, Callable[[Score], None]] = {
    "table": _show,
    "json": lambda found: click.echo(_json(found), nl=False),
}
_MADE: Mapping[str, Callable[[Score], bytes]] = {"json": lambda found: _json(found).encode(), "xlsx": sheet_of}
