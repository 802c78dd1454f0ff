"""What the administrator's pages tell to type exists: settings, files of HOME, and a service that runs our program."""

import configparser
import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from ziarchive import people, tokens
from ziarchive.serve import CONNECTIONS, HEADER_BYTES, IDLE_SECONDS
from ziarchive.settings import Settings

DOCS = Path(__file__).parent.parent / "docs"
PAGES = [DOCS / "admin.md", DOCS / "users.md", DOCS / "handover.md"]
KNOWN = {str(each.metadata["key"]): each for each in fields(Settings) if each.metadata}
TABLES = {key.split(".")[0] for key in KNOWN if "." in key}


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_setting_that_is_named_exists(page: Path) -> None:
    """In the text and in examples of `ziarchive.toml`, which are read as the program reads them."""
    text = page.read_text(encoding="utf-8")
    named = re.findall(rf"`((?:{'|'.join(TABLES)})\.[a-z_]+)\b", text)
    for block in blocks(page, "toml"):
        for table, values in tomllib.loads(block).items():
            named += [f"{table}.{key}" for key in values]
    assert {each for each in named if each not in KNOWN and not each.endswith((".json", ".jsonl", ".md"))} == set()


def test_the_service_runs_our_program() -> None:
    """The unit can be read, runs a command that there is in the HOME of the page, and may write there only."""
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read_string(next(each for each in blocks(DOCS / "admin.md", "ini") if "[Service]" in each))
    service = unit["Service"]
    assert service["ExecStart"].endswith("/bin/ziarchive --home /srv/zi run")
    assert (service["ReadWritePaths"], service["User"], service["UMask"]) == ("/srv/zi", "ziarchive", "0007")
    assert service["Group"] != "zi", "staff must not write decisions"


def test_secrets_are_called_by_their_names() -> None:
    """The files that nobody else may read, and the server's limits, are those of the program."""
    text = (DOCS / "admin.md").read_text(encoding="utf-8")
    for name in (people.NAME, tokens.NAME, "index/session.key"):
        assert f"`{name}`" in text
    assert f"{CONNECTIONS} connections" in text and f"{HEADER_BYTES // 1024} KB" in " ".join(text.split())
    assert IDLE_SECONDS == 60 and "nothing for a minute" in text
