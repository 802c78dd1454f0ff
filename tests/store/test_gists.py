"""Gists beside the kept texts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete, event

from tests.gist.test_sketch import report
from ziarchive.errors import IndexUnusable
from ziarchive.gist import Gist, Inside, Number, gist
from ziarchive.model import ReadState
from ziarchive.ports import Extracted
from ziarchive.store.gists import TABLE
from ziarchive.store.texts import TextCache

PAGES = (f"DRAFT\nNomor : 12/SK/2024\n{report(1)}",)
DRAFT = Extracted(ReadState.OK, PAGES)
OTHER = Gist(Inside(Number.BLANK, "lain"), b"1234")


@pytest.fixture
def texts(tmp_path: Path) -> Iterator[TextCache]:
    opened = TextCache(tmp_path / "texts.sqlite")
    yield opened
    opened.close()


def older(texts: TextCache) -> None:
    """Make the texts look as if a version without gists had kept them."""
    with texts.database.writing() as connection:
        connection.execute(delete(TABLE))


def test_a_text_brings_its_gist(texts: TextCache) -> None:
    """What is put has a gist, and what is not kept has none."""
    texts.put({"a": DRAFT, "b": Extracted(ReadState.NO_TEXT), "c": Extracted(ReadState.TIMED_OUT)})
    assert texts.gists.of({"a", "b", "c"}) == {"a": gist(PAGES), "b": Gist()}


def test_what_the_worker_made_is_not_made_again(texts: TextCache) -> None:
    """A gist that comes with the text is the one that is kept; for None it is made."""
    texts.put({"a": DRAFT, "b": DRAFT}, {"a": OTHER, "b": None})
    assert texts.gists.of({"a", "b"}) == {"a": OTHER, "b": gist(PAGES)}


def test_another_text_brings_another_gist(texts: TextCache) -> None:
    """What recognition adds to a text replaces the gist."""
    texts.put({"a": Extracted(ReadState.OK, ("",))})
    texts.put({"a": DRAFT})
    assert texts.gists.of(["a"]) == {"a": gist(PAGES)}


def test_a_late_gist_replaces_none(texts: TextCache) -> None:
    """One that was made of the text before stays away from the one of the text that came meanwhile."""
    texts.put({"a": DRAFT})
    texts.gists.keep({"a": OTHER, "b": OTHER})
    assert texts.gists.of(["a", "b"]) == {"a": gist(PAGES), "b": OTHER}


def test_thousands_are_one_question(texts: TextCache) -> None:
    """However many are asked for, the store is asked once; and not at all for none."""
    many = {f"{number:064}": OTHER for number in range(5000)}
    texts.gists.keep(many)
    asked: list[str] = []
    event.listen(texts.database._engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    assert texts.gists.of(many) == many
    assert len(asked) == 1
    assert texts.gists.of(()) == {} and len(asked) == 1


def test_what_an_older_version_kept_is_filled_in_portions(texts: TextCache) -> None:
    """Texts without a gist get theirs, some at a time, and each once."""
    texts.put(dict.fromkeys("abcde", DRAFT))
    older(texts)
    assert [texts.fill(2) for _ in range(4)] == [2, 2, 1, 0]
    assert texts.gists.of("abcde") == dict.fromkeys("abcde", gist(PAGES))


def test_a_store_that_cannot_be_written_stops_nobody(texts: TextCache) -> None:
    """Where the table is gone or the disk is full, keeping gives up and asking says why."""
    TABLE.drop(texts.database._engine)
    texts.gists.keep({"a": OTHER})
    with pytest.raises(IndexUnusable):
        texts.gists.of(["a"])
