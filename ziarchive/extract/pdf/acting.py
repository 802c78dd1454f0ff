"""Tells whether a PDF may do something by itself when a browser shows it: run a script, send a form, start a program.

Browsers run the scripts of a PDF in a room of its own, from where they still open dialogs that look like ours.
An action has its kind as a name, and names are never encrypted; only what lies in an object stream is packed.
"""

import mmap
import re
from typing import TYPE_CHECKING

from ziarchive.extract.pdf.attempt import attempt
from ziarchive.extract.pdf.source import Source
from ziarchive.extract.pdf.swelling import unpacked

if TYPE_CHECKING:
    from pypdf import PdfReader

SCRIPT = "script"
_KINDS = ("JavaScript", "Launch", "SubmitForm", "ImportData", "RichMedia")
_LIMIT = 64 * 1024 * 1024
"""Bytes that an object stream may unpack to; what is larger is not judged but distrusted."""
_HEAD = 2048
"""Bytes within which a stream begins behind the name of its type, and its object before it."""
_PIECE = 1 << 14
_PLAIN = re.compile(rb"/Filter\s*(?:/FlateDecode|\[\s*/FlateDecode\s*\])\s*(?=[/>])")
_ODD = re.compile(rb"#|/DecodeParms|/Filter.*/Filter", re.DOTALL)
_BEGIN = re.compile(rb"stream[^\r\n]*(?:\r\n|\r|\n)")
_NUMBER = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+obj\b")
_QUIET = ("", "/GoTo", "/Named")
"""What a file may do when it is opened: show one of its pages."""


def _spelled(name: str) -> str:
    """Return the pattern of a name, of which every letter may be written as its number."""
    return "".join(f"(?:{sign}|#{ord(sign) >> 4:x}(?i:{ord(sign) & 15:x}))" for sign in name)


_ACTIONS = "|".join(map(_spelled, _KINDS))
_ACTION = re.compile(f"/(?:{_ACTIONS})(?![A-Za-z])".encode())
_OPENS = re.compile(f"/{_spelled('OpenAction')}(?![A-Za-z])".encode())
_FIRST = "".join(sorted({name[0] for name in (*_KINDS, "OpenAction", "ObjStm")}))
"""Letters with which a name begins that tells: most names are passed by at once."""
_TELLING = re.compile(
    f"/(?=[{_FIRST}#])(?:{_ACTIONS}|{_spelled('OpenAction')}|(?P<packed>{_spelled('ObjStm')}))(?![A-Za-z])".encode()
)


def acts(source: Source) -> bool:
    """Tell whether a PDF acts; true, too, where nobody can tell."""
    opens = False
    for found in _TELLING.finditer(source.content):
        told = _unpacked(source, found.start()) if found["packed"] else found[0]
        if told is None or _ACTION.search(told):
            return True
        opens = opens or _OPENS.search(told) is not None
    reader = source.reader if opens else None
    return bool(reader and attempt(lambda: _opens(reader)) not in _QUIET)


def _unpacked(source: Source, place: int) -> bytes | None:
    """Return what the object stream around a place holds; None when that cannot be told."""
    content = source.content
    begin = _BEGIN.search(content, place, place + _HEAD)
    if not begin:
        return None
    before = content[max(0, place - _HEAD) : begin.start()]
    numbers = _NUMBER.findall(before)
    head = before.rpartition(b" obj")[2]
    if not source.encrypted and _PLAIN.search(head) and not _ODD.search(head):
        return _inflated(content, begin.end())
    reader = source.reader if numbers else None
    return attempt(lambda: _by_pypdf(reader, int(numbers[-1]))) if reader else None


def _inflated(content: mmap.mmap | bytes, start: int) -> bytes | None:
    made = bytearray()
    for piece in unpacked(content[at : at + _PIECE] for at in range(start, len(content), _PIECE)):
        made += piece
        if len(made) > _LIMIT:
            return None
    return bytes(made) or None


def _by_pypdf(reader: "PdfReader", number: int) -> bytes:
    return bytes(reader.get_object(number).get_data())  # type: ignore[union-attr]


def _opens(reader: "PdfReader") -> str:
    """Return the kind of what is done when the file is opened; a place in it is none."""
    action = reader.root_object.get("/OpenAction")
    action = action.get_object() if action is not None else None
    return str(action.get("/S", "")) if isinstance(action, dict) else ""
