"""What a question may become while it is typed."""

from dataclasses import replace

import pytest

from tests.finding.small_office import finder_of
from tests.gaps.small import MONTHLY, document
from ziarchive.finding.suggest import OF_A_KIND, Kind
from ziarchive.model import Document


def named(name: str, title: str) -> Document:
    known = document(MONTHLY, "2024-03", name=name)
    return replace(known, placement=replace(known.placement, title=title))


FINDER = finder_of(
    {
        named("a", "Laporan UPG Maret"): "gratifikasi grafik granat",
        named("b", "Rekap Pengaduan"): "gratifikasi grafik",
        named("c", "Undangan"): "gratifikasi draf graha grama grasi",
    }
)


def suggested(typed: str, kind: Kind) -> list[str]:
    return [each.text for each in FINDER.suggest(typed) if each.kind is kind]


def test_words_by_documents() -> None:
    """Words come by the number of documents that hold them, a handful at most, without promising any number."""
    words = [each for each in FINDER.suggest("gra") if each.kind is Kind.WORD]
    assert [(each.text, each.label) for each in words[:2]] == [("gratifikasi", ""), ("grafik", "")]
    assert len(words) == OF_A_KIND


def test_equals_come_by_the_alphabet() -> None:
    """Words that as many documents hold follow each other as in a dictionary."""
    assert suggested("gra", Kind.WORD)[2:] == ["graha", "grama", "granat"]


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("Dra", "draf"),
        ("gratifikasi dra", "gratifikasi draf"),
        ("rapat -dra", "rapat -draf"),
        ("(rapat OR dra", "(rapat OR draf"),
        ("undangan (dra", "undangan (draf"),
        ('"dra', '"draf'),
        ('-"rapat dra', '-"rapat draf'),
    ],
)
def test_what_was_typed_stays(typed: str, becomes: str) -> None:
    """Only the last word is completed: what stands before it, and what excludes or quotes it, keeps its meaning."""
    assert suggested(typed, Kind.WORD) == [becomes]


def test_a_further_word_is_counted_where_the_others_are() -> None:
    """A further word is one of the documents that hold the words before; common words are not offered."""
    assert suggested("draf gra", Kind.WORD) == [f"draf {word}" for word in ("graha", "grama", "grasi", "gratifikasi")]
    assert suggested("pengaduan gra", Kind.WORD)[:2] == ["pengaduan grafik", "pengaduan gratifikasi"]
    assert suggested("pengaduan dra", Kind.WORD) == suggested("draf gr", Kind.WORD) == []
    assert suggested("pengaduan OR dra", Kind.WORD) == ["pengaduan OR draf"]
    assert suggested("pengaduan \N{EN DASH}dra", Kind.WORD) == ["pengaduan \N{EN DASH}draf"]
    assert suggested("undangan,dra", Kind.WORD) == ["undangan,draf"]


@pytest.mark.parametrize("typed", ["", "g", " g", "gratifikasi ", "gratifikasi g", "-g", "(", '"'])
def test_too_short(typed: str) -> None:
    """Below two letters of the last word nothing is suggested."""
    assert FINDER.suggest(typed) == ()


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("i.2", ["I.2", "I.2.1", "I.2.1.1", "I.2.1.2", "I.2.1.3"]),
        ("II.1.1.", ["II.1.1.1"]),
        ("I.9", []),
        ("ii", []),
    ],
)
def test_codes(typed: str, codes: list[str]) -> None:
    """Codes of the plan are completed from the first dot on, those above first."""
    assert suggested(typed, Kind.CODE) == codes


def test_codes_tell_what_they_are() -> None:
    """A code comes with the name of what it stands for."""
    (only,) = (each for each in FINDER.suggest("i.2.1.1") if each.kind is Kind.CODE)
    assert only.label == "LAKIN 2023"


def test_titles() -> None:
    """A document is suggested by any part of its title, with its place and its id."""
    (only,) = (each for each in FINDER.suggest("upg mar") if each.kind is Kind.DOCUMENT)
    assert (only.text, only.label, only.id) == ("Laporan UPG Maret", "2024/a.pdf", "a")
    assert suggested("pengaduan rekap", Kind.DOCUMENT) == []
