"""The main job as one command: keep the archive up to date and serve the site, until it is stopped."""

import ipaddress
import signal
import socket
import warnings
from collections.abc import Callable
from contextlib import closing
from types import FrameType
from typing import Any

from waitress.server import create_server

from web import create_app, security
from ziarchive.archive import Archive
from ziarchive.errors import CannotRun
from ziarchive.people import People
from ziarchive.service import Service

THREADS = 8


def serve(archive: Archive, host: str, port: int, say: Callable[[str], None]) -> None:
    """Run until Ctrl-C or SIGTERM; `say` gets the address once the site answers.

    Raises `InUse` when another process takes in this HOME's files already, and `CannotRun` for an address
    that other machines can reach while nobody has a password, and for one that is taken.
    """
    if security.exposed(archive.settings, host) and not People.of(archive.settings).all():
        raise CannotRun(
            f"Situs di {host} dapat dijangkau komputer lain, padahal belum ada pengguna dengan kata sandi. "
            "Tambahkan dahulu: ziarchive user add NAMA --role secretary. Atau gunakan 127.0.0.1 tanpa web.proxy."
        )
    # watchdog 7.1 warns when a folder is announced twice while it is copied in; nothing is lost by it.
    warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
    signal.signal(signal.SIGTERM, _interrupt)
    with archive.claim(), closing(_server(archive, host, port)) as server:
        try:
            with Service(archive):
                say(f"http://{_shown(host)}:{server.effective_port}/")
                server.run()
        except KeyboardInterrupt:
            say("")


def _server(archive: Archive, host: str, port: int) -> Any:
    app, proxied = create_app(archive, host), archive.settings.proxy
    try:
        return create_server(
            app, host=host, port=port, threads=THREADS, ident="", clear_untrusted_proxy_headers=not proxied
        )
    except OSError as error:
        raise CannotRun(
            f"Alamat {host}:{port} tidak dapat dipakai ({error.strerror}). Mungkin ziarchive sudah berjalan; "
            "hentikan dahulu, atau pilih --port lain."
        ) from error


def _shown(host: str) -> str:
    """Return what to type for an address; one that means every address of this machine is called by its name."""
    try:
        read = ipaddress.ip_address(host)
    except ValueError:
        return host
    if read.is_unspecified:
        return socket.gethostname()
    return f"[{host}]" if read.version == 6 else host


def _interrupt(signum: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
