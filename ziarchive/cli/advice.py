"""Weak evidence: what counts today, and why an assessor may not be content with it."""

import json
from datetime import date

import click
from rich.table import Table
from rich.text import Text

from ziarchive import advice as advices
from ziarchive.advice import WEAKNESSES, Narrowing, Weakness
from ziarchive.advising import Advising
from ziarchive.archive import Archive
from ziarchive.cli.context import CodeType, DayType, opened
from ziarchive.cli.terminal import console
from ziarchive.cli.words import Command
from ziarchive.model import Code
from ziarchive.naming import periods


@click.command(cls=Command)
@click.option("--on", type=DayType(), help="Keadaan pada tanggal ini (bawaan: hari ini).")
@click.option("--area", type=CodeType(), metavar="KODE", help="Hanya di bawah kode ini, misalnya I atau I.4.2.")
@click.option("--kind", type=click.Choice([str(kind) for kind in Weakness]), help="Hanya kelemahan ini.")
@click.option("--dismissed", is_flag=True, help="Tunjukkan saran yang diabaikan, dengan alasannya.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", help="Bentuk keluaran.")
@click.pass_context
def advice(
    context: click.Context, on: date | None, area: Code | None, kind: str | None, dismissed: bool, form: str
) -> None:
    """Bukti lemah: yang sudah dihitung, tetapi mungkin ditolak penilai."""
    archive = opened(context)
    found = Advising(archive).on(on or archive.today())
    wanted = Narrowing(area, Weakness(kind) if kind else None, dismissed).select(found.all)
    if form == "json":
        documents = {each.id: each for each in archive.documents()}
        told = advices.as_json(archive.plan, wanted, found.pending, documents)
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        _show(archive, wanted)


def _show(archive: Archive, found: tuple[advices.Advice, ...]) -> None:
    table = Table("Kode", "Periode", "Kelemahan", "Sebab dan langkah berikutnya", title_justify="left")
    for each in found:
        why = f"{each.why} (Diabaikan: {each.dismissed})" if each.dismissed else each.why
        period = periods.render(each.period) if each.period else ""
        table.add_row(str(each.code), period, WEAKNESSES[each.kind], Text(why))
    console.print(table if found else Text("Tidak ada saran tentang bukti lemah."))
    if found:
        console.print(Text(f"{len(found)} saran untuk {archive.plan.title}. Tidak satu pun mengubah keadaan slot."))
