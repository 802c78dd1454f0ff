"""What the system says of a folder's disk: change notices and SQLite's locks fail on network file systems.

Linux tells it in the mount table, Windows by the drive's type; elsewhere every disk counts as local.
How many folders are watched for notices is Linux's to tell, too.
"""

import ctypes
import os
import re
import sys
from contextlib import suppress
from pathlib import Path, PurePosixPath

MOUNT_TABLE = Path("/proc/self/mountinfo")
_FDINFO = Path("/proc/self/fdinfo")
NETWORK = frozenset({
    "9p", "acfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "drvfs", "glusterfs", "gpfs", "lustre",
    "ncpfs", "nfs", "nfs4", "orangefs", "prl_fs", "smb3", "smbfs", "vboxsf", "vmhgfs",
    "fuse.cephfs", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.s3fs",
    "fuse.smbnetfs", "fuse.sshfs", "fuse.vmhgfs-fuse",
})  # fmt: skip
"""File systems whose changes may be made by another machine, which inotify does not see."""

_ESCAPE = re.compile(r"\\([0-7]{3})")
_DRIVE_REMOTE = 4


def is_network(path: Path) -> bool:
    """Tell whether a folder, which need not exist yet, lies on another machine's disk."""
    place = path.resolve()
    if sys.platform == "win32":
        return is_share(str(place)) or ctypes.windll.kernel32.GetDriveTypeW(place.anchor) == _DRIVE_REMOTE
    if not MOUNT_TABLE.exists():
        return False
    table = MOUNT_TABLE.read_text(encoding="utf-8", errors="surrogateescape")
    return filesystem_of(table, str(place)) in NETWORK


def is_share(path: str) -> bool:
    r"""Tell whether a Windows path names a share (`\\server\share`, `\\?\UNC\server\share`)."""
    path = path.replace("/", "\\")
    if path.startswith(("\\\\?\\", "\\\\.\\")):
        return path[4:8].upper() == "UNC\\"
    return path.startswith("\\\\")


def filesystem_of(mountinfo: str, path: str) -> str:
    """Return the file system type at an absolute, resolved path, or nothing when none is known.

    `mountinfo` is the text of /proc/self/mountinfo, see proc_pid_mountinfo(5). Of two mounts on one
    folder, the later covers the earlier.
    """
    place = PurePosixPath(path)
    best, kind = -1, ""
    for line in mountinfo.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:
            continue
        point = PurePosixPath(_unescaped(fields[4]))
        if len(point.parts) >= best and place.is_relative_to(point):
            best, kind = len(point.parts), after.split(" ", 1)[0]
    return kind


def _unescaped(field: str) -> str:
    r"""Undo the kernel's octal escapes of space, tab, line end and backslash: `\040` is a space."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 8)), field)


def folder_count(root: Path) -> int:
    """Return how many folders can be listed at and below `root`."""
    return sum(1 for _ in os.walk(root))


def watch_count() -> int:
    """Return how many folders Linux watches for this process; 0 where that is not told.

    See proc_pid_fdinfo(5). Whoever watches a tree may pass over a folder that it failed to watch.
    """
    count = 0
    for info in _FDINFO.glob("*"):
        with suppress(OSError):
            count += info.read_text(encoding="ascii").count("inotify wd:")
    return count
