"""What office files say of themselves: title, and the days on which they were created and modified."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from ziarchive.extract.office.package import WHOLE, Package
from ziarchive.extract.outcome import Properties

_CORE = ("{*}title", "{*}created", "{*}modified")
_META = ("{*}title", "{*}creation-date", "{*}date")
_YEARS = range(1990, 2101)
"""Outside lie the zero days of clocks and formats (1601, 1899, 1904, 1970, 1980), not documents."""

_TEMPLATES = frozenset((date(2013, 1, 27), date(2013, 12, 23)))
"""When the templates of python-pptx and python-docx were made: their files carry it as their own."""


def core(parts: Package) -> Properties:
    """Read an OOXML package's properties; of several parts the first that has a title counts."""
    names = [link.part for link in parts.relations(WHOLE) if link.role == "core-properties"]
    found = [_read(parts.tree(name), *_CORE) for name in names]
    return next((each for each in found if each.title), found[0] if found else Properties())


def meta(parts: Package) -> Properties:
    """Read an OpenDocument package's properties."""
    return _read(parts.tree("meta.xml"), *_META) if parts.has("meta.xml") else Properties()


def days(texts: Iterable[str]) -> tuple[date, ...]:
    """Return the days of ISO times, each once, without those that no document has."""
    found = (_day(text) for text in texts)
    return tuple(dict.fromkeys(day for day in found if day and day.year in _YEARS and day not in _TEMPLATES))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def _read(root: Any, *tags: str) -> Properties:
    """Read the title, then the times, from the first elements of these names."""
    if root is None:
        return Properties()
    title, *times = (next((element.text or "" for element in root.iter(tag)), "") for tag in tags)
    return Properties(title.strip(), days(times))
