"""The command line: translates words into calls of `Archive`, and results into output. No logic."""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from ziarchive import __version__, doctor, explanation, home, sealing, shapes
from ziarchive import plan as plans
from ziarchive.changes import HOLD, NO_HOLD
from ziarchive.cli import progress, terminal
from ziarchive.cli.advice import advice
from ziarchive.cli.agenda import agenda
from ziarchive.cli.context import CodeType, document_at, opened, settings_of
from ziarchive.cli.decisions import in_charge, link, note, period, restrict, role, verdict, waive
from ziarchive.cli.gaps import gaps
from ziarchive.cli.handover import backup, bundle, restore
from ziarchive.cli.ledger import history, undo
from ziarchive.cli.moving import move
from ziarchive.cli.plan import check_name, plan_group
from ziarchive.cli.rounds import freeze, rounds
from ziarchive.cli.score import score
from ziarchive.cli.token import token
from ziarchive.cli.user import user
from ziarchive.cli.words import Group, speak_indonesian
from ziarchive.errors import ZiArchiveError
from ziarchive.extract.pictures import ocr
from ziarchive.home import read_plan
from ziarchive.recogniser import recognise
from ziarchive.reports import Order
from ziarchive.settings import HIGHEST_PORT, find_home, read

FINDINGS = 1
"""Exit code: something was rejected, is overdue (--fail-on), or failed verification."""


def main() -> None:
    """Run the command line; every error is told in words, with its exit code."""
    speak_indonesian()
    try:
        sys.exit(cli.main(standalone_mode=False))
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except ZiArchiveError as error:
        click.echo(str(error), err=True)
        sys.exit(error.exit_code)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--home",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Folder kantor (bawaan: yang memuat ziarchive.toml).",
)
@click.version_option(
    __version__, prog_name="ziarchive", message="%(prog)s, versi %(version)s", help="Tampilkan versi, lalu selesai."
)
@click.pass_context
def cli(context: click.Context, home: Path | None) -> None:
    """Arsip bukti Zona Integritas: apa yang sudah ada, apa yang belum."""
    context.obj = (home or find_home(Path.cwd())).absolute()


def formats(*names: str) -> Callable[[Any], Any]:
    return click.option("--format", "form", type=click.Choice(names), default=names[0], help="Bentuk keluaran.")


def say_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), required=False, metavar="[FOLDER]")
@click.pass_context
def init(context: click.Context, folder: Path | None) -> None:
    """Siapkan folder kantor: kerangka folder menurut rencana kerja."""
    settings = read(folder.absolute() if folder else context.obj)
    made = home.init(settings, plans.load(read_plan(settings), settings.plan))
    click.echo(f"{settings.home}: {made} folder dibuat. Taruh berkas di {settings.archive}, lalu: ziarchive run")


@cli.command()
@click.option("--host", metavar="ALAMAT", help="Alamat situs (bawaan: web.host).")
@click.option("--port", type=click.IntRange(0, HIGHEST_PORT), metavar="ANGKA", help="Port situs (bawaan: web.port).")
@click.pass_context
def run(context: click.Context, host: str | None, port: int | None) -> None:
    """Pantau folder arsip, baca berkas baru, dan sajikan situs."""
    from ziarchive.serve import serve  # noqa: PLC0415 - no other command waits for the site and all that it imports

    settings = read(context.obj)
    home.make_archive(settings)
    archive = opened(context)
    wanted = settings.port if port is None else port
    serve(archive, host or settings.host, wanted, lambda text: click.echo(text and f"ziarchive siap: {text}"))


@cli.command()
@click.option("--dry-run", is_flag=True, help="Tunjukkan saja, jangan lakukan.")
@click.option("--accept-removals", is_flag=True, help="Setujui bahwa banyak berkas memang dihapus.")
@click.option(
    "--reread",
    is_flag=True,
    help="Periksa semua berkas, juga yang tampak tetap; baca lagi yang terkena batas.",
)
@formats("table", "json")
@click.pass_context
def sync(context: click.Context, dry_run: bool, accept_removals: bool, reread: bool, form: str) -> None:
    """Bandingkan folder arsip dengan katalog satu kali, dan baca yang baru."""
    archive = opened(context)
    hold = NO_HOLD if accept_removals else HOLD
    if dry_run:
        report = archive.preview(hold, reread=reread)
    else:
        with progress.Bar("Membaca berkas") as bar:
            bar.watch(archive.reading)
            report = archive.sync(bar.count, hold, reread=reread)
        with progress.Bar("Mengenali hasil pindai") as bar:
            recognise(archive, lambda _words, done, total: bar.count(done, total), lambda: False, bar.watch)
    say_json(shapes.sync(report)) if form == "json" else terminal.show_sync(report)
    if form == "table" and (waiting := archive.status().scans):
        click.echo(f"{waiting} halaman gambar belum dikenali. {ocr.advice()}")
    context.exit(FINDINGS if report.rejected or report.held else 0)


