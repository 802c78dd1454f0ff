"""The command that moves a file to its place."""

from secrets import token_hex

import click

from ziarchive import moving
from ziarchive.cli.context import document_at, opened
from ziarchive.cli.decisions import WHO
from ziarchive.cli.words import Command


@click.command(cls=Command)
@click.argument("path", metavar="BERKAS")
@click.option("--dry-run", is_flag=True, help="Tunjukkan saja tempatnya yang baru.")
@WHO
@click.pass_context
def move(context: click.Context, path: str, dry_run: bool, who: str) -> None:
    """Pindahkan berkas yang sudah ditempatkan ke folder dan nama bakunya (archive.rename)."""
    archive = opened(context)
    document = document_at(archive, path)
    after = moving.target(archive.plan, document, {each.path.casefold() for each in archive.documents()})
    if after == document.path:
        click.echo(f"{document.path} sudah di tempatnya.")
        return
    batch = token_hex(8)
    if not dry_run:
        moving.move(archive, document, after, who, batch)
    click.echo(f"{document.path} -> {after}")
    if not dry_run:
        click.echo(f"Batalkan: ziarchive undo {batch}")
