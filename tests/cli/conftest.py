"""Runs the command line as a user does."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Office
from ziarchive import cli
from ziarchive.settings import FILE_NAME


@pytest.fixture
def run(office: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Run one command; return exit code, standard output and standard error."""
    (office.settings.home / FILE_NAME).write_text('[extract]\nexecutor = "inline"\n')
    monkeypatch.setenv("LANGUAGE", "en")  # a computer that speaks English

    def run_command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["ziarchive", "--home", str(office.settings.home), *arguments])
        try:
            cli.main()
            code = 0
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return run_command
