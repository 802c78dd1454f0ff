"""Filters are read in Indonesian and English, and a wrong one is searched as plain words and named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.model import Code
from ziarchive.query import Field, Filter, Or, Phrase, Query, Word
from ziarchive.query.codes import read_code
from ziarchive.query.filters import read_filter
from ziarchive.query.known import Known
from ziarchive.query.names import INDONESIAN, NAMES
from ziarchive.query.values import MAX_VALUES

SK, SOP = Filter(Field.KIND, "SK"), Filter(Field.KIND, "SOP")


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
        ("periode", "2024-07", Filter(Field.PERIOD, "2024-07")),
        ("period", "Juli 2024", Filter(Field.PERIOD, "2024-07")),
        ("tanggal", "2024-01..2024-06", Filter(Field.DATE, "2024-01-01..2024-06-30")),
        ("date", "2024-07-15", Filter(Field.DATE, "2024-07-15")),
        ("status", "terlambat", Filter(Field.STATUS, "late")),
        ("state", "to_confirm", Filter(Field.STATUS, "to_confirm")),
        ("dari", "ocr", Filter(Field.SOURCE, "ocr")),
        ("from", "digital", Filter(Field.SOURCE, "digital")),
        ("kode", "I.4.*", Filter(Field.CODE, "I.4")),
        ("kode", "I.4.", Filter(Field.CODE, "I.4")),
        ("kode", "I.4*", Filter(Field.CODE, "I.4")),
        ("kode", "1.iv.c", Filter(Field.LKE, "A.I.1.iv.c")),
        ("kode", "A.I.1.iv.c", Filter(Field.LKE, "A.I.1.iv.c")),
        ("indikator", "2.II.B", Filter(Field.LKE, "A.I.2.ii.b")),
        ("lke", "1.iv.c", Filter(Field.LKE, "A.I.1.iv.c")),
        ("butir", "A-I-1-iv-c", Filter(Field.LKE, "A.I.1.iv.c")),
        ("area", "Area I", Filter(Field.AREA, "I")),
        ("nama", "notul*", Filter(Field.NAME, "notul*")),
        ("judul", "tim  ker*", Filter(Field.TITLE, "tim ker*")),
        ("jenis", "SK|SOP", Or((SK, SOP))),
        ("jenis", "SK;SOP", Or((SK, SOP))),
        ("tahun", "2023..2024", Or((Filter(Field.YEAR, "2023"), Filter(Field.YEAR, "2024")))),
        ("tahun", "2023–2024", Or((Filter(Field.YEAR, "2023"), Filter(Field.YEAR, "2024")))),
        ("tahun", "2024-2023", Or((Filter(Field.YEAR, "2023"), Filter(Field.YEAR, "2024")))),
        ("tahun", "2023..2024,2024", Or((Filter(Field.YEAR, "2023"), Filter(Field.YEAR, "2024")))),
        ("Nomor", "", Word("Nomor")),
        ("jenis", "SK,SOP", Or((SK, SOP))),
        ("jenis", "SK, SOP,", Or((SK, SOP))),
        ("jenis", "SK,SK", SK),
        ("tahun", "2023,2024", Or((Filter(Field.YEAR, "2023"), Filter(Field.YEAR, "2024")))),
        ("area", "I,VI", Or((Filter(Field.AREA, "I"), Filter(Field.AREA, "VI")))),
        ("judul", "rapat, notulen", Filter(Field.TITLE, "rapat, notulen")),
    ],
)
def test_read(name: str, value: str, query: Query) -> None:
    """A right filter is read without a problem."""
    assert read_filter(name, value, quoted=False) == (query, ())


VALUES = {Field.YEAR: "2024", Field.PERIOD: "2024", Field.DATE: "2024", Field.STATUS: "fix", Field.SOURCE: "ocr"}
VALUES[Field.LKE] = "1.iv.c"


@pytest.mark.parametrize("name", NAMES)
def test_every_name(name: str) -> None:
    """Every name on offer is a filter of its field."""
    query, problems = read_filter(name, VALUES.get(NAMES[name], "I"), quoted=False)
    assert isinstance(query, Filter)
    assert problems == () or NAMES[name] in (Field.COMPONENT, Field.INDICATOR)


def test_every_field_has_a_name() -> None:
    """No field can be filtered only by other means than the search box."""
    assert set(INDONESIAN) == set(Field)


def test_a_quoted_list() -> None:
    """Values of several words are listed inside the quotes."""
    query, problems = read_filter("jenis", "Daftar hadir,SOP", quoted=True)
    assert query == Or((Filter(Field.KIND, "Daftar hadir"), SOP))
    assert problems == ()


def test_a_list_with_a_wrong_value() -> None:
    """The wrong value of a list is named and searched as plain words, the others filter."""
    query, problems = read_filter("kode", "I.4,XYZ,*", quoted=False)
    assert query == Or((Filter(Field.CODE, "I.4"), Word("XYZ")))
    assert "«kode:XYZ» bukan kode" in problems[0]
    assert problems[1] == "«*» di saringan «kode:» bukan nilai; diabaikan."


def test_a_long_list() -> None:
    """A list is bounded, and what lies beyond the bound is named."""
    query, problems = read_filter("jenis", ",".join(f"k{number}" for number in range(MAX_VALUES + 2)), quoted=False)
    assert isinstance(query, Or)
    assert len(query.parts) == MAX_VALUES
    assert f"«k{MAX_VALUES},k{MAX_VALUES + 1}» diabaikan" in problems[0]


def test_the_year_that_is_meant() -> None:
    """A period without a year is of the year that is given, and none where none is given."""
    assert read_filter("periode", "TW2", quoted=False, known=Known(2024)) == (Filter(Field.PERIOD, "2024-TW2"), ())
    query, problems = read_filter("periode", "TW2", quoted=False)
    assert query == Word("TW2")
    assert problems == ("«periode:TW2» tidak menyebut tahun; «TW2» dicari sebagai kata biasa.",)


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
        ("judul", "re*nc*", False, Filter(Field.TITLE, "re nc*"), "Tanda * hanya berlaku di akhir saringan"),
        ("judul", "*renc", False, Filter(Field.TITLE, "renc"), "Tanda * hanya berlaku di akhir saringan"),
        ("jenis", "SK*", False, Filter(Field.KIND, "SK"), "Tanda * tidak berlaku di saringan"),
        ("jeins", "SK", False, Word("jeins:SK"), "mungkin maksudnya jenis:SK"),
        ("thun", "2024", False, Word("thun:2024"), "mungkin maksudnya tahun:2024"),
        ("jeins", "", False, Word("jeins"), "mungkin maksudnya saringan jenis:"),
        ("lke", "I.4.1", False, Word("I.4.1"), "bukan butir LKE (contoh lke:1.iv.c)"),
        ("tahun", "2023..", False, Filter(Field.DATE, "2023-01-01.."), "dicari sebagai «tanggal:2023-01-01..»"),
        ("tahun", "1990..2024", False, Filter(Field.DATE, "1990-01-01..2024-12-31"), "bukan satu tahun"),
        ("tahun", "2024-07", False, Word("2024-07"), "pakai periode: atau tanggal:"),
        ("periode", "kapan saja", True, Phrase("kapan saja"), "«periode:kapan saja» bukan periode (contoh periode:"),
        ("tanggal", "2024-13", False, Word("2024-13"), "«tanggal:2024-13» tidak mungkin: bulan 13 tidak ada"),
        (
            "status",
            "bagus",
            False,
            Word("bagus"),
            "«status:bagus» tidak dikenal (ada «terpenuhi», «perlu-konfirmasi», ",
        ),
        ("status", "segera", False, None, "status segera hanya ada pada bukti tanpa dokumen"),
        ("dari", "Kepala", False, Word("Kepala"), "«dari:Kepala» tidak dikenal (ada «ocr», «digital»)"),
        ("jenis", "", False, None, "Saringan «jenis:» belum diisi; diabaikan."),
        ("jenis", "*", False, None, "belum diisi"),
    ],
)
def test_problem(name: str, value: str, quoted: bool, query: Query | None, said: str) -> None:
    """A filter that makes no sense is named, and treated as the sentence says."""
    understood, problems = read_filter(name, value, quoted=quoted)
    assert understood == query
    assert len(problems) == 1
    assert said in problems[0]


@given(st.lists(st.integers(1, 9), min_size=1, max_size=4))
def test_code_law(parts: list[int]) -> None:
    """A code that is written out is read back as the same code."""
    assert read_code(str(Code(tuple(parts)))) == Code(tuple(parts))


@given(st.text(max_size=12))
def test_code_never_fails(text: str) -> None:
    """Any text is a code of one to four positive parts, or none."""
    code = read_code(text)
    assert code is None or (1 <= len(code.parts) <= 4 and all(part > 0 for part in code.parts))
