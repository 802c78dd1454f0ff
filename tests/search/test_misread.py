"""What a scan was misread into is repaired, and nothing else."""

import re

import pytest

from ziarchive.search import misread


@pytest.mark.parametrize(
    ("word", "printed"),
    [
        ("pernbangunan", "pembangunan"),
        ("pe1ayanan", "pelayanan"),
        ("iaporan", "laporan"),
        ("niiai", "nilai"),
        ("lnspektorat", "inspektorat"),
        ("pcngawasan", "pengawasan"),
        ("pemyataan", "pernyataan"),
        ("javvaban", "jawaban"),
        ("0rganisasi", "organisasi"),
        ("1aporan", "laporan"),
        ("5osialisasi", "sosialisasi"),
        ("penllaian", "penilaian"),
        ("publlk", "publik"),
        ("penilalan", "penilaian"),
        ("penclidikan", "pendidikan"),
        ("clasar", "dasar"),
        ("larnplran", "lampiran"),
        ("un1t", "unit"),
        ("sesua1", "sesuai"),
        ("tangga1", "tanggal"),
    ],
)
def test_repaired(word: str, printed: str) -> None:
    """One confusion of shapes is undone, at one place or everywhere, or two where nothing else was printed."""
    assert misread.repaired(word) == printed


@pytest.mark.parametrize(
    "word",
    [
        "abdullah", "syamsul", "iwan", "dumai", "bantul", "tegal", "pltu", "plta", "b1", "1a", "tahap1", "semester2",
        "2024a", "climate", "claim", "hall", "overall", "drill", "full", "arial", "online", "email", "covid19",
        "bantul", "fisikal", "optikal", "cells", "selling", "scrap", "clamp", "vlan", "unix", "semester1", "pengion",
    ],
)  # fmt: skip
def test_left_as_it_is(word: str) -> None:
    """Names, codes and loan words are nothing that was misread."""
    assert misread.repaired(word) == ""


@pytest.mark.parametrize(
    ("root", "seen"),
    [
        ("layan", "1ayan"), ("lapor", "iapom"), ("nyata", "myata"), ("modal", "moclal"), ("awas", "avvas"),
        ("masuk", "rnasuk"),
    ],
)  # fmt: skip
def test_pattern(root: str, seen: str) -> None:
    """What finds a root in a text finds it as printed and misread."""
    found = re.compile(misread.pattern(root))
    assert found.fullmatch(root)
    assert found.fullmatch(seen)
