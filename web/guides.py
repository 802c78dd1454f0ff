"""The guides for people, made into parts of a page from the Markdown files that the documentation shows.

There is one set of files: `docs/`. The package holds it as `web/panduan/` (see `package-dir` in pyproject.toml).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

_INSTALLED = Path(__file__).with_name("panduan")
FOLDER = _INSTALLED if _INSTALLED.is_dir() else Path(__file__).parent.parent / "docs"
PICTURES = "screenshots"
FILES = {"staf": "panduan-staf.md", "penilai": "panduan-sekretaris-penilai.md"}
"""The guides in their order, by what their headings' anchors begin with."""
DEEPEST = 2
"""Headings below this level are not in the contents."""


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    """1 for the guide itself."""
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Guide:
    title: str
    headings: tuple[Heading, ...]
    """The guide itself first, then its chapters."""
    html: Markup


def guide(name: str, text: str, picture: Callable[[str], str]) -> Guide:
    """Return a guide one heading level lower than written; `picture` tells a picture's address by its file name."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(text)
    headings = tuple(_headings(name, tokens))
    for token in (each for outer in tokens for each in (outer, *(outer.children or ()))):
        _adapt(token, picture)
    html = Markup(reader.renderer.render(tokens, reader.options, {}))  # noqa: S704  # our own text, and no HTML in it
    return Guide(headings[0].text, tuple(each for each in headings if each.level <= DEEPEST), html)


def read(name: str) -> str:
    """Return a guide's Markdown."""
    return (FOLDER / FILES[name]).read_text(encoding="utf-8")


def _headings(name: str, tokens: Sequence[Token]) -> Iterator[Heading]:
    """Give each heading its anchor and its level on the page; yield it as it was written."""
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            level, text = int(token.tag[1]), tokens[at + 1].content
            anchor = name if level == 1 else f"{name}-{slug(text)}"
            token.attrSet("id", anchor)
            yield Heading(level, anchor, text)
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{int(token.tag[1]) + 1}"


def _adapt(token: Token, picture: Callable[[str], str]) -> None:
    """Lead links and pictures to this site."""
    if token.type == "image":
        token.attrSet("src", picture(str(token.attrGet("src")).removeprefix(f"{PICTURES}/")))
        token.attrSet("loading", "lazy")
    if token.type == "link_open":
        token.attrSet("href", _address(str(token.attrGet("href"))))


def _address(link: str) -> str:
    """Return where a link between the guides leads on the page that holds them all."""
    file, _, heading = link.partition("#")
    name = next((name for name, each in FILES.items() if each == file), "")
    return f"#{name}-{heading}" if name and heading else f"#{name}" if name else link


def slug(text: str) -> str:
    """Return a heading as it stands in an address, the same as where the documentation is read."""
    return re.sub(r"[^\w-]", "", text.lower().replace(" ", "-"))
