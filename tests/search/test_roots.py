"""The faster rules find the roots that PySastrawi finds."""

from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

from samples.words import vocabulary
from ziarchive.search.roots import root


def test_same_roots() -> None:
    """Every form of the samples' vocabulary has the root that the library itself gives it."""
    library = StemmerFactory().create_stemmer().delegatedStemmer
    assert {word: root(word) for word in vocabulary()} == {word: library.stem_word(word) for word in vocabulary()}
