"""Lets LibreOffice convert a file, unseen and fenced in: no macros, no network, no trace left behind.

Each conversion has a scratch folder and in it a profile of its own: starting with a new profile takes a
tenth of a second longer than with an old one, and nothing that a hostile file does to it can last.
"""

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ziarchive.extract.office import keeper

SECONDS = 45.0
"""How long a conversion may take; less than a worker may, so that the reason can be told."""
TRIAL_SECONDS = 12.0
"""How long the conversion of an empty document may take; 1 to 2 are usual."""
_PLACES = (
    "/usr/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/usr/local/bin/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_WINDOWS = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")
_COMMON = "/org.openoffice.Office.Common/Security/Scripting"
_PROXY = "/org.openoffice.Inet/Settings"
_SETTINGS = (
    (_COMMON, "DisableMacrosExecution", "true"),
    (_COMMON, "MacroSecurityLevel", "3"),
    (_COMMON, "BlockUntrustedRefererLinks", "true"),
    (_COMMON, "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "1"),
    (_PROXY, "ooInetProxyType", "2"),
    *((_PROXY, f"ooInet{kind}ProxyName", "127.0.0.1") for kind in ("HTTP", "HTTPS")),
    *((_PROXY, f"ooInet{kind}ProxyPort", "9") for kind in ("HTTP", "HTTPS")),
)
"""Macros are never run; linked files are never fetched, and if they were, from a proxy that is not there."""
_FREE = 32 * 1024 * 1024
"""Bytes that a conversion needs beside what it makes; on a full disk it may make half a file and say nothing."""
_FULL = "ruang disk untuk berkas sementara tidak cukup"
_EMPTY = (
    '<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2" '
    'office:mimetype="application/vnd.oasis.opendocument.{kind}"><office:body><office:{kind}/></office:body>'
    "</office:document>"
)
"""A document without any content."""


class Unfinished(Exception):
    """The conversion took too long."""


class NoRoom(Exception):
    """The system gives no room to work in, or does not let the program start; the message says which."""


class NoResult(Exception):
    """The program ended without making anything."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.died = code < 0 or code > 128
        """True when a signal or a fault ended it, not it itself; an unreadable file is no fault: its code is 0."""


def program() -> str:
    """Return the path of LibreOffice's program; empty when it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found:
        return found
    folders = (os.environ.get(name) for name in _WINDOWS)
    windows = (Path(folder, "LibreOffice", "program", "soffice.com") for folder in folders if folder)
    newest = sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
    places = (*windows, *map(Path, _PLACES), *newest)
    return next((str(place) for place in places if place.is_file()), "")


@contextmanager
def converted(path: Path, suffix: str, target: str, seconds: float = SECONDS) -> Iterator[Path]:
    """Yield the file that LibreOffice makes of a copy of `path`.

    `suffix` is what the copy is called by; `target` names the format, e.g. docx:MS Word 2007 XML.
    The result is gone afterwards. Raises `Unfinished`, `NoResult` and `NoRoom`.
    """
    with _scratch() as scratch:
        source = scratch / f"masuk{suffix}"
        with _room():
            if shutil.disk_usage(scratch).free < _FREE + 4 * path.stat().st_size:
                raise NoRoom(_FULL)
            shutil.copyfile(path, source)
            _write_profile(scratch / "profil")
        with _kept(scratch, [*_command(scratch, target), str(source)], seconds) as code:
            result = scratch / "keluar" / f"masuk.{target.partition(':')[0]}"
            if not result.is_file():
                raise NoResult(code)
            yield result


def works(target: str) -> bool:
    """Tell whether LibreOffice can make a file of this kind at all: of an empty document, which holds nothing bad.

    It cannot when the disk is full, its parts are missing or damaged, or the memory does not even hold the program.
    """
    kind = "presentation" if target.startswith("pptx") else "text"
    with _scratch() as scratch:
        try:
            with _room():
                (scratch / "kosong").write_text(_EMPTY.format(kind=kind), encoding="utf-8")
            with converted(scratch / "kosong", f".fod{kind[0]}", target, TRIAL_SECONDS):
                return True
        except (Unfinished, NoResult, NoRoom):
            return False


@contextmanager
def _scratch() -> Iterator[Path]:
    with _room():
        folder = Path(tempfile.mkdtemp(prefix="ziarchive-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _room() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise NoRoom(_FULL if full else f"sistem menolak: {error.strerror or error}") from error


def _command(scratch: Path, target: str) -> list[str]:
    profile = (scratch / "profil").as_uri()
    quiet = ["--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault", "--nologo"]
    output = ["--convert-to", target, "--outdir", str(scratch / "keluar")]
    return [program(), f"-env:UserInstallation={profile}", *quiet, *output]


@contextmanager
def _kept(scratch: Path, command: list[str], seconds: float) -> Iterator[int]:
    """Run a command to its end under the keeper, which cleans up even when this process is killed.

    Yields its exit code; -1 when it could not be started.
    """
    script = [sys.executable, "-I", keeper.__file__, str(seconds), str(scratch), *command]
    pipe = subprocess.PIPE
    with _room():
        started = subprocess.Popen(script, stdin=pipe, stdout=pipe, env=_environment(scratch))  # noqa: S603
    with started as process:
        line = process.stdout.readline() if process.stdout else b""
        code = int(line.removeprefix(keeper.DONE) or -1)
        if code == keeper.TIMED_OUT:
            raise Unfinished
        yield code
        if process.stdin:
            process.stdin.close()


def _environment(scratch: Path) -> dict[str, str]:
    """Return this process's environment, with every place to write inside the scratch folder."""
    inside = {name: str(scratch) for name in ("HOME", "TMPDIR", "TEMP", "TMP")}
    proxies = {name: "http://127.0.0.1:9" for name in ("http_proxy", "https_proxy", "ftp_proxy")}
    return {**os.environ, **inside, **proxies, "no_proxy": "", "SAL_USE_VCLPLUGIN": "svp"}


def _write_profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>\n",
        encoding="utf-8",
    )
