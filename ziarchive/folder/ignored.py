"""Which names are never evidence: what Office, browsers, Windows, macOS and NAS boxes leave behind.

A name is judged alone, the same for files and folders; an ignored folder hides everything below it.
"""

import re

_IGNORED = re.compile(
    r"""
      \.            # hidden: .DS_Store, ._resource forks, .~lock.name#, .git, .Trash-1000
    | ~\$           # Office says that somebody has the document open
    | .*\.(?:tmp | part | partial | filepart | crdownload)$     # half-made: Office saves, downloads, uploads
    | (?: thumbs\.db | ehthumbs\.db | desktop\.ini              # Windows Explorer
        | @eadir | \#recycle                                    # Synology
        | \$recycle\.bin | system\ volume\ information          # Windows drives
      )$
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


def is_ignored(name: str) -> bool:
    """Tell whether one file or folder name is never evidence; letter case does not matter."""
    return _IGNORED.match(name) is not None


def is_ignored_path(path: str) -> bool:
    """Tell whether a POSIX path relative to the archive has an ignored name anywhere."""
    return any(map(is_ignored, path.split("/")))


def is_text(path: str) -> bool:
    """Tell whether a name or path can be written down: undecodable bytes appear as lone surrogates."""
    return path.isascii() or path.encode("utf-8", "ignore").decode("utf-8") == path
