"""What the folder's tests share: an archive, and a way to put files into it."""

import sys
from pathlib import Path

import pytest

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX file kinds")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    place = tmp_path / "archive"
    place.mkdir()
    return place


def put(root: Path, path: str, content: bytes = b"isi") -> Path:
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    return place
