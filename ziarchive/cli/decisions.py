"""The commands that write down what a person decided, as the forms of the site do."""

import getpass
from secrets import token_hex

import click

from ziarchive.archive import Archive
from ziarchive.cli.context import CodeType, document_at, opened
from ziarchive.cli.words import Command
from ziarchive.decisions import (
    Appoint,
    Charge,
    Dated,
    Decision,
    Link,
    Note,
    Outcome,
    Restrict,
    Role,
    Unrestrict,
    Unwaive,
    Verdict,
    Waiver,
)  # fmt: skip
from ziarchive.errors import UsageError
from ziarchive.model import Code, Period
from ziarchive.naming import periods

WHO = click.option(
    "--who", default=getpass.getuser, show_default="nama pengguna", metavar="NAMA", help="Siapa yang memutuskan."
)


@click.command(cls=Command)
@click.argument("path", metavar="BERKAS")
@click.argument("codes", nargs=-1, type=CodeType(), metavar="[KODE]...")
@WHO
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
@click.option("--final", is_flag=True, help="Keputusan ketua tim, bila para penilai berbeda pendapat.")
@WHO
@click.pass_context
def verdict(context: click.Context, path: str, code: Code, outcome: str, note: str, final: bool, who: str) -> None:
    """Nilai sebuah berkas untuk satu bukti: accepted, fix, atau rejected."""
    archive = opened(context)
    document = document_at(archive, path)
    _decide(archive, Verdict(document.sha256, code, Outcome(outcome), note, document.path, final), who)


@click.command(cls=Command)
@click.argument("code", type=CodeType(), metavar="KODE")
@click.option("--period", metavar="PERIODE", help="Hanya slot ini, misalnya 2024-07; bawaan: semua slot.")
@click.option("--reason", metavar="TEKS", help="Alasan; wajib, kecuali dengan --undo.")
@click.option("--undo", is_flag=True, help="Cabut pernyataan itu: bukti berlaku lagi.")
@WHO
@click.pass_context
def waive(context: click.Context, code: Code, period: str | None, reason: str | None, undo: bool, who: str) -> None:
    """Nyatakan bahwa sebuah bukti tidak berlaku, dengan alasan."""
    if reason is None and not undo:
        raise click.MissingParameter(ctx=context, param_hint="'--reason'", param_type="option")
    _decide(opened(context), (Unwaive if undo else Waiver)(code, _period(period), reason or ""), who)


@click.command(cls=Command)
@click.argument("path", metavar="BERKAS")
@click.argument("period", required=False, metavar="[PERIODE]")
@WHO
@click.pass_context
def period(context: click.Context, path: str, period: str | None, who: str) -> None:
    """Tetapkan periode sebuah berkas; tanpa periode: dibaca lagi dari nama dan isinya."""
    archive = opened(context)
    _decide(archive, Dated(document_at(archive, path).sha256, _period(period)), who)


@click.command(cls=Command)
@click.argument("code", type=CodeType(), metavar="KODE")
@click.argument("text", default="", metavar="[CATATAN]")
@click.option("--period", metavar="PERIODE", help="Hanya slot ini, misalnya 2024-07; bawaan: bukti itu seluruhnya.")
@WHO
@click.pass_context
def note(context: click.Context, code: Code, text: str, period: str | None, who: str) -> None:
    """Beri catatan pada sebuah bukti atau slotnya; tanpa catatan: hapus."""
    _decide(opened(context), Note(code, _period(period), text), who)


@click.command("in-charge", cls=Command)
@click.argument("code", type=CodeType(), metavar="KODE")
@click.argument("person", default="", metavar="[NAMA]")
@WHO
@click.pass_context
def in_charge(context: click.Context, code: Code, person: str, who: str) -> None:
    """Tetapkan penanggung jawab area, komponen atau indikator; tanpa nama: hapus."""
    _decide(opened(context), Charge(code, person), who)


@click.command(cls=Command)
@click.argument("person", metavar="NAMA")
@click.argument("role", required=False, type=click.Choice([str(each) for each in Role]), metavar="[PERAN]")
@WHO
@click.pass_context
def role(context: click.Context, person: str, role: str | None, who: str) -> None:
    """Tetapkan peran seseorang: secretary, in_charge, assessor, head, reader; tanpa peran: cabut."""
    _decide(opened(context), Appoint(person, Role(role) if role else None), who)


@click.command(cls=Command)
@click.argument("code", type=CodeType(), metavar="KODE")
@click.option(
    "--role",
    "roles",
    multiple=True,
    type=click.Choice([str(each) for each in Role]),
    help="Yang juga melihatnya; dapat diulang.",
)
@click.option("--lift", is_flag=True, help="Buka lagi untuk semua.")
@WHO
@click.pass_context
def restrict(context: click.Context, code: Code, roles: tuple[str, ...], lift: bool, who: str) -> None:
    """Batasi siapa yang melihat sebuah bukti di situs: sekretaris dan peran yang disebut."""
    if lift and roles:
        raise UsageError("--lift membuka bukti untuk semua, jadi tidak dapat dipakai bersama --role.")
    _decide(opened(context), Unrestrict(code) if lift else Restrict(code, tuple(map(Role, roles))), who)


def _period(text: str | None) -> Period | None:
    read = periods.parse(text) if text else None
    if text and not read:
        raise UsageError(f"Periode «{text}» tidak terbaca. Contoh: 2024-07, 2024-TW2, 2024-S1.")
    return read


def _decide(archive: Archive, decision: Decision, who: str) -> None:
    batch = token_hex(8)
    at_once = archive.decide(who, decision, batch=batch)
    later = "" if at_once else " ziarchive yang sedang berjalan menerapkannya sebentar lagi."
    click.echo(f"Dicatat di {archive.settings.ledger}.{later} Batalkan: ziarchive undo {batch}")
