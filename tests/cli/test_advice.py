"""Weak evidence on the command line."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Office
from ziarchive.archive import Archive
from ziarchive.decisions import Dismissal

Run = Callable[..., Any]


@pytest.fixture(name="weak")
def weak_fixture(office: Office, run: Run) -> Run:
    office.pdf("I.1.1.2_SK Tim Zona Integritas_2024-01.pdf", "DRAFT")
    office.pdf("2024/VI.3.1.1_Laporan IKM_2023-TW3.pdf", "Laporan")
    with office.open() as archive:
        archive.sync()
    return run


def test_the_table_says_what_to_do(weak: Run) -> None:
    """Each advice with its code and reason."""
    code, out, err = weak("advice", "--on", "2024-12-31")
    assert (code, err) == (0, "")
    assert "I.1.1.2" in out and "masih draf" in out and "2 saran" in out


@pytest.mark.parametrize(
    ("options", "kinds"),
    [
        ((), ["draft", "outside_window"]),
        (("--area", "VI"), ["outside_window"]),
        (("--kind", "draft"), ["draft"]),
        (("--dismissed",), []),
    ],
)
def test_it_is_narrowed(weak: Run, options: tuple[str, ...], kinds: list[str]) -> None:
    """By area and kind, in JSON too."""
    told = json.loads(weak("advice", "--on", "2024-12-31", "--format", "json", *options)[1])
    assert [each["kind"] for each in told["advice"]] == kinds
    assert told["pending"] == 0


def test_the_dismissed_are_shown_with_their_reason(weak: Run, office: Office) -> None:
    """Apart from the others."""
    told = json.loads(weak("advice", "--on", "2024-12-31", "--kind", "draft", "--format", "json")[1])
    with office.open() as archive:
        dismiss(archive, told["advice"][0]["key"])
    apart = weak("advice", "--on", "2024-12-31", "--dismissed")[1]
    assert "(Diabaikan:" in apart and "sudah" in apart and "1 saran" in apart
    assert "masih draf" not in weak("advice", "--on", "2024-12-31")[1]


def dismiss(archive: Archive, key: str) -> None:
    archive.decide("sekretaris", Dismissal(key, "sudah final"))


def test_nothing_weak_is_said(run: Run) -> None:
    """An empty archive gives a sentence."""
    assert "Tidak ada saran" in run("advice")[1]
