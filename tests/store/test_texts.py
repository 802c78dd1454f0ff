"""The text cache: by content, for good."""

import json
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.model import ReadState
from ziarchive.ports import Extracted
from ziarchive.store.flat import flat
from ziarchive.store.texts import TextCache, _pack, _unpack

SHA = "a" * 64
TEXT = Extracted(
    ReadState.OK,
    ("halaman satu", ""),
    media_type="application/pdf",
    title="Judul",
    flags=("partial",),
    labels=("Lembar A", "Lembar B"),
    dates=(date(2024, 3, 12),),
    scans=(1,),
    sure=(None, 87),
    origins=((), (3, 0)),
)


@pytest.fixture
def texts(tmp_path: Path) -> Iterator[TextCache]:
    opened = TextCache(tmp_path / "texts.sqlite")
    yield opened
    opened.close()


def test_a_text_is_kept_by_content(texts: TextCache) -> None:
    """What was extracted returns whole, and another content is unknown."""
    texts.put({SHA: TEXT})
    assert texts.get(SHA) == TEXT
    assert texts.get("b" * 64) is None


def test_putting_again_replaces(texts: TextCache) -> None:
    """The latest outcome of a content is the one that is kept."""
    texts.put({SHA: TEXT})
    texts.put({SHA: Extracted(ReadState.NO_TEXT)})
    assert texts.get(SHA) == Extracted(ReadState.NO_TEXT)


@pytest.mark.parametrize("state", ReadState)
def test_only_what_the_content_determines_is_kept(texts: TextCache, state: ReadState) -> None:
    """A time-out, a crash or a lack of memory or disk is not remembered as the content's fate."""
    texts.put({SHA: Extracted(state)})
    transient = state in (ReadState.TIMED_OUT, ReadState.OUT_OF_MEMORY, ReadState.OUT_OF_DISK, ReadState.CRASHED)
    assert (texts.get(SHA) is None) == transient


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_any_text_survives(pages: list[str]) -> None:
    """Whatever characters the pages hold, they return unchanged."""
    extracted = Extracted(ReadState.OK, tuple(pages))
    assert _unpack(_pack(extracted)) == extracted


def test_a_text_that_an_older_version_packed_is_read() -> None:
    """No content is read again because texts were once kept packed."""
    fields = flat(TEXT) | {"dates": ["2024-03-12"]}
    assert _unpack(zlib.compress(json.dumps(fields).encode(), level=1)) == TEXT


def test_what_is_known_is_told_at_once(tmp_path: Path) -> None:
    """Of many contents, those that were read are told, however many are asked about."""
    cache = TextCache(tmp_path / "texts.sqlite")
    cache.put({"a": Extracted(ReadState.OK), "b": Extracted(ReadState.TIMED_OUT)})
    assert cache.known({"a", "b", *(f"c{number}" for number in range(1200))}) == {"a"}
    assert cache.known(()) == set()
    cache.close()
