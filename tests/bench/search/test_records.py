"""Texts and questions reach every engine as they were written."""

from pathlib import Path

import pytest

from bench.search import records
from bench.search.records import Question, Record

RECORD = Record("2024/V/V.3.1.4_Laporan", "Laporan", 2024, "V", ("halaman satu", "halaman dua"))


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Records and questions survive the journey through a file."""
    asked = [Question("phrase", ("tim", "kerja")), Question("filtered", ("aduan",), "area:V")]
    records.write(tmp_path / "texts", [RECORD, RECORD])
    records.write(tmp_path / "asked", asked)
    assert list(records.records(tmp_path / "texts")) == [RECORD, RECORD]
    assert records.questions(tmp_path / "asked") == asked


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        (Question("common", ("aduan",)), "aduan"),
        (Question("and", ("aduan", "tim")), "aduan tim"),
        (Question("phrase", ("tim", "kerja")), '"tim kerja"'),
        (Question("prefix", ("adu",)), "adu*"),
        (Question("filtered", ("aduan",), "tahun:2024"), "tahun:2024 aduan"),
    ],
    ids=lambda value: value.kind if isinstance(value, Question) else None,
)
def test_a_question_is_typed(question: Question, typed: str) -> None:
    """Our search box is given what a person types."""
    assert question.typed == typed


@pytest.mark.parametrize("filter", ["tahun:2024", "area:V"])
def test_a_filter_names_a_tag_of_the_record(filter: str) -> None:
    """What engines without fields filter by is one of the record's words."""
    assert Question("filtered", ("aduan",), filter).tag in RECORD.tags.split()
