"""The documents of the bench: about 800 words each, real Indonesian sentences where a corpus is given.

A document is a few runs of sentences that follow each other in the corpus, as reports quote and repeat
each other. Without a corpus it is the prose of the office of `samples`. The same seed gives the same texts.
"""

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from pathlib import Path
from random import Random

from bench.search.records import Record
from samples.many import AREAS, SUBJECTS
from samples.phrases import topic_of
from samples.text import paragraph
from samples.words import sentence
from ziarchive.extract.clean import clean
from ziarchive.model import ROMAN

YEARS = (2022, 2023, 2024, 2025)
WORDS = (500, 1100)
"""A document's length, from and to."""
PAGE_WORDS = 350
_RUN = (2, 6)
"""Sentences that follow each other."""
_SENTENCE = (4, 60)
"""Words; what is shorter is a heading, what is longer a table."""
_END = re.compile(r"(?<=[.;:])\s+|\n+")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")

Draw = Callable[[Random, str], str]
"""Returns some sentences of a document with this title."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Writes documents by number."""

    draw: Draw

    @classmethod
    def of(cls, corpus: Path | None) -> "Prose":
        """Take the sentences of the text files in a zip; without one, of the sample office."""
        if corpus is None:
            return cls(_office)
        pool = list(_sentences(corpus))
        if not pool:
            raise SystemExit(f"{corpus} holds no sentences in .md or .txt files")
        return cls(lambda rng, _: " ".join(_follow(rng, pool)))

    def record(self, number: int) -> Record:
        """Return the document with this number, which its title and its text name."""
        rng = Random(f"bench/{number}")  # noqa: S311 - repeatable documents, not a secret
        code, area, subject = SUBJECTS[number % len(SUBJECTS)]
        dated = date(YEARS[number // len(SUBJECTS) % len(YEARS)], rng.randint(1, 12), rng.randint(1, 28))
        title = f"{subject} {number:05}"
        folder = f"{dated.year}/{AREAS[area]}/{code}"
        pages = tuple(self._pages(rng, subject, f"{title.upper()}\nNomor B-{number}/TU/{dated:%m/%Y}"))
        return Record(f"{folder}/{code}_{title}_{dated:%Y-%m}", title, dated.year, ROMAN[area], pages)

    def _pages(self, rng: Random, title: str, head: str) -> Iterator[str]:
        words = rng.randint(*WORDS)
        paragraphs = [head]
        while words > 0:
            paragraphs.append(self.draw(rng, title))
            words -= _words(paragraphs[-1])
        ends = accumulate(map(_words, paragraphs))
        pages: dict[int, list[str]] = {}
        for text, count in zip(paragraphs, ends, strict=True):
            pages.setdefault(count // PAGE_WORDS, []).append(text)
        return map("\n".join, pages.values())


def _words(text: str) -> int:
    return len(text.split())


def _office(rng: Random, title: str) -> str:
    wide = " ".join(sentence(rng, rng.randint(8, 18)) for _ in range(4))
    return f"{paragraph(rng, topic_of(title), 3)} {wide}"


def _follow(rng: Random, pool: list[str]) -> list[str]:
    start = rng.randrange(len(pool))
    return pool[start : start + rng.randint(*_RUN)]


def _sentences(corpus: Path) -> Iterator[str]:
    with zipfile.ZipFile(corpus) as texts:
        for name in sorted(texts.namelist()):
            if name.endswith((".md", ".txt")):
                # What a law's text was made from left control characters in it, which no Word file may hold.
                text = clean(_LINK.sub(r"\1", texts.read(name).decode("utf-8", errors="replace")))
                yield from filter(_is_sentence, map(str.strip, _END.split(text)))


def _is_sentence(text: str) -> bool:
    return _SENTENCE[0] <= _words(text) <= _SENTENCE[1]
