"""pypdf's view of a PDF, for the few files that PDFium and a look at their bytes leave in doubt.

Imported when it is first asked for: that takes as long as a dozen files do.
"""

import logging
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import BinaryIO

from pypdf import PasswordType, PdfReader
from pypdf.errors import LimitReachedError
from pypdf.filters import decode_stream_data
from pypdf.generic import ArrayObject, NameObject, NullObject, StreamObject

from ziarchive.extract.pdf.attempt import attempt

# Its remarks on odd files are not for the office's log: the state says what matters.
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)


def view(stream: BinaryIO) -> PdfReader | None:
    """Return pypdf's view of an open file, which may have a password; None where it has none."""
    return attempt(lambda: PdfReader(stream, strict=False))


def locked(reader: PdfReader) -> bool:
    """Tell whether there is a password that is not empty."""
    return reader.is_encrypted and attempt(lambda: reader.decrypt("")) in (None, PasswordType.NOT_DECRYPTED)


def swells(path: Path, numbers: Iterable[int], limit: int, names: Mapping[str, str]) -> bool:
    """Tell whether any of these objects unpacks to more than `limit` bytes; `names` are the long ones of filters."""
    with path.open("rb") as stream:
        reader = view(stream)
        if not reader or locked(reader):
            return False
        return any(attempt(lambda number=number: _too_much(reader, number, limit, names)) for number in numbers)  # type: ignore[misc]


def _too_much(reader: PdfReader, number: int, limit: int, names: Mapping[str, str]) -> bool:
    found = reader.get_object(number)
    if not isinstance(found, StreamObject):
        return False
    filters = found.get("/Filter", NullObject()).get_object()
    told = filters if isinstance(filters, ArrayObject) else [filters]
    # PDFium knows the short names, pypdf only where they belong: in pictures within a page's contents.
    found[NameObject("/Filter")] = ArrayObject(NameObject(names.get(str(name), str(name))) for name in told)
    try:
        return len(decode_stream_data(found)) > limit
    except LimitReachedError:
        return True
