"""Filters take the words behind them that belong to their value, and unknown values are named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.model import Code
from ziarchive.query import And, Field, Filter, Not, Or, Phrase, Prefix, Query, Word
from ziarchive.query.known import Known
from ziarchive.query.parser import parse
from ziarchive.query.written import written

KNOWN = Known(
    2024,
    ("Daftar hadir", "Laporan", "Laporan kegiatan", "SK", "SOP", "Berita acara, serah terima"),
    ("surat keputusan",),
    {
        Code((1,)): "Manajemen Perubahan",
        Code((2,)): "Penataan Tata Laksana",
        Code((3,)): "Penataan Sistem Manajemen SDM",
        Code((1, 1)): "Tim Kerja",
        Code((1, 2)): "Rencana",
        Code((1, 1, 1)): "",
    },
    frozenset({"A.I.1.iv.c"}),
)
TIM, HADIR = Word("tim"), Filter(Field.KIND, "daftar hadir")


def kind(value: str) -> Filter:
    return Filter(Field.KIND, value)


@pytest.mark.parametrize(
    ("box", "query"),
    [
        ("jenis:surat keputusan", kind("surat keputusan")),
        ("jenis:daftar hadir tim", And((HADIR, TIM))),
        ("tim -jenis:daftar hadir", And((TIM, Not(HADIR)))),
        ("jenis:laporan kegiatan", kind("laporan kegiatan")),
        ("jenis:laporan tim", And((kind("laporan"), TIM))),
        ('jenis:"laporan" kegiatan', And((kind("laporan"), Word("kegiatan")))),
        ("jenis:laporan (kegiatan)", And((kind("laporan"), Word("kegiatan")))),
        ("jenis:laporan keg*", And((kind("laporan"), Prefix("keg")))),
        ("jenis:SK, SOP tim", And((Or((kind("SK"), kind("SOP"))), TIM))),
        ("jenis:SK, daftar hadir", Or((kind("SK"), HADIR))),
        ("jenis:SK ATAU tim", Or((kind("SK"), TIM))),
        ("jenis: SK", kind("SK")),
        ("jenis: daftar hadir", HADIR),
        ('jenis: "daftar hadir"', HADIR),
        ("jenis :SK", kind("SK")),
        ("jenis : SK", kind("SK")),
        ('jenis :"daftar hadir"', HADIR),
        ("jenis:berita acara, serah terima", kind("berita acara, serah terima")),
        ("status:perlu perbaikan tim", And((Filter(Field.STATUS, "fix"), TIM))),
        ("status: kotak masuk", Filter(Field.STATUS, "inbox")),
        ("dari: pengenalan teks (tim)", And((Filter(Field.SOURCE, "ocr"), Word("teks"), TIM))),
        ("area:Manajemen Perubahan", Filter(Field.AREA, "I")),
        ('area:"Manajemen Perubahan"', Filter(Field.AREA, "I")),
        ("area:Area I", Filter(Field.AREA, "I")),
        ("area: Area II tim", And((Filter(Field.AREA, "II"), TIM))),
        ("area:perubahan", Filter(Field.AREA, "I")),
        ("area: I", Filter(Field.AREA, "I")),
        ("komponen:tim kerja", Filter(Field.COMPONENT, "I.1")),
        ("kode: I.1.1", Filter(Field.CODE, "I.1.1")),
        ("kode:1.iv.c", Filter(Field.LKE, "A.I.1.iv.c")),
        ("tahun: 2024", Filter(Field.YEAR, "2024")),
        ("tahun:2023 .. 2024 tim", And((Or((Filter(Field.YEAR, "2023"), Filter(Field.YEAR, "2024"))), TIM))),
        ("tahun:2023, 2024", Or((Filter(Field.YEAR, "2023"), Filter(Field.YEAR, "2024")))),
        ("periode:Juli 2024 tim", And((Filter(Field.PERIOD, "2024-07"), TIM))),
        ("periode: S1", Filter(Field.PERIOD, "2024-S1")),
        ("tanggal:2024-01 .. 2024-06", Filter(Field.DATE, "2024-01-01..2024-06-30")),
        ("tanggal:2024-01 – 2024-06", Filter(Field.DATE, "2024-01-01..2024-06-30")),
        ("Tanggal: 5 Mei 2024", Filter(Field.DATE, "2024-05-05")),
        ("judul: tim", Filter(Field.TITLE, "tim")),
        ("judul:'tim kerja' tim", And((Filter(Field.TITLE, "tim kerja"), TIM))),
        ("jenis tim", And((Word("jenis"), TIM))),
    ],
)
def test_whole_values(box: str, query: Query) -> None:
    """A value of several words is read whole where the office knows it; a blank beside the colon changes nothing."""
    understood = parse(box, KNOWN)
    assert (understood.query, understood.problems) == (query, ())


@pytest.mark.parametrize(
    ("box", "query", "problem"),
    [
        ("jenis:lapran", kind("lapran"), "Tidak ada jenis «lapran» (ada «Laporan»)."),
        (
            "jenis:zzz tim",
            And((kind("zzz"), TIM)),
            "Tidak ada jenis «zzz» (ada «Berita acara, serah terima», «Daftar hadir»,",
        ),
        ("jenis:SK,zzz", Or((kind("SK"), kind("zzz"))), "Tidak ada jenis «zzz»"),
        ("area:VII", Filter(Field.AREA, "VII"), "Tidak ada kode VII dalam rencana kerja (ada I, II, III)."),
        ("kode:IX.1", Filter(Field.CODE, "IX.1"), "Tidak ada kode IX.1 dalam rencana kerja (ada I, II, III)."),
        ("kode:I.99", Filter(Field.CODE, "I.99"), "Tidak ada kode I.99 dalam rencana kerja (ada I.1, I.2)."),
        ("kode:I.1.7.2", Filter(Field.CODE, "I.1.7.2"), "(ada I.1.1)."),
        ("komponen:I.44", Filter(Field.COMPONENT, "I.44"), "Tidak ada kode I.44 dalam rencana kerja (ada I.1, I.2)."),
        (
            "kode:6.ii.h",
            Filter(Field.LKE, "A.I.6.ii.h"),
            "Butir LKE A.I.6.ii.h tidak terkait dengan indikator mana pun",
        ),
        ("area:manajemen", Word("manajemen"), "bukan area (ada I Manajemen Perubahan, II Penataan Tata Laksana,"),
        ("status:belum jatuh tempo", None, "hanya ada pada bukti tanpa dokumen"),
        ("status:belum dinilai", Word("dinilai"), "«status:belum» tidak dikenal (ada «terpenuhi»,"),
        ("nama:tim kerja", None, 'Untuk keduanya tulis «nama:"tim kerja"».'),
    ],
)
def test_named(box: str, query: Query | None, problem: str) -> None:
    """A value that nothing has is named with those that there are, and still filters where it is one at all."""
    understood = parse(box, KNOWN)
    assert problem in understood.problems[0]
    assert query is None or understood.query == query


def test_without_an_office() -> None:
    """Where nothing is known of an office no value is called unknown, and kinds are one word."""
    assert parse("jenis:zzz area:IX").problems == ()
    assert parse("jenis:daftar hadir").query == And((kind("daftar"), Word("hadir")))


LEAVES = st.one_of(
    st.sampled_from(["tim", "kegiatan", "hadir", "2024", "keputusan", "perubahan", "I.1", "Jum'at", "e-office"]).map(
        Word
    ),
    st.sampled_from(["tim kerja", "jenis:SK", "a - b"]).map(Phrase),
    st.sampled_from(["keg", "I.1."]).map(Prefix),
    st.builds(
        Filter, st.just(Field.KIND), st.sampled_from(["SK", "laporan", "daftar", "Daftar hadir", "Laporan kegiatan"])
    ),
    st.sampled_from(
        [
            Filter(Field.AREA, "I"),
            Filter(Field.LKE, "A.I.1.iv.c"),
            Filter(Field.CODE, "I.1.1"),
            Filter(Field.YEAR, "2024"),
            Filter(Field.PERIOD, "2024-07"),
            Filter(Field.DATE, "2024-01-01.."),
            Filter(Field.STATUS, "fix"),
            Filter(Field.SOURCE, "ocr"),
            Filter(Field.TITLE, "tim"),
            Filter(Field.TITLE, "tim ker*"),
            Filter(Field.NAME, "notul*"),
        ]
    ),
)
PARTS = st.one_of(LEAVES, LEAVES.map(Not))
EITHER = st.lists(PARTS, min_size=2, max_size=3, unique=True).map(lambda parts: Or(tuple(parts)))
QUERIES = st.lists(st.one_of(PARTS, EITHER), min_size=1, max_size=5).map(
    lambda parts: And(tuple(parts)) if len(parts) > 1 else parts[0]
)


@given(QUERIES)
def test_what_is_written_is_read_back(query: Query) -> None:
    """A query that is written as it would be typed is read as the same, whatever the office knows."""
    assert parse(written(query), KNOWN).query == query


PIECES = [
    *("jenis", ":", "jenis:", "SK", ",", "daftar hadir", " ", "'", '"', "–", "-", "*", "(", ")", "tim", "kode:", "?"),
    *("1.iv.c", "I.1.", "area:", "tahun:", "2023", "..", "ATAU", "judul:", "/", "|", ";", "Qur'an", "yang", "warna:"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_any_box_can_be_written_again(box: str) -> None:
    """What was understood of any box is read back from what it is written as."""
    query = parse(box, KNOWN).query
    assert parse(written(query), KNOWN).query == query
