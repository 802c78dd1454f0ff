"""The commands about the required-evidence list and about file names."""

from pathlib import Path

import click

from ziarchive import home, plan
from ziarchive.archive import read_plan
from ziarchive.cli import terminal
from ziarchive.cli.words import Command, Group
from ziarchive.errors import UsageError
from ziarchive.model import Plan
from ziarchive.naming import NAME_LENGTH, NameReader, canonical
from ziarchive.settings import read

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.group("plan", cls=Group)
def plan_group() -> None:
    """Rencana kerja: daftar bukti yang wajib ada."""


@plan_group.command()
@click.pass_context
def show(context: click.Context) -> None:
    """Tampilkan rencana sebagai pohon."""
    terminal.show_plan(_current(context))


@plan_group.command()
@click.argument("file", type=_FILE, required=False, metavar="[BERKAS]")
@click.pass_context
def check(context: click.Context, file: Path | None) -> None:
    """Periksa rencana (bawaan: yang dipakai) dan hitung isinya."""
    loaded = plan.load(_text(file), file.name) if file else _current(context)
    counts = plan.counts(loaded)
    click.echo(f"{loaded.title}, {loaded.unit}, {loaded.year}")
    click.echo(
        f"{counts.areas} area, {counts.components} komponen, {counts.indicators} indikator, "
        f"{counts.requirements} bukti fisik, {counts.slots} slot bertanggal, {counts.events} insidental"
    )
    early = plan.due_before_signing(loaded)
    if early:
        click.echo(f"  {len(early)} indikator jatuh tempo sebelum rencana ditandatangani")
    unread = plan.unparsed(loaded)
    targets = {indicator.code: indicator.target for indicator in loaded.indicators()}
    for item in unread:
        click.echo(f"  {item.code} {item.title}: target waktu «{targets[item.code.indicator]}» tidak terbaca")
    context.exit(1 if unread else 0)


@plan_group.command("import")
@click.argument("file", type=_FILE, metavar="BERKAS")
@click.pass_context
def import_(context: click.Context, file: Path) -> None:
    """Pakai rencana dari berkas: diperiksa, lalu disalin ke folder kantor."""
    text = _text(file)
    plan.load(text, file.name)
    place = home.keep_plan(read(context.obj), text)
    click.echo(f'{place} disimpan. Tulis plan = "{place.name}" di ziarchive.toml untuk memakainya.')


@plan_group.command()
@click.pass_context
def export(context: click.Context) -> None:
    """Tulis rencana yang dipakai sebagai YAML, untuk disunting."""
    click.echo(read_plan(read(context.obj)), nl=False)


@click.command("check-name", cls=Command)
@click.argument("names", nargs=-1, required=True, metavar="NAMA...")
@click.pass_context
def check_name(context: click.Context, names: tuple[str, ...]) -> None:
    """Jelaskan cara sebuah nama berkas (dengan foldernya) dibaca."""
    reader = NameReader(_current(context))
    for name in names:
        reading = reader.read(_possible(name.replace("\\", "/")))
        click.echo(f"{name}\n  {reading.why}")
        if reading.conflict:
            click.echo(f"  bertentangan: {reading.conflict}")
        if reading.codes:
            proper = canonical(reading.codes, reading.title, reading.period, reading.ext)
            click.echo(f"  nama baku: {proper}")
        else:
            click.echo("  belum ada kode: berkas ini akan masuk kotak masuk")


def _possible(path: str) -> str:
    for part in path.split("/"):
        if len(part) > NAME_LENGTH:
            raise UsageError(
                f"Nama «{part[:40]}…» terdiri atas {len(part)} karakter; sebuah berkas atau folder paling panjang "
                f"{NAME_LENGTH}. Periksa apakah nama itu tersalin dengan benar."
            )
    return path


def _current(context: click.Context) -> Plan:
    settings = read(context.obj)
    return plan.load(read_plan(settings), settings.plan)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{file} bukan berkas teks UTF-8. Simpan ulang sebagai YAML UTF-8.") from error
