"""Finds an exchangeable part by name: entry points are lazy strings, imported on first use."""

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from ziarchive.errors import PartMissing

EXTRACTORS = "ziarchive.extractors"
SEARCH = "ziarchive.search"
EXECUTORS = "ziarchive.executors"


def names(group: str) -> tuple[str, ...]:
    """Return the names on offer in a group, sorted."""
    return tuple(sorted(_offers(group)))


@cache
def load(group: str, name: str) -> Any:
    """Import and return one part.

    Raises `PartMissing` when nobody offers it, when two packages do, or when it cannot be imported.
    """
    try:
        return _offers(group)[name].load()
    except KeyError:
        raise PartMissing(
            f"Bagian «{name}» ({group}) tidak terpasang. "
            f"Yang tersedia: {', '.join(names(group)) or 'tidak ada'}. "
            "Periksa ziarchive.toml atau pasang paketnya."
        ) from None
    except ImportError as error:
        raise PartMissing(f"Bagian «{name}» ({group}) tidak dapat dimuat: {error}. Pasang ulang.") from error


@cache
def _offers(group: str) -> dict[str, EntryPoint]:
    offers: dict[str, EntryPoint] = {}
    for offer in entry_points(group=group):
        if offer.name in offers and offers[offer.name].value != offer.value:
            raise PartMissing(
                f"Dua paket menawarkan bagian «{offer.name}» ({group}): "
                f"{offers[offer.name].value} dan {offer.value}. Copot salah satunya."
            )
        offers[offer.name] = offer
    return offers
