"""Fetching the files of others: what is taken out of a package, and what is refused."""

import io
import json
import tarfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from vendoring import Package, Refused, fetch, stock

WANTED = Package("@a/b", "1.2.3", {"css/b.css": "b.css", "LICENSE": "b.LICENSE.txt"}, ("b.LICENSE.txt",))
NAMED = json.dumps({"name": "@a/b", "version": "1.2.3", "license": "MIT"})
HELD = {"package.json": NAMED, "css/b.css": "p { color: red }", "LICENSE": "MIT License", "css/other.css": ""}


def packed(folder: Path, files: Mapping[str, str]) -> Path:
    """Write what npm writes."""
    archive = folder / "a-b-1.2.3.tgz"
    with tarfile.open(archive, "w:gz") as opened:
        for path, text in files.items():
            info = tarfile.TarInfo(f"package/{path}")
            info.size = len(text)
            opened.addfile(info, io.BytesIO(text.encode()))
    return archive


def test_the_wanted_files_are_taken_and_recorded(tmp_path: Path) -> None:
    """Only the named files come, under our names, and the record has version, licence and SHA-256 of each."""
    shelf = tmp_path / "vendor"
    stock(shelf, [(WANTED, packed(tmp_path, HELD))])
    assert {file.name for file in shelf.iterdir()} == {"b.css", "b.LICENSE.txt", "vendor.json"}
    assert (shelf / "b.css").read_text(encoding="utf-8") == HELD["css/b.css"]
    (row,) = json.loads((shelf / "vendor.json").read_text(encoding="utf-8"))
    assert (row["package"], row["version"], row["licence"]) == ("@a/b", "1.2.3", "MIT")
    assert row["files"][0] == {
        "file": "b.css",
        "path": "css/b.css",
        "sha256": "9e07b08613fbdd60c86e0c2c79ebb9d9500026029d194b2ed4851042c026f26e",
    }


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"package.json": NAMED.replace("1.2.3", "1.2.4")}, "1.2.4 came"),
        ({"css/b.css": "p { color: blue }"}, "other contents than before"),
        ({"css/b.css": None}, "css/b.css is not in"),
    ],
    ids=["another version", "other contents", "a file is missing"],
)
def test_what_is_not_wanted_is_refused(tmp_path: Path, changed: dict[str, str | None], words: str) -> None:
    """Another version, other contents under a known version, or a missing file leave the shelf as it was."""
    shelf = tmp_path / "vendor"
    stock(shelf, [(WANTED, packed(tmp_path, HELD))])
    before = {file.name: file.read_bytes() for file in shelf.iterdir()}
    files = {path: text for path, text in {**HELD, **changed}.items() if text is not None}
    with pytest.raises(Refused, match=words):
        stock(shelf, [(WANTED, packed(tmp_path, files))])
    assert {file.name: file.read_bytes() for file in shelf.iterdir()} == before


def test_without_npm_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without npm is told so, and what to install."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refused, match="apt install npm"):
        fetch(WANTED, tmp_path)
