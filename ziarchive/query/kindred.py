"""Finds the kinds that a filter of kind means: a kind is asked for by its acronym and by its long form alike.

jenis:"surat keputusan"      the documents of kind SK too
"""

from collections.abc import Collection

from ziarchive.query.nodes import And, Field, Filter, Not, Or, Query
from ziarchive.query.synonyms import Synonyms, same


def name_kinds(query: Query, kinds: Collection[str], synonyms: Synonyms) -> Query:
    """Return the query with every filter of kind led to those of `kinds` that mean the same as its value.

    What was typed stays, and stands first. An excluded kind is led there too: who excludes SK excludes its long form.
    """
    match query:
        case And(parts) | Or(parts):
            return type(query)(tuple(name_kinds(part, kinds, synonyms) for part in parts))
        case Not(part):
            return Not(name_kinds(part, kinds, synonyms))
        case Filter(Field.KIND, value):
            found = [Filter(Field.KIND, each) for each in sorted(kinds) if same(value, each, synonyms)]
            return Or((query, *found)) if found else query
        case _:
            return query
