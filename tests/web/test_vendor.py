"""The vendored style sheet is what it says it is, and asks nothing of the net."""

import hashlib
import json
import re
from pathlib import Path

import pytest

import web

STATIC = Path(web.__file__).parent / "static"
ROWS = json.loads((STATIC / "vendor" / "vendor.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"])
def test_a_vendored_file_is_unchanged(row: dict[str, str]) -> None:
    """Its SHA-256 is the recorded one, and its licence lies beside it."""
    data = (STATIC / "vendor" / row["file"]).read_bytes()
    assert hashlib.sha256(data).hexdigest() == row["sha256"]
    assert row["version"].encode() in data
    assert row["licence"] in (STATIC / "vendor" / row["licence_file"]).read_text(encoding="utf-8")


def test_every_vendored_file_is_recorded() -> None:
    """Nothing lies in the folder that the record does not name."""
    named = {row[key] for row in ROWS for key in ("file", "licence_file")} | {"vendor.json", "VENDOR.md"}
    assert {file.name for file in (STATIC / "vendor").iterdir()} == named


@pytest.mark.parametrize("file", sorted(STATIC.rglob("*.css")), ids=lambda file: file.name)
def test_style_sheets_load_nothing(file: Path) -> None:
    """The page works without internet: no import, and no picture but those inside the sheet."""
    text = file.read_text(encoding="utf-8")
    assert "@import" not in text
    assert {start for start in re.findall(r"url\(\s*[\"']?([a-z/.]+)", text)} <= {"data"}
