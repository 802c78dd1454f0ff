"""Opens a file below a folder one step after the other, so that nobody leads the way out by a link in between.

Windows opens by whole paths only; there a link takes rights that staff do not have, and who opens looks again.
"""

import errno
import os
import stat
from io import FileIO
from pathlib import Path, PurePosixPath

OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOINHERIT", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # or opening a pipe that took a file's place would wait for ever
)
STEPS = os.open in os.supports_dir_fd
"""Whether the system opens step by step, so that what stands in the way is met when it is opened."""
_BASE = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0)
_FOLDER = _BASE | (OPEN_FLAGS & ~os.O_RDONLY)


def open_below(base: Path, path: str) -> FileIO:
    """Return a regular file open for reading, by its path below `base`, which itself may be a link.

    Raises `OSError`: of ELOOP or ENOTDIR where a link stands in the way.
    """
    *folders, name = PurePosixPath(path).parts
    if not STEPS:
        return FileIO(os.open(base / path, OPEN_FLAGS))
    at = os.open(base, _BASE)
    try:
        for folder in folders:
            above, at = at, os.open(folder, _FOLDER, dir_fd=at)
            os.close(above)
        if not stat.S_ISREG(os.lstat(name, dir_fd=at).st_mode):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), name)
        return FileIO(os.open(name, OPEN_FLAGS, dir_fd=at))
    finally:
        os.close(at)
