"""The collection: evidence for every requirement, and laws out of a zip."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from bench.relevance.collection import Collection, Item
from ziarchive import plan, plans


@pytest.fixture(scope="module")
def evidence() -> list[Item]:
    return list(Collection().evidence())


def test_every_requirement_has_evidence(evidence: list[Item]) -> None:
    """All 185 requirements of the built-in plan are met by a document of the collection."""
    (name,) = plans.builtin_names()
    wanted = {requirement.code for requirement in plan.load(plans.builtin_text(name), name).requirements()}
    assert len(wanted) == 185
    assert wanted <= {code for item in evidence for code in item.codes}


def test_documents_are_told_apart_and_have_text(evidence: list[Item]) -> None:
    """No two documents share a path, none is empty, and some that are no evidence stand between them."""
    assert len({item.entry.path for item in evidence}) == len(evidence)
    assert [item.entry.path for item in evidence if len(item.entry.pages[0]) < 200] == []
    assert sum(not item.codes for item in evidence) > 40


def test_it_is_the_same_every_time(evidence: list[Item]) -> None:
    """Figures of two runs can be compared, for the documents are the same."""
    assert list(Collection().evidence()) == evidence


def test_the_engine_is_not_told_what_only_the_judge_knows(evidence: list[Item]) -> None:
    """A paper whose name does not tell its code is judged by it, and indexed without."""
    (item,) = (item for item in evidence if item.entry.path.endswith("/notulen fix banget (1).docx"))
    assert [str(code) for code in item.codes] == ["V.4.1.5"]
    assert item.entry.codes == ()


def test_laws_are_named_as_a_person_would(tmp_path: Path) -> None:
    """A law's file name says its kind, number and year, and its first words are its heading."""
    corpus = tmp_path / "laws.zip"
    with ZipFile(corpus, "w") as archive:
        archive.writestr("pp/1990/8.md", " PERATURAN PEMERINTAH\nTENTANG   JALAN TOL\n" + "Pasal 1. Jalan tol.\n" * 400)
    (law,) = Collection().laws(corpus)
    assert law.entry.path == "Peraturan/PP Nomor 8 Tahun 1990.txt"
    assert law.heading.startswith("peraturan pemerintah tentang jalan tol")
    assert law.law == "pp/1990/8"
    assert len(law.entry.pages) > 1
