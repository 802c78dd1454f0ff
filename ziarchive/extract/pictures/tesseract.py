"""Recognises text with the program tesseract: one process a picture, which ends when its time does.

Pictures and text travel through pipes, so nothing is left on the disk, whatever happens.
"""

import csv
import io
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from itertools import groupby

from PIL import Image

from ziarchive.extract.pictures import engines
from ziarchive.extract.pictures.seen import Failed, Seen, Word

if sys.platform == "linux":
    import resource

SECONDS = 45
"""Time for one picture; a clean page takes 1 to 3."""
_WANTED = ("ind", "eng")
_HIDDEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def see(picture: Image.Image) -> Seen:
    """Return the text of a grey picture as it stands; raises `Failed`."""
    return Seen.of(_lines(_run(picture, "-l", _languages(), "--dpi", "300", "-c", "tessedit_create_tsv=1")))


def turns(picture: Image.Image) -> tuple[int, ...]:
    """Return by how many degrees, clockwise, the picture may have to be turned until its text stands upright.

    None when it stands so, or holds too little text to tell; every other turn without the model that tells.
    """
    if "osd" not in _installed():
        return (180, 90, 270)
    try:
        told = _run(picture, "-l", "osd", "--psm", "0", "--dpi", "300")
    except Failed:
        return ()  # it ends with an error when it sees too few letters
    found = re.search(r"^Rotate: (90|180|270)$", told, re.MULTILINE)
    return (int(found.group(1)),) if found else ()


@cache
def _installed() -> tuple[str, ...]:
    return tuple(_output([engines.tesseract(), "--list-langs"], b"").split())


def _languages() -> str:
    """Return Indonesian and English as far as installed; else the first language there is."""
    wanted = [language for language in _WANTED if language in _installed()]
    others = [name for name in _installed() if re.fullmatch("[a-z]{3}", name) and name != "osd"]
    return "+".join(wanted or others[:1] or _WANTED)


def _run(picture: Image.Image, *options: str) -> str:
    data = io.BytesIO()
    picture.save(data, "PPM")  # the quickest: no compression on either side
    return _output([engines.tesseract(), "stdin", "stdout", *options], data.getvalue())


def _output(command: list[str], data: bytes) -> str:
    with subprocess.Popen(  # noqa: S603 - a program found in its own place, with options of ours
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        start_new_session=True,
        creationflags=_HIDDEN,
    ) as process:
        try:
            _bound(process)
            output, _ = process.communicate(data, SECONDS)
        except subprocess.TimeoutExpired as error:
            raise Failed(f"tidak selesai dalam {SECONDS} detik") from error
        finally:
            _end(process)
    if process.returncode:
        raise Failed(f"tesseract berhenti dengan kode {process.returncode}")
    return output.decode("utf-8", "replace")


def _bound(process: subprocess.Popen[bytes]) -> None:
    """See that it ends by itself, should this worker be killed meanwhile."""
    if sys.platform == "linux":
        try:
            resource.prlimit(process.pid, resource.RLIMIT_CPU, (SECONDS, SECONDS))
        except ProcessLookupError:
            return  # it has ended already


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)


def _lines(table: str) -> Iterable[list[Word]]:
    """Yield the words of each line, and an empty line between paragraphs."""
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    words = (row for row in rows if row["level"] == "5")
    for number, (_, paragraph) in enumerate(groupby(words, lambda row: (row["block_num"], row["par_num"]))):
        if number:
            yield []
        for _, line in groupby(paragraph, lambda row: row["line_num"]):
            yield [Word(row["text"] or "", float(row["conf"])) for row in line]
