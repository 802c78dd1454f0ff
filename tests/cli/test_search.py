"""`ziarchive search` as people read it: order, pages, states, and help where nothing is found."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Office
from ziarchive.archive import Archive


@pytest.fixture
def filled(office: Office, archive: Archive) -> None:
    """Three documents, read."""
    office.pdf("V.1.2.2_Laporan UPG_2024-03.pdf", "gratifikasi dan hadiah", "hadiah kedua")
    office.pdf("V.1.2.2_Laporan UPG_2024-06.pdf", "hadiah hadiah hadiah")
    office.pdf("I.4.1.2_Bukti lapor LHKPN_2024-03.pdf", "kekayaan dan hadiah")
    archive.sync()


@pytest.mark.parametrize(
    ("order", "first"),
    [("date", "V.1.2.2_Laporan UPG_2024-06.pdf"), ("code", "I.4.1.2_Bukti lapor LHKPN_2024-03.pdf")],
)
def test_an_order_is_asked_for(run: Callable[..., Any], filled: None, order: str, first: str) -> None:
    """`--order` decides what comes first."""
    found = json.loads(run("search", "hadiah", "--order", order, "--format", "json")[1])
    assert found["order"] == order and found["hits"][0]["path"] == first


def test_hits_with_pages_and_states(run: Callable[..., Any], filled: None) -> None:
    """Each page that answers has its line, and the document the states of its slots."""
    out = run("search", "hadiah", "--order", "code")[1]
    assert "V.1.2.2 (terpenuhi)" in out
    assert "halaman 1: gratifikasi dan hadiah" in out and "halaman 2: hadiah kedua" in out


def test_documents_with_some_of_the_words_follow(run: Callable[..., Any], filled: None) -> None:
    """They have a heading of their own."""
    assert "dokumen memuat sebagian kata" in run("search", "gratifikasi", "kekayaan")[1]


def test_nothing_found_is_no_dead_end(run: Callable[..., Any], filled: None) -> None:
    """Another spelling, and what a filter costs."""
    assert "Mungkin maksud Anda: gratifikasi" in run("search", "gratifkasi")[1]
    assert "Tanpa tahun 2019: 3 dokumen (hadiah)" in run("search", "hadiah", "--year", "2019")[1]
