"""Filters are read in Indonesian and English, and a wrong one is searched as plain words and named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.model import Code
from ziarchive.query import Field, Filter, Phrase, Query, Word
from ziarchive.query.filters import NAMES, read_code, read_filter


@pytest.mark.parametrize(
    ("name", "value", "query"),
    [
        ("area", "I", Filter(Field.AREA, "I")),
        ("Area", "i", Filter(Field.AREA, "I")),
        ("area", "6", Filter(Field.AREA, "VI")),
        ("komponen", "I.4", Filter(Field.COMPONENT, "I.4")),
        ("indikator", "i-4-1", Filter(Field.INDICATOR, "I.4.1")),
        ("kode", "I.4.1.2", Filter(Field.CODE, "I.4.1.2")),
        ("code", "1_4", Filter(Field.CODE, "I.4")),
        ("kode", "I", Filter(Field.CODE, "I")),
        ("jenis", "Daftar  hadir", Filter(Field.KIND, "Daftar hadir")),
        ("tahun", "2024", Filter(Field.YEAR, "2024")),
        ("judul", "tim", Filter(Field.TITLE, "tim")),
        ("nama", "lapor.pdf", Filter(Field.NAME, "lapor.pdf")),
    ],
)
def test_read(name: str, value: str, query: Query) -> None:
    """A right filter is read without a problem."""
    assert read_filter(name, value, quoted=False) == (query, "")


@pytest.mark.parametrize("name", NAMES)
def test_every_name(name: str) -> None:
    """Every name on offer is a filter of its field."""
    value = "2024" if NAMES[name] is Field.YEAR else "I"
    query, _ = read_filter(name, value, quoted=False)
    assert isinstance(query, Filter)


@pytest.mark.parametrize(
    ("name", "value", "quoted", "query", "said"),
    [
        ("warna", "merah", False, Word("warna:merah"), "«warna:» bukan saringan yang dikenal"),
        ("warna", "merah tua", True, Phrase("warna merah tua"), "dicari sebagai kata biasa"),
        ("tahun", "24", False, Word("24"), "«tahun:24» bukan tahun empat angka"),
        ("tahun", "2024-07", False, Word("2024-07"), "bukan tahun empat angka"),
        ("tahun", "9999", False, Word("9999"), "bukan tahun empat angka"),
        ("kode", "XYZ", False, Word("XYZ"), "«kode:XYZ» bukan kode"),
        ("kode", "I.0", False, Word("I.0"), "bukan kode"),
        ("kode", "0.1", False, Word("0.1"), "bukan kode"),
        ("area", "manajemen perubahan", True, Phrase("manajemen perubahan"), "bukan kode"),
        ("area", "I.4", False, Filter(Field.CODE, "I.4"), "«I.4» bukan kode area; dicari sebagai kode:I.4"),
        ("komponen", "I", False, Filter(Field.CODE, "I"), "bukan kode komponen"),
        ("judul", "renc*", False, Filter(Field.TITLE, "renc"), "Tanda * tidak berlaku di saringan"),
        ("jenis", "", False, None, "Saringan «jenis:» belum diisi; diabaikan."),
        ("jenis", "*", False, None, "belum diisi"),
    ],
)
def test_problem(name: str, value: str, quoted: bool, query: Query | None, said: str) -> None:
    """A filter that makes no sense is named, and treated as the sentence says."""
    understood, problem = read_filter(name, value, quoted=quoted)
    assert understood == query
    assert said in problem


@given(st.lists(st.integers(1, 9), min_size=1, max_size=4))
def test_code_law(parts: list[int]) -> None:
    """A code that is written out is read back as the same code."""
    assert read_code(str(Code(tuple(parts)))) == Code(tuple(parts))


@given(st.text(max_size=12))
def test_code_never_fails(text: str) -> None:
    """Any text is a code of one to four positive parts, or none."""
    code = read_code(text)
    assert code is None or (1 <= len(code.parts) <= 4 and all(part > 0 for part in code.parts))
