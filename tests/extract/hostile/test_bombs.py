"""Packed files that unpack to what no memory holds: refused, or read no further than they say."""

import base64
import io
import os
import zipfile
from collections.abc import Iterator
from concurrent.futures import Executor
from pathlib import Path

import pytest

from tests.extract.hostile.conftest import Reader
from tests.extract.hostile.forged import MEGABYTE, Part, bomb
from tests.extract.hostile.offices import DOCX, ODT, OFFICES, PPTX, XLSX, ZIP, Kind, by_suffix
from ziarchive.limits import Limits
from ziarchive.model import ReadState
from ziarchive.workers import processes

LITTLE = 5_000


@pytest.fixture(scope="module")
def executor() -> Iterator[Executor]:
    """A worker with half the usual memory, which fills in half the time."""
    with processes(1, Limits(seconds=30, megabytes=512)) as started:
        yield started


def filled(kind: Kind, megabytes: int, claimed: int | None = None) -> Part:
    """Return the main part, so large."""
    chunk = kind.item.encode() * (MEGABYTE // len(kind.item))
    return bomb(kind.place, (kind.head.encode(), chunk, kind.tail.encode()), megabytes, claimed)


@pytest.mark.parametrize("megabytes", [60, 400])
@pytest.mark.parametrize("kind", [*OFFICES, ZIP], ids=by_suffix)
def test_a_bomb_is_refused(tmp_path: Path, reader: Reader, kind: Kind, megabytes: int) -> None:
    """What says itself how far it unpacks is not unpacked."""
    found = reader(kind.save(tmp_path, filled(kind, megabytes)))
    assert found.state is ReadState.OUT_OF_MEMORY
    assert "mengembang" in found.why and "tidak dibuka" in found.why


PARTIAL = (ReadState.OK, "rusak; sisanya terbaca")
LIES = {
    DOCX: PARTIAL,
    PPTX: PARTIAL,
    ODT: PARTIAL,
    XLSX: (ReadState.CORRUPT, "Bagian Data rusak, dan tidak ada teks yang terbaca."),
    ZIP: (ReadState.OK, ""),
}


@pytest.mark.parametrize("megabytes", [60, 400])
@pytest.mark.parametrize("kind", LIES, ids=by_suffix)
def test_a_bomb_that_calls_itself_small_is_small(tmp_path: Path, reader: Reader, kind: Kind, megabytes: int) -> None:
    """Of a part that lies about its size, no more is unpacked than it says: there its XML breaks off."""
    found = reader(kind.save(tmp_path, filled(kind, megabytes, claimed=LITTLE)))
    state, why = LIES[kind]
    assert found.state is state and why in found.why
    assert sum(map(len, found.pages)) <= 2 * LITTLE


@pytest.mark.parametrize("kind", [DOCX, PPTX, ODT], ids=by_suffix)
def test_a_patient_bomb_ends_at_the_memory(tmp_path: Path, reader: Reader, kind: Kind) -> None:
    """A part just within every limit of size, made of nothing but markup, is too much as a tree: that is told."""
    noise = b"<!--" + base64.b64encode(os.urandom(6_000)) + b"-->"
    content = (kind.head.encode(), b"<x/>" * (MEGABYTE // 4) + noise, kind.tail.encode())
    found = reader(kind.save(tmp_path, bomb(kind.place, content, 58)))
    assert found.state is ReadState.OUT_OF_MEMORY
    assert "memori lebih dari batas" in found.why


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", method) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return raw.getvalue()


def test_a_nested_bomb_ends_at_the_allowance(tmp_path: Path, reader: Reader) -> None:
    """Archives in archives share one allowance for all they hold (640 MB here); what is left out is listed."""
    noise = base64.b64encode(os.urandom(6_000))
    inner = zipped({"besar.txt": (b"aman " * 200_000 + noise) * 40})
    for _ in range(2):
        inner = zipped({f"{number}.zip": inner for number in range(4)})
    path = tmp_path / "sarang.zip"
    path.write_bytes(inner)
    found = reader(path)
    assert found.state is ReadState.OK
    assert "tidak dibuka karena isi seluruhnya terlalu besar" in "".join(found.pages)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA], ids=["bzip2", "lzma"])
def test_a_bomb_of_another_make_is_not_unpacked(tmp_path: Path, reader: Reader, method: int) -> None:
    """What is packed in a way whose growth cannot be bounded is listed, whatever size it claims."""
    whole = bytearray(zipped({"besar.txt": bytes(10 * MEGABYTE)}, method))
    place = whole.rfind(b"PK\1\2") + 24
    whole[place : place + 4] = LITTLE.to_bytes(4, "little")
    (tmp_path / "lain.zip").write_bytes(whole)
    found = reader(tmp_path / "lain.zip")
    assert found.state is ReadState.OK and "partial" in found.flags
    assert "- besar.txt (4 KB): dikemas dengan cara yang tidak biasa" in found.pages[0]
