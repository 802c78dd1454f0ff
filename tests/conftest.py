"""What every test gets: a check for leaks, tables of documents, and ways to wait."""

import gc
import multiprocessing.resource_tracker
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import docx
import psutil
import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, sync_playwright
from reportlab.pdfgen.canvas import Canvas

from ziarchive.archive import Archive
from ziarchive.settings import Settings
from ziarchive.workers.starting import begin

CHROMIUM = Path("/usr/bin/chromium")
"""The browser that people have, with its own viewer of PDF files."""
SHELL = Path("/usr/bin/chromium-headless-shell")
"""The same without a window: its pages are drawn and obeyed alike, for two thirds of a processor's time."""
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

settings.register_profile("dev", deadline=None, max_examples=60)
settings.register_profile("ci", deadline=None, max_examples=100, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


def wait_until(true: Callable[[], object], seconds: float = 20.0) -> None:
    """Wait for a condition; fail when it does not come true in time."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "the condition did not come true in time"
        threading.Event().wait(0.02)


@pytest.fixture(name="wait_until")
def wait_until_fixture() -> Callable[..., None]:
    return wait_until


@pytest.fixture(autouse=True, scope="session")
def helpers_run() -> None:
    """Start multiprocessing's own helper processes once, or the first test with workers gets the blame."""
    if os.name != "nt":
        multiprocessing.resource_tracker.ensure_running()
        begin()


@pytest.fixture(autouse=True)
def no_leaks() -> Iterator[None]:
    """A test may leave no thread, child process or open file behind."""
    me = psutil.Process()
    threads, files = set(threading.enumerate()), {file.path for file in me.open_files()}
    children, started = _children(me), {*multiprocessing.active_children()}
    yield
    leaked = [thread for thread in threading.enumerate() if thread not in threads and not thread.daemon]
    for thread in leaked:
        thread.join(5)
    assert not [thread.name for thread in leaked if thread.is_alive()], "threads leaked"
    assert not _children(me) - children and not {*multiprocessing.active_children()} - started, "processes"
    if _opened_since(me, files):
        gc.collect()  # a file that only garbage holds is not leaked
    assert not _opened_since(me, files), "files left open"


def _children(process: psutil.Process) -> set[int]:
    """Return the numbers of the processes that this one started; Linux lists them, which is much the cheapest."""
    if not Path(f"/proc/self/task/{process.pid}/children").exists():
        return {child.pid for child in process.children()}
    found: set[int] = set()
    for thread in process.threads():
        with suppress(OSError):  # it has just ended
            found.update(map(int, Path(f"/proc/self/task/{thread.id}/children").read_text(encoding="ascii").split()))
    return found


def _opened_since(process: psutil.Process, before: set[str]) -> set[str]:
    now = {file.path for file in process.open_files()}
    return {path for path in now - before if "hypothesis" not in path}


def missing(reason: str) -> None:
    """Skip the test with the reason; under CI all that tests need is installed, so there it fails."""
    if os.environ.get("CI"):
        pytest.fail(f"{reason}, and CI has all that tests need")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives browsers; a process can have one."""
    with sync_playwright() as driving:
        yield driving


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One browser for all tests of a process; each opens a context, or a page, of its own."""
    with launched(playwright, SHELL if SHELL.exists() else CHROMIUM) as browser:
        yield browser


@contextmanager
def launched(playwright: Playwright, program: Path) -> Iterator[Browser]:
    """Start a browser and end it."""
    if not program.exists():
        missing(f"{program} is missing")
    browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
    yield browser
    browser.close()


def make_pdf(path: Path, *pages: str) -> Path:
    """Write a real PDF with one text a page."""
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path))
    for page in pages:
        for row, line in enumerate(page.splitlines()):
            canvas.drawString(50, 780 - 16 * row, line)
        canvas.showPage()
    canvas.save()
    return path


def make_docx(path: Path, *paragraphs: str) -> Path:
    """Write a real Word document."""
    path.parent.mkdir(parents=True, exist_ok=True)
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(str(path))
    return path


@dataclass(frozen=True)
class Office:
    """A scratch HOME with the built-in plan."""

    settings: Settings

    @property
    def root(self) -> Path:
        return self.settings.archive

    def pdf(self, path: str, *pages: str) -> Path:
        return make_pdf(self.root / path, *pages)

    def docx(self, path: str, *paragraphs: str) -> Path:
        return make_docx(self.root / path, *paragraphs)

    def open(self) -> Archive:
        return Archive(self.settings, lambda: datetime(2024, 7, 15, 9, 0, tzinfo=UTC))


@pytest.fixture
def reads_by() -> str:
    """What reads the files of `office`: this process. Where the workers matter, a module says `processes`."""
    return "inline"


@pytest.fixture
def office(tmp_path: Path, reads_by: str) -> Office:
    (tmp_path / "archive").mkdir()
    return Office(Settings(tmp_path, executor=reads_by, workers=1, settle_seconds=0.3))


@pytest.fixture
def archive(office: Office) -> Iterator[Archive]:
    with office.open() as opened:
        yield opened
