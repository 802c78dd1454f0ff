"""What all commands share: where HOME is, and an archive that is closed when the command ends."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click

from ziarchive import home
from ziarchive.archive import Archive
from ziarchive.errors import UsageError
from ziarchive.model import Code, Document
from ziarchive.naming import periods
from ziarchive.query.codes import read_code
from ziarchive.settings import Settings, read


def settings_of(context: click.Context) -> Settings:
    """Read the settings of HOME, which must be a folder that is there."""
    settings = read(context.obj)
    home.require_folder(settings)
    return settings


def opened(context: click.Context) -> Archive:
    """Open the archive of a HOME that is one, for the time of one command."""
    settings = settings_of(context)
    home.require(settings)
    archive = context.with_resource(Archive(settings, lambda: datetime.now().astimezone()))
    trouble = archive.standing.trouble()
    if trouble:
        click.echo(f"Perhatian: {trouble}", err=True)
    return archive


class CodeType(click.ParamType[Code]):
    """A code of any depth, in any spelling that a filter of the search may have: I.4.2, i-4-2, 1.4.2."""

    name = "kode"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Code:
        code = read_code(str(value))
        if code is None:
            self.fail(f"«{value}» bukan kode, misalnya I.4.1.2.", param, ctx)
        return code


class DayType(click.ParamType[date]):
    """A day, in any spelling that is read in a file name."""

    name = "tanggal"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        period = periods.parse(str(value))
        if period and period.start == period.end:
            return period.start
        self.fail(f"«{value}» bukan tanggal. Tulis misalnya 2024-07-01.", param, ctx)


def document_at(archive: Archive, path: str) -> Document:
    """Return the document of a path as people write it; raises `UsageError`."""
    known = {document.path: document for document in archive.documents()}
    for spelling in _spellings(path, archive.settings.archive):
        if spelling in known:
            return known[spelling]
    raise UsageError(f"Berkas «{path}» tidak dikenal. Tulis jalurnya seperti pada ziarchive documents.")


def _spellings(path: str, root: Path) -> Iterator[str]:
    """Yield what a person may have meant: as it is listed, with the other slashes, or from where one stands."""
    slashes = path.replace("\\", "/")
    yield from (path, slashes)
    place = Path(slashes).absolute()
    for base in (root, root.resolve()):
        if place.is_relative_to(base):
            yield place.relative_to(base).as_posix()
