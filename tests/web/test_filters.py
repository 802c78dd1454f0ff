"""Filters of the address become values; what makes no sense is named and left out."""

from dataclasses import replace
from datetime import date

import pytest

from tests.gaps import small
from web.filters import HITS, document_filter, gap_filter, refuse, search_filter
from ziarchive import gaps, plan, plans
from ziarchive.decisions import Decisions
from ziarchive.errors import UsageError
from ziarchive.model import Code, How, State

TODAY = date(2024, 7, 10)
PLAN = plan.load(plans.builtin_text("bpsi-lingtan-2024"), "seed")
REPORT = gaps.report(PLAN, (), Decisions(), TODAY)


@pytest.mark.parametrize(
    ("asked", "field", "value"),
    [
        ({}, "on", TODAY),
        ({"pada": "2024-03-01"}, "on", date(2024, 3, 1)),
        ({"pada": "1 Maret 2024"}, "on", date(2024, 3, 1)),
        ({"pada": ""}, "on", TODAY),
        ({"area": "iv"}, "area", Code.of("IV")),
        ({"komponen": " I.4 "}, "component", Code.of("I.4")),
        ({"status": "overdue"}, "state", State.OVERDUE),
        ({"status": ""}, "state", None),
        ({"teks": " notulen "}, "text", "notulen"),
    ],
)
def test_a_filter_is_read(asked: dict[str, str], field: str, value: object) -> None:
    """Each filter of the gap page, as people and links write it."""
    wanted = gap_filter(asked, PLAN, TODAY)
    assert getattr(wanted, field) == value
    assert wanted.problems == ()


@pytest.mark.parametrize(
    "asked",
    [{"pada": "besok"}, {"pada": "2024"}, {"area": "VII"}, {"komponen": "I"}, {"status": "merah"}],
    ids=str,
)
def test_a_wrong_filter_leaves_a_sentence_and_nothing_else(asked: dict[str, str]) -> None:
    """The rest of the filter is as if it had not been asked."""
    wanted = gap_filter(asked, PLAN, TODAY)
    assert len(wanted.problems) == 1 and next(iter(asked.values())) in wanted.problems[0]
    assert (wanted.on, wanted.narrows) == (TODAY, False)


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({"kode": "I.1.1.2"}, {"january", "february", "undated"}),
        ({"kode": "i-1-1"}, {"january", "february", "undated"}),
        ({"kode": "I.1.1.2", "periode": "2024-01"}, {"january", "undated"}),
        ({"kode": "I.1.1.2", "periode": "2024-02"}, {"february", "candidate", "undated"}),
        ({"kode": "I.1.1", "periode": "2024-02"}, {"february"}),
        ({"periode": "2024"}, {"january", "february", "candidate"}),
        ({"periode": "2023"}, set()),
    ],
    ids=lambda value: "" if isinstance(value, set) else str(value),  # a set shows in any order
)
def test_the_documents_of_a_slot(asked: dict[str, str], ids: set[str]) -> None:
    """A code and a period that name a slot give what the gap report shows for it; else both narrow the list."""
    documents = [
        small.document(small.MONTHLY, "2024-01", name="january"),
        small.document(small.MONTHLY, "2024-02", name="february"),
        replace(small.candidate(small.MONTHLY, "2024-02", 0.9), id="candidate"),
        replace(small.document(small.MONTHLY, None), id="undated"),
    ]
    report = gaps.report(small.PLAN, documents, Decisions(), small.MID)
    wanted = document_filter(asked, small.PLAN).told(lambda: report)
    shown = {each.id for each in documents if wanted.wants(each)}
    assert (shown, wanted.problems) == (ids, ())
    told = [one.documents for one in report.slots if (one.slot.code, one.slot.period) == (wanted.code, wanted.period)]
    assert all({each.id for each in documents} == shown for documents in told)


@pytest.mark.parametrize("asked", [{"kode": "IX.1"}, {"kode": "surat"}, {"periode": "kapan"}], ids=str)
def test_a_slot_that_is_none_is_named(asked: dict[str, str]) -> None:
    """A code that the plan lacks, and what is no period, are left out with a sentence."""
    wanted = document_filter(asked, PLAN).told(lambda: REPORT)
    assert next(iter(asked.values())) in wanted.problems[0] and wanted.code is wanted.period is wanted.slot is None


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        ({"teks": "I.1"}, {"I.1"}),
        ({"teks": "VI.1.1"}, {"VI.1.1"}),
        ({"teks": "i.4.2.1"}, {"I.4.2.1"}),
        ({"area": "VI", "teks": "I.1"}, set()),
    ],
    ids=str,
)
def test_a_code_in_the_text_means_that_place_and_all_below(asked: dict[str, str], codes: set[str]) -> None:
    """I.1 does not mean VI.1 or II.1, as a mere part of the text would."""
    found = {status.slot.code for status in gap_filter(asked, PLAN, TODAY).select(REPORT).slots}
    assert bool(found) == bool(codes)
    assert all(code.within(Code.of(each)) for code in found for each in codes)


