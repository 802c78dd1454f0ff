"""The commands for the tokens with which other programs use the API."""

from datetime import datetime

import click

from ziarchive import clients
from ziarchive.archive import Archive
from ziarchive.cli.context import opened
from ziarchive.cli.decisions import WHO
from ziarchive.cli.words import Command, Group
from ziarchive.decisions import Role
from ziarchive.errors import UsageError
from ziarchive.people import People
from ziarchive.tokens import Token, Tokens
from ziarchive.wording import ROLES

LONGEST_DAYS = 3660


@click.group("token", cls=Group)
def token() -> None:
    """Token API: program lain yang boleh membaca dan memutuskan."""


@token.command("add", cls=Command)
@click.argument("name", metavar="NAMA")
@click.option("--person", metavar="PENGGUNA", help="Milik pengguna ini: perannya, namanya pada keputusan.")
@click.option(
    "--role",
    type=click.Choice([str(each) for each in Role]),
    help="Program yang berdiri sendiri dengan peran ini; keputusannya memakai NAMA.",
)
@click.option(
    "--days", type=click.IntRange(1, LONGEST_DAYS), metavar="HARI", help="Berlaku sekian hari (bawaan: sampai dicabut)."
)
@WHO
@click.pass_context
def add(context: click.Context, name: str, person: str | None, role: str | None, days: int | None, who: str) -> None:
    """Buat token; ditampilkan satu kali ini saja."""
    archive = opened(context)
    if person and not role:
        made = clients.lend(archive, name, person, days)
    elif role and not person:
        made = clients.appoint(archive, name, Role(role), who, days)
    else:
        raise UsageError("Tulis salah satu: --person PENGGUNA, atau --role PERAN untuk program yang berdiri sendiri.")
    click.echo(made)
    click.echo("Simpan sekarang: token ini tidak dapat ditampilkan lagi.", err=True)


@token.command("list", cls=Command)
@click.pass_context
def list_tokens(context: click.Context) -> None:
    """Tampilkan semua token: pemilik, peran, masa berlaku, terakhir dipakai."""
    archive = opened(context)
    found = Tokens.of(archive.settings).all()
    for each in found:
        click.echo(_line(archive, each))
    if not found:
        click.echo("Belum ada token. Buat: ziarchive token add NAMA --person PENGGUNA")


@token.command("remove", cls=Command)
@click.argument("name", metavar="NAMA")
@WHO
@click.pass_context
def remove(context: click.Context, name: str, who: str) -> None:
    """Cabut token; program yang memakainya langsung ditolak."""
    click.echo(f"Token «{clients.remove(opened(context), name, who)}» dicabut.")


def _line(archive: Archive, each: Token) -> str:
    now = clients.client(archive, People.of(archive.settings), each)
    right = ROLES[now.role] if now else "tidak berlaku lagi"
    until = f"sampai {_day(each.expires)}" if each.expires else "sampai dicabut"
    used = f"dipakai {_day(each.used)}" if each.used else "belum dipakai"
    return f"{each.name}: {each.owner}, {right}; dibuat {_day(each.created)}, {until}, {used}"


def _day(at: datetime) -> str:
    return f"{at:%Y-%m-%d}"
