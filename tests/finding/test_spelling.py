"""The nearest word that documents hold stands in for one that none does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.finding.spelling import near, respelled
from ziarchive.query import And, Filter, Not, Or, Phrase, Prefix, Query, Word
from ziarchive.query.nodes import Field
from ziarchive.search import cutting

HELD = {"pengaduan": 9, "pengadaan": 20, "laporan": 5, "lapor": 7, "gratifikasi": 2, "tim": 4, "sk2024": 1, "rapat": 3}


def held(query: Query) -> bool:
    """Find what documents hold just so."""
    match query:
        case Word(text) | Filter(Field.NAME, text):
            return text in HELD
        case Phrase(text):
            return set(text.split()) <= HELD.keys()
        case Prefix(text):
            return any(word.startswith(text) for word in HELD)
        case _:
            return False


@pytest.mark.parametrize(
    ("word", "nearest"),
    [
        ("pengduan", "pengaduan"),
        ("Pengduan", "pengaduan"),
        ("pengaudan", "pengaduan"),
        ("pengadan", "pengadaan"),
        ("gratfkasi", "gratifikasi"),
        ("laporann", "laporan"),
        ("rapta", "rapat"),
        ("pengaduan", "pengadaan"),
        ("tmi", ""),
        ("rupiah", ""),
        ("sk2023", ""),
        ("800/123", ""),
        ("", ""),
    ],
)
def test_nearest(word: str, nearest: str) -> None:
    """One slip in four letters is forgiven, equals go by commonness; short words and numbers stay."""
    assert next(iter(near(word, HELD)), "") == nearest


@given(st.text(max_size=15), st.dictionaries(st.text(min_size=1, max_size=12), st.integers(1, 9), max_size=12))
def test_nearest_law(word: str, held: dict[str, int]) -> None:
    """Whatever is typed, the answer is of other words of the vocabulary."""
    assert {*near(word, held)} <= {*held} - {cutting.fold(word)}


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        (Word("pengduan"), Word("pengaduan")),
        (And((Word("pengduan"), Word("rapat"))), And((Word("pengaduan"), Word("rapat")))),
        (Or((Word("rapta"), And((Word("rapta"), Word("x"))))), Or((Word("rapat"), And((Word("rapat"), Word("x")))))),
        (And((Word("rapta"), Not(Word("pengduan")))), And((Word("rapat"), Not(Word("pengduan"))))),
        (And((Word("rapta"), Filter(Field.YEAR, "2024"))), And((Word("rapat"), Filter(Field.YEAR, "2024")))),
        (Word("rapat"), None),
        (Phrase("pengduan"), Phrase("pengaduan")),
        (Phrase("laporan gratfikasi"), Phrase("laporan gratifikasi")),
        (Phrase("laporan rupiah"), None),
        (Prefix("gratfik"), None),
        (Prefix("gratifikass"), Prefix("gratifikasi")),
        (Filter(Field.NAME, "rapta"), Filter(Field.NAME, "rapat")),
        (Filter(Field.KIND, "rapta"), None),
        (Not(Word("pengduan")), None),
        (Word("rupiah"), None),
    ],
    ids=repr,
)  # fmt: skip
def test_respelled(query: Query, wanted: Query | None) -> None:
    """Words are respelled wherever they are asked for; what is excluded, quoted or cut short stays as typed."""
    assert respelled(query, HELD, held) == wanted


def test_what_finds_something_stays() -> None:
    """A form that no document holds as written is no slip when it finds another form."""
    assert respelled(Word("melaporan"), HELD, held) == Word("laporan")
    assert respelled(Word("melaporan"), HELD, lambda query: query == Word("melaporan")) is None


def test_only_what_finds_something_is_offered() -> None:
    """A word that no document holds any more, or that nobody may know of, is passed over for the next."""
    assert respelled(Word("pengadoan"), HELD, held) == Word("pengadaan")
    assert respelled(Word("pengadoan"), HELD, lambda query: query == Phrase("pengaduan")) == Word("pengaduan")
    assert respelled(Word("pengadoan"), HELD, lambda _: 0) is None
