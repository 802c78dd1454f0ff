"""The command line: translates words into calls of `Archive`, and results into output. No logic."""

import sys
from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click

from ziarchive import __version__, doctor, home, naming, serve, shapes, terminal
from ziarchive.archive import Archive, read_plan
from ziarchive.changes import HOLD, NO_HOLD
from ziarchive.decisions import Link, Outcome, Verdict, Waiver
from ziarchive.errors import CannotRun, UsageError, ZiArchiveError
from ziarchive.model import Code, Document, State
from ziarchive.periods import parse as parse_period
from ziarchive.plan import load
from ziarchive.settings import Settings, find_home, read

FINDINGS = 1
"""Exit code: something was rejected, is overdue (--fail-on), or failed verification."""


def main() -> None:
    """Run the command line; every error is told in words, with its exit code."""
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except ZiArchiveError as error:
        click.echo(str(error), err=True)
        sys.exit(error.exit_code)
