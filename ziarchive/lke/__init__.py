"""How ready the documents are for the official assessment (LKE): an estimate by item, area and gate, never a score.

`weights` holds the nouns of a regulation, `reader` reads them from its file, `score` makes the estimate,
`gates` compares it with the minimum scores, `lifts` finds what raises it most. `sheet` fits it to the shape
of the LKE and `workbook` writes that; `forms` is its JSON, `words` its Indonesian.

Which slots speak for an item
    Those of every indicator that the plan maps to it. An indicator that is mapped to two items speaks for
    both with all its slots. Waived slots are left out, and so is event-driven evidence while no document is
    there: nobody knows whether the event took place.
What share of them, four times, each mark at least as high as the one before
    accepted    met, by a document that an assessor accepted for this requirement: what holds at least;
    supported   met;
    possible    supported, and all that is to be confirmed, to be mended or not due yet comes and is accepted:
                what is reached at most, if nothing that is late comes any more;
    eventual    possible, and all that is late comes too, since late evidence is still met. This is the
                highest that the plan can support.
What a share is worth
    The best answer of the item's scale whose score it reaches, times the item's weight: it is rounded down.
    A score printed as 0.67 stands for two thirds, so a share that misses it by less than half a hundredth
    reaches it; the full score asks for every slot. An item without answers (a number) is worth the share itself.
What is outside
    An item that no indicator is mapped to, or whose slots are all waived, or that has none. Documents of this
    plan say nothing of it: its weight is never counted, only told.

Points are exact fractions: a third of a point has no decimals, and a sum that just reaches a gate must reach it.
"""

from ziarchive.lke.builtin import builtin_names, builtin_text
from ziarchive.lke.forms import as_json
from ziarchive.lke.gates import GateScore, Level, Reach
from ziarchive.lke.lifts import Lift, Missing
from ziarchive.lke.reader import load
from ziarchive.lke.score import Accepted, ItemScore, Marks, Outside, ScopeScore
from ziarchive.lke.weights import Item, Regulation, Scope
from ziarchive.lke.whole import Score, score

__all__ = [
    "Accepted", "GateScore", "Item", "ItemScore", "Level", "Lift", "Marks", "Missing", "Outside", "Reach",
    "Regulation", "Scope", "ScopeScore", "Score",
    "as_json", "builtin_names", "builtin_text", "load", "score",
]  # fmt: skip
