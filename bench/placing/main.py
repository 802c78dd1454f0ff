"""The bench of placing: judged names on both halves, the plan's titles with noise, and the time a document takes."""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from time import perf_counter

from bench.placing import measured, noise
from bench.placing.judged import Name, builtin, names, reworded
from bench.placing.measured import Placed, Share
from ziarchive.matching import Matcher, Said
from ziarchive.model import Plan
from ziarchive.naming.words import words

GOALS: Mapping[str, float] = {"title: right of those placed": 99.0, "one of three suggestions is right": 90.0}
"""In percent, on the reported half."""
_PAGE = "BALAI PENGUJIAN STANDAR INSTRUMEN LINGKUNGAN PERTANIAN\nDokumen ini disusun untuk rapat pegawai.\n" * 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the bench; return 0 also when a goal is not met: a table is an answer, not an error."""
    options = _options().parse_args(arguments)
    plan = builtin()
    placed = measured.place(names(plan), plan)
    print(f"{len(placed)} judged names, {sum(not each.name.answers for each in placed)} of them of no requirement\n")
    print(table(placed))
    others = measured.place(reworded(), plan)
    among = Share.of(each.is_among(3) for each in others)
    print(f"\ntitles in other words, from the bench of relevance: one of three is right {among}")
    if options.mistakes:
        print(mistakes([each for each in placed if each.name.tuning]))
    print(f"\n{speed([each.name for each in placed], plan):.2f} ms a document of {len(_PAGE):,} characters")
    if not options.quick:
        print("\nplacing every title with noise in every indicator's folder", file=sys.stderr, flush=True)
        print(f"\n{noises(noise.prove(plan), options.mistakes)}")
    return 0


def table(placed: Sequence[Placed]) -> str:
    """Return a line a figure: on the tuning half, then on the reported half, and whether the goals are met there."""
    halves = [[each for each in placed if each.name.tuning is tuning] for tuning in (True, False)]
    tuning, reported = (measured.figures(half) for half in halves)
    width = max(map(len, reported))
    lines = [f"{'':{width}}  {f'tuning half ({len(halves[0])})':>18}  {f'reported half ({len(halves[1])})':>19}"]
    lines += [
        f"{name:{width}}  {tuning[name]!s:>18}  {reported[name]!s:>19}{_goal(name, reported[name])}"
        for name in reported
    ]
    return "\n".join(lines)


def mistakes(placed: Sequence[Placed]) -> str:
    """Return what went wrong, for changing rules by; only ever of the tuning half."""
    lines = []
    for each in placed:
        name, placement = each.name, each.placement
        wrongly = bool(placement.codes) and not each.is_right
        unseen = bool(name.answers) and not placement.codes and not each.is_among(1)
        if wrongly or unseen:
            what = "WRONG" if wrongly else "third" if each.is_among(3) else "missed"
            hints = (f"{hint.code} {hint.score}" for hint in placement.suggestions)
            found = map(str, placement.codes) if placement.codes else hints
            lines.append(f"{what}: {name.path}: {_listed(name.answers)}; found {_listed(found)}; {placement.why}")
    return "\n".join(["", *lines])


def noises(tallies: Mapping[str, noise.Tally], shown: bool = False) -> str:
    """Return a line a noise: placed by title, wrong ones among them, and how many found their own indicator."""
    lines = [f"{'noise':26}{'placed':>8}{'wrong':>7}{'right':>10}  in its own indicator"]
    for name, tally in tallies.items():
        right = Share(tally.placed - len(tally.wrong), tally.placed)
        lines.append(f"{name:26}{_cells(tally)}{right.percent:8.2f} %  {Share(tally.at_home, tally.homes)}")
    placed, wrong = sum(each.placed for each in tallies.values()), sum(len(each.wrong) for each in tallies.values())
    lines.append(f"{'all':26}{placed:8,}{wrong:7,}{Share(placed - wrong, placed).percent:8.2f} %")
    if shown:
        lines += [example for each in tallies.values() for example in each.wrong[:20]]
    return "\n".join(lines)


def speed(judged: Sequence[Name], plan: Plan, rounds: int = 5) -> float:
    """Return the milliseconds that placing one judged name with a page of text takes, the best of some rounds."""
    matcher = Matcher(plan)
    taken = []
    for round in range(rounds):
        words.cache_clear()
        begun = perf_counter()
        for each in judged:
            matcher.place(each.path, Said(first_page=f"{each.page}{_PAGE}{round} {each.path}"))
        taken.append((perf_counter() - begun) / len(judged) * 1000)
    return min(taken)


def _cells(tally: noise.Tally) -> str:
    return f"{tally.placed:8,}{len(tally.wrong):7,}"


def _goal(name: str, share: Share) -> str:
    if name not in GOALS:
        return ""
    return f"  goal {GOALS[name]:.0f} %: {'met' if share.percent >= GOALS[name] else 'NOT MET'}"


def _listed(values: Iterable[object]) -> str:
    return ", ".join(sorted(map(str, values))) or "nothing"


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.placing", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave out the titles with noise, which take minutes")
    parser.add_argument("--mistakes", action="store_true", help="show what went wrong on the tuning half")
    return parser
