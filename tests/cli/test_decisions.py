"""Deciding on the command line."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Office


def test_decisions_from_the_command_line(run: Callable[..., Any], office: Office) -> None:
    """A link, a verdict and a waiver are written down and change the report."""
    office.docx("entah.docx", "surat")
    run("sync")
    assert run("link", "entah.docx", "I.1.1.2", "--who", "sekretaris")[0] == 0
    assert run("verdict", "entah.docx", "I.1.1.2", "fix", "--note", "belum ttd", "--who", "penilai")[0] == 0
    assert run("waive", "VI.1.1.1", "--reason", "tidak melayani", "--who", "sekretaris")[0] == 0
    assert run("waive", "VI.1.1.2", "--reason", "salah", "--who", "sekretaris")[0] == 0
    assert run("waive", "VI.1.1.2", "--undo", "--who", "sekretaris")[0] == 0
    report = json.loads(run("gaps", "--on", "2024-07-15", "--format", "json")[1])
    states = {slot["code"]: slot["state"] for slot in report["slots"]}
    assert (states["VI.1.1.1"], states["VI.1.1.2"] == "waived") == ("waived", False)
    assert run("verify")[0] == 0


@pytest.mark.parametrize("spelling", ["listed", "backslashes", "absolute", "absolute with backslashes"])
def test_a_file_may_be_named_as_one_sees_it(run: Callable[..., Any], office: Office, spelling: str) -> None:
    """`link` takes the path as listed, with Windows separators, or from the root of the disk."""
    path = office.docx("2024/surat masuk.docx", "surat")
    run("sync")
    given = {
        "listed": "2024/surat masuk.docx",
        "backslashes": "2024\\surat masuk.docx",
        "absolute": str(path),
        "absolute with backslashes": str(path).replace("/", "\\"),
    }[spelling]
    assert run("link", given, "I.1.1.2", "--who", "sekretaris")[0] == 0
    (document,) = json.loads(run("documents", "--format", "json")[1])
    assert document["codes"] == ["I.1.1.2"]


def test_a_file_outside_the_archive_is_not_known(run: Callable[..., Any], office: Office) -> None:
    """A path outside the archive is refused, also when a file of that name is inside."""
    office.docx("surat.docx", "surat")
    run("sync")
    code, _, err = run("link", str(office.settings.home / "surat.docx"), "I.1.1.2", "--who", "sekretaris")
    assert (code, "tidak dikenal" in err) == (2, True)


def test_a_verdict_needs_a_file_that_counts(run: Callable[..., Any], office: Office) -> None:
    """A verdict on a file that does not count for the code is refused with what to do first."""
    office.docx("entah.docx", "surat")
    run("sync")
    code, _, err = run("verdict", "entah.docx", "I.1.1.2", "fix", "--who", "penilai")
    assert (code, "Tautkan dahulu" in err) == (2, True)
    assert not office.settings.ledger.exists()
