"""Moving a file of the evidence folder: to a free place, whole, or not at all."""

import hashlib
import os
from pathlib import Path

import pytest

from ziarchive.errors import CannotRun, UsageError
from ziarchive.folder.moving import move

TEXT = b"keputusan"
SHA = hashlib.sha256(TEXT).hexdigest()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "surat.pdf").write_bytes(TEXT)
    return tmp_path


def test_a_file_moves_into_folders_that_are_made(root: Path) -> None:
    """The content is the same in the new place, and nothing is left in the old one."""
    move(root, "surat.pdf", "2024/I Area/I.1.1.2_SK.pdf", SHA)
    assert (root / "2024/I Area/I.1.1.2_SK.pdf").read_bytes() == TEXT
    assert not (root / "surat.pdf").exists()


def test_nothing_is_overwritten(root: Path) -> None:
    """A place that is taken stays as it is, and so does the file."""
    (root / "lain.pdf").write_bytes(b"lain")
    with pytest.raises(UsageError, match="sudah ada"):
        move(root, "surat.pdf", "lain.pdf", SHA)
    assert ((root / "lain.pdf").read_bytes(), (root / "surat.pdf").read_bytes()) == (b"lain", TEXT)


@pytest.mark.parametrize("after", ["../luar.pdf", "/luar.pdf", "", "a/../../luar.pdf"])
def test_no_file_leaves_the_archive(root: Path, after: str) -> None:
    """A place outside the root is refused."""
    with pytest.raises(UsageError, match="di luar"):
        move(root, "surat.pdf", after, SHA)
    assert (root / "surat.pdf").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for a right to make links")
def test_no_link_leads_out(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A folder that is a link to elsewhere is no place inside."""
    (root / "pintas").symlink_to(tmp_path_factory.mktemp("luar"))
    with pytest.raises(UsageError, match="di luar"):
        move(root, "surat.pdf", "pintas/surat.pdf", SHA)


def test_another_content_stays(root: Path) -> None:
    """What was not meant is not moved: a file that changed, or is gone."""
    (root / "surat.pdf").write_bytes(b"baru")
    with pytest.raises(UsageError, match="berubah"):
        move(root, "surat.pdf", "b.pdf", SHA)
    with pytest.raises(UsageError, match="tidak dipindahkan"):
        move(root, "hilang.pdf", "b.pdf", SHA)
    assert [each.name for each in root.iterdir()] == ["surat.pdf"]


def test_a_folder_that_is_a_file_is_told(root: Path) -> None:
    """Where no folder can be made, the file stays and the words say what to do."""
    (root / "berkas").write_bytes(b"x")
    with pytest.raises(CannotRun, match="tetap di tempatnya"):
        move(root, "surat.pdf", "berkas/surat.pdf", SHA)
    assert (root / "surat.pdf").read_bytes() == TEXT
