"""What all commands share: where HOME is, and an archive that is closed when the command ends."""

from datetime import datetime

import click

from ziarchive.archive import Archive
from ziarchive.settings import Settings, read


def settings_of(context: click.Context) -> Settings:
    return read(context.obj)


def opened(context: click.Context) -> Archive:
    """Open the archive for the time of one command."""
    archive = Archive(settings_of(context), lambda: datetime.now().astimezone())
    return context.with_resource(archive)
