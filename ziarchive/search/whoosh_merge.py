"""When the segments of a Whoosh index are merged, so that neither a commit nor a search grows costly.

Every commit adds a segment, and a search asks each of them (0.2 ms). Merging writes every document
anew (0.5 ms each), so only small segments are merged, many of the same size at a time: a document is
rewritten at most three times, and a commit never merges more than a few thousand documents.
"""

from math import log
from typing import Any

from whoosh.reading import SegmentReader

TIER_SIZE = 8
FULL_AT = (8, 8, 32)
"""How many segments of 1-7, 8-63 and 64-511 documents become one; larger ones stay as they are."""


def merge_full_tier(writer: Any, segments: list[Any]) -> list[Any]:
    """Merge what has to be merged into the segment being written; return the others.

    The signature is that of a Whoosh merge policy.
    """
    living = [segment for segment in segments if segment.doc_count()]
    chosen = _full_tier(living) or _half_deleted(living)
    for segment in chosen:
        writer.add_reader(SegmentReader(writer.storage, writer.schema, segment))
    return [segment for segment in living if segment not in chosen]


def _full_tier(segments: list[Any]) -> list[Any]:
    tiers: list[list[Any]] = [[] for _ in FULL_AT]
    for segment in segments:
        tier = int(log(segment.doc_count(), TIER_SIZE))
        if tier < len(tiers):
            tiers[tier].append(segment)
    return next((tier for tier, full_at in zip(tiers, FULL_AT, strict=True) if len(tier) >= full_at), [])


def _half_deleted(segments: list[Any]) -> list[Any]:
    return [each for each in segments if each.deleted_count() > each.doc_count()][:1]
