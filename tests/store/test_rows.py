"""Documents as table rows."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ziarchive.model import (
    Code,
    Content,
    Document,
    How,
    Period,
    PeriodFrom,
    Placement,
    ReadState,
    Stamp,
    Suggestion,
)
from ziarchive.store import rows

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
codes = st.lists(st.integers(1, 10), min_size=1, max_size=4).map(lambda parts: Code(tuple(parts)))
periods = st.tuples(st.dates(), st.dates()).map(lambda days: Period(min(days), max(days)))
suggestions = st.builds(Suggestion, codes, st.floats(0, 1), text)
contents = st.builds(
    Content,
    state=st.sampled_from(ReadState), why=text, media_type=text, title=text,
    pages=st.integers(0, 9), chars=st.integers(0, 9), text_from=text,
    text_period=st.none() | periods, flags=st.lists(text).map(tuple),
)  # fmt: skip
placements = st.builds(
    Placement,
    how=st.sampled_from(How), codes=st.lists(codes).map(tuple), why=text, title=text,
    period=st.none() | periods, period_from=st.none() | st.sampled_from(PeriodFrom),
    suggestions=st.lists(suggestions, max_size=3).map(tuple), kind=text,
)  # fmt: skip
stamps = st.builds(Stamp, st.integers(0, 2**40), st.integers(0, 2**62))
documents = st.builds(Document, id=text, path=text, sha256=text, stamp=stamps, content=contents, placement=placements)


@given(documents)
def test_a_row_is_the_document(document: Document) -> None:
    """Any document survives the way into a row, through JSON, and back."""
    assert rows.document(json.loads(json.dumps(rows.row(document)))) == document


def test_dates_are_readable_in_the_row() -> None:
    """A period is stored as two ISO dates, so that a person can read the table."""
    placement = Placement(How.CODE, (), "", "", Period(date(2024, 7, 1), date(2024, 7, 31)), None)
    content = Content(ReadState.OK, "", "", "", 0, 0, "", None)
    row = rows.row(Document("a", "b", "c", Stamp(0, 0), content, placement))
    assert row["placement"]["period"] == ["2024-07-01", "2024-07-31"]
