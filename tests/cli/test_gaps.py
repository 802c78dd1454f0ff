"""`gaps` writes papers to files and pipes, never to a screen."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

STARTS = {"xlsx": b"PK", "docx": b"PK", "pdf": b"%PDF", "html": b"<!doctype", "csv": b"\xef\xbb\xbfkode", "json": b"{"}


@pytest.mark.parametrize("form", STARTS)
def test_the_suffix_tells_the_form(run: Callable[..., Any], tmp_path: Path, form: str) -> None:
    """`-o laporan.pdf` writes a PDF, and so for every form; the message names the file."""
    target = tmp_path / f"laporan.{form}"
    code, out, _ = run("gaps", "--area", "I", "--on", "2024-07-10", "-o", str(target))
    assert (code, str(target) in out) == (0, True)
    assert target.read_bytes().startswith(STARTS[form])


def test_the_form_is_stronger_than_the_suffix(run: Callable[..., Any], tmp_path: Path) -> None:
    """With `--format` the file may be called anything."""
    assert run("gaps", "--format", "json", "-o", str(tmp_path / "laporan"))[0] == 0
    assert len(json.loads((tmp_path / "laporan").read_text(encoding="utf-8"))["areas"]) == 6


def test_a_paper_goes_into_a_pipe(run: Callable[..., Any]) -> None:
    """Without a file a paper is the standard output, and nothing else is."""
    code, out, _ = run("gaps", "--state", "overdue", "--on", "2024-07-10", "--format", "html")
    assert code == 0
    assert out.startswith("<!doctype html>") and "keadaan Terlambat" in out and out.rstrip().endswith("</html>")


@pytest.mark.parametrize("form", ["xlsx", "docx", "pdf", "html"])
def test_a_screen_is_refused(run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    """A paper is not poured onto a screen: the message says how to name a file."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    code, out, err = run("gaps", "--format", form)
    assert (code, out) == (2, "") and f"-o kesenjangan.{form}" in err


@pytest.mark.parametrize("arguments", [("-o", "laporan.odt"), ("-o", "laporan"), ("--format", "table", "-o", "x.pdf")])
def test_a_file_of_no_form_is_refused(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """A suffix that is no form, and a table into a file, are refused before anything is written."""
    monkeypatch.chdir(tmp_path)
    code, _, err = run("gaps", *arguments)
    assert code == 2 and "--format" in err
    assert not list(tmp_path.glob("laporan*")) and not (tmp_path / "x.pdf").exists()


def test_cron_is_told_of_what_is_overdue(run: Callable[..., Any], tmp_path: Path) -> None:
    """`--fail-on overdue` ends with 1 also when the report goes to a file."""
    target = tmp_path / "laporan.xlsx"
    assert run("gaps", "--on", "2024-07-10", "--fail-on", "overdue", "-o", str(target))[0] == 1
    assert target.is_file()
