"""Questions are read with what the office has: its kinds, its places, and its own words."""

import pytest

from tests.conftest import Office
from ziarchive.archive import Archive
from ziarchive.query.synonyms import OWN_FILE


@pytest.mark.parametrize(
    ("box", "said", "problem"),
    [
        ("jenis:surat keputusan", "jenis surat keputusan", ""),
        ("jenis:daftar hadir rapat", "kata «rapat»", ""),
        ("area:Penguatan Pengawasan", "area V", ""),
        ("area:VII", "area VII", "Tidak ada kode VII dalam rencana kerja (ada I, II, III, IV, V, VI)."),
        ("kode:I.99", "kode I.99", "Tidak ada kode I.99 dalam rencana kerja (ada I.1, I.2, I.3, I.4)."),
        ("jenis:nonsense", "jenis nonsense", "Tidak ada jenis «nonsense» (ada «Analisis», «Bukti lapor»,"),
        ("jenis:Notulem", "jenis Notulem", "Tidak ada jenis «Notulem» (ada «Notulen»)."),
        ("kode:6.ii.h", "butir LKE A.I.6.ii.h", "tidak terkait dengan indikator mana pun dalam rencana kerja."),
    ],
)
def test_what_the_office_has(filled: Archive, box: str, said: str, problem: str) -> None:
    """A value of several words is known by the plan, the documents or the list of words; an unknown one is named."""
    report = filled.search(box)
    assert said in report.in_words
    assert any(problem in each for each in report.problems) if problem else report.problems == ()


def test_own_words_count_at_once(filled: Archive, office: Office) -> None:
    """A line that the office adds to its list of words is used by the next search, without a restart."""
    assert filled.search("kanal").total == 0
    (office.settings.home / OWN_FILE).write_text("kanal | kotak saran\n", encoding="utf-8")
    report = filled.search("kanal")
    assert report.total == 1 and "juga «kotak saran»" in report.in_words


def test_facets_follow_what_was_understood(filled: Archive) -> None:
    """The question is kept as it was read, so that what narrows it builds on the same."""
    report = filled.search("area:Penguatan Pengawasan")
    assert report.understood == filled.search("area:V").understood
