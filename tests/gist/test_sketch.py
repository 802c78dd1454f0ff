"""Sketches of texts."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samples.words import sentence
from ziarchive.advice.copies import LAST_YEARS
from ziarchive.gist.sketch import LEAST_WORDS, SIZE, _runs, alike, bands, sketch


def report(seed: int, words: int = 850) -> str:
    dice, text = Random(seed), ""  # noqa: S311 - repeatable prose
    while len(text.split()) < words:
        text += f"{sentence(dice, 14)} Pada 3 Maret 2023 tercatat 1.250 berkas.\n"
    return text


def shares(text: str, share: float, seed: int = 0) -> str:
    """Return the text with such a share of its words replaced."""
    dice = Random(seed)  # noqa: S311 - repeatable
    return " ".join(f"kata{dice.choice('abcdefgh')}lain" if dice.random() < share else word for word in text.split())


def test_last_years_report_with_new_dates_and_numbers_is_the_same() -> None:
    """Days, months, years and figures do not matter, nor do capitals and line breaks."""
    text = report(1)
    renewed = text.replace("3 Maret 2023", "17 Agustus 2024").replace("1.250", "987").upper().replace("\n", " ")
    assert alike(sketch((text,)), sketch((renewed,))) == 1


def test_reports_with_a_fiftieth_of_their_words_changed_are_recalled() -> None:
    """Nine of ten stay above the likeness from which one is taken for the other; all share a band."""
    pairs = [(sketch((report(seed),)), sketch((shares(report(seed), 0.02, seed),))) for seed in range(40)]
    assert sum(alike(*pair) >= LAST_YEARS for pair in pairs) >= 36
    assert all(set(bands(one, 4)) & set(bands(other, 4)) for one, other in pairs)


@pytest.mark.parametrize("seed", range(10))
def test_different_reports_are_far_below(seed: int) -> None:
    """Texts of the same words in another order are not alike."""
    assert alike(sketch((report(seed),)), sketch((report(seed + 100),))) < 0.5


def test_letters_with_marks_are_letters() -> None:
    """A page with one such word is told by the same words as its plain neighbours, in whatever form it is written."""
    text = report(1)
    assert alike(sketch((text,)), sketch((f"{text} caf\u00e9",))) > 0.95
    assert sketch((f"{text} caf\u00e9",)) == sketch((f"{text} cafe\u0301",))


def test_a_huge_text_is_told_by_its_beginning() -> None:
    """What comes after half a million characters neither takes time nor changes the sketch."""
    text = "".join(report(seed) for seed in range(100))
    assert len(text) > 500_000
    assert sketch((text, report(200))) == sketch((text[:500_000],))


def test_a_short_text_has_no_sketch() -> None:
    """A form or a cover is told by nothing."""
    assert sketch(("kata lain " * (LEAST_WORDS // 2 - 1),)) == b""
    assert sketch(()) == b""
    assert alike(b"", b"") == 0


def test_a_sketch_is_the_same_on_every_machine() -> None:
    """It may be kept: nothing of the process is in it."""
    text = " ".join(f"kata{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(150))
    made = sketch((text,))
    assert (len(made), made[:4].hex()) == (2 * SIZE, "230a3816")


@given(st.lists(st.integers(0, 2**32 - 1), min_size=3, max_size=12))
def test_a_run_is_told_by_its_words_alone(codes: list[int]) -> None:
    """Whatever stands around three words, they give the same number, of four bytes."""
    runs = _runs(codes)
    assert list(runs) == [_runs(codes[at : at + 3])[0] for at in range(len(codes) - 2)]
    assert max(runs) < 2**32


@given(st.lists(st.sampled_from(["rapat", "kinerja", "laporan", "balai", "evaluasi", "tim", "zona"]), max_size=300))
def test_a_sketch_is_whole_or_empty(words: list[str]) -> None:
    """Whatever the text, it has every bin or none, and its pages may be cut anywhere."""
    text = " ".join(words)
    made = sketch((text,))
    assert len(made) in (0, 2 * SIZE)
    half = len(words) // 2
    assert sketch((" ".join(words[:half]), " ".join(words[half:]))) == made
