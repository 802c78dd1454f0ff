"""Replaces the filters that the index cannot answer by the documents that pass them.

Periods, states and sources change with every decision and every day; the catalogue and the gap report know them.
The plan knows which indicators answer an official item.
"""

from collections.abc import Callable

from ziarchive.query.nodes import Among, And, Field, Filter, Not, Or, Query

CHOSEN = frozenset({Field.PERIOD, Field.STATUS, Field.SOURCE, Field.DATE, Field.LKE})
"""The fields that no index stores."""


def resolve(query: Query, choose: Callable[[Filter], Among]) -> Query:
    """Return the query with what `choose` makes of each filter of `CHOSEN`, wherever it stands."""
    match query:
        case And(parts):
            return And(tuple(resolve(part, choose) for part in parts))
        case Or(parts):
            return Or(tuple(resolve(part, choose) for part in parts))
        case Not(part):
            return Not(resolve(part, choose))
        case Filter(field) if field in CHOSEN:
            return choose(query)
        case _:
            return query
