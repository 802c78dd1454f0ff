"""The one requirement that a title names beyond doubt."""

from importlib.resources import files

import pytest

from ziarchive import plan
from ziarchive.matching.clear import cadence_of, clear
from ziarchive.matching.titles import Titles
from ziarchive.model import Code, Plan
from ziarchive.naming import periods


@pytest.fixture(scope="module")
def seed() -> Plan:
    """The built-in plan."""
    text = (files("ziarchive.plans") / "bpsi-lingtan-2024.yaml").read_text(encoding="utf-8")
    return plan.load(text, "seed")


@pytest.fixture(scope="module")
def titles(seed: Plan) -> Titles:
    """The prepared titles of the built-in plan."""
    return Titles(seed)


def found(titles: Titles, indicator: str, name: str, period: str = "") -> str:
    """The code that a name is clear for, or nothing."""
    stem, dot, suffix = name.partition(".")
    title = titles.title(stem, f"{dot}{suffix}")
    item = clear(titles, Code.of(indicator), title, periods.parse(period) if period else None)
    return str(item.code) if item else ""


def test_no_title_is_clear_where_it_is_not_asked_for(seed: Plan, titles: Titles) -> None:
    """Each of the 185 titles is clear in another indicator only where that asks for the same, or a report on it."""
    for item in titles.items:
        title = titles.title(item.title)
        for indicator in seed.indicators():
            best = clear(titles, indicator.code, title, None)
            assert best is None or best.words ^ item.words <= {"laporan"}, (item.title, indicator.code)


def test_bundles_are_not_clear(seed: Plan, titles: Titles) -> None:
    """Two sibling titles in one name never count as the second of them."""
    for indicator in seed.indicators():
        for one in indicator.requirements:
            for other in indicator.requirements:
                both = titles.title(f"{one.title} dan {other.title}")
                best = clear(titles, indicator.code, both, None)
                assert best is None or one is other or best.code != other.code, both


@pytest.mark.parametrize(
    ("indicator", "name", "code"),
    [
        ("II.2.1", "e-Personal.png", "II.2.1.3"),
        ("II.2.1", "e-Personal.pdf", ""),
        ("II.3.1", "foto kotak aduan.jpg", "II.3.1.4"),
        ("I.2.1", "foto sosialisasi rencana kerja ZI.jpg", "I.2.1.2"),
        ("I.4.3", "foto rapat.jpg", ""),
        ("I.3.1", "monev ZI.pdf", "I.3.1.4"),
        ("V.2.4", "sosialisasi SPI.pdf", ""),
        ("III.1.3", "Tindak lanjut hasil monev.pdf", "III.1.3.2"),
        ("IV.2.1", "POK revisi 3.pdf", "IV.2.1.3"),
        ("V.3.1", "Lap Dumas Okt 2024.pdf", "V.3.1.4"),
    ],
)
def test_a_title_may_leave_out_what_its_file_shows(titles: Titles, indicator: str, name: str, code: str) -> None:
    """A picture need not say that it is one, nor a report that it reports, unless something else is as near."""
    assert found(titles, indicator, name) == code


@pytest.mark.parametrize(
    ("indicator", "name", "code"),
    [
        ("V.1.1", "Banner.jpg", "V.1.1.5"),
        ("V.1.1", "Banner HUT RI.jpg", ""),
        ("V.1.1", "Banner gratifikasi.jpg", "V.1.1.5"),
        ("V.1.1", "Banner BerAKHLAK.jpg", ""),
        ("I.4.3", "Undangan rapat ZI.pdf", "I.4.3.1"),
        ("I.4.3", "Undangan arisan.pdf", ""),
        ("I.4.3", "Undangan sosialisasi gratifikasi.pdf", ""),
        ("II.2.1", "Rekap absensi finger print Gudang.xlsx", "II.2.1.1"),
        ("II.2.1", "Rekap absensi finger print Gudang Kayu.xlsx", ""),
        ("IV.2.1", "Renstra.pdf", "IV.2.1.4"),
        ("IV.2.1", "Renstra Kementerian.pdf", ""),
        ("IV.2.1", "contoh Renstra.pdf", ""),
        ("III.4.4", "Sertifikat tanah.pdf", ""),
    ],
)
def test_a_short_title_is_clear_only_without_stray_words(titles: Titles, indicator: str, name: str, code: str) -> None:
    """The fewer words a requirement has, the fewer may stand beside them."""
    assert found(titles, indicator, name) == code


@pytest.mark.parametrize(
    ("name", "period", "code"),
    [
        ("rekap penilaian kinerja pegawai", "2024-05", "III.4.3.2"),
        ("rekap penilaian kinerja", "2024-05", "III.4.3.2"),
        ("rekap penilaian kinerja", "2024-TW2", "III.4.3.3"),
        ("rekap penilaian kinerja Smt 1", "", "III.4.3.4"),
        ("rekap penilaian kinerja pegawai setahun", "", "III.4.3.5"),
        ("rekap penilaian kinerja", "", ""),
    ],
)
def test_twins_are_told_apart_by_how_often_they_fall_due(titles: Titles, name: str, period: str, code: str) -> None:
    """By the words of the title, else by the length of the period."""
    assert found(titles, "III.4.3", name, period) == code


@pytest.mark.parametrize(
    ("period", "cadence"),
    [("2024-02", {"bulanan"}), ("2024-TW1", {"triwulan"}), ("2024-S2", {"semesteran"}), ("2024", set()), ("", set())],
)
def test_the_length_of_a_period_tells_a_cadence(period: str, cadence: set[str]) -> None:
    """A whole year tells nothing: most documents are of one."""
    assert cadence_of(periods.parse(period) if period else None) == cadence
