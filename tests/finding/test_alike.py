"""Last year's report handed in again is found by its runs of words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.finding.small_office import finder_of, index_of
from tests.gaps.small import MONTHLY, document
from ziarchive.finding.alike import RUN, candidates, likeness
from ziarchive.reports import NEARLY_SAME

BODY = (
    "Unit pengendalian gratifikasi menerima laporan dari pegawai, mencatat setiap penolakan hadiah, menyusun "
    "rekapitulasi untuk pimpinan balai, menyampaikan hasil kepada inspektorat, serta mengumumkan ringkasan kegiatan "
    "melalui papan informasi agar masyarakat mengetahui upaya pencegahan korupsi yang telah dilaksanakan kantor ini. "
    "Seluruh bukti disimpan petugas arsip bersama notulen rapat evaluasi dan daftar hadir peserta sosialisasi. "
)
THIS, LAST, COUSIN, STRANGER, COPY = (
    document(MONTHLY, f"2024-0{number}", name=name)
    for number, name in enumerate(("this", "last", "cousin", "stranger", "copy"), 1)
)
COPY = replace(COPY, sha256=THIS.sha256)
TEXTS = {
    THIS: f"{BODY} Tahun 2024",
    LAST: f"{BODY} Tahun 2023, tanpa temuan",
    COUSIN: "Unit pengendalian gratifikasi menerima laporan dari pegawai lain, sedangkan rapat evaluasi ditunda dahulu",
    STRANGER: "Pemeliharaan kendaraan dinas roda empat",
    COPY: f"{BODY} Tahun 2024",
}
_words = st.lists(st.sampled_from(["laporan", "tim", "rapat", "kerja"]), max_size=12).map(" ".join)
_pages = st.lists(_words, max_size=3).map(tuple)


@given(_pages, _pages)
def test_likeness_law(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    """Likeness lies between nothing and all, is mutual, and a text with a run of words is wholly like itself."""
    assert 0.0 <= likeness(one, other) == likeness(other, one) <= 1.0
    assert likeness(one, one) == float(len(" ".join(one).split()) >= RUN)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        (("a b c d",), ("a b c d",), 1.0),
        (("a b c d e",), ("a b c d x",), 1 / 3),
        (("a b c d",), ("d c b a",), 0.0),
        (("a b", "c d"), ("a b c d",), 1.0),
        (("A, b! c D",), ("a b c d",), 1.0),
        (("a b c",), ("a b c",), 0.0),
        (("a b c d pada 3 Mei 2024",), ("a b c d pada 17 Juli 2023",), 1.0),
        (("a b 12 c d",), ("a b 99 c d",), 1.0),
        ((), ("a b c d",), 0.0),
    ],
)
def test_likeness(one: tuple[str, ...], other: tuple[str, ...], share: float) -> None:
    """The share of runs of words that both have counts; pages and punctuation do not part a run."""
    assert likeness(one, other) == pytest.approx(share)


def test_last_year_leads() -> None:
    """Last year's report is nearly the same; what is merely about the same things, or the same bytes, is left out."""
    (only,) = finder_of(TEXTS).similar(THIS, 5)
    assert (only.document, only.nearly_same) == (LAST, True)
    assert NEARLY_SAME <= only.likeness < 1.0


def test_likest_first() -> None:
    """Documents that share words follow each other by how much they share, as many as asked for."""
    finder = finder_of(TEXTS)
    likest = finder.similar(COUSIN, 5)
    assert {each.document.sha256 for each in likest} == {THIS.sha256, LAST.sha256}
    assert len(likest) == 2, "what is there twice is named once"
    assert [each.likeness for each in likest] == sorted((each.likeness for each in likest), reverse=True)
    assert all(0.0 < each.likeness < 0.2 and not each.nearly_same for each in likest)
    assert finder.similar(COUSIN, 1) == likest[:1]
    assert finder.similar(STRANGER, 5) == ()


def test_same_content() -> None:
    """The same bytes elsewhere are found by their hash, not by their words."""
    finder = finder_of(TEXTS)
    assert finder.same(THIS) == (COPY,) and finder.same(COPY) == (THIS,) and finder.same(LAST) == ()


def test_what_shares_only_words_is_not_alike() -> None:
    """A document that the index finds by its words, but that shares no run of them, is not listed."""
    words = "gratifikasi pengaduan whistleblowing kepatuhan integritas"
    mine = document(MONTHLY, "2024-01", name="mine")
    other = document(MONTHLY, "2024-02", name="other")
    texts = {mine: words, other: " ".join(reversed(words.split()))}
    strangers = {document(MONTHLY, "2024-03", name=f"s{at}"): f"Surat jalan {at}" for at in range(20)}
    assert finder_of({**texts, **strangers}).similar(mine, 5) == ()


@pytest.mark.parametrize("copies", [1, 20, 40])
def test_copies_do_not_hide_last_year(copies: int) -> None:
    """However many documents of the same bytes there are, and whatever they alone say, last year's is found."""
    own = "Wahyudi Kartono Sulistyo Purnama Hendrawan Maryati Kuswanto Darmaji Rusmini Sutrisno Bambang Lestari "
    names = (
        own + "Ngatiman Warsito Gunadi Paryanto Winarsih Yulianti Saputra Handoko Mulyadi Kurniawan Setyawan Budiman"
    )
    mine = [replace(document(MONTHLY, "2024-01", name=f"mine{at}"), sha256="mine") for at in range(copies + 1)]
    others = [replace(document(MONTHLY, "2024-02", name=f"far{at}"), sha256="far") for at in range(copies)]
    strangers = {document(MONTHLY, "2024-03", name=f"s{at}"): f"Surat jalan {at}" for at in range(60)}
    texts = {
        **dict.fromkeys(mine, f"{BODY} {names}"),
        **dict.fromkeys(others, f"{BODY} Tahun 2022"),
        **strangers,
        LAST: TEXTS[LAST],
    }
    finder = finder_of(texts)
    likest = finder.similar(mine[0], 5)
    assert sorted(each.document.sha256 for each in likest) == sorted([LAST.sha256, "far"])
    assert all(each.likeness > 0.6 for each in likest)
    assert set(finder.same(mine[0])) == set(mine[1:])


def test_candidates() -> None:
    """Who shares telling words is compared, as many as asked for; a text of its own has nobody to compare with."""
    index = index_of(TEXTS)

    def told(text: str, limit: int = 10, own: tuple[str, ...] = ()) -> tuple[str, ...]:
        return candidates(index, (text,), len(TEXTS), own, limit)

    assert set(told(TEXTS[THIS], own=("this", "copy"))) == {"last"}
    assert set(told(TEXTS[THIS], own=("this",))) == {"last", "copy"}
    assert len(told(TEXTS[THIS], 2)) == 2
    assert set(told("Rapat evaluasi gratifikasi")) == {"this", "last", "copy", "cousin"}
    assert told(TEXTS[STRANGER], own=("stranger",)) == () == told("2024 2023 dan di ke 12")
    assert candidates(index, (), 0, (), 10) == ()
