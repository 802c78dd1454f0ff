"""The log of views and downloads keeps what it is told, for a while, and stops nobody."""

import json
import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from ziarchive import accesslog
from ziarchive.accesslog import MONTHS, PARTS, AccessLog, Act, Look

AT = datetime(2024, 7, 10, 9, 0, tzinfo=UTC)
LOOK = Look(AT, "Ani", Act.VIEW, "2024/a «b»\n.pdf", "d1")
JULY = date(2024, 7, 1), date(2024, 7, 31)


def test_what_was_noted_is_told(tmp_path: Path) -> None:
    """Looks come back as they were, the latest first, from any process, and only of the days asked for."""
    log = AccessLog(tmp_path / "akses")
    later = replace(LOOK, at=AT + timedelta(days=1), who="", act=Act.EXPORT, name="/agenda.csv", id="")
    assert log.looks(*JULY) == []
    log.note(LOOK)
    log.note(later)
    assert AccessLog(tmp_path / "akses").looks(*JULY) == [later, LOOK]
    assert log.looks(AT.date(), AT.date()) == [LOOK]
    assert log.months() == ("2024-07",)


def test_the_same_a_moment_later_is_one_look(tmp_path: Path) -> None:
    """A file that a browser fetches piece by piece is one line; the same a while after the last piece is another."""
    log = AccessLog(tmp_path / "akses")
    for seconds in (0, 30, 80, 200):
        log.note(replace(LOOK, at=AT + timedelta(seconds=seconds)))
    log.note(replace(LOOK, who="Budi"))
    assert [each.at.minute * 60 + each.at.second for each in log.looks(*JULY)] == [0, 200, 0]


def test_old_months_go(tmp_path: Path) -> None:
    """As a new month begins, what is older than the months that are kept is deleted; other files stay."""
    folder = tmp_path / "akses"
    log = AccessLog(folder)
    for number in range(MONTHS + 2):
        year, month = divmod(6 + number, 12)
        log.note(replace(LOOK, at=datetime(2023 + year, month + 1, 5, tzinfo=UTC)))
        (folder / "catatan.txt").write_text("tetap")
    assert len(log.months()) == MONTHS
    assert log.months()[-1] == "2023-09"
    assert (folder / "catatan.txt").exists()


def test_a_torn_line_costs_only_itself(tmp_path: Path) -> None:
    """After a power cut the next look stands on a line of its own, and what cannot be read is left out."""
    folder = tmp_path / "akses"
    AccessLog(folder).note(LOOK)
    with (folder / "2024-07.jsonl").open("a") as stream:
        stream.write('["2024-07-10T09:0')
    AccessLog(folder).note(replace(LOOK, who="Budi"))
    assert [each.who for each in AccessLog(folder).looks(*JULY)] == ["Budi", "Ani"]


def test_a_disk_that_takes_nothing_is_told_of(tmp_path: Path) -> None:
    """Where nothing can be written noting does not fail; it says so until it works again."""
    folder = tmp_path / "akses"
    folder.write_text("ini bukan folder")
    log = AccessLog(folder)
    log.note(LOOK)
    assert "tidak dapat ditulis" in log.trouble
    assert log.looks(*JULY) == []
    folder.unlink()
    log.note(replace(LOOK, who="Budi"))
    assert log.trouble == ""


def test_a_month_goes_on_in_a_further_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looks that no longer fit in a month's file are kept in the next, also by another process, and come in order."""
    monkeypatch.setattr(accesslog, "LARGEST", 500)
    logs = [AccessLog(tmp_path / "akses") for _ in range(2)]
    for number in range(20):
        logs[number % 2].note(replace(LOOK, id=f"d{number}"))
    sizes = {file.name: file.stat().st_size for file in (tmp_path / "akses").iterdir()}
    assert {"2024-07.jsonl", "2024-07.2.jsonl", "2024-07.3.jsonl"} <= sizes.keys() and max(sizes.values()) <= 500
    assert [look.id for look in logs[0].looks(*JULY)] == [f"d{number}" for number in reversed(range(20))]
    assert (logs[0].months(), [each.trouble for each in logs]) == (("2024-07",), ["", ""])


def test_a_month_has_its_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that asks without end cannot fill the disk; that its looks are lost is told until a month begins."""
    monkeypatch.setattr(accesslog, "LARGEST", 200)
    log = AccessLog(tmp_path / "akses")
    for number in range(PARTS * 5):
        log.note(replace(LOOK, id=f"d{number}"))
    files = [*(tmp_path / "akses").iterdir()]
    assert (len(files), max(file.stat().st_size for file in files) <= 200) == (PARTS, True)
    assert "penuh" in log.trouble
    log.note(replace(LOOK, at=AT + timedelta(days=31)))
    assert (log.trouble, log.months()) == ("", ("2024-08", "2024-07"))


def test_many_threads_and_logs_lose_nothing(tmp_path: Path) -> None:
    """Lines of several threads, over several logs of one folder, all come back whole."""
    logs = [AccessLog(tmp_path / "akses") for _ in range(2)]

    def look(number: int) -> None:
        for each in range(50):
            logs[number % 2].note(replace(LOOK, who=f"{number}", id=f"{each}"))

    threads = [threading.Thread(target=look, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = (tmp_path / "akses" / "2024-07.jsonl").read_text().splitlines()
    assert len({tuple(json.loads(line)) for line in lines}) == 200
