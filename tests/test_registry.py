"""The registry: parts by name, with words for what is missing."""

import pytest

from ziarchive import registry
from ziarchive.errors import PartMissing


@pytest.mark.parametrize("group", [registry.EXTRACTORS, registry.SEARCH, registry.EXECUTORS])
def test_every_part_on_offer_can_be_loaded(group: str) -> None:
    """Each entry point that the package declares leads to something callable."""
    assert registry.names(group)
    assert all(callable(registry.load(group, name)) for name in registry.names(group))


def test_a_missing_part_is_named_with_what_there_is() -> None:
    """An unknown name is answered with the names on offer."""
    with pytest.raises(PartMissing, match=r"«solr».*memory, whoosh"):
        registry.load(registry.SEARCH, "solr")
