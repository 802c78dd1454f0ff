"""Which suggestions can be accepted without a look."""

import pytest

from ziarchive.model import Code, How, Placement, Suggestion
from ziarchive.placing import certain


def suggested(*scores: float, how: How = How.CANDIDATE) -> Placement:
    found = tuple(Suggestion(Code((1, 1, 1, at)), score, "") for at, score in enumerate(scores, 1))
    return Placement(how, (), "", "", None, None, found)


@pytest.mark.parametrize(
    ("placement", "sure"),
    [
        (suggested(0.9), True),
        (suggested(0.9, 0.6), True),
        (suggested(0.9, 0.8), False),
        (suggested(0.7), False),
        (suggested(), False),
        (suggested(0.9, how=How.CODE), False),
    ],
    ids=["alone", "far ahead", "close", "unlikely", "none", "placed"],
)
def test_only_a_likely_and_clear_place_is_certain(placement: Placement, sure: bool) -> None:
    """The best suggestion counts when it is likely and no other comes near."""
    assert certain(placement) == (placement.suggestions[0] if sure else None)
