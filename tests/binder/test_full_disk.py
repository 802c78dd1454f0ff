"""A disk that is full while a binder or a backup is written, or one is brought back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.binder.office import MADE, Small
from ziarchive.backup import backup, restore
from ziarchive.errors import CannotRun
from ziarchive.settings import Settings

resource = pytest.importorskip("resource", reason="Windows has no limit on the size of files")


@contextmanager
def small_disk(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond a size, as on a stick with an old file system."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("name", ["paket", "paket.zip"])
def test_a_binder_that_does_not_fit_leaves_nothing(small: Small, tmp_path: Path, name: str) -> None:
    """Writing that fails ends the run in words that name the place."""
    small.add("a.pdf", "I.1.1.1", raw=b"x" * 100_000)
    with small_disk(50_000), pytest.raises(CannotRun, match="paket"):
        small.write(tmp_path / name)
    assert [each.name for each in tmp_path.iterdir()] == ["archive"]


def test_a_backup_that_does_not_fit_leaves_nothing(tmp_path: Path) -> None:
    """HOME and the folder of the backup are as before."""
    (tmp_path / "besar.bin").write_bytes(bytes(range(256)) * 400)
    with small_disk(50), pytest.raises(CannotRun, match=r"cadangan\.zip"):
        backup(Settings(tmp_path), tmp_path / "cadangan.zip", MADE, lambda *_: None, with_archive=False)
    assert [each.name for each in tmp_path.iterdir()] == ["besar.bin"]


def test_an_office_that_does_not_fit_is_not_half_brought_back(tmp_path: Path) -> None:
    """A restore that fails leaves no folder of its own."""
    (tmp_path / "kantor").mkdir()
    (tmp_path / "kantor" / "besar.bin").write_bytes(bytes(100_000))
    backup(Settings(tmp_path / "kantor"), tmp_path / "c.zip", MADE, lambda *_: None, with_archive=False)
    with small_disk(50_000), pytest.raises(CannotRun, match="tidak dapat ditulis"):
        restore(tmp_path / "c.zip", tmp_path / "baru", MADE, lambda *_: None, replace=False)
    assert not (tmp_path / "baru").exists()
