"""Which suggestions a person can accept without looking at each file."""

from ziarchive.model import How, Placement, Suggestion

CERTAIN_SCORE, CERTAIN_LEAD = 0.8, 0.2
"""How likely the best place must be, and by how much likelier than the next."""


def certain(placement: Placement) -> Suggestion | None:
    """Return the place that a candidate almost surely has; None when a person must look."""
    if placement.how is not How.CANDIDATE or not placement.suggestions:
        return None
    best, *others = placement.suggestions
    lead = best.score - others[0].score if others else 1.0
    return best if best.score >= CERTAIN_SCORE and lead >= CERTAIN_LEAD else None
