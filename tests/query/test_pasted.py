"""What is pasted is made comparable with the indexed text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.query import And, Field, Filter, Phrase, Query, Word
from ziarchive.query.parser import parse
from ziarchive.query.pasted import straight
from ziarchive.search import cutting


@pytest.mark.parametrize(
    ("box", "query"),
    [
        ("grati\u00adfikasi", Word("gratifikasi")),
        ("grati\u200bfikasi\ufeff", Word("gratifikasi")),
        ("grati\u200d\u2060fi\u200ckasi\u202c", Word("gratifikasi")),
        ("jenis\uff1aSK", Filter(Field.KIND, "SK")),
        ("tahun:\uff12\uff10\uff12\uff14", Filter(Field.YEAR, "2024")),
        ("tim\u00a0kerja", And((Word("tim"), Word("kerja")))),
        ("\u2160.4.1", Word("I.4.1")),
        ("\u2033tim kerja\u2033", Phrase("tim kerja")),
        ("\u2018tim kerja\u2019", Phrase("tim kerja")),
        ("\u201atim kerja\u2018", Phrase("tim kerja")),
        ("\u201etim kerja\u201f", Phrase("tim kerja")),
        ("\u201ctim kerja\u201d", Phrase("tim kerja")),
        ("\u00abtim kerja\u00bb", Phrase("tim kerja")),
        ("\u2039tim kerja\u203a", Phrase("tim kerja")),
        ("'tim kerja'", Phrase("tim kerja")),
        ("`tim kerja\u00b4", Phrase("tim kerja")),
        ("-'tim kerja' nama:'a b'", parse('-"tim kerja" nama:"a b"').query),
        ("rapat 'hari Jum'at'", And((Word("rapat"), Phrase("hari Jum'at")))),
        ("Jum'at Qur\u2019an", And((Word("Jum'at"), Word("Qur'an")))),
        ("'ulama balai", And((Word("ulama"), Word("balai")))),
        ("tim' tamu'", And((Word("tim"), Word("tamu")))),
    ],
)
def test_pasted(box: str, query: Query) -> None:
    """Curly quotes, wide letters and invisible characters are read as what people mean by them."""
    assert parse(box) == parse(straight(box))
    assert parse(box).query == query
    assert parse(box).problems == ()


@given(st.text())
def test_the_words_stay(text: str) -> None:
    """What is made straight once stays so, and holds the words that the index finds in the text."""
    once = straight(text)
    assert straight(once) == once
    assert cutting.surfaces(once) == cutting.surfaces(once.replace("'", " "))
