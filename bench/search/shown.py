"""Makes the tables of the sizes: what is compared, and the goals. No clock, no disk."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median

from bench.figures import percentile
from bench.search.files import PARENT_MEGABYTES
from bench.search.peers import OURS, Peer
from bench.search.records import KINDS
from bench.search.sizes import Answers, Result, Shown
from bench.search.table import Line, Table, at_most, exponent

QUERY_MS: Mapping[int, float] = {20_000: 120, 50_000: 250}
"""The goal of the slowest queries with snippets (p95, all kinds) by size."""
SUGGEST_MS: Mapping[int, float] = {20_000: 50}
GAPS_MS: Mapping[int, float] = {20_000: 50}
DROP_SECONDS: Mapping[int, float] = {20_000: 0.5}
DEARER, SMALL, LARGE = 1.5, 1_000, 50_000
"""Indexing a document at `LARGE` may cost so many times what it costs at `SMALL`."""
Figure = Callable[[Shown], float]


def tables(result: Result, peers: Sequence[Peer]) -> list[Table]:
    """Return the tables of one size."""
    size, names = f"{result.size:,} documents of {result.words:.0f} words", (OURS.name, *(peer.name for peer in peers))
    failed = [f"{name} ended with an error" for name in result.failed]
    missing = [f"{peer.name} is not installed: {peer.install}" for peer in peers if not peer.python]
    return [
        Table(f"{size}: indexing, from text", names, list(_indexing(result)), [*missing, *failed]),
        Table(f"{size}: questions, the first ten with snippets, ms", names, list(_asking(result, _snippets))),
        Table(f"{size}: questions, the first ten without snippets, ms", names, list(_asking(result, _plain))),
    ]


def growth(results: Sequence[Result], peers: Sequence[Peer]) -> Table:
    """Return how the figures grow from size to size."""
    names = (OURS.name, *(peer.name for peer in peers))

    def line(label: str, figure: Figure) -> Line:
        found = {name: exponent(_by_size(results, name, figure)) for name in names}
        return Line(label, {name: slope for name, slope in found.items() if slope is not None}, digits=2)

    lines = [
        line("indexing a document", lambda each: each.build_ms),
        line("  of processors", lambda each: each.cpu_ms),
        line("adding one, p50", lambda each: median(each.added)),
        line("questions with snippets, p50", lambda each: median(each.snippets.all)),
        line("questions with snippets, p95", lambda each: each.p95),
        at_most(f"indexing one at {LARGE:,}, times {SMALL:,}", _dearer(results, lambda each: each.build_ms), DEARER, 2),
        Line("  of processors", _dearer(results, lambda each: each.cpu_ms), 2),
    ]
    sizes = ", ".join(f"{result.size:,}" for result in results)
    note = "Exponents: 0 is the same cost at every size, 1 twice the cost for twice the documents."
    return Table(f"Growth over {sizes} documents", names, lines, [note])


def _indexing(result: Result) -> Iterator[Line]:
    shown, size = result.shown, result.size

    def each(figure: Figure) -> dict[str, float]:
        return {name: figure(one) for name, one in shown.items()}

    ours = shown[OURS.name]
    yield Line("documents a second, one process", each(lambda one: 1000 / one.build_ms))
    yield Line("ms a document", each(lambda one: one.build_ms), 2)
    yield Line("  of processors", each(lambda one: one.cpu_ms), 2)
    for step, spent in ours.steps.items():
        yield Line(f"  {step}", {OURS.name: spent}, 2)
    yield Line("adding one, p50, ms", each(lambda one: median(one.added)))
    yield Line("adding one, p95, ms", each(lambda one: percentile(one.added, 0.95)))
    yield at_most("memory, indexing, MB", each(lambda one: one.building), PARENT_MEGABYTES, 0)
    yield at_most("memory, asking, MB", each(lambda one: one.asking), PARENT_MEGABYTES, 0)
    yield Line("on disk with texts, MB", each(lambda one: one.disk))
    yield Line("  the search index alone", {OURS.name: ours.search})
    typed = {OURS.name: percentile(ours.suggested, 0.95)} if ours.suggested else {}
    yield at_most("suggestions, each letter typed, p95, ms", typed, SUGGEST_MS.get(size))
    told = {OURS.name: percentile(ours.gaps, 0.95)} if ours.gaps else {}
    yield at_most("gap report after a document came, p95, ms", told, GAPS_MS.get(size))
    yield Line("  the first after opening", {OURS.name: ours.first_gaps})
    drops = {OURS.name: percentile(ours.drops, 0.95)} if ours.drops else {}
    yield at_most("drop to searchable beyond settling, p95, s", drops, DROP_SECONDS.get(size), 2)


def _asking(result: Result, chosen: Callable[[Shown], Answers]) -> Iterator[Line]:
    answers = {name: chosen(one) for name, one in result.shown.items()}
    for kind in KINDS:
        for percent in (50, 95):
            figures = {name: percentile(each.by_kind[kind], percent / 100) for name, each in answers.items()}
            yield Line(f"{kind}, p{percent}", figures)
    yield Line("all kinds, p50", {name: median(each.all) for name, each in answers.items()})
    goal = QUERY_MS.get(result.size) if chosen is _snippets else None
    yield at_most("all kinds, p95", {name: percentile(each.all, 0.95) for name, each in answers.items()}, goal)
    yield Line("the very first, opening", {name: each.first for name, each in answers.items()})
    yield Line("questions without an answer", {name: each.none for name, each in answers.items()}, digits=0)


def _snippets(shown: Shown) -> Answers:
    return shown.snippets


def _plain(shown: Shown) -> Answers:
    return shown.plain


def _by_size(results: Sequence[Result], name: str, figure: Figure) -> dict[int, float]:
    return {result.size: figure(result.shown[name]) for result in results if name in result.shown}


def _dearer(results: Sequence[Result], figure: Figure) -> dict[str, float]:
    cost = _by_size(results, OURS.name, figure)
    return {OURS.name: cost[LARGE] / cost[SMALL]} if {LARGE, SMALL} <= cost.keys() else {}
