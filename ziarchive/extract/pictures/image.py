"""Pictures: photographs, screenshots, scans. They hold no text of their own; recognition reads it later."""

from datetime import date, datetime
from pathlib import Path

from PIL import ExifTags, Image

from ziarchive.extract.pictures import frames
from ziarchive.extract.sniff import sniff
from ziarchive.extract.waiting import FLAG, PICTURE
from ziarchive.model import ReadState
from ziarchive.ports import Extracted

_AGAIN = "Salin ulang berkas ini atau minta salinan yang utuh."
_OLDEST = 1990
"""Cameras whose clock was never set say 1970 or 1980."""


def extract(path: Path) -> Extracted:
    """Return one empty page a frame, each to be recognised, and the day the picture was taken."""
    try:
        with frames.opened(path) as picture:
            return _read(picture)
    except frames.TooLarge:
        limit = frames.MAX_PIXELS // 1_000_000
        why = f"Gambar lebih besar dari {limit} juta piksel: tidak dibuka. Perkecil lalu simpan ulang."
        return Extracted(ReadState.OUT_OF_MEMORY, why=why, media_type=sniff(path).media_type)
    except frames.Broken:
        why = f"Gambar terpotong atau rusak: tidak dapat dibuka utuh. {_AGAIN}"
        return Extracted(ReadState.TRUNCATED, why=why, media_type=sniff(path).media_type)


def _read(picture: Image.Image) -> Extracted:
    kind = Image.MIME.get(picture.format or "", "image/x-unknown")
    dates = _taken(picture)
    whole, broken = _whole_frames(picture)
    lost = f" Hanya {whole} halaman pertama yang utuh. {_AGAIN}" if broken else ""
    return Extracted(
        ReadState.NO_TEXT,
        ("",) * whole,
        PICTURE + lost,
        kind,
        flags=(FLAG, "partial") if lost else (FLAG,),
        dates=dates,
        scans=tuple(range(whole)),
    )


def _whole_frames(picture: Image.Image) -> tuple[int, bool]:
    """Return how many frames, from the first, can be decoded, and whether more are there but broken.

    Raises as Pillow does when the first cannot.
    """
    # Only a TIFF's frames are pages; those of others are motion or previews.
    for number in range(frames.MAX_FRAMES if picture.format == "TIFF" else 1):
        try:
            picture.seek(number)
        except EOFError:
            return number, False
        except (OSError, *frames.DAMAGE):
            return number, True
        try:
            _decode(picture)
        except (frames.TooLarge, OSError, *frames.DAMAGE):
            if number == 0:
                raise
            return number, True
    return number + 1, False


def _decode(picture: Image.Image) -> None:
    frames.guard(picture)
    # A JPEG is decoded at an eighth: as surely to its end, in a fraction of the time.
    picture.draft("L", (picture.width // 8, picture.height // 8))
    picture.load()


def _taken(picture: Image.Image) -> tuple[date, ...]:
    """Return the day the camera noted, if it noted a likely one."""
    try:
        noted = picture.getexif().get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal)
        day = datetime.strptime(str(noted).strip("\0 ")[:10], "%Y:%m:%d").date()
    except Exception:  # metadata of foreign cameras breaks Pillow in any way, and says nothing of the picture
        return ()
    return (day,) if day.year >= _OLDEST else ()
