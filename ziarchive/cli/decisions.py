"""The commands that write down what a person decided, until the site does it."""

import getpass

import click

from ziarchive.archive import Archive
from ziarchive.cli.context import CodeType, opened
from ziarchive.cli.words import Command
from ziarchive.decisions import Decision, Link, Outcome, Verdict, Waiver
from ziarchive.errors import UsageError
from ziarchive.model import Code, Document
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
    _decide(archive, Link(_document(archive, path).sha256, tuple(_known(archive, code) for code in codes)), who)


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
    sha256 = _document(archive, path).sha256
    _decide(archive, Verdict(sha256, _known(archive, code), Outcome(outcome), note), who)


@click.command(cls=Command)
@click.argument("code", type=CodeType(), metavar="KODE")
@click.option("--period", metavar="PERIODE", help="Hanya slot ini, misalnya 2024-07; bawaan: semua slot.")
@click.option("--reason", required=True, metavar="TEKS", help="Alasan.")
@_WHO
@click.pass_context
def waive(context: click.Context, code: Code, period: str | None, reason: str, who: str) -> None:
    """Nyatakan bahwa sebuah bukti tidak berlaku, dengan alasan."""
    archive = opened(context)
    read = periods.parse(period) if period else None
    if period and not read:
        raise UsageError(f"Periode «{period}» tidak terbaca. Contoh: 2024-07, 2024-TW2, 2024-S1.")
    _decide(archive, Waiver(_known(archive, code), read, reason), who)


def _decide(archive: Archive, decision: Decision, who: str) -> None:
    archive.decide(decision, who)
    click.echo(f"Dicatat di {archive.settings.ledger}.")


def _document(archive: Archive, path: str) -> Document:
    for document in archive.documents():
        if document.path == path.replace("\\", "/"):
            return document
    raise UsageError(f"Berkas «{path}» tidak dikenal. Tulis jalurnya seperti pada ziarchive documents.")


def _known(archive: Archive, code: Code) -> Code:
    if code not in {item.code for item in archive.plan.requirements()}:
        raise UsageError(f"Kode {code} tidak ada dalam rencana. Lihat ziarchive plan show.")
    return code
