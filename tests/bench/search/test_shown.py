"""The tables of the sizes: goals stand at the sizes that they are set for, and growth compares sizes."""

from dataclasses import replace

import pytest

from bench.search.peers import Peer
from bench.search.records import KINDS
from bench.search.shown import growth, tables
from bench.search.sizes import Answers, Result, Shown
from bench.search.table import Line

ANSWERS = Answers({kind: [1.0, 119.0] for kind in KINDS}, 30.0, 0)
SHOWN = Shown(
    4.0, 3.0, {"place": 1.0}, 601.0, 80.0, 10.0, 7.0, ANSWERS, ANSWERS, [20.0, 30.0], [40.0], 700.0, [0.6], [9.0, 51.0]
)


def lines(size: int, shown: Shown = SHOWN) -> dict[str, Line]:
    return {line.label: line for table in tables(Result(size, 800, {"ziarchive": shown}), ()) for line in table.lines}


@pytest.mark.parametrize(
    ("size", "label", "met"),
    [
        (1_000, "memory, indexing, MB", False),
        (1_000, "memory, asking, MB", True),
        (1_000, "gap report after a document came, p95, ms", None),
        (20_000, "gap report after a document came, p95, ms", True),
        (20_000, "suggestions, each letter typed, p95, ms", False),
        (50_000, "suggestions, each letter typed, p95, ms", None),
        (20_000, "drop to searchable beyond settling, p95, s", False),
        (50_000, "drop to searchable beyond settling, p95, s", None),
    ],
)
def test_a_goal_stands_at_its_size(size: int, label: str, met: bool | None) -> None:
    """Only there a figure is judged; memory is judged at every size."""
    assert lines(size)[label].met is met


@pytest.mark.parametrize(("size", "slowest", "met"), [(20_000, 119, True), (20_000, 121, False), (50_000, 121, True)])
def test_questions_with_snippets_have_the_goal(size: int, slowest: float, met: bool) -> None:
    """The slowest questions of all kinds are judged, and those without snippets are not."""
    asked = Answers({kind: [1.0, slowest] for kind in KINDS}, 30.0, 0)
    shown = replace(SHOWN, snippets=asked)
    with_snippets, without = tables(Result(size, 800, {"ziarchive": shown}), ())[1:]
    assert [line.met for line in with_snippets.lines if line.goal] == [met]
    assert not [line for line in without.lines if line.goal]


@pytest.mark.parametrize(("dear", "met"), [(6.0, True), (6.1, False)])
def test_indexing_a_document_must_not_grow_dearer(dear: float, met: bool) -> None:
    """At 50,000 it may cost one and a half times what it costs at 1,000."""
    results = [
        Result(1_000, 800, {"ziarchive": SHOWN}),
        Result(50_000, 800, {"ziarchive": replace(SHOWN, build_ms=dear)}),
    ]
    assert [line.met for line in growth(results, ()).lines if line.goal] == [met]


def test_growth_is_of_each_engine_that_ran() -> None:
    """A peer that ran at both sizes has its exponent: ten times as dear at ten times the size is 1."""
    results = [
        Result(size, 800, {"ziarchive": SHOWN, "FTS5": replace(SHOWN, build_ms=size / 1000)})
        for size in (1_000, 10_000)
    ]
    first, *_ = growth(results, (Peer("FTS5", ""),)).lines
    assert first.figures == {"ziarchive": pytest.approx(0.0), "FTS5": pytest.approx(1.0)}
