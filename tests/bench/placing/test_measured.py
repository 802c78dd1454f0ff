"""What is counted of placed names, and the goals on the half that rules were not changed for."""

from collections.abc import Sequence

import pytest

from bench.placing.judged import Name, builtin, names
from bench.placing.main import GOALS
from bench.placing.measured import Placed, Share, figures, place
from ziarchive.model import Code, How, Placement, Suggestion

RIGHT, OTHER = Code((1, 1, 1, 1)), Code((1, 1, 1, 2))


def placed(
    how: How = How.CANDIDATE,
    codes: Sequence[Code] = (),
    answers: Sequence[Code] = (RIGHT,),
    suggested: Sequence[tuple[Code, float]] = (),
    indicator: Code | None = None,
) -> Placed:
    """A name with what was found for it."""
    suggestions = tuple(Suggestion(code, score, "") for code, score in suggested)
    placement = Placement(how, tuple(codes), "", "", None, None, suggestions)
    return Placed(Name("x.pdf", frozenset(answers)), placement, indicator)


def counted(name: str, *found: Placed) -> tuple[int, int]:
    """One figure as a part and a whole."""
    share = figures(found)[name]
    return share.part, share.whole


def test_a_title_is_right_where_all_its_codes_are_answers() -> None:
    """A second code that is no answer makes it wrong, and so does a file that belongs nowhere."""
    found = (
        placed(How.TITLE, [RIGHT]),
        placed(How.TITLE, [RIGHT, OTHER]),
        placed(How.TITLE, [RIGHT], answers=()),
        placed(How.CODE, [OTHER]),
    )
    assert counted("title: right of those placed", *found) == (1, 3)
    assert counted("code: right of those placed", *found) == (0, 1)


def test_recall_counts_what_lies_in_the_indicator_of_an_answer() -> None:
    """What lies elsewhere cannot be placed by its title."""
    found = (
        placed(How.TITLE, [RIGHT], indicator=RIGHT.indicator),
        placed(indicator=RIGHT.indicator),
        placed(indicator=Code((2, 1, 1))),
        placed(),
    )
    assert counted("title: placed of those in their indicator", *found) == (1, 2)


def test_suggestions_count_where_nothing_was_placed_and_there_is_an_answer() -> None:
    """The first of them, and any of three."""
    found = (
        placed(suggested=[(RIGHT, 0.9)]),
        placed(suggested=[(OTHER, 0.9), (RIGHT, 0.8)]),
        placed(suggested=[(RIGHT, 0.9)], answers=()),
        placed(),
    )
    assert counted("first suggestion is right", *found) == (1, 3)
    assert counted("one of three suggestions is right", *found) == (2, 3)
    assert counted("first at 0.6 or more: right", *found) == (1, 3)
    assert counted("accepted in bulk: right", *found) == (1, 2)
    assert counted("no requirement: left alone", *found) == (1, 1)


def test_a_share_of_nothing_is_whole() -> None:
    """Where nothing was placed, nothing was wrong."""
    assert (Share(0, 0).percent, Share(1, 4).percent, str(Share(1, 4))) == (100.0, 25.0, " 25.0 %     (1/4)")


@pytest.mark.parametrize("goal", GOALS)
def test_the_goals_are_met_on_the_reported_half(goal: str) -> None:
    """What counts without a person is right, and a person finds the answer among three."""
    plan = builtin()
    reported = [name for name in names(plan) if not name.tuning]
    assert figures(place(reported, plan))[goal].percent >= GOALS[goal]
