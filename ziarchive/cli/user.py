"""The commands for who may log in to the site."""

import sys

import click

from ziarchive import accounts
from ziarchive.accounts import Ask
from ziarchive.cli.context import opened
from ziarchive.cli.decisions import WHO
from ziarchive.cli.words import Command, Group
from ziarchive.decisions import Role
from ziarchive.errors import UsageError
from ziarchive.people import SHORTEST
from ziarchive.wording import ROLES

STDIN = click.option("--password-stdin", is_flag=True, help="Baca kata sandi dari masukan standar, satu baris.")
ROLE = click.option(
    "--role",
    type=click.Choice([str(each) for each in Role]),
    help="Peran; bawaan: yang sudah dimiliki. Yang pertama harus secretary.",
)


@click.group("user", cls=Group)
def user() -> None:
    """Pengguna situs: siapa boleh masuk, dengan kata sandi dan peran."""


@user.command("add", cls=Command)
@click.argument("name", metavar="NAMA")
@ROLE
@STDIN
@WHO
@click.pass_context
def add(context: click.Context, name: str, role: str | None, password_stdin: bool, who: str) -> None:
    """Tambahkan pengguna; kata sandinya ditanyakan dua kali."""
    given = accounts.add(opened(context), name, Role(role) if role else None, who, _asking(password_stdin))
    click.echo(f"{name}: {ROLES[given]}, dapat masuk.")


@user.command("passwd", cls=Command)
@click.argument("name", metavar="NAMA")
@STDIN
@click.pass_context
def passwd(context: click.Context, name: str, password_stdin: bool) -> None:
    """Ganti kata sandi; semua yang sedang masuk dengan nama itu dikeluarkan."""
    changed = accounts.change(opened(context), name, _asking(password_stdin))
    click.echo(f"{changed}: kata sandi diganti.")


@user.command("remove", cls=Command)
@click.argument("name", metavar="NAMA")
@WHO
@click.pass_context
def remove(context: click.Context, name: str, who: str) -> None:
    """Keluarkan pengguna: kata sandinya dihapus dan perannya dicabut."""
    click.echo(f"{accounts.remove(opened(context), name, who)} tidak dapat masuk lagi.")


@user.command("list", cls=Command)
@click.pass_context
def list_users(context: click.Context) -> None:
    """Tampilkan semua pengguna dengan perannya."""
    found = accounts.listed(opened(context))
    for each in found:
        role = ROLES[each.role] if each.role else "tanpa peran, tidak dapat masuk"
        click.echo(f"{each.name}: {role}; kata sandi sejak {each.changed:%Y-%m-%d}")
    if not found:
        click.echo("Belum ada pengguna. Tambahkan: ziarchive user add NAMA --role secretary")


def _asking(stdin: bool) -> Ask:
    return _read if stdin else _asked


def _read() -> str:
    return sys.stdin.readline().rstrip("\r\n")


def _asked() -> str:
    password = str(click.prompt(f"Kata sandi, paling sedikit {SHORTEST} huruf", hide_input=True))
    if click.prompt("Sekali lagi", hide_input=True) != password:
        raise UsageError("Kedua kata sandi tidak sama; belum ada yang berubah. Ulangi.")
    return password
