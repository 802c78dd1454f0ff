"""Parts of lists, each with the address of the next."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from flask import request

from ziarchive.shapes import Json


def listed(rows: Sequence[Any], asked: Json, **more: object) -> Json:
    """Return the asked part of all rows as a list."""
    start, limit = asked["offset"], asked["limit"]
    return {**part(len(rows), asked), **more, "items": [*rows[start : start + limit]]}


def part(total: int, asked: Json) -> Json:
    """Return what a list tells of itself."""
    limit, offset = asked["limit"], asked["offset"]
    following = offset + limit
    values = {**request.args.to_dict(), "limit": limit, "offset": following}
    there = following < total
    return {
        "total": total,
        "limit": limit,
        "offset": offset,
        "next": f"{request.path}?{urlencode(values)}" if there else None,
    }
