"""The running server and long bodies: refused by their announced length, before a byte of them is kept."""

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path

import psutil
import pytest

ADDRESS = "/bukti/III.4.3.2/unggah.json?periode=2024-03&nama=a.txt&siapa=Sari"
HUGE = 10 * 1024**3
OWN_LIMIT = 2_000_000
"""What the tests' office allows, and more than the server would keep in memory."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("kantor")
    (home / "archive").mkdir()
    return home


@pytest.fixture(scope="module")
def running(home: Path) -> Iterator[tuple[int, psutil.Process]]:
    """The program at work over an empty archive, with its port."""
    text = "[web]\nupload = true\nupload_megabytes = 2\n[extract]\nworkers = 1\n"
    (home / "ziarchive.toml").write_text(text)
    command = [sys.executable, "-m", "ziarchive", "--home", str(home), "run", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            yield int(re.findall(r":(\d+)/", process.stdout.readline())[0]), psutil.Process(process.pid)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


def head(address: str, *lines: str) -> bytes:
    fixed = (f"POST {address} HTTP/1.1", "Host: 127.0.0.1", "Content-Type: application/octet-stream")
    return "\r\n".join([*fixed, *lines, "", ""]).encode()


def answer(port: int, sent: bytes) -> str:
    """Return the head of the answer to what was sent; the server then closes the connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(sent)
        told = b""
        while block := connection.recv(65536):
            told += block
    return told.split(b"\r\n\r\n")[0].decode()


@pytest.mark.parametrize("address", [ADDRESS, "/masuk", "/tidak-ada"])
@pytest.mark.parametrize("lines", [(), ("Expect: 100-continue",)], ids=["at once", "asked first"])
def test_ten_gigabytes_are_refused_by_their_head(
    running: tuple[int, psutil.Process], address: str, lines: tuple[str, ...]
) -> None:
    """The answer comes before any of the body, to every address, and the server does not ask for the rest."""
    started = time.monotonic()
    told = answer(running[0], head(address, f"Content-Length: {HUGE}", *lines))
    assert told.startswith("HTTP/1.1 413 ")
    assert time.monotonic() - started < 5


def test_a_body_of_unknown_length_is_refused(running: tuple[int, psutil.Process]) -> None:
    """A chunked body could be of any length; none of it is taken."""
    chunk = b"5\r\naaaaa\r\n"
    told = answer(running[0], head(ADDRESS, "Transfer-Encoding: chunked") + chunk)
    assert told.startswith("HTTP/1.1 411 ")


def test_a_long_body_to_another_address_is_refused(running: tuple[int, psutil.Process]) -> None:
    """Room for files is made only where files are sent to."""
    assert answer(running[0], head("/masuk", f"Content-Length: {OWN_LIMIT}")).startswith("HTTP/1.1 413 ")


def test_a_file_goes_through_the_server(running: tuple[int, psutil.Process], home: Path) -> None:
    """One as long as the office allows is stored whole; a byte more is refused, and nothing is kept of it."""
    port, process = running
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    with opener.open(f"http://127.0.0.1:{port}/bukti/III.4.3.2", timeout=30) as page:
        token = re.findall(r'data-csrf="([^"]+)"', page.read().decode())[0]
    headers = {"X-CSRFToken": token, "Content-Type": "application/octet-stream"}
    body = b"Rekap Maret\n" * (OWN_LIMIT // 12)
    wanted = urllib.request.Request(f"http://127.0.0.1:{port}{ADDRESS}", body, headers)  # our own
    with opener.open(wanted, timeout=60) as told:
        assert told.status == 200
    (stored,) = (home / "archive").rglob("*2024-03.txt")
    assert stored.read_bytes() == body
    assert answer(port, head(ADDRESS, f"Content-Length: {OWN_LIMIT + 1}")).startswith("HTTP/1.1 413 ")
    assert [*(home / "archive").rglob("*.part")] == []
    assert [each.path for each in process.open_files() if Path(each.path).name.startswith("tmp")] == []
