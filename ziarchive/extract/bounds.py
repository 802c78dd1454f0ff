"""Refuses packed files that would unpack to more than any evidence holds, judged by their directory alone."""

from zipfile import ZipFile, ZipInfo

from ziarchive.extract.office import package

MEMBERS = 10_000
TOTAL_BYTES = 200 * 1024 * 1024
RATIO = 200
_SMALL = 1024 * 1024
"""Below this a part may shrink as far as it likes: a blank page of XML does."""
_UNREAD = ("/media/", "/embeddings/", "Pictures/")
"""Where pictures lie, which are never unpacked: a blank one shrinks to nothing."""


def refusal(archive: ZipFile) -> str:
    """Return why the file is not unpacked, in the user's words; empty when it may be.

    What hardly shrinks (photos, film) is not counted: it cannot unpack to more than the file itself.
    """
    members = archive.infolist()
    if len(members) > MEMBERS:
        return f"Berkas ini berisi lebih dari {MEMBERS:,} bagian: tidak dibuka. Periksa asal berkas ini."
    growing = [member for member in members if member.file_size > 2 * member.compress_size and not _is_unread(member)]
    if sum(member.file_size for member in growing) > TOTAL_BYTES or any(map(_too_large, growing)):
        limit = package.PART_BYTES // 1024**2
        return f"Isi berkas mengembang melebihi batas ({limit} MB per bagian): tidak dibuka. Bagi atau simpan ulang."
    return ""


def _is_unread(member: ZipInfo) -> bool:
    return any(folder in member.filename for folder in _UNREAD)


def _too_large(member: ZipInfo) -> bool:
    if member.file_size > package.PART_BYTES:
        return True
    return member.file_size > _SMALL and member.file_size > RATIO * member.compress_size
