"""Tesseract reads a page, and is ended when it takes too long."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PIL import Image

from tests.conftest import wait_until
from tests.extract.pictured import WORDS, need_tesseract, page, recall
from ziarchive.extract.pictures import engines, tesseract
from ziarchive.extract.pictures.seen import Failed


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A program in tesseract's place; give it a body."""
    if os.name == "nt":
        pytest.skip("a script is no program on Windows")
    path = tmp_path / "tesseract"
    monkeypatch.setattr(engines, "tesseract", lambda: str(path))
    tesseract._installed.cache_clear()
    yield path
    tesseract._installed.cache_clear()


def write(path: Path, body: str) -> None:
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)


def listing(*languages: str) -> str:
    lines = " ".join(["List of languages:", *languages])
    return f'if [ "$1" = --list-langs ]; then printf "%s\\n" {lines}; exit; fi'


@pytest.mark.usefixtures("need")
class TestInstalled:
    """The program as it is installed."""

    @pytest.fixture
    def need(self) -> None:
        need_tesseract()

    def test_a_page_is_read(self) -> None:
        """All words come back, line by line, with their certainty."""
        seen = tesseract.see(page())
        assert recall(seen.text) == 1.0 and seen.sure > 80
        assert [line for line in seen.text.splitlines() if line] == list(WORDS)

    @pytest.mark.parametrize("size", [(900, 700), (1, 1), (3, 900)])
    def test_an_empty_page_has_no_text(self, size: tuple[int, int]) -> None:
        """White paper of any shape gives nothing, and at worst says that it failed."""
        try:
            seen = tesseract.see(Image.new("L", size, 255))
        except Failed:
            return
        assert (seen.text, seen.score) == ("", 0.0)

    @pytest.mark.parametrize(("turned", "back"), [(90, 90), (270, 270)])
    def test_the_way_up_is_told(self, turned: int, back: int) -> None:
        """A page turned counterclockwise has to be turned clockwise by as much."""
        assert tesseract.turns(page(WORDS * 2, (900, 1100), 28).rotate(turned, expand=True)) == (back,)

    def test_an_upright_or_empty_page_needs_no_turn(self) -> None:
        """Nothing is tried where nothing is to be gained."""
        assert tesseract.turns(page(WORDS * 2, (900, 1100), 28)) == tesseract.turns(Image.new("L", (90, 90), 255)) == ()


@pytest.mark.parametrize(
    ("installed", "used"),
    [
        (("eng", "ind", "osd"), "ind+eng"),
        (("ind", "osd"), "ind"),
        (("eng", "osd"), "eng"),
        (("osd", "jav", "Latin"), "jav"),
        ((), "ind+eng"),
    ],
)
def test_the_languages_that_are_there_are_used(stand_in: Path, installed: tuple[str, ...], used: str) -> None:
    """Indonesian and English as far as installed, else what there is."""
    write(stand_in, listing(*installed))
    assert tesseract._languages() == used


def test_without_the_model_every_turn_is_tried(stand_in: Path) -> None:
    """Where the model of orientation is missing, the other three ways are left to try."""
    write(stand_in, listing("ind"))
    assert tesseract.turns(page()) == (180, 90, 270)


def test_a_program_that_hangs_is_ended_with_its_children(
    stand_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After its time no process is left, and the reason says how long it was."""
    monkeypatch.setattr(tesseract, "SECONDS", 1)
    write(stand_in, f"{listing('ind')}\nsleep 77 &\necho $! $$ > {tmp_path}/ids\nwait")
    start = time.monotonic()
    with pytest.raises(Failed, match="1 detik"):
        tesseract.see(page())
    assert time.monotonic() - start < 10
    left = [int(word) for word in (tmp_path / "ids").read_text(encoding="utf-8").split()]
    wait_until(lambda: not any(map(_runs, left)))  # the system ends a killed process in its own time


def _runs(number: int) -> bool:
    try:
        return psutil.Process(number).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def test_a_program_that_fails_is_told(stand_in: Path) -> None:
    """An exit code is a reason, not an empty page."""
    write(stand_in, f"{listing('ind')}\ncat > /dev/null\nexit 7")
    with pytest.raises(Failed, match="kode 7"):
        tesseract.see(page())


def test_a_program_that_ends_without_reading_is_told(stand_in: Path) -> None:
    """A broken pipe is no error of ours."""
    write(stand_in, f"{listing('ind')}\nexit 1")
    with pytest.raises(Failed, match="kode 1"):
        tesseract.see(page())


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits another process's time")
def test_an_orphan_ends_by_itself(stand_in: Path) -> None:
    """The program runs under a limit of processor time, which holds when its worker is killed."""
    write(stand_in, f"{listing('ind')}\ncat > /dev/null\nulimit -t")
    assert tesseract._run(page(), "-l", "ind").strip() == str(tesseract.SECONDS)
