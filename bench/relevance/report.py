"""The tables of the bench: every engine on both halves, and our worst questions with what came first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.relevance.judged import Question
from bench.relevance.metrics import Scores, mean, scores

OURS = "ziarchive"
GOAL = 0.90
"""The nDCG@10 that ours is to reach on the reported half, above every peer's."""
Rankings = Mapping[int, Sequence[str]]
"""The ids that an engine ranked, by the question's number."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with the grades that its rules gave."""

    question: Question
    grades: Mapping[str, int]


def table(judged: Sequence[Judged], engines: Mapping[str, Rankings]) -> str:
    """Return a line an engine: the three figures on the tuning half, then on the reported half."""
    halves = [[each for each in judged if each.question.tuning is tuning] for tuning in (True, False)]
    width = max(map(len, engines))
    lines = [
        f"{'':{width}}  {f'tuning half ({len(halves[0])})':^24}  {f'reported half ({len(halves[1])})':^24}",
        f"{'':{width}}" + "  nDCG@10     MRR  rec@50" * 2,
    ]
    for name, rankings in engines.items():
        lines.append(f"{name:{width}}" + "".join(_cells(_mean(half, rankings)) for half in halves))
    return "\n".join(lines)


def verdict(judged: Sequence[Judged], engines: Mapping[str, Rankings]) -> str:
    """Say whether the goal is met on the reported half."""
    half = [each for each in judged if not each.question.tuning]
    figures = {name: _mean(half, rankings).ndcg for name, rankings in engines.items()}
    ours = figures.pop(OURS)
    met = ours >= GOAL and all(ours > other for other in figures.values())
    return f"goal: nDCG@10 of {GOAL:.2f} on the reported half, and above every other: {'met' if met else 'NOT MET'}"


def worst(judged: Sequence[Judged], rankings: Rankings, count: int, paths: Mapping[str, str]) -> str:
    """Return our `count` worst questions of the tuning half: the other one is not looked at."""
    rated = sorted(
        ((scores(rankings[each.question.number], each.grades), each) for each in judged if each.question.tuning),
        key=lambda pair: pair[0].ndcg,
    )
    return "\n".join(line for figures, each in rated[:count] for line in _shown(figures, each, rankings, paths))


def _shown(figures: Scores, each: Judged, rankings: Rankings, paths: Mapping[str, str]) -> list[str]:
    ranking = rankings[each.question.number]
    missed = [id for id, grade in each.grades.items() if grade == max(each.grades.values()) and id not in ranking[:10]]
    return [
        f"\n{each.question.number}. {each.question.ask}: nDCG {figures.ndcg:.2f}, recall {figures.recall:.2f}",
        *(f"   {each.grades.get(id, 0)}  {paths[id]}" for id in ranking[:5]),
        *(f"   not in the first ten: {paths[id]}" for id in missed[:3]),
    ]


def _mean(half: Sequence[Judged], rankings: Rankings) -> Scores:
    return mean(scores(rankings[each.question.number], each.grades) for each in half)


def _cells(figures: Scores) -> str:
    return f"{figures.ndcg:9.3f}{figures.mrr:8.3f}{figures.recall:8.3f}"
