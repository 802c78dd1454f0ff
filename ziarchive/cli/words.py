"""What click says itself ("Usage", "No such option"), in Indonesian like all the rest.

click takes its words from gettext's default catalogue. Ours lies in locale/: messages.po is written by
hand, messages.mo is made from it by `dev.py words`. Only what click fixes when a command is declared,
the two metavars, is given here.
"""

import gettext
import os
from pathlib import Path
from typing import Any

import click

LOCALE = Path(__file__).parent / "locale"


def speak_indonesian() -> None:
    """Let gettext answer in Indonesian in this process, whatever language the computer is set to."""
    gettext.bindtextdomain("messages", str(LOCALE))
    os.environ["LANGUAGE"] = "id"


class Command(click.Command):
    """A command whose usage line is Indonesian."""

    def __init__(self, name: str | None, **settings: Any) -> None:
        super().__init__(name, **{"options_metavar": "[PILIHAN]"} | settings)


class Group(Command, click.Group):
    """A group of such commands."""

    command_class = Command

    def __init__(self, name: str | None, **settings: Any) -> None:
        super().__init__(name, **{"subcommand_metavar": "PERINTAH [ARGUMEN]..."} | settings)
