"""How a document is written into a table row, and read back: `document(row(x)) == x`.

Rows are read by the ten thousand and then kept, so what recurs in them is made once and shared.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from sys import intern
from typing import Any

from ziarchive.model import (
    Code,
    Content,
    Document,
    How,
    Period,
    PeriodFrom,
    Placement,
    ReadState,
    Stamp,
    Suggestion,
)
from ziarchive.store.flat import flat

Row = Mapping[str, Any]


def row(document: Document) -> Row:
    """Return the column values of a document; everything in them is plain JSON."""
    content, placement = document.content, document.placement
    return {
        "id": document.id,
        "path": document.path,
        "sha256": document.sha256,
        "size": document.stamp.size,
        "mtime_ns": document.stamp.mtime_ns,
        # Once more outside the JSON: what the catalogue counts without reading any document.
        "how": str(placement.how),
        "state": str(content.state),
        "scans": content.scans,
        "content": flat(content) | {"text_period": _span(content.text_period)},
        "placement": flat(placement)
        | {
            "codes": [str(code) for code in placement.codes],
            "period": _span(placement.period),
            "suggestions": [[str(each.code), each.score, each.why] for each in placement.suggestions],
        },
    }


def document(row: Row) -> Document:
    """Return the document that a row holds."""
    stamp = Stamp(row["size"], row["mtime_ns"])
    content, placement = _content(row["content"]), _placement(row["placement"])
    return Document(row["id"], row["path"], row["sha256"], stamp, content, placement)


def _content(fields: dict[str, Any]) -> Content:
    return Content(
        state=ReadState(fields["state"]),
        why=intern(fields["why"]),
        media_type=intern(fields["media_type"]),
        title=fields["title"],
        pages=fields["pages"],
        chars=fields["chars"],
        text_from=intern(fields["text_from"]),
        text_period=_period(fields["text_period"]),
        flags=tuple(map(intern, fields["flags"])),
        scans=fields["scans"],
        sure=fields["sure"],
    )


def _placement(fields: dict[str, Any]) -> Placement:
    source = fields["period_from"]
    return Placement(
        how=How(fields["how"]),
        codes=tuple(map(_code, fields["codes"])),
        why=fields["why"],
        title=fields["title"],
        period=_period(fields["period"]),
        period_from=PeriodFrom(source) if source else None,
        suggestions=tuple(Suggestion(_code(code), score, intern(why)) for code, score, why in fields["suggestions"]),
        kind=intern(fields["kind"]),
        kind_why=intern(fields["kind_why"]),
    )


_code = lru_cache(maxsize=4096)(Code.of)
"""A code from its canonical form."""


def _span(period: Period | None) -> list[str] | None:
    return [period.start.isoformat(), period.end.isoformat()] if period else None


def _period(span: list[str] | None) -> Period | None:
    return _between(*span) if span else None


@lru_cache(maxsize=4096)
def _between(start: str, end: str) -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end))
