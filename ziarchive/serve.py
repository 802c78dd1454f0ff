"""The main job as one command: keep the archive up to date and serve the site, until it is stopped."""

import ipaddress
import signal
import warnings
from collections.abc import Callable
from contextlib import closing
from types import FrameType
from typing import Any

from waitress.server import create_server

from web import create_app
from ziarchive.archive import Archive
from ziarchive.errors import CannotRun
from ziarchive.service import Service

THREADS = 8


def serve(archive: Archive, host: str, port: int, say: Callable[[str], None]) -> None:
    """Run until Ctrl-C or SIGTERM; `say` gets the address once the site answers.

    Raises `InUse` when another process takes in this HOME's files already, and `CannotRun` for an address
    that other machines could reach, because there is no login yet, and for one that is taken.
    """
    if not _is_local(host):
        raise CannotRun(
            f"Alamat {host} dapat dijangkau komputer lain, padahal situs ini belum meminta kata sandi. "
            "Gunakan 127.0.0.1."
        )
    # watchdog 7.1 warns when a folder is announced twice while it is copied in; nothing is lost by it.
    warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
    signal.signal(signal.SIGTERM, _interrupt)
    with archive.claim(), closing(_server(archive, host, port)) as server:
        try:
            with Service(archive):
                say(f"http://{host}:{server.effective_port}/")
                server.run()
        except KeyboardInterrupt:
            say("")


def _server(archive: Archive, host: str, port: int) -> Any:
    try:
        return create_server(create_app(archive), host=host, port=port, threads=THREADS, ident="")
    except OSError as error:
        raise CannotRun(
            f"Alamat {host}:{port} tidak dapat dipakai ({error.strerror}). Mungkin ziarchive sudah berjalan; "
            "hentikan dahulu, atau pilih --port lain."
        ) from error


def _is_local(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _interrupt(signum: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
