"""The documents of the bench: their size, their source, and that they repeat."""

import zipfile
from pathlib import Path

import pytest

from bench.search.prose import WORDS, Prose


@pytest.fixture(name="corpus", scope="module")
def corpus_fixture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("korpus") / "teks.zip"
    lines = [f"Kalimat nomor {number} tentang [tata kelola](/uu/{number}) berlaku di sini." for number in range(50)]
    with zipfile.ZipFile(file, "w") as texts:
        texts.writestr("satu.md", "JUDUL\n" + "\n".join(lines))
        texts.writestr("lain.bin", "Kalimat yang tidak boleh dibaca sama sekali.")
    return file


@pytest.mark.parametrize("given", [True, False], ids=["corpus", "no corpus"])
def test_a_document_has_about_800_words(corpus: Path, given: bool) -> None:
    """Their mean is near 800, none is short, and all have pages."""
    prose = Prose.of(corpus if given else None)
    counts = [len(prose.record(number).text.split()) for number in range(60)]
    assert 700 < sum(counts) / len(counts) < 950
    assert min(counts) >= WORDS[0] and len(prose.record(0).pages) > 1


def test_the_same_number_is_the_same_document(corpus: Path) -> None:
    """Two runs measure the same texts, and no two documents are equal."""
    first, second = Prose.of(corpus), Prose.of(corpus)
    assert [first.record(number) for number in range(9)] == [second.record(number) for number in range(9)]
    assert len({first.record(number).text for number in range(9)}) == 9


def test_a_corpus_is_read_by_sentences(corpus: Path) -> None:
    """Links become their words; headings and files of other kinds are left out."""
    text = Prose.of(corpus).record(1).text
    assert "tentang tata kelola berlaku" in text
    assert "/uu/" not in text and "JUDUL" not in text and "tidak boleh dibaca" not in text


def test_a_corpus_without_text_is_said(tmp_path: Path) -> None:
    """Nobody waits for a bench of nothing."""
    with zipfile.ZipFile(tmp_path / "kosong.zip", "w"):
        pass
    with pytest.raises(SystemExit, match=r"kosong\.zip holds no sentences"):
        Prose.of(tmp_path / "kosong.zip")


def test_a_name_tells_code_and_year(corpus: Path) -> None:
    """A document's path is one that the program places by its code, in the year that filters ask for."""
    record = Prose.of(corpus).record(20)
    assert record.path.rpartition("/")[2].startswith(f"{record.area}.")
    assert f"_{record.year}-" in record.path and record.path.startswith(f"{record.year}/")
