"""What a terminal shows while files are read, and that anything else is left alone."""

from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from rich.console import Console

from tests.conftest import Office
from ziarchive.cli import progress
from ziarchive.cli.progress import Bar
from ziarchive.ports import Working
from ziarchive.settings import FILE_NAME

FOLDER = "2024/I Manajemen Perubahan/I.4 Perubahan Pola Pikir dan Budaya Kerja"
WORK = (Working(f"{FOLDER}/besar.pdf", 1234.5), Working("surat.docx", 2.9))


def lines(bar: Bar, width: int = 100) -> list[str]:
    """Return the lines that the bar shows at this moment."""
    screen = StringIO()
    Console(file=screen, width=width).print(bar.get_renderable())
    return [line.rstrip() for line in screen.getvalue().splitlines()]


def test_files_done_pace_and_time_left() -> None:
    """The bar tells how much is done of how much, how fast it goes and how long it takes yet."""
    bar = Bar("Membaca berkas")
    assert lines(bar)[0].endswith(" 0/?")
    bar.count(0, 40)
    assert lines(bar)[0].endswith("  0/40")
    bar.count(10, 40)
    (line,) = lines(bar)
    assert line.startswith("Membaca berkas ") and "10/40 (" in line
    assert " per detik, sekitar " in line and line.endswith(" detik lagi)")


def test_a_line_for_each_worker() -> None:
    """Who is at a file longest comes first, with the seconds, the name and the folder."""
    bar = Bar("Membaca berkas")
    bar.watch(lambda: reversed(WORK))
    assert lines(bar)[1:] == [f"  1.234 detik  besar.pdf  ({FOLDER})", "      2 detik  surat.docx"]
    bar.watch(tuple)
    assert len(lines(bar)) == 1


def test_a_narrow_terminal_keeps_the_name() -> None:
    """Where room is short the folder is cut off, and a worker stays one line."""
    bar = Bar("Membaca berkas")
    bar.watch(lambda: WORK)
    assert lines(bar, width=40)[1:] == ["  1.234 detik  besar.pdf  (2024/I Manaj…", "      2 detik  surat.docx"]


def test_nothing_stays_on_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """When all is done the lines are wiped, and the report stands alone."""
    monkeypatch.setenv("TERM", "xterm")
    screen = StringIO()
    with Bar("Membaca berkas", Console(file=screen, force_terminal=True, legacy_windows=False)) as bar:
        bar.count(1, 1)
    assert "\x1b[2K" in screen.getvalue().rpartition("1/1")[2]


def test_what_is_no_terminal_is_left_alone() -> None:
    """A log file or a pipe gets no bar and no lines."""
    screen = StringIO()
    with Bar("Membaca berkas", Console(file=screen, force_terminal=False)) as bar:
        bar.watch(lambda: WORK)
        bar.count(0, 2)
        bar.count(2, 2)
        bar.refresh()
    assert screen.getvalue() == ""


def test_sync_shows_what_is_read(run: Callable[..., Any], office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal `sync` shows the files as they are read; piped, it writes its report and nothing else."""
    (office.settings.home / FILE_NAME).write_text("[extract]\nworkers = 1\n", encoding="utf-8")
    for number in range(40):
        (office.root / f"catatan {number}.txt").write_text("isi", encoding="utf-8")
    monkeypatch.setenv("FORCE_COLOR", "1")  # rich then takes the pipe for a terminal
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(progress, "_PER_SECOND", 50)  # often enough to see small files
    _, out, err = run("sync")
    assert "40 baru" in out
    assert "Membaca berkas" in err and "40/40" in err and " detik  catatan " in err
    monkeypatch.delenv("FORCE_COLOR")
    (office.root / "baru.txt").write_text("isi", encoding="utf-8")
    _, out, err = run("sync")
    assert ("1 baru" in out, err) == (True, "")
