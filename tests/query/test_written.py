"""A query is written as it would be typed."""

import pytest

from ziarchive.query import Alike, Among, And, Query, Word
from ziarchive.query.known import Known
from ziarchive.query.parser import parse
from ziarchive.query.written import written


@pytest.mark.parametrize(
    "box",
    [
        "", "a", "a b", "a OR b c", "(a OR b) c", "-(a OR b)", "a -b", '"a b" renc*', "I.4.*", "e-office", "-jenis:SK",
        "jenis:SK,SOP a", 'judul:"daftar hadir"', 'nama:"a(b"', "judul:a,b", "periode:TW2", "tanggal:..2024-06",
        "tanggal:2024-01..2024-06", "status:perlu-konfirmasi dari:ocr", "area:I,VI OR kode:I.4", "warna:merah",
    ],
)  # fmt: skip
def test_read_back(box: str) -> None:
    """What is written is read as the same query."""
    query = parse(box, Known(2024)).query
    assert parse(written(query)).query == query


@pytest.mark.parametrize(
    ("query", "text"),
    [
        (Word("sk", ("surat keputusan",)), "sk"),
        (And((Alike((Word("surat"), Word("keputusan")), Word("SK")), Word("tim"))), "surat keputusan tim"),
        (And((Word("a"), Among(frozenset(), "status terlambat"))), "a"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_as_typed(query: Query, text: str) -> None:
    """What was added to a query is left out: synonyms, and documents chosen by other means."""
    assert written(query) == text