@cli.command()
@click.argument("query", nargs=-1, required=True, metavar="KATA...")
@click.option("--area", type=CodeType(), metavar="KODE", help="Hanya area ini, misalnya I.")
@click.option("--code", type=CodeType(), metavar="KODE", help="Hanya kode ini, misalnya I.4.1.")
@click.option("--kind", metavar="JENIS", help="Hanya jenis dokumen ini, misalnya SK.")
@click.option("--year", metavar="TAHUN", help="Hanya tahun ini.")
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=20,
    show_default=True,
    metavar="ANGKA",
    help="Paling banyak sekian dokumen.",
)
@click.option("--order", type=click.Choice([str(each) for each in Order]), default="relevance", help="Urutan hasil.")
@formats("table", "json")
@click.pass_context
def search(
    context: click.Context, /, query: tuple[str, ...], limit: int, order: str, form: str, **filters: object
) -> None:
    """Cari di dalam isi, judul, dan nama berkas."""
    names = {"area": "area", "code": "kode", "kind": "jenis", "year": "tahun"}
    wanted = [f'{names[name]}:"{value}"' for name, value in filters.items() if value]
    report = opened(context).search(" ".join([*query, *wanted]), limit, order=Order(order))
    say_json(shapes.search(report)) if form == "json" else terminal.show_search(report)


@cli.command()
@formats("table", "json")
@click.pass_context
def documents(context: click.Context, form: str) -> None:
    """Semua berkas dan tempatnya dalam rencana."""
    found = opened(context).documents()
    say_json(shapes.documents(found)) if form == "json" else terminal.show_documents(found)


@cli.command()
@formats("table", "json")
@click.pass_context
def inbox(context: click.Context, form: str) -> None:
    """Berkas yang tempatnya belum pasti, dengan saran."""
    archive = opened(context)
    found = archive.inbox()
    say_json(shapes.inbox(found, archive.plan)) if form == "json" else terminal.show_inbox(found, archive.plan)


@cli.command()
@click.argument("path", metavar="BERKAS")
@formats("table", "json")
@click.pass_context
def explain(context: click.Context, path: str, form: str) -> None:
    """Jelaskan satu berkas: cara dibacanya, tempatnya dan alasannya, catatannya, slotnya."""
    archive = opened(context)
    document = document_at(archive, path)
    known = explanation.explain(document, archive.text(document), archive.gaps(archive.today()))
    say_json(explanation.as_json(known)) if form == "json" else click.echo("\n".join(explanation.as_lines(known)))


@cli.command()
@formats("table", "json")
@click.pass_context
def verify(context: click.Context, form: str) -> None:
    """Periksa SHA-256 setiap berkas, rantai keputusan, putaran yang disegel, dan indeks."""
    archive = opened(context)
    findings = (*archive.findings(), *sealing.broken(archive))
    say_json(list(findings)) if form == "json" else click.echo("\n".join(findings) or "Semua cocok.")
    context.exit(FINDINGS if findings else 0)


@cli.command("doctor")
@formats("table", "json")
@click.pass_context
def examine(context: click.Context, form: str) -> None:
    """Periksa komputer dan folder kantor ini, dan sarankan perbaikan."""
    checks = list(doctor.examine(settings_of(context)))
    if form == "json":
        say_json([asdict(check) for check in checks])
    for check in checks if form == "table" else ():
        word = "baik" if check.good else "KURANG" if check.needed else "saran"
        click.echo(f"{word:6}  {check.name}: {check.say}")
    context.exit(0 if all(check.good or not check.needed for check in checks) else FINDINGS)


for command in (
    advice,
    agenda,
    plan_group,
    check_name,
    link,
    verdict,
    waive,
    restrict,
    period,
    note,
    in_charge,
    role,
    history,
    undo,
    freeze,
    rounds,
    move,
):
    cli.add_command(command)
for command in (gaps, score, bundle, backup, restore, user, token):
    cli.add_command(command)
