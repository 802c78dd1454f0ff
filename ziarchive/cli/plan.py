"""The commands about the required-evidence list and about file names."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from ziarchive import home, plan, planfile, plans
from ziarchive.cli import terminal
from ziarchive.cli.context import settings_of
from ziarchive.cli.words import Command, Group
from ziarchive.errors import UsageError
from ziarchive.home import read_plan
from ziarchive.model import Plan
from ziarchive.namecheck import Checked, NameChecker, as_json
from ziarchive.plan import newyear, printed
from ziarchive.plan.facts import Facts
from ziarchive.plan.joining import Guess
from ziarchive.planfile import workbook
from ziarchive.settings import Settings
from ziarchive.wording import likeness

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_YAML = (".yaml", ".yml")
_other = click.option(
    "--plan", "other", metavar="NAMA", help="Rencana lain: berkas di folder kantor, atau nama rencana bawaan."
)


@click.group("plan", cls=Group)
def plan_group() -> None:
    """Rencana kerja: daftar bukti yang wajib ada."""


@plan_group.command()
@_other
@click.pass_context
def show(context: click.Context, other: str | None) -> None:
    """Tampilkan rencana sebagai pohon."""
    terminal.show_plan(_current(context, other))


@plan_group.command()
@click.argument("file", type=_FILE, required=False, metavar="[BERKAS]")
@_other
@click.pass_context
def check(context: click.Context, file: Path | None, other: str | None) -> None:
    """Periksa rencana (bawaan: yang dipakai) dan hitung isinya."""
    loaded = _loaded(file) if file else _current(context, other)
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
@click.option("--unit", metavar="NAMA", default="", help="Unit kerja, bila tidak tertulis di berkas.")
@click.option("--year", type=int, metavar="TAHUN", help="Tahun rencana, bila tidak terbaca dari berkas.")
@click.option("--id", "short", metavar="ID", default="", help="Nama pendek rencana, misalnya kantor-2025.")
@click.option("--to", "name", metavar="NAMA", default="plan.yaml", help="Nama berkas rencana di folder kantor.")
@click.option("--dry-run", is_flag=True, help="Tunjukkan laporannya saja, jangan simpan.")
@click.pass_context
def import_(
    context: click.Context, file: Path, unit: str, year: int | None, short: str, name: str, dry_run: bool
) -> None:
    """Pakai rencana dari DOCX, XLSX, PDF, teks, atau YAML: dibaca, dilaporkan tebakannya, lalu disimpan."""
    _plain_name(name)
    text, guesses = _imported(file, Facts(unit, year, short))
    report = [_told(guess) for guess in guesses]
    click.echo("\n".join(report), nl=bool(report))
    if dry_run:
        return
    settings = settings_of(context)
    place = home.keep_plan(settings, text, name)
    if report:
        paper = place.with_name(f"{place.stem}-laporan.txt")
        paper.write_text("\n".join(report) + "\n", encoding="utf-8")
        click.echo(f"{len(report)} tebakan perlu diperiksa; laporannya di {paper}.")
    click.echo(f'{place} disimpan. Tulis plan = "{place.name}" di ziarchive.toml untuk memakainya.')


@plan_group.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False, metavar="[BERKAS]")
@click.option(
    "--format", "form", type=click.Choice(["yaml", "xlsx"]), help="Bentuk berkas (bawaan: menurut akhiran namanya)."
)
@_other
@click.pass_context
def export(context: click.Context, file: Path | None, form: str | None, other: str | None) -> None:
    """Tulis rencana untuk disunting: YAML ke layar, atau YAML atau XLSX ke berkas."""
    form = form or ("xlsx" if file and file.suffix.casefold() == ".xlsx" else "yaml")
    text = read_plan(_settings(context, other))
    if file is None:
        if form == "xlsx":
            raise UsageError(
                "XLSX tidak dapat ditulis ke layar. Sebutkan berkasnya: ziarchive plan export rencana.xlsx"
            )
        click.echo(text, nl=False)
        return
    if file.exists():
        raise UsageError(f"{file} sudah ada. Pilih nama lain, atau pindahkan dahulu berkas itu.")
    if form == "xlsx":
        workbook.write(_current(context, other), file)
    else:
        file.write_text(text, encoding="utf-8")
    click.echo(f"{file} ditulis. Sunting, lalu: ziarchive plan import {file}")


@plan_group.command("new-year")
@click.argument("year", type=int, metavar="TAHUN")
@_other
@click.pass_context
def new_year(context: click.Context, year: int, other: str | None) -> None:
    """Buat rencana tahun lain dari yang ini: kode tetap, jadwal dan tahunnya bergeser."""
    made = newyear.carried(_current(context, other), year)
    place = home.keep_plan(settings_of(context), _commented(plan.dump(made)), f"{made.id}.yaml")
    click.echo(
        f"{place} disimpan; rencana {_current(context, other).year} tetap ada. Periksa dengan "
        f'ziarchive plan check --plan {place.name}. Tulis plan = "{place.name}" di ziarchive.toml untuk memakainya.'
    )


@click.command("check-name", cls=Command)
@click.argument("names", nargs=-1, required=True, metavar="NAMA...")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", help="Bentuk keluaran.")
@click.pass_context
def check_name(context: click.Context, names: tuple[str, ...], form: str) -> None:
    """Jelaskan cara sebuah nama berkas (dengan foldernya) dibaca."""
    checker = NameChecker(_current(context))
    if form == "json":
        click.echo(json.dumps([as_json(checker.check(name)) for name in names], ensure_ascii=False, indent=2))
        return
    for name in names:
        click.echo("\n  ".join([name, *_explained(checker.check(name))]))


def _explained(checked: Checked) -> Iterator[str]:
    """Yield in words what a name says and where its file will be."""
    yield checked.why
    if checked.conflict:
        yield f"bertentangan: {checked.conflict}"
    yield f"periode: {checked.period}"
    if checked.canonical:
        yield f"nama baku: {checked.canonical}"
    if checked.places:
        items = (place.requirement for place in checked.places)
        yield f"dihitung untuk: {', '.join(f'{item.code} {item.title}' for item in items)}"
        return
    yield "belum pasti tempatnya: berkas ini akan masuk kotak masuk"
    for each in checked.suggestions:
        item = each.requirement
        yield f"mungkin {item.code} {item.title} (kemiripan {likeness(each.score)}; {each.why})"


def _current(context: click.Context, other: str | None = None) -> Plan:
    settings = _settings(context, other)
    return plan.load(read_plan(settings), settings.plan)


def _settings(context: click.Context, other: str | None) -> Settings:
    """Return HOME's settings, with another plan when one was asked for."""
    settings = settings_of(context)
    return replace(settings, plan=other) if other else settings


