"""The office's letterhead (kop surat) and who signs, from the settings; the logo becomes a PNG that all forms take."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from ziarchive.errors import SettingsInvalid
from ziarchive.papers.words import plain
from ziarchive.settings import FILE_NAME, Settings

_LOGO_PIXELS = 480
"""Of the longer side: 2 cm at 600 dots an inch."""
_MOST_PIXELS = 60_000_000


@dataclass(frozen=True, slots=True)
class Logo:
    png: bytes
    width: int
    """Pixels, as is `height`."""
    height: int

    def within(self, width: float, height: float) -> tuple[float, float]:
        """Return its size when it is to fit a box, in the unit of the box."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


@dataclass(frozen=True, slots=True)
class Letterhead:
    office: str
    above: Sequence[str] = ()
    """The institutions that the office belongs to, the highest first."""
    address: Sequence[str] = ()
    logo: Logo | None = None
    city: str = ""
    position: str = ""
    signer: str = ""
    nip: str = ""


def letterhead(settings: Settings, unit: str) -> Letterhead:
    """Return what the settings say; `unit` is the office's name in the plan.

    Raises `SettingsInvalid` when the logo cannot be used: a paper without it would be signed unseen.
    """
    return Letterhead(
        office=plain(settings.office or unit),
        above=_lines(settings.ministry),
        address=_lines(settings.address),
        logo=_logo(settings.home / settings.logo) if settings.logo else None,
        city=plain(settings.city),
        position=plain(settings.position),
        signer=plain(settings.signer),
        nip=plain(settings.nip),
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(plain(line.strip()) for line in text.splitlines() if line.strip())


def _logo(file: Path) -> Logo:
    try:
        with Image.open(file) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise _unusable(file, "gambar ini terlalu besar")
            picture.thumbnail((_LOGO_PIXELS, _LOGO_PIXELS))
            shown = picture.convert("RGBA")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise _unusable(file, _why(error)) from error
    out = BytesIO()
    shown.save(out, "PNG")
    return Logo(out.getvalue(), shown.width, shown.height)


def _why(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "berkas itu tidak ada"
    if isinstance(error, UnidentifiedImageError) or not isinstance(error, OSError):
        return "berkas itu bukan gambar yang dapat dibaca"
    return error.strerror or "gambar ini rusak"


def _unusable(file: Path, why: str) -> SettingsInvalid:
    return SettingsInvalid(
        f"Logo kop surat {file} tidak dapat dipakai: {why}. "
        f"Perbaiki letterhead.logo di {FILE_NAME}, dengan gambar PNG atau JPEG."
    )
