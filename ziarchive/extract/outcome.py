"""Turns what a reader of office files gathered into its outcome: clean, within the limits, with reasons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ziarchive.extract.clean import clean
from ziarchive.extract.plain.paging import bounded
from ziarchive.model import ReadState
from ziarchive.ports import Extracted


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says of itself."""

    title: str = ""
    dates: tuple[date, ...] = ()
    """Created, then modified; only days that can be true."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader gathered, before any judgement."""

    pages: Sequence[str]
    labels: Sequence[str] = ()
    """Empty, or one a page."""
    properties: Properties = Properties()
    flags: tuple[str, ...] = ()
    damaged: Sequence[str] = ()
    """The parts, by name, that could not be read."""
    missing_end: bool = False
    """The file breaks off."""
    left_out: Sequence[str] = ()
    """The parts, by name, that are too large to be read."""


def failed(state: ReadState, why: str, media_type: str) -> Extracted:
    """Return an outcome without text."""
    return Extracted(state, why=why, media_type=media_type)


def judged(reading: Reading, media_type: str, reader: str) -> Extracted:
    """Return the outcome; damage that left no text at all makes it a failure."""
    pages, cut = bounded(clean(page) for page in reading.pages)
    whys, flags = _remarks(reading, cut, len(pages))
    title, dates = clean(reading.properties.title).strip(), reading.properties.dates
    labels = tuple(clean(label) for label in reading.labels[: len(pages)])
    if any(page.strip() for page in pages):
        return Extracted(ReadState.OK, pages, " ".join(whys), media_type, title, reader, flags, labels, dates)
    if reading.left_out:
        return failed(ReadState.OUT_OF_MEMORY, " ".join(whys), media_type)
    if reading.missing_end:
        why = "Berkas terpotong: bagian akhirnya hilang, dan tidak ada teks yang terbaca. Salin ulang berkas ini."
        return failed(ReadState.TRUNCATED, why, media_type)
    if reading.damaged:
        why = (
            f"Bagian {', '.join(reading.damaged[:5])} rusak, dan tidak ada teks yang terbaca. Minta salinan yang utuh."
        )
        return failed(ReadState.CORRUPT, why, media_type)
    why = "Tidak ada teks di dalamnya, mungkin hanya gambar; berkas dicari lewat namanya."
    return Extracted(ReadState.NO_TEXT, pages, why, media_type, title, flags=flags, labels=labels, dates=dates)


def _remarks(reading: Reading, cut: bool, kept: int) -> tuple[list[str], tuple[str, ...]]:
    whys, flags = [], list(reading.flags)
    if reading.damaged:
        whys.append(f"Bagian {', '.join(reading.damaged[:5])} rusak; sisanya terbaca.")
    if reading.missing_end:
        whys.append("Bagian akhir berkas hilang; yang tersisa terbaca. Salin ulang berkas ini.")
    if whys:
        flags.append("partial")
    if reading.left_out:
        whys.append(f"Bagian {', '.join(reading.left_out[:5])} terlalu besar dan tidak dibaca. Bagi berkas ini.")
    if cut:
        whys.append(f"Hanya {kept} bagian awal yang dibaca (batas ukuran).")
    if cut or reading.left_out:
        flags.append("cut")
    return whys, tuple(flags)
