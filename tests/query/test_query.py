"""A query is said back in Indonesian words."""

import pytest

from ziarchive.query import And, Everything, Field, Filter, Not, Or, Phrase, Prefix, Query, Word, in_words

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
        (Filter(Field.TITLE, "tim"), "judul memuat «tim»"),
        (Filter(Field.NAME, "pdf"), "nama berkas memuat «pdf»"),
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
