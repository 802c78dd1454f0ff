"""The bench's vocabulary: wide, and affixed as the grammar says."""

from random import Random

import pytest

from samples.words import forms, nasal, sentence, vocabulary


@pytest.mark.parametrize(
    ("root", "active"),
    [
        ("pakai", "memakai"),
        ("tulis", "menulis"),
        ("kirim", "mengirim"),
        ("susun", "menyusun"),
        ("buat", "membuat"),
        ("dukung", "mendukung"),
        ("ganti", "mengganti"),
        ("ubah", "mengubah"),
        ("layan", "melayan"),
    ],
)
def test_the_nasal_prefix_melts_the_first_sound(root: str, active: str) -> None:
    """MeN- takes the form that the root's first sound asks for."""
    assert nasal("me", root) == active


def test_forms_are_distinct_and_hold_the_root() -> None:
    """No form of a root comes twice, and the root is among them."""
    found = forms("laksana")
    assert {"laksana", "melaksanakan", "dilaksanakan", "pelaksanaan"} <= set(found)
    assert len(set(found)) == len(found)


def test_the_vocabulary_is_wide() -> None:
    """There are more than 5,000 distinct words."""
    assert len(set(vocabulary())) == len(vocabulary()) > 5000


def test_a_sentence_has_its_length_and_repeats() -> None:
    """A sentence has as many words as asked, and the same seed gives the same one."""
    first, second = (sentence(Random(1), 12) for _ in range(2))  # noqa: S311 - not a secret
    assert len(first.split()) == 12
    assert first == second
