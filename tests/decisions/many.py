"""Histories of any decisions, for the laws of the ledger."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from ziarchive.decisions import (
    Appoint,
    Charge,
    Dated,
    Decision,
    Dismissal,
    Entry,
    Freeze,
    Link,
    Note,
    Outcome,
    Renamed,
    Restrict,
    Role,
    SavedSearch,
    SettingChange,
    Unjudge,
    Unrestrict,
    Unwaive,
    Uploaded,
    Verdict,
    Waiver,
)  # fmt: skip
from ziarchive.model import Code
from ziarchive.naming.periodforms import month

START = datetime(2024, 7, 1, 8, 30, tzinfo=UTC)
ONE, TWO = Code((1, 4, 2, 1)), Code((1, 4, 2, 2))
JULY, AUGUST = month(2024, 7), month(2024, 8)

shas = st.sampled_from(["a", "b"])
codes = st.sampled_from([ONE, TWO])
parts = st.sampled_from([ONE.area, ONE.indicator])
periods = st.sampled_from([JULY, AUGUST])
words = st.sampled_from(["", "x", "«y»\n\u2028"])
names = st.sampled_from(["Ani", "Budi"])

decisions: st.SearchStrategy[Decision] = st.one_of(
    st.builds(Link, shas, st.lists(codes, unique=True).map(tuple)),
    st.builds(Dated, shas, st.none() | periods),
    st.builds(Verdict, shas, codes, st.sampled_from(Outcome), words, words, st.booleans()),
    st.builds(Unjudge, shas, codes, st.booleans()),
    st.builds(Waiver, codes, st.none() | periods, words),
    st.builds(Unwaive, codes, st.none() | periods, words),
    st.builds(Note, codes, st.none() | periods, words),
    st.builds(Charge, parts, names | st.just("")),
    st.builds(Appoint, names, st.none() | st.sampled_from(Role)),
    st.builds(Dismissal, names, words),
    st.builds(SavedSearch, names, words),
    st.builds(Renamed, shas, words, words),
    st.builds(Uploaded, shas, codes, words, words),
    st.builds(Freeze, names, words, st.integers(0, 9)),
    st.builds(Restrict, codes, st.lists(st.sampled_from(Role), unique=True).map(tuple)),
    st.builds(Unrestrict, codes),
    st.builds(SettingChange, names, words),
)


@st.composite
def histories(draw: st.DrawFn) -> list[Entry]:
    """Return what several persons decided, one thing after the other, some of it in batches."""
    made = draw(st.lists(st.tuples(decisions, names, st.sampled_from(["", "1", "2"])), max_size=12))
    return [Entry(each, who, START + timedelta(minutes=at), batch) for at, (each, who, batch) in enumerate(made)]
