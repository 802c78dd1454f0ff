"""Packed files that would fill the memory are refused by their directory alone."""

import io
import os
import zipfile

import pytest

from ziarchive.extract import bounds
from ziarchive.extract.office import package


def packed(*members: bytes) -> zipfile.ZipFile:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as file:
        for number, content in enumerate(members):
            file.writestr(f"bagian{number}.xml", content)
    return zipfile.ZipFile(raw)


def test_an_ordinary_package_is_opened() -> None:
    """Small parts may shrink as they like, and photos may be many."""
    with packed(bytes(500_000), os.urandom(3_000_000)) as archive:
        assert bounds.refusal(archive) == ""


def test_photos_are_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """What hardly shrinks cannot be a bomb, however large it is."""
    monkeypatch.setattr(package, "PART_BYTES", 1000)
    monkeypatch.setattr(bounds, "TOTAL_BYTES", 1000)
    with packed(os.urandom(5_000)) as archive:
        assert bounds.refusal(archive) == ""


@pytest.mark.parametrize(
    ("limit", "value", "members"),
    [
        ("MEMBERS", 2, [b"a", b"b", b"c"]),
        ("TOTAL_BYTES", 150_000, [bytes(100_000), bytes(100_000)]),
        ("RATIO", 100, [bytes(2_000_000)]),
    ],
    ids=["too many members", "too much in all", "a bomb"],
)
def test_refuses(monkeypatch: pytest.MonkeyPatch, limit: str, value: int, members: list[bytes]) -> None:
    """Each limit refuses alone, with a reason."""
    monkeypatch.setattr(bounds, limit, value)
    with packed(*members) as archive:
        assert bounds.refusal(archive).endswith(".")


def test_refuses_one_large_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """One part beyond the limit is enough, and the reason names the limit."""
    monkeypatch.setattr(package, "PART_BYTES", 1024 * 1024)
    with packed(b"abcdefgh" * 200_000) as archive:
        assert "1 MB" in bounds.refusal(archive)


@pytest.mark.parametrize(("name", "refused"), [("word/media/kosong.bmp", False), ("word/document.xml", True)])
def test_blank_pictures_are_not_counted(name: str, refused: bool) -> None:
    """A picture is never unpacked, so a blank one, which shrinks to nothing, is no bomb."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, bytes(5_000_000))
    with zipfile.ZipFile(raw) as archive:
        assert bool(bounds.refusal(archive)) is refused
