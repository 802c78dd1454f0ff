"""The bench of relevance: makes the collection, asks every engine every question, and prints the table."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.relevance import plain_whoosh, report, xapian_peer
from bench.relevance.collection import Collection, Item
from bench.relevance.fts5 import Fts5
from bench.relevance.judged import Question, questions
from bench.relevance.ours import Ours
from bench.relevance.peers import Peer, Plain, best
from bench.relevance.report import Judged, Rankings


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the bench; return 0 also when the goal is not met: a table is an answer, not an error."""
    options = _options().parse_args(arguments)
    _say("making the collection")
    collection = Collection()
    items = list(chain(collection.evidence(), collection.laws(options.corpus) if options.corpus else ()))
    asked = [question for question in questions() if options.corpus or not question.on_laws]
    judged = [Judged(question, question.grades(items)) for question in asked]
    engines = dict(_engines(items, asked, options.scratch))
    print(f"{len(items):,} documents, {len(asked)} questions\n\n{report.table(judged, engines)}\n")
    print(report.verdict(judged, engines))
    if options.worst:
        paths = {item.entry.id: item.entry.path for item in items}
        print(report.worst(judged, engines[report.OURS], options.worst, paths))
    return 0


def _engines(items: Sequence[Item], asked: Sequence[Question], scratch: Path | None) -> Iterator[tuple[str, Rankings]]:
    """Yield each engine's name with its rankings."""
    _say("indexing and asking: ours")
    with TemporaryDirectory(dir=scratch, ignore_cleanup_errors=True) as folder:
        ours = Ours([item.entry for item in items], Path(folder) / "search")
        yield report.OURS, {question.number: ours.rank(question.ask) for question in asked}
        ours.close()
    entries = {item.entry.id: item.entry for item in items}
    plain = {question.number: Plain.of(question.ask) for question in asked}
    for name, peer in _peers(items, list(plain.values())):
        yield name, {number: best(peer, question, entries) for number, question in plain.items()}


def _peers(items: Sequence[Item], asked: Sequence[Plain]) -> Iterator[tuple[str, Peer]]:
    entries = [item.entry for item in items]
    _say("indexing and asking: Whoosh with its default analyzer")
    store = plain_whoosh.Store(entries)
    yield "Whoosh default, all words", plain_whoosh.PlainWhoosh(store, plain_whoosh.ALL)
    yield "Whoosh default, any word", plain_whoosh.PlainWhoosh(store, plain_whoosh.ANY)
    _say("indexing and asking: SQLite FTS5")
    yield "FTS5 unicode61, all words, then any", Fts5(entries)
    if python := xapian_peer.python():
        _say("indexing and asking: Xapian")
        for way, peer in xapian_peer.ask(python, entries, asked).items():
            yield f"Xapian Indonesian, {way}", peer
    else:
        _say("Xapian is left out: no Python here can import its binding")


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.relevance", description=__doc__)
    parser.add_argument(
        "corpus", type=Path, nargs="?", help="a zip of laws as text at kind/year/number.md; without it, evidence only"
    )
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="show our N worst questions for tuning")
    parser.add_argument("--scratch", type=Path, help="where to index; a local disk with 100 MB free")
    return parser
