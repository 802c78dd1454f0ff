"""The commands about the required-evidence list and about file names."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from ziarchive import home, plan
from ziarchive.cli import terminal
from ziarchive.cli.context import settings_of
from ziarchive.cli.words import Command, Group
from ziarchive.errors import UsageError
from ziarchive.home import read_plan
from ziarchive.matching import Matcher, Said
from ziarchive.model import Code, Placement, Plan
from ziarchive.naming import NAME_LENGTH, NameReader, Reading, canonical
from ziarchive.wording import PERIODS_FROM, period_label

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
    place = home.keep_plan(settings_of(context), text)
    click.echo(f'{place} disimpan. Tulis plan = "{place.name}" di ziarchive.toml untuk memakainya.')


@plan_group.command()
@click.pass_context
def export(context: click.Context) -> None:
    """Tulis rencana yang dipakai sebagai YAML, untuk disunting."""
    click.echo(read_plan(settings_of(context)), nl=False)


@click.command("check-name", cls=Command)
@click.argument("names", nargs=-1, required=True, metavar="NAMA...")
@click.pass_context
def check_name(context: click.Context, names: tuple[str, ...]) -> None:
    """Jelaskan cara sebuah nama berkas (dengan foldernya) dibaca."""
    current = _current(context)
    reader, matcher = NameReader(current), Matcher(current)
    evidence = {item.code: item.title for item in current.requirements()}
    for name in names:
        path = _possible(name.replace("\\", "/"))
        placement = matcher.place(path, Said())
        click.echo("\n  ".join([name, *_explained(reader.read(path), placement, evidence)]))


def _explained(reading: Reading, placement: Placement, evidence: Mapping[Code, str]) -> Iterator[str]:
    """Yield in words what a name says and where its file will be."""
    yield reading.why
    if reading.conflict:
        yield f"bertentangan: {reading.conflict}"
    yield f"periode: {_period(placement)}"
    if reading.codes:
        yield f"nama baku: {canonical(reading.codes, reading.title, reading.period, reading.ext)}"
    if placement.codes:
        yield f"dihitung untuk: {', '.join(f'{code} {evidence[code]}' for code in placement.codes)}"
    else:
        yield "belum pasti tempatnya: berkas ini akan masuk kotak masuk"
        yield from terminal.suggested(placement, evidence)


def _period(placement: Placement) -> str:
    if placement.period is None or placement.period_from is None:
        return "tidak diketahui"
    return f"{period_label(placement.period)} ({PERIODS_FROM[placement.period_from]})"


def _possible(path: str) -> str:
    for part in path.split("/"):
        if len(part) > NAME_LENGTH:
            raise UsageError(
                f"Nama «{part[:40]}…» terdiri atas {len(part)} karakter; sebuah berkas atau folder paling panjang "
                f"{NAME_LENGTH}. Periksa apakah nama itu tersalin dengan benar."
            )
    return path


def _current(context: click.Context) -> Plan:
    settings = settings_of(context)
    return plan.load(read_plan(settings), settings.plan)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{file} bukan berkas teks UTF-8. Simpan ulang sebagai YAML UTF-8.") from error
