"""Opens picture files, scanned or photographed, with one guard for all: size first, pixels later."""

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pillow_heif
from PIL import Image

MAX_PIXELS = 100_000_000
"""An A1 sheet at 300 dpi; as grey pixels 100 MB."""
MAX_FRAMES = 5_000
"""Pages of one TIFF."""

DAMAGE = (SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, struct.error)
"""What Pillow raises on broken files, beside `OSError` without a number."""

pillow_heif.register_heif_opener()


class TooLarge(Exception):
    """A picture has more than `MAX_PIXELS`."""


class Broken(Exception):
    """A picture ends early, or its content makes no sense."""


@contextmanager
def opened(path: Path) -> Iterator[Image.Image]:
    """Yield the picture, whose pixels are not read yet; raises as `judged` does."""
    with path.open("rb") as stream, judged(), Image.open(stream) as picture:
        guard(picture)
        yield picture


@contextmanager
def judged() -> Iterator[None]:
    """Turn what Pillow raises meanwhile into `TooLarge` or `Broken`; `OSError` stays where the system failed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's remarks on odd metadata, and its own, lower limit
        try:
            yield
        except Image.DecompressionBombError as error:
            raise TooLarge from error
        except OSError as error:
            if error.errno:
                raise
            raise Broken(str(error)) from error
        except DAMAGE as error:
            raise Broken(str(error)) from error


def guard(picture: Image.Image) -> None:
    """Raise `TooLarge` when the current frame is."""
    if picture.width * picture.height > MAX_PIXELS:
        raise TooLarge
