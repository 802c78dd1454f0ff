"""Where the site may be opened, and what the running program makes of a proxy's words."""

import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.conftest import Office
from ziarchive import accounts
from ziarchive.archive import Archive
from ziarchive.decisions import Role
from ziarchive.errors import CannotRun
from ziarchive.serve import _shown, serve

EVERYWHERE = "0.0.0.0"  # noqa: S104  # refused, or behind a password
ELSEWHERE = "192.0.2.1"
"""An address that no machine has (RFC 5737)."""


@pytest.fixture(autouse=True)
def handler() -> Iterator[None]:
    """The program's own answer to SIGTERM ends with the test."""
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


def let_in(archive: Archive) -> None:
    accounts.add(archive, "Sari", Role.SECRETARY, "Sari", lambda: "meja hujan kuda biru")


@pytest.mark.parametrize(
    ("host", "proxy"),
    [(ELSEWHERE, False), (EVERYWHERE, False), ("::", False), ("arsip.kantor.example", False), ("127.0.0.1", True)],
    ids=["an address", "every address", "every address of IPv6", "a name", "behind a proxy"],
)
def test_no_other_machine_comes_in_without_people(office: Office, host: str, proxy: bool) -> None:
    """Whatever lets other machines reach the site is refused until a person has a password, and says how."""
    settings = replace(office.settings, proxy=proxy)
    with (
        Archive(settings, lambda: datetime.now(UTC)) as archive,
        pytest.raises(CannotRun, match="ziarchive user add") as refused,
    ):
        serve(archive, host, 0, pytest.fail)
    assert refused.value.exit_code == 3


def test_with_people_the_address_is_tried(office: Office) -> None:
    """Once a person has a password only the system can refuse the address."""
    with office.open() as archive:
        let_in(archive)
    command = [sys.executable, "-m", "ziarchive", "--home", str(office.settings.home), "run", "--host", ELSEWHERE]
    told = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (told.returncode, f"Alamat {ELSEWHERE}:8000 tidak dapat dipakai" in told.stderr) == (3, True), told.stderr


@pytest.mark.parametrize(
    ("host", "shown"),
    [("127.0.0.1", "127.0.0.1"), ("::1", "[::1]"), (EVERYWHERE, socket.gethostname()), ("localhost", "localhost")],
)
def test_the_address_that_is_told_can_be_typed(host: str, shown: str) -> None:
    """Every address of a machine is called by its name, and an IPv6 address stands in brackets."""
    assert _shown(host) == shown


@pytest.mark.parametrize("proxy", [False, True], ids=["without", "with web.proxy"])
def test_the_running_site_asks_for_a_password(office: Office, proxy: bool) -> None:
    """Open to the network it tells nothing to strangers, and takes a proxy's headers only when told."""
    with office.open() as archive:
        let_in(archive)
    text = f'[web]\nhost = "{EVERYWHERE}"\nproxy = {str(proxy).lower()}\n[extract]\nworkers = 1\n'
    (office.settings.home / "ziarchive.toml").write_text(text)
    command = [sys.executable, "-m", "ziarchive", "--home", str(office.settings.home), "run", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            port = re.findall(r":(\d+)/", process.stdout.readline())[0]
            headers = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "10.1.1.1"}
            wanted = urllib.request.Request(f"http://127.0.0.1:{port}/masuk", headers=headers)
            with urllib.request.urlopen(wanted, timeout=10) as answer:  # noqa: S310  # our own server
                assert ("Secure" in answer.headers["Set-Cookie"]) is proxy
            with pytest.raises(urllib.error.HTTPError, match="401") as refused:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/status.json", timeout=10)
            refused.value.close()
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)
