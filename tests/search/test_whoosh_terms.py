"""The terms of a segment, in files that Whoosh reads."""

from hypothesis import given
from hypothesis import strategies as st
from whoosh.filedb.filestore import RamStorage
from whoosh.filedb.filetables import OrderedHashReader

from ziarchive.search.whoosh_terms import Dictionary

ENTRIES = st.dictionaries(st.binary(min_size=1, max_size=12), st.binary(max_size=40), max_size=300)


@given(ENTRIES, st.binary(max_size=3), st.integers(0, 300))
def test_whoosh_reads_every_entry_and_their_order(entries: dict[bytes, bytes], start: bytes, cut: int) -> None:
    """Its reader finds each key, no other, and all from a place on in order."""
    storage = RamStorage()
    written = Dictionary(storage.create_file("terms"))
    keys = sorted(entries)
    for part in (keys[:cut], keys[cut:]):
        written.put(part, [entries[key] for key in part])
    written.close()
    found = OrderedHashReader(storage.open_file("terms"))
    assert {key: found.get(key) for key in entries} == entries
    assert start in entries or found.get(start) is None
    assert list(found.items_from(start)) == sorted(pair for pair in entries.items() if pair[0] >= start)


def test_a_large_dictionary_needs_wide_places() -> None:
    """Entries that lie further than 65,536 bytes into the file are found."""
    storage = RamStorage()
    written = Dictionary(storage.create_file("terms"))
    keys = [f"{number:05}".encode() for number in range(3000)]
    written.put(keys, [key * 8 for key in keys])
    written.close()
    found = OrderedHashReader(storage.open_file("terms"))
    assert all(found.get(key) == key * 8 for key in keys)