def test_words_must_all_stand_in_a_slots_texts() -> None:
    """Title, kind and the state's word are searched, in any case."""
    found = gap_filter({"teks": "NOTULEN terlambat"}, PLAN, TODAY).select(REPORT).slots
    assert found
    assert all("otulen" in f"{one.requirement.title} {one.requirement.kind}" for one in found)
    assert {one.state for one in found} == {State.OVERDUE}


def test_filters_together_narrow() -> None:
    """The slots of two filters are those of both, and the totals are theirs."""
    report = gap_filter({"area": "II", "status": "overdue"}, PLAN, TODAY).select(REPORT)
    assert report.totals.slots == report.totals.counts[State.OVERDUE] == len(report.slots)
    assert gap_filter({}, PLAN, TODAY).select(REPORT) is REPORT
    assert report.slots == tuple(
        one for one in REPORT.slots if one.state is State.OVERDUE and one.slot.code.within(Code.of("II"))
    )


@pytest.mark.parametrize(
    ("asked", "page", "problems"),
    [({}, 1, 0), ({"halaman": "3"}, 3, 0), ({"halaman": "0"}, 1, 1), ({"halaman": "²"}, 1, 1)],
    ids=str,
)
def test_the_page_of_a_list(asked: dict[str, str], page: int, problems: int) -> None:
    """Only a whole number from 1 is a page."""
    wanted = document_filter(asked, PLAN)
    assert (wanted.page, len(wanted.problems)) == (page, problems)


def test_the_way_of_placing_is_a_filter() -> None:
    """`cara` takes the same words as the JSON."""
    assert document_filter({"cara": "candidate"}, PLAN).how is How.CANDIDATE


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ({}, ""),
        ({"q": " tim kerja "}, "tim kerja"),
        ({"q": "tim", "area": "I", "tahun": "2024"}, "tim area:I tahun:2024"),
        ({"jenis": "Daftar hadir"}, 'jenis:"Daftar hadir"'),
        ({"jenis": 'SK" OR x'}, 'jenis:"SK OR x"'),
    ],
    ids=str,
)
def test_the_search_form_becomes_one_question(asked: dict[str, str], text: str) -> None:
    """The lists beside the box are written as its filters; a quote cannot break out of one."""
    assert search_filter(asked).text == text


def test_the_choices_are_offered_in_words() -> None:
    """A state that does not exist is answered with those that do, each with what people call it."""
    (problem,) = gap_filter({"status": "merah"}, PLAN, TODAY).problems
    assert "met (Terpenuhi), to_confirm (Perlu konfirmasi)" in problem
    (problem,) = document_filter({"cara": "x"}, PLAN).problems
    assert "candidate (belum pasti)" in problem


def test_a_question_has_an_end() -> None:
    """No more than a thousand characters are searched, and a longer question is said to be too long."""
    asked = search_filter({"q": "a" * 1000})
    assert (asked.text, asked.problems) == ("a" * 1000, ())
    longer = search_filter({"q": "a" * 5000, "jenis": "b" * 5000})
    assert len(longer.text) < 2100
    assert longer.problems == ("Pertanyaan ini terlalu panjang: 5.000 huruf, paling banyak 1.000.",)


def test_a_program_is_refused_with_the_reasons() -> None:
    """`refuse` passes what made sense and raises the rest."""
    refuse(())
    with pytest.raises(UsageError) as error:
        refuse(["Tidak ada area «Q»."])
    assert error.value.problems == ("Tidak ada area «Q».",)


def test_the_page_of_a_search_is_counted_from_one() -> None:
    """The second page leaves out the hits of the first, and a page that is none is named."""
    assert [search_filter({"halaman": page}).offset for page in ("", "1", "2")] == [0, 0, HITS]
    nonsense = search_filter({"q": "tim", "halaman": "-1"})
    assert (nonsense.page, nonsense.text) == (1, "tim")
    assert "«-1»" in nonsense.problems[0]
