"""Texts become tokens with their positions."""

from array import array

from ziarchive.search.tokens import HEAD, digest, post
from ziarchive.search.words import Words


def test_code_gives_whole_and_parts() -> None:
    """A code stands in the index whole and in parts, the parts at their places."""
    assert Words.of([post(["kode I.4.1 lalu"])]).places == {
        "kode": [0],
        "i.4.1": [1],
        "i": [1],
        "4": [2],
        "1": [3],
        "lalu": [4],
    }


def test_an_abbreviation_gives_its_parts_alone() -> None:
    """What has separators and no digit is no code."""
    assert Words.of([post(["s/d a.n."])]).places == {"s": [0], "d": [1], "a": [2], "n": [3]}


def test_a_word_weighs_as_often_as_it_stands() -> None:
    """One of a name weighs less each time, and so do the parts of its codes."""
    body, named = post(["rapat kerja rapat"]), post(["rapat rapat I.4"], weight=0.25)
    assert Words.of([body]).weights == {"rapat": 2.0, "kerja": 1.0}
    assert Words.of([named]).weights == {"rapat": 0.5, "i.4": 0.25, "i": 0.25, "4": 0.25}


def test_texts_are_parted_by_an_empty_position() -> None:
    """So no phrase runs from one page to the next."""
    found = post(["satu dua", "tiga"], at=10)
    assert (found.words, list(array("I", found.places)), found.end) == ("satu dua tiga", [10, 11, 13], 15)


def test_the_head_is_what_a_document_begins_with() -> None:
    """Only the first page's beginning, which the body holds as well."""
    found = digest(("judul " + "x" * HEAD + " akhir", "kedua"))
    assert found.head.words.startswith("judul ")
    assert not {"akhir", "kedua"} & {*found.head.words.split()}
    assert {"judul", "akhir", "kedua"} <= {*found.body.words.split()}


def test_a_number_with_a_dash_behind_it_stands_once() -> None:
    """It is a word, not a code of one part; so it counts once, and what is a code is one wherever it stands."""
    found = Words.of([post(["tahun 2024- 800/2024 2024/"])])
    assert found.places == {"tahun": [0], "2024": [1, 3, 4], "800": [2], "800.2024": [2]}
