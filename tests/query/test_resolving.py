"""What the index does not know is replaced by documents, wherever it stands."""

import pytest

from ziarchive.query import Among, And, Everything, Field, Filter, Not, Or, Query, Word, in_words
from ziarchive.query.parser import parse
from ziarchive.query.resolving import CHOSEN, resolve


def choose(wanted: Filter) -> Among:
    return Among(frozenset({wanted.value}), in_words(wanted))


LATE = Among(frozenset({"late"}), "status terlambat")


@pytest.mark.parametrize(
    ("box", "query"),
    [
        ("status:terlambat", LATE),
        ("a status:terlambat", And((Word("a"), LATE))),
        ("a OR -status:terlambat", Or((Word("a"), Not(LATE)))),
        ("-(b (a OR status:terlambat))", Not(And((Word("b"), Or((Word("a"), LATE)))))),
        ("jenis:SK", Filter(Field.KIND, "SK")),
        ("", Everything()),
    ],
)
def test_wherever_it_stands(box: str, query: Query) -> None:
    """A filter is replaced inside operators and exclusions, and what the index knows stays."""
    assert resolve(parse(box).query, choose) == query


@pytest.mark.parametrize("field", Field)
def test_fields(field: Field) -> None:
    """Just the fields that no index stores are chosen by other means, and said as before."""
    wanted = Filter(field, "2024")
    resolved = resolve(wanted, choose)
    assert isinstance(resolved, Among) == (field in CHOSEN)
    assert in_words(resolved) == in_words(wanted)
