"""What is said of a file whose pages are pictures of text, until they are recognised."""

import re

FLAG = "scan"
"""Said of a file with pages that wait to be recognised."""
SCAN = "Tidak ada teks, mungkin hasil pindai (scan); berkas dicari lewat namanya."
"""The reason of a PDF without text."""
PICTURE = "Gambar; tulisan di dalamnya belum dikenali (OCR), berkas dicari lewat namanya."
"""The reason of a picture."""
_NOTES = re.compile("|".join(map(re.escape, (SCAN, PICTURE))))


def without_notes(why: str) -> str:
    """Return a reason without what is no longer true when the pages are recognised."""
    return _NOTES.sub("", why).strip()
