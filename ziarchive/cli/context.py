"""What all commands share: where HOME is, and an archive that is closed when the command ends."""

from datetime import date, datetime

import click

from ziarchive.archive import Archive
from ziarchive.model import Code
from ziarchive.naming import periods
from ziarchive.settings import Settings, read


def settings_of(context: click.Context) -> Settings:
    return read(context.obj)


def opened(context: click.Context) -> Archive:
    """Open the archive for the time of one command."""
    archive = Archive(settings_of(context), lambda: datetime.now().astimezone())
    return context.with_resource(archive)


class CodeType(click.ParamType[Code]):
    """A code of the plan, of any depth, in its canonical form."""

    name = "kode"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Code:
        try:
            return Code.of(str(value).upper())
        except ValueError:
            self.fail(f"«{value}» bukan kode, misalnya I.4.1.2.", param, ctx)


class DayType(click.ParamType[date]):
    """A day, in any spelling that is read in a file name."""

    name = "tanggal"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        period = periods.parse(str(value))
        if period and period.start == period.end:
            return period.start
        self.fail(f"«{value}» bukan tanggal. Tulis misalnya 2024-07-01.", param, ctx)
