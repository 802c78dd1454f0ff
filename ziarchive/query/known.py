"""What the search box knows of an office: the kinds, places and items that filters may name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from ziarchive.model import Code
from ziarchive.query.nodes import Field

_DEPTHS = {Field.AREA: 1, Field.COMPONENT: 2}


@dataclass(frozen=True, slots=True)
class Known:
    """Without it a filter is read all the same, but a value that nothing has is not noticed."""

    year: int | None = None
    """Of the plan: meant by a period that names none."""
    kinds: tuple[str, ...] = ()
    """Of the documents and of the plan."""
    spellings: tuple[str, ...] = ()
    """What means the same as one of the kinds, such as the long form of an acronym."""
    places: Mapping[Code, str] = field(default_factory=dict)
    """Every place of the plan, with the name of those that are filtered by name."""
    lke: frozenset[str] = frozenset()
    """The official items that some indicator answers."""

    def is_kind(self, text: str) -> bool:
        return _folded(text) in map(_folded, (*self.kinds, *self.spellings))

    def kinds_like(self, text: str) -> tuple[str, ...]:
        """Return the kinds that may have been meant, else all that there are."""
        for offered in (self.kinds, self.spellings):
            by_folded = {_folded(each): each for each in offered}
            if near := get_close_matches(_folded(text), by_folded, 3):
                return tuple(by_folded[each] for each in near)
        return tuple(sorted(self.kinds, key=_folded))

    def named(self, wanted: Field, text: str) -> Code | None:
        """Return the only area or component whose name holds all words of the text."""
        words, depth = set(_words(text)), _DEPTHS.get(wanted)
        at_depth = ((code, name) for code, name in self.places.items() if len(code.parts) == depth)
        found = [(code, _words(name)) for code, name in at_depth if words and words <= set(_words(name))]
        whole = [code for code, name in found if name == _words(text)]
        return next(iter(whole or [code for code, _ in found]), None) if len(found) == 1 or whole else None

    def has(self, code: Code) -> bool:
        return not self.places or code in self.places

    def beside(self, code: Code) -> tuple[str, ...]:
        """Return the places that there are just below the deepest part of the code that there is."""
        above = next((each for each in _above(code) if each in self.places), None)
        depth = len(above.parts) + 1 if above else 1
        below = (each for each in sorted(self.places) if len(each.parts) == depth)
        return tuple(str(each) for each in below if above is None or each.within(above))


NOTHING = Known()


def _above(code: Code) -> Iterator[Code]:
    return (Code(code.parts[:depth]) for depth in range(len(code.parts) - 1, 0, -1))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def _folded(text: str) -> str:
    return " ".join(_words(text))
