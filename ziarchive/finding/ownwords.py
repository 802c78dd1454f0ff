"""The words that mean the same in an office: the built-in list, and its own in HOME, read again when it has changed."""

from dataclasses import replace
from pathlib import Path

from ziarchive.query.synonyms import OWN_FILE, Synonyms, builtin_text, load

_Stamp = tuple[int, int] | None
"""When a file was changed and how long it is; None when there is none."""


class OwnWords:
    def __init__(self, home: Path) -> None:
        self._file = home / OWN_FILE
        self._kept: tuple[_Stamp, Synonyms] | None = None

    def current(self) -> Synonyms:
        """Return what means the same now; the same object while the file has not changed."""
        stamp, kept = self._stamp(), self._kept
        if kept is None or kept[0] != stamp:
            kept = self._kept = stamp, self._read()
        return kept[1]

    def _stamp(self) -> _Stamp:
        try:
            found = self._file.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size

    def _read(self) -> Synonyms:
        try:
            own = self._file.read_text(encoding="utf-8-sig") if self._file.is_file() else ""
        except (OSError, UnicodeDecodeError) as error:
            why = (
                f"{self._file} tidak dapat dibaca: {error}. "
                "Simpan sebagai teks UTF-8; kini hanya daftar bawaan yang dipakai."
            )
            return replace(load(builtin_text()), problems=(why,))
        return load(builtin_text(), own)
