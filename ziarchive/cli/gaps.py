"""The gap report: on the screen, for a spreadsheet or a program, and as a paper that an office signs."""

import json
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import click

from ziarchive import printing, shapes, tables
from ziarchive.archive import Archive
from ziarchive.cli import progress, terminal
from ziarchive.cli.context import CodeType, DayType, opened
from ziarchive.cli.words import Command
from ziarchive.errors import UsageError
from ziarchive.gaps import GapReport, narrowed
from ziarchive.model import Code, State
from ziarchive.printing import Scope

FINDINGS = 1
"""Exit code: something is overdue (--fail-on)."""
TABLE = "table"
PAPERS = ("xlsx", "docx", "pdf", "html")
FORMS = (TABLE, "csv", "json", *PAPERS)


@click.command(cls=Command)
@click.option("--on", type=DayType(), help="Keadaan pada tanggal ini (bawaan: hari ini).")
@click.option("--area", type=CodeType(), help="Hanya area ini, misalnya I.")
@click.option("--state", type=click.Choice([str(state) for state in State]), help="Hanya keadaan ini.")
@click.option("--fail-on", type=click.Choice(["overdue"]), help="Keluar dengan kode 1 bila ada yang begini.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    help="Bentuk keluaran (bawaan: menurut akhiran berkas -o, tanpa -o: table); "
    "xlsx, docx, pdf dan html berkop surat dan siap ditandatangani.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="BERKAS", help="Tulis ke berkas ini."
)
@click.pass_context
def gaps(
    context: click.Context,
    on: date | None,
    area: Code | None,
    state: str | None,
    fail_on: str | None,
    form: str | None,
    output: Path | None,
) -> None:
    """Laporan kesenjangan: bukti yang ada, terlambat, dan diragukan."""
    form = form or _form_of(output)
    archive = opened(context)
    full = archive.gaps(on or archive.today())
    scope = Scope(area, State(state) if state else None)
    report = narrowed(full, scope.within, scope.state)
    if output:
        _write(archive, report, scope, form, output)
    elif form in PAPERS:
        _require_pipe(form)
        sys.stdout.buffer.write(_printed(archive, report, scope, form))
    else:
        _SHOWN[form](report)
    failing = fail_on and any(status.state == fail_on for status in narrowed(full, area, None).slots)
    context.exit(FINDINGS if failing else 0)


def _form_of(output: Path | None) -> str:
    if output is None:
        return TABLE
    form = output.suffix.lower().removeprefix(".")
    if form not in FORMS or form == TABLE:
        offered = ", ".join(f".{each}" for each in FORMS if each != TABLE)
        raise UsageError(f"Akhiran {output.name} tidak dikenal. Yang ada: {offered}; atau sebutkan --format.")
    return form


def _write(archive: Archive, report: GapReport, scope: Scope, form: str, output: Path) -> None:
    if form == TABLE:
        raise UsageError("Bentuk table hanya untuk layar. Pilih --format lain untuk -o.")
    content = _json(report).encode() if form == "json" else _printed(archive, report, scope, form)
    printing.keep(archive, content, output)
    click.echo(f"{output}: laporan kesenjangan, {len(report.slots)} slot.")


def _printed(archive: Archive, report: GapReport, scope: Scope, form: str) -> bytes:
    with progress.Bar("Menyusun laporan") as bar:
        return printing.printed(archive, report, scope, form, bar.count).content


def _require_pipe(form: str) -> None:
    """Refuse a screen: the standard output must lead into a file or another program."""
    if sys.stdout.isatty():
        raise UsageError(f"Bentuk {form} tidak untuk layar. Sebutkan berkasnya, misalnya -o kesenjangan.{form}.")


def _json(report: GapReport) -> str:
    return json.dumps(shapes.gaps(report), ensure_ascii=False, indent=2) + "\n"


_SHOWN: Mapping[str, Callable[[GapReport], None]] = {
    TABLE: terminal.show_gaps,
    "csv": lambda report: click.echo(tables.gaps(report), nl=False),
    "json": lambda report: click.echo(_json(report), nl=False),
}
