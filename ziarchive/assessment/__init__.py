"""What assessors go through, item by item: the documents of a requirement, what was said of each, what is left.

`items` is the work list, `rounds` what lay in the archive when a round began.
"""

from ziarchive.assessment.items import Item, Judged, Standing, items

__all__ = ["Item", "Judged", "Standing", "items"]
