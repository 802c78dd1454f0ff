"""The commands of a round of assessment: seal it, and see what changed since."""

import json
from collections.abc import Iterator

import click

from ziarchive import sealing
from ziarchive.assessment.rounds import Since
from ziarchive.cli.context import opened
from ziarchive.cli.decisions import WHO
from ziarchive.cli.words import Command


@click.command(cls=Command)
@click.argument("name", metavar="NAMA")
@WHO
@click.pass_context
def freeze(context: click.Context, name: str, who: str) -> None:
    """Bekukan satu putaran penilaian: daftar berkas dengan SHA-256-nya disegel."""
    archive = opened(context)
    made = sealing.freeze(archive, name, who)
    click.echo(f"Putaran «{made.name}» dibekukan: {made.files} berkas, segel {made.manifest}.")


@click.command(cls=Command)
@click.argument("name", required=False, metavar="[NAMA]")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", help="Bentuk keluaran.")
@click.pass_context
def rounds(context: click.Context, name: str | None, form: str) -> None:
    """Tampilkan putaran yang dibekukan, atau apa yang berubah sejak putaran itu."""
    archive = opened(context)
    if name is None:
        for made in archive.standing.decisions().rounds.values():
            click.echo(f"{made.name}: {made.files} berkas, segel {made.manifest}")
        return
    since = sealing.since(archive, name)
    if form == "json":
        click.echo(json.dumps(as_json(since), ensure_ascii=False, indent=2))
        return
    click.echo(f"Sejak putaran «{name}»: {since.unchanged} berkas tetap.")
    for line in _lines(since):
        click.echo(f"  {line}")


def as_json(since: Since) -> dict[str, object]:
    """Return what became of a round's files, by paths."""
    return {
        "unchanged": since.unchanged,
        "added": [each.path for each in since.added],
        "changed": [each.path for _, each in since.changed],
        "replaced": [[before.path, after.path] for before, after in since.replaced],
        "moved": [[before.path, after.path] for before, after in since.moved],
        "removed": [each.path for each in since.removed],
    }


def _lines(since: Since) -> Iterator[str]:
    yield from (f"ditambah  {each.path}" for each in since.added)
    yield from (f"diubah    {each.path}" for _, each in since.changed)
    yield from (f"diganti   {before.path} -> {after.path}" for before, after in since.replaced)
    yield from (f"dipindah  {before.path} -> {after.path}" for before, after in since.moved)
    yield from (f"dihapus   {each.path}" for each in since.removed)
