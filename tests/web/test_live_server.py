"""Live pages over the running program: many hear of a change, nobody waits for them, and the end is not delayed."""

import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.conftest import make_docx, wait_until
from tests.web.running import Program, program
from web import pulse, sessions

ITSELF = {sessions.BY_ITSELF: "1"}
STREAMS = 60


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Program]:
    with program(tmp_path) as running:
        yield running


class Listener:
    """One open page's stream, read in a thread of its own."""

    def __init__(self, base: str) -> None:
        self.connection = http.client.HTTPConnection(urlsplit(base).netloc, timeout=60)
        self.connection.request("GET", "/perubahan")
        self.socket = self.connection.sock
        self.answer = self.connection.getresponse()
        self.told: list[dict[str, str]] = []
        self.thread = threading.Thread(target=self._read)
        self.thread.start()

    def _read(self) -> None:
        with suppress(OSError, http.client.HTTPException):
            for line in self.answer:
                if line.startswith(b"data: "):
                    self.told.append(json.loads(line[6:]))

    def close(self) -> None:
        with suppress(OSError):  # the program has ended it
            self.socket.shutdown(socket.SHUT_RDWR)
        self.thread.join()
        self.answer.close()
        self.connection.close()


def test_sixty_open_pages_hear_of_a_file_and_stop_nobody(running: Program) -> None:
    """With 60 streams open pages still come at once; each hears of a new file within 2 s of its being searchable."""
    with ExitStack() as stack:
        listeners = [Listener(running.base) for _ in range(STREAMS)]
        for each in listeners:
            stack.callback(each.close)
        wait_until(lambda: all(each.told for each in listeners))
        seconds = []
        for address in ("/", "/dokumen", "/status", "/perubahan.json") * 5:
            started = time.perf_counter()
            assert asked(running, address) == 200
            seconds.append(time.perf_counter() - started)
        print(f"slowest {max(seconds):.3f} s, middle {sorted(seconds)[len(seconds) // 2]:.3f} s")
        assert sorted(seconds)[len(seconds) // 2] < 0.2
        first = {each.told[0]["isi"] for each in listeners}
        make_docx(running.root / "notulen.docx", "membahas gratifikasi")
        wait_until(lambda: running.found("gratifikasi"))
        found = time.perf_counter()
        wait_until(lambda: all(each.told[-1]["isi"] not in first for each in listeners), 2)
        print(f"all told after {time.perf_counter() - found:.3f} s")


def test_sixty_refreshes_at_once_stop_nobody(running: Program) -> None:
    """Pages that refresh wait for their turn, all get it, and who asks for a page meanwhile has it at once."""
    answers: list[int] = []

    def refresh() -> None:
        def had_its_turn() -> bool:
            answers.append(asked(running, "/area/I", ITSELF))
            return answers[-1] == 200

        wait_until(had_its_turn, 60)

    threads = [threading.Thread(target=refresh) for _ in range(STREAMS)]
    for thread in threads:
        thread.start()
    seconds = []
    while any(thread.is_alive() for thread in threads):
        started = time.perf_counter()
        assert asked(running, "/dokumen") == 200
        seconds.append(time.perf_counter() - started)
    for thread in threads:
        thread.join()
    print(f"slowest {max(seconds):.3f} s of {len(seconds)}, put off {answers.count(204)}")
    assert answers.count(200) == STREAMS and 204 in answers
    assert sorted(seconds)[len(seconds) // 2] < 1


def test_a_place_is_free_when_its_reader_goes(running: Program) -> None:
    """Beyond the last place a page is told that there is none; soon after others are closed there are places."""
    with ExitStack() as stack:
        listeners = [Listener(running.base) for _ in range(pulse.STREAMS)]
        for each in listeners:
            stack.callback(each.close)
        wait_until(lambda: all(each.told for each in listeners))
        assert asked(running, "/perubahan") == 204
        listeners[0].close()
        late = []

        def comes_in() -> bool:
            listener = Listener(running.base)
            stack.callback(listener.close)
            late.append(listener.answer.status)
            return late[-1] == 200

        wait_until(comes_in, 5)


def test_open_pages_do_not_delay_the_end(tmp_path: Path) -> None:
    """The program ends at once although pages are open, and their streams end with it."""
    listeners: list[Listener] = []
    try:
        with program(tmp_path) as running:
            listeners += [Listener(running.base) for _ in range(10)]
            wait_until(lambda: all(each.told for each in listeners))
            running.process.terminate()
            started = time.monotonic()
            assert running.process.wait(20) == 0
            print(f"ended after {time.monotonic() - started:.2f} s")
            assert time.monotonic() - started < 4
    finally:
        for each in listeners:
            each.close()


def asked(running: Program, address: str, headers: dict[str, str] | None = None) -> int:
    connection = http.client.HTTPConnection(urlsplit(running.base).netloc, timeout=30)
    try:
        connection.request("GET", address, headers=headers or {})
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()