def _imported(file: Path, said: Facts) -> tuple[str, tuple[Guess, ...]]:
    """Return the text of the plan file to keep, and what was guessed on the way to it."""
    if file.suffix.casefold() in _YAML:
        text = _text(file)
        plan.load(text, file.name)
        return text, ()
    own = planfile.exported(file)
    if own:
        return _commented(plan.dump(own)), ()
    reading = printed.read(planfile.read(file), said)
    text = _commented(plan.dump(reading.plan))
    plan.load(text, file.name)
    return text, reading.guesses


def _loaded(file: Path) -> Plan:
    return plan.load(_text(file), file.name) if file.suffix.casefold() in _YAML else plan.load(*_other_form(file))


def _other_form(file: Path) -> tuple[str, str]:
    return _imported(file, Facts())[0], file.name


def _commented(text: str) -> str:
    """Return a plan file with the words above it that explain how to edit it."""
    return f"{plans.editing_help()}\n{text}"


def _told(guess: Guess) -> str:
    return f"{guess.where}{f' ({guess.code})' if guess.code else ''}: {guess.what}; {guess.why}."


def _plain_name(name: str) -> None:
    if Path(name).name != name or Path(name).suffix not in _YAML:
        raise UsageError(f"«{name}» bukan nama berkas rencana. Tulis nama saja, misalnya plan-2025.yaml.")


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{file} bukan berkas teks UTF-8. Simpan ulang sebagai YAML UTF-8.") from error
