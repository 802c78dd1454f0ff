"""Network file systems are told from local ones."""

import sys
from pathlib import Path

import pytest

from ziarchive.folder.mounts import (
    MOUNT_TABLE,
    NETWORK,
    filesystem_of,
    folder_count,
    is_network,
    is_share,
    watch_count,
)

TABLE = r"""
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:26 / /proc rw,nosuid - proc proc rw
41 22 0:41 / /srv/arsip rw,relatime shared:9 - cifs //nas/zi rw,vers=3.0
42 41 0:42 / /srv/arsip/2023 rw - ext4 /dev/vdb rw
43 22 0:43 / /mnt/Data\040Bersama rw - nfs4 nas:/ekspor rw
44 22 0:44 / /mnt/ganti rw - ext4 /dev/vdc rw
45 22 0:45 / /mnt/ganti rw - fuse.sshfs kantor:/zi rw
46 22 0:46 / /mnt/a\134b rw - 9p D:\134 rw
47 22 0:47 / /mnt/otomatis rw - autofs systemd-1 rw
48 47 0:48 / /mnt/otomatis/zi rw master:2 propagate_from:3 - smb3 //nas/zi rw
49 22 0:49 / /srv rw - xfs /dev/vdd rw
broken line
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/zi/arsip", "ext4"),
        ("/", "ext4"),
        ("/srv/arsip", "cifs"),
        ("/srv/arsip/2024/I", "cifs"),
        ("/srv/arsip-lama", "xfs"),
        ("/srv/arsip/2023/I", "ext4"),
        ("/mnt/Data Bersama/arsip", "nfs4"),
        ("/mnt/ganti/arsip", "fuse.sshfs"),
        ("/mnt/a\\b/arsip", "9p"),
        ("/mnt/otomatis/zi", "smb3"),
    ],
)
def test_the_nearest_mount_decides(path: str, kind: str) -> None:
    """The file system of a path is that of the longest, latest mount point above it."""
    assert filesystem_of(TABLE, path) == kind


def test_an_empty_table_tells_nothing() -> None:
    """Without a mount the type is not known, and so not a network one."""
    assert filesystem_of("", "/srv") == ""
    assert "" not in NETWORK


@pytest.mark.parametrize(
    ("path", "share"),
    [
        (r"\\nas\zi\arsip", True),
        ("//nas/zi/arsip", True),
        (r"\\?\UNC\nas\zi\arsip", True),
        (r"\\?\C:\arsip", False),
        (r"C:\arsip", False),
        (r"C:\\arsip", False),
    ],
)
def test_windows_shares_are_named_by_two_backslashes(path: str, share: bool) -> None:
    """UNC paths are shares, long-path prefixes of drives are not."""
    assert is_share(path) is share


@pytest.mark.skipif(sys.platform == "win32", reason="reads Linux's mount table")
def test_this_machines_own_folders_are_judged(tmp_path: Path) -> None:
    """A real folder, made or not, gets the verdict of the real mount table."""
    if not MOUNT_TABLE.exists():
        assert not is_network(tmp_path)
        return
    kind = filesystem_of(MOUNT_TABLE.read_text(encoding="utf-8"), str(tmp_path.resolve()))
    assert kind
    assert is_network(tmp_path) is is_network(tmp_path / "belum" / "ada") is (kind in NETWORK)


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a right on Windows")
def test_a_link_is_judged_by_where_it_leads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A local name for a folder on a share is a network folder."""
    share = tmp_path / "share"
    share.mkdir()
    (tmp_path / "arsip").symlink_to(share)
    table = tmp_path / "mountinfo"
    place = str(share.resolve()).replace(" ", "\\040")
    table.write_text(f"1 0 0:1 / / rw - ext4 a rw\n2 1 0:2 / {place} rw - cifs b rw\n", encoding="utf-8")
    monkeypatch.setattr("ziarchive.folder.mounts.MOUNT_TABLE", table)
    assert is_network(tmp_path / "arsip")
    assert not is_network(tmp_path)


def test_folders_are_counted(tmp_path: Path) -> None:
    """The root and every folder below it count, files do not."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "c.pdf").write_bytes(b"")
    assert folder_count(tmp_path) == 3
    assert folder_count(tmp_path / "tidak-ada") == 0


def test_nothing_is_watched_unless_somebody_watches() -> None:
    """Without an observer no folder is watched for this process, on any system."""
    assert watch_count() == 0
