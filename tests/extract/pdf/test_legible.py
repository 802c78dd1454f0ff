"""Good text is never called garbage, and garbage is seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samples.phrases import PEOPLE
from samples.words import ROOTS
from ziarchive.extract.pdf.legible import legibility, looks_like_word

GOOD = {
    "prose": "Pada hari ini telah dilaksanakan rapat pembahasan rencana aksi reformasi birokrasi, dan/atau e-kinerja.",
    "english": "The quarterly strengths report shows that knowledge of rhythm helps; it was written in PostgreSQL.",
    "decree": "MENIMBANG: a. bahwa dalam rangka PEMBANGUNAN ZI; b. Peraturan Menteri PANRB No. 90/2021",
    "names": "Drs. H. Tjokro Sudjarwadi, M.Si. NIP 196405041990031002; Sri Ngatmiyati, S.Kom.; Hj. Dwi Nyoman Krisna",
    "figures": "4,40 4,28 4,30 | 1.250.000,00 | 98% | 2024-03-15 | 12.345 | (3) | -7 | Rp5.000,- | 10x20",
    "codes": "KP.06.02/B-123 SK-12/TU/2024 BRG001 XK23F 7C4-99Z LHKPN BPSDM DPRD RB-ZI A1B2C3 I.4.2.1",
    "addresses": "balai@contoh.go.id https://contoh.id/q?a=B7x#k www.contoh.id C:\\Data\\Arsip.docx \\\\server\\bagian",
    "camel case": "NotulenRapatZI2024 getUserName iPhone WhatsApp PhD McDonald",
    "dutch law": "Indische Staatsregeling, Nederlandsch-Indie, Bedrijfsreglementeringsordonnantie, materiil, riil",
    "another script": "日本語の文書 Мой дом العربية",
    "layout": "|Jumlah| ~ (lihat lampiran) *) **) <nama> [1] - - - ........ ____",
}
BAD = {
    "a scanner's headline": "POLITEKNIK N\\f,GERI BAI\\IDUNG",
    "signs in words": "D€sa Ciwaruga K€camatan ya~g seb~gai Mak~lumat N£gara",
    "digits in words": "Repub1ik da1am tan9gal diper1ukan ga1ian",
    "small among capitals": "PRESlDEN REPUBLlK lNDONEslA",
    "letters no word has": "QRPRUWXJDV vxwq bhjqzs kwqjx tvzqw",
    "a font shifted by three": "shpedqjxqdq vlvwhp xqwxn shodbdqdq sxeoln",
}


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD)
def test_good_text_holds_no_garbage(text: str) -> None:
    """Prose, names, figures, codes and addresses have no token that is called garbage."""
    assert legibility(text).garbage == 0


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_a_broken_layer_shows(text: str) -> None:
    """Of text that a bad layer holds, at least a third of the tokens that tell are garbage."""
    found = legibility(text)
    assert found.garbage >= 2 and found.share < 0.67


def test_text_that_tells_nothing_is_not_broken() -> None:
    """Without a word and without garbage, nothing speaks against a text."""
    assert legibility("12 34,5 (6)").share == legibility("").share == 1.0


@given(st.lists(st.sampled_from([*ROOTS, *(name for name in PEOPLE)]), min_size=1))
def test_words_and_names_of_the_office_are_words(words: list[str]) -> None:
    """However they are put together, roots and names are words, in small letters and in capitals."""
    for text in (" ".join(words), " ".join(words).upper()):
        found = legibility(text)
        assert (found.garbage, found.share) == (0, 1.0)


@given(st.text())
def test_any_text_can_be_judged(text: str) -> None:
    """No text is too odd, and no more tokens are judged than there are."""
    found = legibility(text)
    assert 0 <= found.words + found.garbage <= len(text.split())
    assert 0.0 <= found.share <= 1.0


@pytest.mark.parametrize(
    ("token", "is_word"),
    [
        ("Keputusan,", True),
        ("(dan", True),
        ("di", True),
        ("B-123/2024", False),
        ("~", False),
        ("|", False),
    ],
)
def test_single_words(token: str, is_word: bool) -> None:
    """A word is known with the marks around it; signs, numbers and single letters are none."""
    assert looks_like_word(token) is is_word
