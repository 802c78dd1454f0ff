"""The main job as one command: keep the archive up to date and serve the site, until it is stopped."""

import ipaddress
import signal
import socket
import warnings
from collections.abc import Callable, Mapping
from contextlib import closing
from copy import copy
from functools import lru_cache, partial
from types import FrameType
from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import BaseWSGIServer, create_server
from waitress.utilities import Error

from web import create_app, live, security, upload
from web.pulse import STREAMS
from ziarchive.archive import Archive
from ziarchive.errors import CannotRun
from ziarchive.people import People
from ziarchive.service import Service

THREADS = 8
"""For pages; every open page that follows what happens holds one more, asleep, which costs little."""
CONNECTIONS = 400
"""A browser keeps several open, and beyond its own default of 100 waitress would let nobody in."""
SHARE = CONNECTIONS // 4
"""So many may come from one address, or whoever opens them all shuts the site for everybody."""
HEADER_BYTES = 32 * 1024
"""All headers of a request. A browser sends 2 KB, with a full cookie 6; waitress would keep 256."""
IDLE_SECONDS, CLEAN_SECONDS = 60, 10
"""A connection that nothing comes over, or only the slow rest of its headers, is closed so soon; between two looks."""
Room = Callable[[str, str], int]
"""Tells by the path and the cookies of a request how many bytes its body may have."""


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
    app = create_app(archive, host)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, partial(_interrupt, partial(live.close, app)))
    with archive.claim(), closing(_server(app, archive, host, port)) as server:
        try:
            with Service(archive):
                say(f"http://{_shown(host)}:{server.effective_port}/")
                server.run()
        except KeyboardInterrupt:
            say("")


def _server(app: Any, archive: Archive, host: str, port: int) -> Any:
    channel = _channel(upload.room(app, archive, security.exposed(archive.settings, host)))
    sockets: dict[int, Any] = {}
    try:
        server = create_server(
            app,
            sockets,
            host=host,
            port=port,
            threads=THREADS + STREAMS,
            connection_limit=CONNECTIONS,
            channel_timeout=IDLE_SECONDS,
            cleanup_interval=CLEAN_SECONDS,
            max_request_header_size=HEADER_BYTES,
            channel_request_lookahead=1,  # so that it is seen at once when the reader of a stream has gone
            ident="",
            clear_untrusted_proxy_headers=not archive.settings.proxy,
        )
    except OSError as error:
        raise CannotRun(
            f"Alamat {host}:{port} tidak dapat dipakai ({error.strerror}). Mungkin ziarchive sudah berjalan; "
            "hentikan dahulu, atau pilih --port lain."
        ) from error
    for each in sockets.values():
        if isinstance(each, BaseWSGIServer):
            # Behind a proxy everybody comes from one address; there the proxy counts.
            each.channel_class = channel if archive.settings.proxy else _sharing(channel)
    return server


def _sharing(channel: type[HTTPChannel]) -> Callable[..., None]:
    """Return what takes a new connection in, or closes it at once when its address holds its share already."""

    def admit(server: Any, sock: socket.socket, addr: Any, adj: Any, map: Mapping[int, Any]) -> None:
        origin = _origin(addr[0])
        held = sum(isinstance(each, HTTPChannel) and _origin(each.addr[0]) == origin for each in map.values())
        if held < SHARE:
            channel(server, sock, addr, adj, map=map)
        else:
            sock.close()

    return admit


@lru_cache(CONNECTIONS)
def _origin(host: str) -> str:
    """Return what one visitor cannot change of an address: of IPv6 a household has 2^64 and more."""
    bare = ipaddress.ip_address(host.partition("%")[0])
    return str(ipaddress.ip_network((bare, 64), strict=False)) if bare.version == 6 else host


class _LengthRequired(Error):  # type: ignore[misc]
    code, reason = 411, "Length Required"


def _channel(room: Room) -> type[HTTPChannel]:
    """Return connections that refuse a body by its announced length, before a byte of it is kept.

    waitress keeps a whole body on disk before the site sees the request, whoever sends it.
    """

    class Parser(HTTPRequestParser):  # type: ignore[misc]
        adj: Any
        error: Any

        def parse_header(self, header_plus: bytes) -> None:
            super().parse_header(header_plus)
            self.adj = copy(self.adj)
            self.adj.max_request_body_size = room(self.path, self.headers.get("COOKIE", "")) + 1

        def received(self, data: bytes) -> int:
            taken: int = super().received(data)
            if self.chunked and not self.error:
                self.error, self.completed = _LengthRequired("announce the length of the body"), True
            if self.error:
                self.expect_continue = False  # or waitress would ask for what it has just refused
            return taken

    class Channel(HTTPChannel):  # type: ignore[misc]
        parser_class = Parser
        last_activity: float

        def handle_read(self) -> None:
            begun = self.last_activity if _in_headers(self) else None
            super().handle_read()
            if begun is not None and _in_headers(self):
                self.last_activity = begun  # a byte now and then must not hold a connection for ever

    return Channel


def _in_headers(channel: HTTPChannel) -> bool:
    """Tell whether a connection has sent a part of a request's headers, and not the rest."""
    request = channel.request
    return request is not None and bool(request.header_plus) and not request.headers_finished


def _shown(host: str) -> str:
    """Return what to type for an address; one that means every address of this machine is called by its name."""
    try:
        read = ipaddress.ip_address(host)
    except ValueError:
        return host
    if read.is_unspecified:
        return socket.gethostname()
    return f"[{host}]" if read.version == 6 else host


def _interrupt(end_streams: Callable[[], None], signum: int, frame: FrameType | None) -> None:
    """End the streams first: the server waits for every thread that answers."""
    end_streams()
    raise KeyboardInterrupt
