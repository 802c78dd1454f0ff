"""What others wrote is what the record says it is, has its licence beside it, and asks nothing of the net."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

import vendoring
import web

STATIC = Path(web.__file__).parent / "static"
FOLDERS = list(vendoring.SHELVES)
ROWS = [
    (folder, row) for folder in FOLDERS for row in json.loads((folder / vendoring.RECORD).read_text(encoding="utf-8"))
]
TITLES = {
    "0BSD": "Zero-Clause BSD",
    "MIT": "MIT License",
    "MPL-2.0": "Mozilla Public License, version 2.0",
    "Apache-2.0": "Apache License",
}
"""How the text of a licence calls itself."""


@pytest.mark.parametrize(("folder", "row"), ROWS, ids=[row["package"] for _, row in ROWS])
def test_a_vendored_package_is_unchanged(folder: Path, row: dict[str, Any]) -> None:
    """Each file has the recorded SHA-256, one of them tells the version, and the licence lies beside them."""
    held = {each["file"]: (folder / each["file"]).read_bytes() for each in row["files"]}
    for each in row["files"]:
        assert hashlib.sha256(held[each["file"]]).hexdigest() == each["sha256"], each["file"]
    assert any(row["version"].encode() in data for data in held.values())
    assert TITLES[row["licence"]] in held[row["licence_files"][0]].decode()


@pytest.mark.parametrize("folder", FOLDERS, ids=["site", "tests"])
def test_every_vendored_file_is_recorded(folder: Path) -> None:
    """Nothing lies in the folder that the record does not name, and the record is of what is wanted."""
    rows = [row for place, row in ROWS if place == folder]
    named = {each["file"] for row in rows for each in row["files"]} | {vendoring.RECORD, "VENDOR.md"}
    assert {file.name for file in folder.iterdir()} == named
    wanted = [(package.name, package.version) for package in vendoring.SHELVES[folder]]
    assert [(row["package"], row["version"]) for row in rows] == wanted


@pytest.mark.parametrize("file", sorted(STATIC.rglob("*.css")), ids=lambda file: file.name)
def test_style_sheets_load_nothing(file: Path) -> None:
    """The page works without internet: no import, and no picture but those inside the sheet."""
    text = file.read_text(encoding="utf-8")
    assert "@import" not in text
    assert {start for start in re.findall(r"url\(\s*[\"']?([a-z/.]+)", text)} <= {"data"}
