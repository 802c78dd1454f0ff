"""The whole program as it is used: a real `ziarchive run` process, files dropped, JSON polled."""

import json
import os
import shutil
import signal
import subprocess
import sys
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

import pytest

from tests.conftest import make_docx, make_pdf, wait_until
from ziarchive import settings
from ziarchive.archive import Archive

CODE, SK = "I.1.1.2", "I.1.1.2_SK Tim Zona Integritas_2024-01.pdf"


@dataclass(frozen=True)
class Running:
    """A running program and its address."""

    process: subprocess.Popen[str]
    address: str

    def get(self, path: str, **query: str) -> Any:
        url = f"{self.address}{path}?{urllib.parse.urlencode(query)}"
        with urllib.request.urlopen(url, timeout=20) as answer:  # noqa: S310  # our own address
            return json.load(answer)

    def answers(self, path: str) -> bool:
        """Tell whether a page comes; while what it shows is made again, none does."""
        try:
            self.get(path)
        except HTTPError:
            return False
        return True

    def finds(self, text: str) -> list[str]:
        return [hit["path"] for hit in self.get("cari.json", q=text)["hits"]]

    def state(self, code: str) -> str:
        slots = self.get("kesenjangan.json", pada="2024-07-15")["slots"]
        return str(next(slot["state"] for slot in slots if slot["code"] == code))


@contextmanager
def started(home: Path) -> Iterator[Running]:
    """Run the program on a free port until the block ends."""
    (home / "archive").mkdir(parents=True, exist_ok=True)
    (home / "ziarchive.toml").write_text("[watch]\nsettle_seconds = 0.3\n[extract]\nworkers = 1\n")
    command = [sys.executable, "-m", "ziarchive", "--home", str(home), "run", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield Running(process, process.stdout.readline().split(": ")[1].strip())
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


def wait(true: Callable[[], object]) -> None:
    wait_until(true, 40)


def test_the_main_job(tmp_path: Path) -> None:
    """Dropped files become searchable and close their slot; rename, replace and delete are followed."""
    archive = tmp_path / "archive"
    with started(tmp_path) as running:
        assert running.state(CODE) == "overdue"
        make_pdf(archive / "2024" / SK, "Menetapkan tim pembangunan zona integritas")
        make_docx(archive / "notulen rapat.docx", "membahas pengendalian gratifikasi")
        wait(lambda: running.finds("pembangunan") == [f"2024/{SK}"])
        wait(lambda: running.finds("gratifikasi") == ["notulen rapat.docx"])
        assert running.state(CODE) == "met"
        assert [file["path"] for file in running.get("kotak-masuk.json")] == ["notulen rapat.docx"]

        (archive / "2024" / SK).rename(archive / "2024" / "surat.pdf")
        wait(lambda: running.finds("pembangunan") == ["2024/surat.pdf"])
        assert running.state(CODE) == "overdue"
        (archive / "2024").rename(archive / "2023")
        wait(lambda: running.finds("pembangunan") == ["2023/surat.pdf"])
        make_docx(archive / "notulen rapat.docx", "membahas pengaduan masyarakat")
        wait(lambda: running.finds("aduan") == ["notulen rapat.docx"])
        assert running.finds("gratifikasi") == []
        (archive / "notulen rapat.docx").unlink()
        wait(lambda: running.finds("aduan") == [])
        assert running.get("status.json")["documents"] == 1
    assert running.process.returncode == 0


def test_a_killed_program_goes_on_where_it_was(tmp_path: Path) -> None:
    """After kill -9 in the middle of the work a new start finds every file, once."""
    archive = tmp_path / "archive"
    for number in range(40):
        make_docx(archive / f"berkas {number}.docx", f"isi nomor{number} tentang pelayanan")
    with started(tmp_path) as running:
        wait(lambda: running.get("status.json")["documents"] > 0)
        running.process.kill()
        running.process.wait(30)
    make_docx(archive / "baru.docx", "isi nomor99 tentang pelayanan")
    with started(tmp_path) as running:
        wait(lambda: running.get("status.json")["documents"] == 41)
        wait(lambda: running.get("cari.json", q="pelayanan")["total"] == 41)
        assert running.finds("nomor7") == ["berkas 7.docx"]


def documents(home: Path) -> int:
    """Return how many documents the catalogue on the disk has, as another program sees it."""
    with Archive(settings.read(home), lambda: datetime(2024, 7, 15, tzinfo=UTC)) as archive:
        return len(archive.documents())


def ziarchive(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ziarchive", "--home", str(home), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Running]]:
    """A HOME of one document, and the program that runs on it."""
    home = tmp_path_factory.mktemp("kantor")
    make_docx(home / "archive" / "scan.docx", "entah apa, Januari 2024")
    with started(home) as running:
        wait(lambda: running.get("status.json")["documents"] == 1)
        yield home, running


@pytest.mark.parametrize("command", [("sync",), ("run", "--port", "0")], ids=" ".join)
def test_a_second_start_is_told_why_it_cannot(shared: tuple[Path, Running], command: tuple[str, ...]) -> None:
    """Two programs on one HOME: the second ends with a sentence, exit code 3, before it announces anything."""
    home, running = shared
    second = ziarchive(home, *command)
    assert (second.returncode, second.stdout.strip()) == (3, "")
    assert "sedang dipakai" in second.stderr
    assert "Traceback" not in second.stderr
    assert running.get("status.json")["documents"] == 1


def test_people_decide_beside_the_running_program(shared: tuple[Path, Running]) -> None:
    """A link, a verdict and a waiver made on the command line show on the site within seconds."""
    home, running = shared
    assert ziarchive(home, "waive", "I.1.1.1", "--reason", "tidak ada", "--who", "penilai").returncode == 0
    wait(lambda: running.state("I.1.1.1") == "waived")
    assert ziarchive(home, "link", "scan.docx", CODE, "--who", "penilai").returncode == 0
    wait(lambda: running.get("dokumen.json")[0]["codes"] == [CODE])
    verdict = ("verdict", "scan.docx", CODE, "fix", "--note", "buram", "--who", "penilai")
    assert ziarchive(home, *verdict).returncode == 0
    wait(lambda: running.state(CODE) == "fix")
    assert running.get("status.json")["trouble"] == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file be deleted")
def test_a_deleted_index_comes_back_under_the_running_program(tmp_path: Path) -> None:
    """`rm -rf index/*` lets no second writer in, costs no file, and heals without a restart."""
    for number in range(5):
        make_docx(tmp_path / "archive" / f"{number}.docx", f"isi nomor{number} tentang pelayanan")
    with started(tmp_path) as running:
        wait(lambda: running.get("status.json")["documents"] == 5)
        for path in (tmp_path / "index").iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        assert ziarchive(tmp_path, "sync").returncode == 3
        wait(lambda: running.answers("cari.json") and running.finds("nomor3") == ["3.docx"])
        wait(lambda: (tmp_path / "index" / "catalogue.sqlite").exists() and documents(tmp_path) == 5)
        assert running.get("status.json")["trouble"] == ""
    assert ziarchive(tmp_path, "verify").returncode == 0
