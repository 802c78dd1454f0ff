"""The key that sessions are signed with."""

import os
from pathlib import Path

from web.sessions import KEY_BYTES, _key


def test_the_key_is_kept(tmp_path: Path) -> None:
    """Sessions outlive a restart: the key is made once, and only its owner may read it."""
    file = tmp_path / "session.key"
    key = _key(file)
    assert len(key) == KEY_BYTES
    assert _key(file) == key
    if os.name == "posix":
        assert file.stat().st_mode & 0o077 == 0


def test_a_damaged_key_is_made_anew(tmp_path: Path) -> None:
    """A short key would be easy to guess."""
    file = tmp_path / "session.key"
    file.write_bytes(b"x")
    assert len(_key(file)) == KEY_BYTES
