"""What documents are filed under: states of today, periods, days, sources, and how all that match are spread."""

from dataclasses import replace

import pytest

from tests.finding.small_office import shelve
from tests.gaps.small import LOCKED, MONTHLY, ONE, WHOLE, candidate, document
from ziarchive.archive import Archive
from ziarchive.model import Document
from ziarchive.naming import periods
from ziarchive.query import Field, Filter
from ziarchive.query.written import written

MET = document(MONTHLY, "2024-03", name="met")
SCANNED = replace(document(MONTHLY, "2024-04", name="scanned"), content=replace(WHOLE, sure=81))
LATE = document(ONE, "2024-03", name="late")
FIX = document(MONTHLY, "2024-05", LOCKED, name="fix")
OTHER_YEAR = document(MONTHLY, "2022-05", name="other year")
UNSURE = replace(candidate(MONTHLY, "2024-06"), id="unsure", path="2024/unsure.pdf")
NOWHERE = replace(candidate("I.1.1.2", None, score=0.1), id="nowhere", path="nowhere.pdf")
DATED = replace(NOWHERE, id="dated", content=replace(WHOLE, chars=0, text_period=periods.parse("2024-02-10")))
ALL = (MET, SCANNED, LATE, FIX, OTHER_YEAR, UNSURE, NOWHERE, DATED)


def chosen(field: Field, value: str, *documents: Document) -> set[str]:
    return set(shelve(*(documents or ALL)).chosen(Filter(field, value)).ids)


@pytest.mark.parametrize(
    ("value", "ids"),
    [
        ("met", {"met", "scanned", "late"}),
        ("late", {"late"}),
        ("fix", {"fix"}),
        ("inbox", {"unsure", "nowhere", "dated"}),
        ("to_confirm", {"unsure"}),
        ("uncounted", {"other year"}),
        ("waived", set()),
    ],
)
def test_states(value: str, ids: set[str]) -> None:
    """A document has the states of the slots that it speaks for, or says that it counts for none."""
    assert chosen(Field.STATUS, value) == ids


@pytest.mark.parametrize(
    ("value", "ids"), [("ocr", {"scanned"}), ("digital", {each.id for each in ALL} - {"scanned", "dated"})]
)
def test_sources(value: str, ids: set[str]) -> None:
    """A text was recognised or digital; a document without text has no source."""
    assert chosen(Field.SOURCE, value) == ids


@pytest.mark.parametrize(
    ("field", "value", "ids"),
    [
        (Field.PERIOD, "2024-03", {"met", "late"}),
        (Field.PERIOD, "2024-TW1", {"met", "late"}),
        (Field.PERIOD, "2024-03-15", set()),
        (Field.PERIOD, "2024", {"met", "late", "scanned", "fix", "unsure"}),
        (Field.PERIOD, "2024-02", set()),
        (Field.DATE, "2024-02", {"dated"}),
        (Field.DATE, "2024-02-10..2024-02-10", {"dated"}),
        (Field.DATE, "2024-05-01..", {"fix", "unsure"}),
        (Field.DATE, "..2024-02-29", {"other year", "dated"}),
        (Field.DATE, "..", {each.id for each in ALL} - {"nowhere"}),
    ],
)  # fmt: skip
def test_spans(field: Field, value: str, ids: set[str]) -> None:
    """A span holds what lies wholly within it; the text's own date counts for days, not for periods."""
    assert chosen(field, value) == ids


def test_facets_of_some() -> None:
    """Only the documents asked for are counted, the commonest value first and equals by name."""
    shelves = shelve(*ALL)
    facets = {
        facet.field: [(each.value, each.count) for each in facet.values] for facet in shelves.facets(shelves.facts)
    }
    assert facets[Field.COMPONENT] == [("I.1", 5)]
    assert facets[Field.YEAR] == [("2024", 5), ("2022", 1)]
    assert facets[Field.STATUS] == [
        ("inbox", 3), ("met", 3), ("fix", 1), ("late", 1), ("to_confirm", 1), ("uncounted", 1)
    ]  # fmt: skip
    few = {facet.field: facet.values for facet in shelves.facets(["met", "forgotten by the catalogue"])}
    assert [(each.value, each.count) for each in few[Field.STATUS]] == [("met", 1)]


def test_filed() -> None:
    """Each requirement knows its documents and the states of all its slots."""
    shelves = shelve(MET, FIX, UNSURE)
    (code,) = MET.placement.codes
    assert shelves.filed[code] == 2
    assert len(shelves.states[code]) == 12 and shelves.states[code].count("met") == 1


@pytest.mark.parametrize("box", ["", "gratifikasi", "laporan OR kekayaan"])
def test_a_facet_narrows_to_its_count(filled: Archive, box: str) -> None:
    """Whoever asks for a value of a facet finds just as many documents as it counts."""
    report = filled.search(box, limit=1)
    values = [(facet.field, each) for facet in report.facets for each in facet.values]
    assert len(values) > len(report.facets)
    for field, each in values:
        narrowed = filled.search(
            f"({box}) {written(Filter(field, each.value))}" if box else written(Filter(field, each.value))
        )
        assert narrowed.total == each.count, (field, each)
