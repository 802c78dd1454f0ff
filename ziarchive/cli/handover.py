"""The commands that hand over: the assessor's binder, a backup, and what a backup brings back."""

from datetime import date, datetime
from pathlib import Path

import click

from ziarchive import backup as backups
from ziarchive import bundling, home
from ziarchive.cli import progress
from ziarchive.cli.context import CodeType, DayType, opened, settings_of
from ziarchive.cli.words import Command
from ziarchive.model import Code
from ziarchive.wording import number

FINDINGS = 1
"""Exit code: something could not be handed over."""


@click.command(cls=Command)
@click.option("--area", type=CodeType(), metavar="KODE", help="Hanya area atau bagian ini, misalnya I atau I.4.")
@click.option("--on", type=DayType(), help="Keadaan pada tanggal ini (bawaan: hari ini).")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FOLDER|BERKAS.zip",
    help="Tempat paket; berakhiran .zip menjadi satu berkas ZIP (bawaan: ZIP di folder ini).",
)
@click.pass_context
def bundle(context: click.Context, area: Code | None, on: date | None, output: Path | None) -> None:
    """Buat paket untuk penilai: bukti, daftar yang terbuka tanpa program apa pun, dan LKE."""
    archive = opened(context)
    day = on or archive.today()
    target = output or Path(bundling.default_name(archive, day, area))
    with progress.Bar("Menyalin bukti") as bar:
        made = bundling.bundle(archive, target, day, area, bar.count)
    click.echo(f"{made.target}: {number(made.evidence)} berkas bukti. Buka data/index.html di dalamnya.")
    for each in made.lost:
        click.echo(f"Tidak disertakan: {each.filed.document.path}: {each.why}.")
    context.exit(FINDINGS if made.lost else 0)


@click.command(cls=Command)
@click.argument("file", type=click.Path(path_type=Path), metavar="BERKAS.zip")
@click.option("--with-archive", is_flag=True, help="Sertakan semua berkas bukti; bawaan: tanpa bukti.")
@click.pass_context
def backup(context: click.Context, file: Path, with_archive: bool) -> None:
    """Cadangkan semua yang tidak dapat dibuat ulang: keputusan, pengaturan, rencana, putaran."""
    settings = settings_of(context)
    home.require(settings)
    with progress.Bar("Mencadangkan") as bar:
        made = backups.backup(settings, file, _now(), bar.count, with_archive=with_archive)
    click.echo(f"{made.target}: {number(made.files)} berkas dicadangkan.")
    for words in made.told:
        click.echo(words)
    context.exit(FINDINGS if made.troubled else 0)


@click.command(cls=Command)
@click.argument("file", type=click.Path(path_type=Path), metavar="BERKAS.zip")
@click.option("--into", type=click.Path(path_type=Path), metavar="FOLDER", help="Folder kantor (bawaan: --home).")
@click.option("--replace", is_flag=True, help="Ganti isi folder yang sudah punya keputusan; yang lama disisihkan.")
@click.pass_context
def restore(context: click.Context, file: Path, into: Path | None, replace: bool) -> None:
    """Pulihkan folder kantor dari cadangan, setelah setiap berkasnya diperiksa."""
    with progress.Bar("Memulihkan") as bar:
        made = backups.restore(file, (into or context.obj).absolute(), _now(), bar.count, replace=replace)
    click.echo(f"{made.home}: {number(made.files)} berkas dipulihkan. Lanjutkan: ziarchive sync")
    for words in made.told:
        click.echo(words)
    context.exit(FINDINGS if made.troubled else 0)


def _now() -> datetime:
    return datetime.now().astimezone()
