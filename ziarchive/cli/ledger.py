"""The commands that show what was decided, take it back, and mend the file that it stands in."""

import json

import click

from ziarchive import moving, telling
from ziarchive.cli.context import opened
from ziarchive.cli.decisions import WHO
from ziarchive.cli.words import Command
from ziarchive.decisions.undone import kept
from ziarchive.decisions.undone import undo as undone
from ziarchive.errors import UsageError


@click.command(cls=Command)
@click.option("--restore", is_flag=True, help="Ganti ledger yang rusak dengan salinannya; yang rusak disisihkan.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, metavar="ANGKA", help="Yang terakhir.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", help="Bentuk keluaran.")
@click.pass_context
def history(context: click.Context, restore: bool, limit: int, form: str) -> None:
    """Tampilkan keputusan yang pernah dibuat, yang terbaru dahulu."""
    archive = opened(context)
    if restore:
        kept = archive.standing.restore(f"rusak-{archive.now():%Y%m%d-%H%M%S}")
        click.echo(f"{archive.settings.ledger} dipulihkan dari salinan. Yang rusak disimpan sebagai {kept}.")
        return
    told = telling.told(telling.latest(archive.standing.entries())[:limit], archive.documents())
    if form == "json":
        click.echo(json.dumps([telling.as_json(each) for each in told], ensure_ascii=False, indent=2))
        return
    for each in told:
        batch = f"  [{each.entry.batch}]" if each.entry.batch else ""
        said = f"{each.entry.at:%Y-%m-%d %H:%M}  {each.entry.who}: {each.words}{batch}"
        click.echo("".join(letter if letter.isprintable() else "\ufffd" for letter in said))


@click.command(cls=Command)
@click.argument("batch", metavar="KELOMPOK")
@WHO
@click.pass_context
def undo(context: click.Context, batch: str, who: str) -> None:
    """Batalkan satu kelompok keputusan; namanya tampil pada ziarchive history."""
    archive = opened(context)
    entries = archive.standing.entries()
    if moved := moving.undo(archive, entries, batch, who):
        click.echo(f"{moved} berkas dikembalikan.")
        return
    decisions = undone(entries, batch, who)
    if not decisions:
        raise UsageError(
            f"Kelompok «{batch}» tidak ada, sudah dibatalkan, sudah diputuskan lain, atau penilaian orang lain."
        )
    archive.decide(who, *decisions)
    left = kept(entries, batch, who)
    click.echo(f"{len(decisions)} keputusan dibatalkan{f'; {left} lainnya tetap' if left else ''}.")
