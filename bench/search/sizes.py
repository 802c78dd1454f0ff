"""One size: the same texts and questions to every engine, one after the other, each step in a process of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from bench import drop
from bench.figures import percentile
from bench.measured import Task, TaskFailed
from bench.search.asked import Vocabulary
from bench.search.engine import FIRST, NO_ANSWER
from bench.search.files import MEGABYTE, Say
from bench.search.ours import STEPS
from bench.search.peers import OURS, Peer
from bench.search.prose import Prose
from bench.search.records import KINDS, Record, write


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured at a size."""

    size: int
    questions: int
    """Of each kind."""
    added: int
    """Documents that are added one by one."""
    drops: int = 0
    """Files dropped into a running ziarchive."""


@dataclass(frozen=True, slots=True)
class Answers:
    """How one way of asking went, in milliseconds."""

    by_kind: dict[str, list[float]]
    first: float
    none: int
    """Questions without an answer."""

    @classmethod
    def of(cls, task: Task) -> "Answers":
        figures = task.figures
        return cls({kind: figures[kind] for kind in KINDS}, figures[FIRST][0], int(figures[NO_ANSWER][0]))

    @property
    def all(self) -> list[float]:
        return list(chain.from_iterable(self.by_kind.values()))


@dataclass(frozen=True, slots=True)
class Shown:
    """What one engine showed at one size."""

    build_ms: float
    """A document, all together."""
    cpu_ms: float
    """Of all processors, without waiting: what other programs on the machine take away does not count."""
    steps: dict[str, float]
    """Of it, milliseconds by step, where the engine tells."""
    building: float
    """Most memory of the process while indexing, MB; `asking` with snippets."""
    asking: float
    disk: float
    """MB of all it keeps, texts included; `search` without."""
    search: float
    snippets: Answers
    plain: Answers
    added: list[float]
    """Milliseconds of each added document."""
    gaps: list[float] = field(default_factory=list)
    """Milliseconds of the gap report after each added document."""
    first_gaps: float = 0
    """The same of an archive that has just been opened."""
    drops: list[float] = field(default_factory=list)
    """Seconds from a file's copy until it is found, less the settle time."""
    suggested: list[float] = field(default_factory=list)
    """Milliseconds of the suggestions for each letter typed."""

    @property
    def p95(self) -> float:
        return percentile(self.snippets.all, 0.95)


@dataclass(frozen=True, slots=True)
class Result:
    """One size, every engine."""

    size: int
    words: float
    """Of a document, on average."""
    shown: dict[str, Shown]
    failed: tuple[str, ...] = ()
    """Peers that ended with an error, which must not lose the other figures."""


def measure(plan: Plan, prose: Prose, peers: Sequence[Peer], scratch: Path, say: Say) -> Result:
    """Fill, ask and add with each engine, in the empty folder `scratch`."""
    words = _write_texts(plan, prose, scratch, say)
    shown = {OURS.name: _measured(OURS, plan, scratch, say)}
    failed: list[str] = []
    for peer in filter(lambda each: each.python, peers):
        try:
            shown[peer.name] = _measured(peer, plan, scratch, say)
        except TaskFailed as error:
            say(str(error))
            failed.append(peer.name)
    return Result(plan.size, words, shown, tuple(failed))


def _write_texts(plan: Plan, prose: Prose, scratch: Path, say: Say) -> float:
    """Write the texts, those to be added and the questions; return the words of a document."""
    say(f"writing {plan.size:,} texts")
    vocabulary, words = Vocabulary(), 0

    def noted(number: int) -> Record:
        nonlocal words
        record = prose.record(number)
        vocabulary.add(record)
        words += len(record.text.split())
        return record

    write(_texts(scratch), map(noted, range(plan.size)))
    write(scratch / "added.jsonl", map(prose.record, range(plan.size, plan.size + plan.added)))
    write(scratch / "asked.jsonl", vocabulary.questions(plan.questions))
    return words / plan.size


def _texts(scratch: Path) -> Path:
    return scratch / "texts.jsonl"


def _measured(peer: Peer, plan: Plan, scratch: Path, say: Say) -> Shown:
    say(f"{plan.size:,} documents: {peer.name}")
    folder, asked, ours = scratch / peer.name, str(scratch / "asked.jsonl"), peer is OURS
    files = ["files" if plan.drops else ""] if ours else []
    built = peer.run("build", str(folder), str(_texts(scratch)), *files)
    if built.figures["documents"] != [plan.size]:
        raise SystemExit(f"{peer.name} took in {built.figures['documents']} documents instead of {plan.size}")
    index = folder / "index" if ours else folder
    disk, search = _megabytes(index), _megabytes(index / "search" if ours else index)
    snippets = peer.run("ask", str(folder), asked, "snippets")
    plain = peer.run("ask", str(folder), asked, "plain")
    suggested = OURS.run("suggest", str(folder), asked).figures["milliseconds"] if ours else ()
    drops = _dropped(folder, scratch, plan.drops, say) if ours else []
    added = peer.run("add", str(folder), str(scratch / "added.jsonl"))
    gaps = OURS.run("gaps", str(folder), str(scratch / "added.jsonl")).figures if ours else {}
    return Shown(
        build_ms=_each(built, "seconds", plan.size),
        cpu_ms=_each(built, "cpu", plan.size),
        steps={step: _each(built, step, plan.size) for step in STEPS if step in built.figures},
        building=built.parent_bytes / MEGABYTE,
        asking=snippets.parent_bytes / MEGABYTE,
        disk=disk,
        search=search,
        snippets=Answers.of(snippets),
        plain=Answers.of(plain),
        added=list(added.figures["milliseconds"]),
        gaps=[1000 * each for each in gaps.get("seconds", ())],
        first_gaps=1000 * sum(gaps.get("first", ())),
        drops=drops,
        suggested=list(suggested),
    )


def _each(task: Task, name: str, size: int) -> float:
    return 1000 * task.figures[name][0] / size


def _dropped(home: Path, scratch: Path, drops: int, say: Say) -> list[float]:
    """Return the seconds of each drop; none when the site fails, which must not lose the other figures."""
    try:
        return drop.measure(home, scratch, drops) if drops else []
    except drop.NotFound as error:
        say(str(error))
        return []


def _megabytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / MEGABYTE
