"""The naive peer is a working search, or beating it would mean nothing."""

from datetime import date
from pathlib import Path

import pytest

from bench import naive
from bench.questions import LIMIT, QUESTIONS
from samples import many, render
from samples.paper import Paper, Text


def test_it_finds_a_known_word_in_either_format(tmp_path: Path) -> None:
    """A word of a PDF and a word of a DOCX are found, with the place highlighted."""
    folder = tmp_path / "arsip"
    folder.mkdir()
    render.pdf(Paper("Satu", date(2024, 1, 2), (Text("kata rambutan di sini"),)), folder / "satu.pdf")
    render.word(Paper("Dua", date(2024, 1, 2), (Text("kata manggis di sini"),)), folder / "dua.docx")
    (folder / "tiga.txt").write_text("rambutan manggis", encoding="utf-8")
    assert naive.build(folder, tmp_path / "indeks") == 2
    for word, name in (("rambutan", "satu.pdf"), ("manggis", "dua.docx")):
        (hit,) = naive.search(tmp_path / "indeks", word, LIMIT)
        assert hit.path == name
        assert f">{word}<" in hit.snippet


@pytest.fixture(name="index", scope="module")
def index_fixture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("naif")
    many.fill(home / "arsip", 2 * len(many.SUBJECTS))
    naive.build(home / "arsip", home / "indeks")
    return home / "indeks"


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_of_the_bench_has_an_answer(index: Path, question: str) -> None:
    """None of the ten questions measures an empty result."""
    assert naive.search(index, question, LIMIT)
