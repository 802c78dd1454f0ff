"""The commands that write down what a person decided, until the site does it."""

import getpass

import click

from ziarchive.archive import Archive
from ziarchive.cli.context import CodeType, document_at, opened
from ziarchive.cli.words import Command
from ziarchive.decisions import Decision, Link, Outcome, Unwaive, Verdict, Waiver
from ziarchive.errors import UsageError
from ziarchive.model import Code
from ziarchive.naming import periods

_WHO = click.option(
    "--who", default=getpass.getuser, show_default="nama pengguna", metavar="NAMA", help="Siapa yang memutuskan."
)


@click.command(cls=Command)
@click.argument("path", metavar="BERKAS")
@click.argument("codes", nargs=-1, type=CodeType(), metavar="[KODE]...")
@_WHO
@click.pass_context
def link(context: click.Context, path: str, codes: tuple[Code, ...], who: str) -> None:
    """Tautkan berkas ke satu atau beberapa bukti; tanpa kode: cabut tautan."""
    archive = opened(context)
    _decide(archive, Link(document_at(archive, path).sha256, codes), who)


@click.command(cls=Command)
@click.argument("path", metavar="BERKAS")
@click.argument("code", type=CodeType(), metavar="KODE")
@click.argument("outcome", type=click.Choice([str(each) for each in Outcome]))
@click.option("--note", default="", metavar="TEKS", help="Catatan penilai.")
@_WHO
@click.pass_context
def verdict(context: click.Context, path: str, code: Code, outcome: str, note: str, who: str) -> None:
    """Nilai sebuah berkas untuk satu bukti: accepted, fix, atau rejected."""
    archive = opened(context)
    _decide(archive, Verdict(document_at(archive, path).sha256, code, Outcome(outcome), note), who)


@click.command(cls=Command)
@click.argument("code", type=CodeType(), metavar="KODE")
@click.option("--period", metavar="PERIODE", help="Hanya slot ini, misalnya 2024-07; bawaan: semua slot.")
@click.option("--reason", metavar="TEKS", help="Alasan; wajib, kecuali dengan --undo.")
@click.option("--undo", is_flag=True, help="Cabut pernyataan itu: bukti berlaku lagi.")
@_WHO
@click.pass_context
def waive(context: click.Context, code: Code, period: str | None, reason: str | None, undo: bool, who: str) -> None:
    """Nyatakan bahwa sebuah bukti tidak berlaku, dengan alasan."""
    if reason is None and not undo:
        raise click.MissingParameter(ctx=context, param_hint="'--reason'", param_type="option")
    read = periods.parse(period) if period else None
    if period and not read:
        raise UsageError(f"Periode «{period}» tidak terbaca. Contoh: 2024-07, 2024-TW2, 2024-S1.")
    _decide(opened(context), (Unwaive if undo else Waiver)(code, read, reason or ""), who)


def _decide(archive: Archive, decision: Decision, who: str) -> None:
    at_once = archive.decide(decision, who)
    later = "" if at_once else " ziarchive yang sedang berjalan menerapkannya sebentar lagi."
    click.echo(f"Dicatat di {archive.settings.ledger}.{later}")
