"""What all engines are given: the same texts and the same questions, as JSON lines.

Standard library only, as an engine may run in another Python than ours.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

KINDS = ("common", "rare", "and", "phrase", "prefix", "filtered")
"""The kinds of question."""


@dataclass(frozen=True, slots=True)
class Record:
    """One document, already read."""

    path: str
    title: str
    year: int
    area: str
    """A Roman number, as in the code that the path begins with."""
    pages: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.pages)

    @property
    def tags(self) -> str:
        """What filters find, in words that no text holds."""
        return f"tahun{self.year} area{self.area.lower()}"


@dataclass(frozen=True, slots=True)
class Question:
    """One question, before it is written as an engine wants it."""

    kind: str
    words: tuple[str, ...]
    """Side by side in a phrase; the beginning of a word in a prefix; all of them otherwise."""
    filter: str = ""
    """tahun:2024 or area:V, in a filtered question."""

    @property
    def tag(self) -> str:
        return self.filter.replace(":", "").lower()

    @property
    def typed(self) -> str:
        """The question as a person types it into our search box."""
        words = " ".join(self.words)
        forms = {"phrase": f'"{words}"', "prefix": f"{words}*", "filtered": f"{self.filter} {words}"}
        return forms.get(self.kind, words)


def write(file: Path, lines: Iterable[Record | Question]) -> None:
    """Write records or questions, one a line."""
    with file.open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(asdict(line), ensure_ascii=False) + "\n" for line in lines)


def records(file: Path | str) -> Iterator[Record]:
    """Yield the records of a file, one at a time: the large ones do not fit into memory."""
    return (Record(**line | {"pages": tuple(line["pages"])}) for line in _lines(file))


def questions(file: Path | str) -> list[Question]:
    """Return the questions of a file."""
    return [Question(**line | {"words": tuple(line["words"])}) for line in _lines(file)]


def _lines(file: Path | str) -> Iterator[dict[str, Any]]:
    with Path(file).open(encoding="utf-8") as stream:
        yield from map(json.loads, stream)
