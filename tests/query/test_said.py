"""A query is said back in Indonesian words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.query import (
    Alike,
    Among,
    And,
    Everything,
    Field,
    Filter,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Word,
    in_words,
)

A, B, C = Word("a"), Word("b"), Word("c")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        (Everything(), "semua dokumen"),
        (A, "kata «a»"),
        (Phrase("tim kerja"), "frasa «tim kerja»"),
        (Prefix("renc"), "kata berawalan «renc»"),
        (Filter(Field.AREA, "I"), "area I"),
        (Filter(Field.COMPONENT, "I.4"), "komponen I.4"),
        (Filter(Field.INDICATOR, "I.4.1"), "indikator I.4.1"),
        (Filter(Field.CODE, "I.4.1.2"), "kode I.4.1.2"),
        (Filter(Field.KIND, "Daftar hadir"), "jenis Daftar hadir"),
        (Filter(Field.YEAR, "2024"), "tahun 2024"),
        (Filter(Field.LKE, "A.I.1.iv.c"), "butir LKE A.I.1.iv.c"),
        (Filter(Field.TITLE, "tim"), "judul memuat kata «tim»"),
        (Filter(Field.TITLE, "tim kerja"), "judul memuat frasa «tim kerja»"),
        (Filter(Field.NAME, "pdf"), "nama berkas memuat kata «pdf»"),
        (Filter(Field.NAME, "notul*"), "nama berkas memuat kata berawalan «notul»"),
        (Filter(Field.NAME, "tim ker*"), "nama berkas memuat kata berawalan «tim ker»"),
        (Word("laporan/notulen"), "frasa «laporan/notulen»"),
        (Word("800/123/SK"), "kata «800/123/SK»"),
        (Filter(Field.PERIOD, "2024-07"), "periode Juli 2024"),
        (Filter(Field.PERIOD, "2024-TW2"), "periode Triwulan II 2024"),
        (Filter(Field.PERIOD, "2024-S1"), "periode Semester I 2024"),
        (Filter(Field.PERIOD, "2024"), "periode 2024"),
        (Filter(Field.DATE, "2024-07-05"), "tanggal 5 Juli 2024"),
        (Filter(Field.DATE, "2024-01-01..2024-06-30"), "tanggal 1 Januari 2024 sampai 30 Juni 2024"),
        (Filter(Field.DATE, "2024-01-01.."), "tanggal sejak 1 Januari 2024"),
        (Filter(Field.DATE, "..2024-06-30"), "tanggal sampai 30 Juni 2024"),
        (Filter(Field.STATUS, "late"), "status terlambat"),
        (Filter(Field.STATUS, "to_confirm"), "status perlu konfirmasi"),
        (Filter(Field.STATUS, "inbox"), "status kotak masuk"),
        (Filter(Field.SOURCE, "ocr"), "dari pengenalan teks (OCR)"),
        (Filter(Field.SOURCE, "digital"), "dari teks digital"),
        (Among(frozenset({"a"}), "status terlambat"), "status terlambat"),
        (Word("SK", ("surat keputusan", "kepka")), "kata «SK» (juga «surat keputusan», «kepka»)"),
        (
            And((Alike((Word("surat"), Word("keputusan")), Word("SK", ("kepka",))), C)),
            "kata «surat» «keputusan» (juga «SK», «kepka») DAN kata «c»",
        ),
        (
            And((Word("gratifikasi"), Filter(Field.KIND, "SK"), Not(Word("draf")))),
            "kata «gratifikasi» DAN jenis SK, TANPA kata «draf»",
        ),
        (Not(A), "semua dokumen, TANPA kata «a»"),
        (And((Not(A), Not(B))), "semua dokumen, TANPA kata «a», TANPA kata «b»"),
        (Or((A, And((B, C)))), "kata «a» ATAU (kata «b» DAN kata «c»)"),
        (And((Or((A, B)), C)), "(kata «a» ATAU kata «b») DAN kata «c»"),
        (Not(Or((A, B))), "semua dokumen, TANPA (kata «a» ATAU kata «b»)"),
        (Or((A, Not(B))), "kata «a» ATAU (semua dokumen, TANPA kata «b»)"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_in_words(query: Query, words: str) -> None:
    """Every kind of query is said in words, with brackets where the reading would be doubtful."""
    assert in_words(query) == words


@pytest.mark.parametrize("field", Field)
@given(value=st.text(max_size=12))
def test_any_value_is_said(field: Field, value: str) -> None:
    """A value that nobody could have typed is still said, and no failure."""
    assert in_words(Filter(field, value))
