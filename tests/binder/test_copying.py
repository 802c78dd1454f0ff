"""Taking one file over."""

from pathlib import Path

import pytest

from tests.binder.office import Small
from ziarchive.binder.copying import NotCopied, pieces
from ziarchive.errors import ArchiveMissing


@pytest.mark.parametrize("raw", [b"", b"x", b"isi" * 300_000], ids=["empty", "small", "several pieces"])
def test_a_file_comes_over_whole(small: Small, raw: bytes) -> None:
    """The pieces are the file."""
    document = small.add("a.pdf", "I.1.1.1", raw=raw)
    assert b"".join(pieces(document, small.file)) == raw


@pytest.mark.parametrize(
    ("new", "why"),
    [(None, "tidak ada lagi"), (b"lain", "berubah"), (b"isi dan lagi", "berubah"), (b"", "berubah")],
    ids=["gone", "other", "longer", "emptied"],
)
def test_what_is_not_what_was_read_is_not_taken(small: Small, new: bytes | None, why: str) -> None:
    """A file that vanished or changed is told as that."""
    document = small.add("a.pdf", "I.1.1.1")
    place = small.root / "a.pdf"
    place.unlink() if new is None else place.write_bytes(new)
    with pytest.raises(NotCopied, match=why):
        list(pieces(document, small.file))


def test_a_file_that_grows_without_end_is_left(small: Small) -> None:
    """No more than one piece beyond the known size is read."""
    document = small.add("a.pdf", "I.1.1.1")
    (small.root / "a.pdf").write_bytes(bytes(5 << 20))
    taken = pieces(document, small.file)
    read = 0
    with pytest.raises(NotCopied):
        for piece in taken:
            read += len(piece)
    assert read < 1 << 20


def test_a_link_that_took_a_files_place_is_not_followed(small: Small, tmp_path: Path) -> None:
    """The archive's own rule of what may be opened holds here too."""
    document = small.add("a.pdf", "I.1.1.1")
    secret = tmp_path / "rahasia"
    secret.write_bytes(b"isi")
    (small.root / "a.pdf").unlink()
    (small.root / "a.pdf").symlink_to(secret)
    with pytest.raises(NotCopied):
        list(pieces(document, small.file))


def test_an_archive_that_is_away_stops_everything(small: Small) -> None:
    """A dropped share is not told as so many lost files."""
    document = small.add("a.pdf", "I.1.1.1")
    small.root.rename(small.root.with_name("jauh"))
    with pytest.raises(ArchiveMissing):
        list(pieces(document, small.file))
