"""Indonesian words find each other in their forms, and codes stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.word_pairs import FAMILIES, FORMS, LOOK_ALIKES, MISREAD, PARTED, SPELLINGS, pairs
from ziarchive.query import Word
from ziarchive.search import analysis, compounds, cutting
from ziarchive.search.lexicon import lexicon
from ziarchive.search.terms import Run, Stem, terms
from ziarchive.search.tokens import post
from ziarchive.search.words import Words


def find(query: str, text: str) -> bool:
    """Tell whether the word finds the text, as an index would."""
    field = Words.of([post([text])])
    return any(
        term.text in field.weights or term.text in field.stems if isinstance(term, Stem) else bool(_starts(term, field))
        for term in terms(Word(query))
    )


def _starts(run: Run, field: Words) -> set[int]:
    """Return where the words stand side by side."""
    each = [{place - nth for place in field.places.get(word, ())} for nth, word in enumerate(run.tokens)]
    return set.intersection(*each)


def families() -> list[tuple[str, str]]:
    rows = [line.split() for line in FAMILIES.strip().splitlines()]
    return [(one, other) for row in rows for one in row for other in row if one != other]


@pytest.mark.parametrize(("one", "other"), families())
def test_forms_find_each_other(one: str, other: str) -> None:
    """A word finds the other forms of it."""
    assert find(one, f"Surat tentang {other.upper()}.")


@pytest.mark.parametrize(("one", "other"), pairs(FORMS + SPELLINGS + PARTED + MISREAD))
def test_pairs_find_each_other(one: str, other: str) -> None:
    """A word finds its other forms, spellings and ways of writing, and what a scan was misread into."""
    assert find(one, f"Adapun {other.upper()}.")
    assert find(other, f"Adapun {one}.")


@pytest.mark.parametrize(("one", "other"), pairs(LOOK_ALIKES))
def test_others_do_not(one: str, other: str) -> None:
    """Words that only look alike do not find each other."""
    assert not find(one, other)
    assert not find(other, one)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("tindak", "ditindaklanjuti"),
        ("lanjut", "ditindaklanjuti"),
        ("jawab", "pertanggungjawaban"),
        ("panen", "pascapanen"),
        ("korupsi", "antikorupsi"),
        ("bagian", "subbagian"),
        ("sesuai", "ketidaksesuaian"),
    ],
)
def test_halves_find_the_joined_word(query: str, text: str) -> None:
    """A joined word is found by its halves."""
    assert find(query, text)


@pytest.mark.parametrize(
    ("joined", "apart"),
    [
        ("ditindaklanjuti", "tindak lanjut"),
        ("tindaklanjut", "ditindak lanjuti"),
        ("menindaklanjuti", "di tindak lanjuti"),
        ("tanggungjawab", "penanggung jawab"),
        ("bertanggungjawab", "tanggung jawabnya"),
        ("penandatanganan", "tanda tangan"),
        ("ditandatangani", "menanda tangani"),
        ("tatalaksana", "tata laksana"),
        ("ketatausahaan", "tata usaha"),
        ("kerjasama", "bekerja sama"),
        ("pascapanen", "pasca panen"),
        ("subbagian", "sub bagian"),
        ("nonaktif", "non aktif"),
        ("nonpns", "non PNS"),
        ("narasumber", "nara sumber"),
        ("triwulan", "tri wulan"),
        ("esakip", "e sakip"),
        ("ketidaksesuaian", "tidak sesuai"),
        ("ketidakhadirannya", "tidak hadir"),
        ("ketidakadaan", "tidak ada"),
        ("ketidakadaan", "ketidak adaan"),
        ("ketidakhadiran", "ketidak-hadiran"),
        ("antarlembaga", "antar lembaga"),
        ("whistleblowing", "whistle blowing"),
        ("fingerprint", "finger print"),
        ("fotokopi", "foto copy"),
        ("undang-undang", "undang undang"),
        ("perundang-undangan", "undang\nundang"),
    ],
)
def test_written_apart(joined: str, apart: str) -> None:
    """A joined word finds its halves side by side, in any form."""
    assert find(joined, f"Adapun {apart} itu")


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        ("tindak lanjut", "ditindaklanjuti"),
        ("tanggung jawab", "pertanggungjawaban"),
        ("pasca panen", "pascapanen"),
        ("sub bagian", "subbagian"),
        ("finger print", "fingerprint"),
        ("e mail", "email"),
    ],
)
def test_words_find_the_joined_one(words: str, joined: str) -> None:
    """Words that are typed apart all find the word that is written as one."""
    assert all(find(word, joined) for word in words.split())


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("ditindaklanjuti", "tindak pidana"),
        ("ditindaklanjuti", "lanjut tindak"),
        ("pascapanen", "pasca"),
        ("ketidaksesuaian", "sesuai"),
        ("ketidaksesuaian", "sesuai tidak"),
        ("1-1", "1"),
        ("I-I", "I"),
        ("area-I", "area"),
        ("e-office", "office"),
    ],
)
def test_half_is_not_the_whole(query: str, text: str) -> None:
    """A word of two parts does not find a text with only one of them, or with both the other way round."""
    assert not find(query, text)


@pytest.mark.parametrize(
    "word",
    [
        "meeting", "training", "presentation", "performance", "website", "download", "whistle", "finger", "follow",
        "leaflet", "dashboard", "director", "complaint", "feedback", "template", "climate", "screenshot", "punishment",
    ],
)  # fmt: skip
def test_loan_words_are_no_forms(word: str) -> None:
    """No word of an English term has the root of an Indonesian word."""
    assert {stem for stem in analysis.stems(word) if stem in lexicon()} <= {word, *compounds.pair(word)}


def test_sections_are_apart() -> None:
    """A phrase cannot run from the title into the text, or from one page to the next."""
    field = Words.of([post(["tim"], weight=3.0), post(["kerja"], 2)])
    assert field.places == {"tim": [0], "kerja": [2]}
    assert field.weights == {"tim": 3.0, "kerja": 1.0}


@pytest.mark.parametrize(
    ("word", "stems"),
    [
        ("persetujuan", ("setuju",)),
        ("perencanaan", ("rencana",)),
        ("penempatan", ("tempat",)),
        ("penghijrahannya", ("hijrah",)),
        ("mengegoskan", ("egos",)),
        ("penggunaan", ("guna+",)),
        ("adanya", ("ada",)),
        ("perundang-undangannya", ("undang-undang",)),
        ("abdullah", ("abdullah",)),
        ("xxiii", ("xxiii",)),
        ("tugas2", ("tugas2", "tugas")),
        ("iaporan", ("iaporan", "lapor")),
        ("covid19", ("covid19",)),
        ("ditindaklanjuti", ("tindaklanjut", "tindak", "lanjut")),
        ("subbagian", ("subbagian", "sub", "bagian")),
    ],
)
def test_stems(word: str, stems: tuple[str, ...]) -> None:
    """A word has its root, forms of a common word one of their own, a joined word its halves."""
    assert analysis.stems(word) == stems


@pytest.mark.parametrize(
    ("seen", "printed"),
    [
        ("pernbangunan", "membangun"), ("Iaporan", "laporan"), ("pe1ayanan", "pelayanan"), ("lnstansi", "instansi"),
        ("sebagairnana", "sebagaimana"), ("mcrupakan", "merupakan"), ("daiam", "dalam"), ("surnber", "sumber"),
    ],
)  # fmt: skip
def test_misread_words_are_found(seen: str, printed: str) -> None:
    """A word that recognition misread is found by what was printed."""
    assert find(printed, f"Tentang {seen} itu")


@pytest.mark.parametrize("word", ["climate", "tanah", "hall", "clan", "i4", "b12", "sk1", "balai"])
def test_what_is_right_is_not_repaired(word: str) -> None:
    """Words, names and codes are no misread others."""
    assert len(analysis.stems(word.lower())) == 1


def test_common_words_are_not_stemmed() -> None:
    """Common words, short words and codes are found only as they are."""
    assert [analysis.stems(word) for word in ("adalah", "ada", "sk", "2024")] == [
        ("adalah",),
        ("ada",),
        ("sk",),
        ("2024",),
    ]


@given(st.text(max_size=30))
def test_word_finds_itself(text: str) -> None:
    """A word finds a text that is that word, whatever it is made of."""
    assert find(text, text) == bool(cutting.surfaces(text))


def test_terms_of_a_code() -> None:
    """A code is looked for whole or as its parts side by side."""
    assert terms(Word("I.4")) == (Run(("i.4",)), Run(("i", "4")))


def test_fingerprint() -> None:
    """The fingerprint names both stemmers with their versions."""
    assert "PySastrawi-" in analysis.fingerprint()
    assert "snowballstemmer-" in analysis.fingerprint()
