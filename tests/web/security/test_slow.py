"""Clients that send slowly or too much do not keep the others from being answered: the real server on loopback."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from urllib.request import urlopen

import pytest
from waitress.wasyncore import close_all

from tests.conftest import Office, wait_until
from tests.web.security.conftest import read, running
from web import create_app
from ziarchive import serve
from ziarchive.archive import Archive

SLOW, FLOODS, HEADERS = 100, 10, 10_000
PATIENCE = 3.0
"""Seconds that a page may take on a busy machine; alone it takes some milliseconds."""
ELSEWHERE = "127.0.0.2"
"""Another address from which this machine can call itself."""


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    home = tmp_path_factory.mktemp("lambat")
    (home / "archive").mkdir()
    read(home)
    with running(home) as found:
        yield found


def connection(port: int, origin: str = "127.0.0.1") -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=20, source_address=(origin, 0))


@contextmanager
def slowly(port: int, count: int) -> Iterator[list[socket.socket]]:
    """Keep connections that have begun a request and send one byte of it now and then."""
    with ExitStack() as stack:
        found = [stack.enter_context(connection(port, ELSEWHERE)) for _ in range(count)]
        done = threading.Event()
        sending = threading.Thread(target=_drip, args=(found, done))
        sending.start()
        try:
            yield found
        finally:
            done.set()
            sending.join()


def _drip(connections: list[socket.socket], done: threading.Event) -> None:
    for each in connections:
        each.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Lambat: ")
    while not done.wait(0.05):
        for each in connections:
            try:
                each.sendall(b"x")
            except OSError:
                continue  # closed by the server


def flood(port: int) -> bytes:
    """Send far too many headers, and return the first line of the answer."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        lines = "".join(f"X-Banjir-{number}: {number}\r\n" for number in range(HEADERS))
        try:
            connection.sendall(f"GET / HTTP/1.1\r\nHost: localhost\r\n{lines}\r\n".encode())
            return connection.recv(64).partition(b"\r\n")[0]
        except ConnectionError:
            return b"closed"  # while it was still sending


def seconds(port: int) -> float:
    start = time.perf_counter()
    with urlopen(f"http://127.0.0.1:{port}/status", timeout=20) as answer:  # our own server
        answer.read()
    return time.perf_counter() - start


def test_others_are_answered_meanwhile(port: int) -> None:
    """With a hundred slow connections and floods of headers, every page still comes, and each flood is refused."""
    seconds(port)
    with slowly(port, SLOW):
        told = set()
        for _ in range(FLOODS):
            told.add(flood(port))
            assert seconds(port) < PATIENCE
    assert told <= {b"HTTP/1.1 431 Request Header Fields Too Large", b"HTTP/1.0 431 Request Header Fields Too Large",
                    b"closed"}  # fmt: skip


def test_a_slow_request_is_given_up(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """A byte now and then does not hold a connection: it is closed as an idle one is."""
    monkeypatch.setattr(serve, "IDLE_SECONDS", 1)
    monkeypatch.setattr(serve, "CLEAN_SECONDS", 1)
    with office.open() as archive, serving(archive) as port, slowly(port, 1) as (held,):
        held.settimeout(20)
        with suppress(ConnectionError):  # closed while a byte was under way
            assert held.recv(64) == b""


@contextmanager
def serving(archive: Archive) -> Iterator[int]:
    """Yield the port of the site, answered by a thread of this process."""
    server = serve._server(create_app(archive), archive, "127.0.0.1", 0)
    running = threading.Thread(target=server.run)
    running.start()
    try:
        yield server.effective_port
    finally:
        server.trigger.pull_trigger(lambda: close_all(server._map))  # by the thread that waits for these sockets
        running.join()
        server.task_dispatcher.shutdown()


def answered(port: int, origin: str) -> bool:
    """Tell whether a new connection from an address is answered; a refused one is closed."""
    with connection(port, origin) as new:
        try:
            new.sendall(b"GET /status HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            return new.recv(64).startswith(b"HTTP/1.1 ")
        except ConnectionError:
            return False


def test_one_address_does_not_shut_the_site(port: int) -> None:
    """Far more idle connections than the server holds, from one address, leave room for all others, and end with it."""
    with ExitStack() as stack:
        for _ in range(serve.CONNECTIONS + 20):
            stack.enter_context(connection(port, ELSEWHERE))
        start = time.perf_counter()
        assert answered(port, "127.0.0.1") and time.perf_counter() - start < PATIENCE
        assert not answered(port, ELSEWHERE)
    wait_until(lambda: answered(port, ELSEWHERE))


def test_all_come_from_the_proxy(office: Office) -> None:
    """Behind a believed proxy one address is everybody, and may have every connection."""
    believing = Office(replace(office.settings, proxy=True))
    with believing.open() as archive, serving(archive) as port, ExitStack() as stack:
        for _ in range(serve.SHARE + 20):
            stack.enter_context(connection(port))
        assert answered(port, "127.0.0.1")


def test_an_address_is_what_a_visitor_cannot_change() -> None:
    """A network of IPv6 counts as one visitor, as each address of IPv4 does."""
    same = {serve._origin(host) for host in ("2001:db8::1", "2001:db8::ffff:2", "2001:db8:0:0:9::")}
    assert (same, serve._origin("fe80::1%eth0"), serve._origin("10.0.0.7")) == (
        {"2001:db8::/64"}, "fe80::/64", "10.0.0.7"
    )  # fmt: skip


def test_the_largest_honest_request_is_read(port: int) -> None:
    """A full cookie and a long question are far from the limit."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        asked = f"GET /cari?q={'x' * 4000} HTTP/1.1\r\nHost: localhost\r\nCookie: ziarchive={'x' * 4096}\r\n\r\n"
        connection.sendall(asked.encode())
        assert connection.recv(64).startswith(b"HTTP/1.1 200 ")
