"""A kind is asked for by its acronym and by its long form alike."""

import pytest

from ziarchive.query import And, Field, Filter, Not, Or, Query, Word, in_words
from ziarchive.query.kindred import name_kinds
from ziarchive.query.parser import parse
from ziarchive.query.synonyms import load
from ziarchive.query.written import written

LIST = load("SK | surat keputusan | kepka\nnotulen | notula\nfoto | photo")
KINDS = {"SK", "Notulen", "Laporan", "Surat Keputusan"}


def kind(*values: str) -> Query:
    filters = tuple(Filter(Field.KIND, value) for value in values)
    return Or(filters) if len(filters) > 1 else filters[0]


@pytest.mark.parametrize(
    ("box", "query"),
    [
        ('jenis:"surat keputusan"', kind("surat keputusan", "SK")),
        ("jenis:sk", kind("sk", "Surat Keputusan")),
        ("jenis:kepka", kind("kepka", "SK", "Surat Keputusan")),
        ("jenis:notula", kind("notula", "Notulen")),
        ("jenis:Notulen", kind("Notulen")),
        ("jenis:photo", kind("photo")),
        ("jenis:entah", kind("entah")),
        ("surat keputusan", And((Word("surat"), Word("keputusan")))),
        ('judul:"surat keputusan"', Filter(Field.TITLE, "surat keputusan")),
        ("x -jenis:notula", And((Word("x"), Not(kind("notula", "Notulen"))))),
        ("x jenis:notula", And((Word("x"), kind("notula", "Notulen")))),
    ],
)
def test_kinds(box: str, query: Query) -> None:
    """What was typed stays, with the kinds of the archive that mean the same; all else is left as it is."""
    assert name_kinds(parse(box).query, KINDS, LIST) == query


def test_it_is_said() -> None:
    """The words above the hits name the kinds that are looked for, and can be typed again."""
    query = name_kinds(parse('jenis:"surat keputusan"').query, {"SK"}, LIST)
    assert in_words(query) == "jenis surat keputusan ATAU jenis SK"
    assert parse(written(query)).query == query
