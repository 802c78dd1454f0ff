"""Letters that Outlook saved (MSG): the same as EML, kept in properties instead of headers."""

import struct
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from email.parser import HeaderParser
from email.utils import format_datetime
from pathlib import Path
from typing import TypeVar

from olefile import OleFileIO  # type: ignore[import-untyped]
from oxmsg.domain.model import UnrecognizedCodePageError, UnsupportedEncodingError
from oxmsg.properties import Properties
from oxmsg.storage import Storage

from ziarchive.extract.dates import mail_day
from ziarchive.extract.mail.container import Container, Member, one_line
from ziarchive.extract.mail.letter import LIMIT, TOO_LARGE, letterhead
from ziarchive.extract.plain.webpage import visible
from ziarchive.ports import Extracted
from ziarchive.wording import number as spelled

MEDIA_TYPE = "application/vnd.ms-outlook"
ATTACHMENTS = 1_000
"""Listed, at most."""
_TOP, _INNER, _ATTACHED = 32, 24, 8
"""Bytes before the first property of a letter, of a letter within one, and of an attachment."""
_SUBJECT, _BODY, _HTML, _HEADERS = 0x0037, 0x1000, 0x1013, 0x007D
_SENDER_NAME, _SENDER_SMTP, _SENDER_ADDRESS, _TO, _CC = 0x0C1A, 0x5D01, 0x0C1F, 0x0E04, 0x0E03
_SENT, _DELIVERED = 0x0039, 0x0E06
_LONG_NAME, _SHORT_NAME, _SHOWN_NAME, _DATA = 0x3707, 0x3704, 0x3001, 0x3701
_INNER_LETTER = "__substg1.0_3701000D"
_ODD = (LookupError, ValueError, AttributeError, struct.error, UnrecognizedCodePageError, UnsupportedEncodingError)
"""What a property that is missing, in an unknown code page or of another type gives."""

T = TypeVar("T")


def opened(path: Path, stack: ExitStack) -> Container | Extracted:
    """Return the letter, with its attachments as members."""
    if path.stat().st_size > LIMIT:
        return TOO_LARGE
    with OleFileIO(str(path)) as file:
        total = _shorten(file)
        root = Storage.from_ole(file)
    letter = _letter(root, _TOP)
    if total > ATTACHMENTS:
        return replace(letter, why=f"Hanya {spelled(ATTACHMENTS)} dari {spelled(total)} lampiran yang didaftar.")
    return letter


def _shorten(file: OleFileIO) -> int:
    """Return how many attachments there are, and forget those beyond `ATTACHMENTS`: each is sought among all."""
    attached = [each for each in file.root.kids if each.name.startswith("__attach")]
    surplus = set(map(id, attached[ATTACHMENTS:]))
    file.root.kids = [each for each in file.root.kids if id(each) not in surplus]
    return len(attached)


def _letter(storage: Storage, header: int) -> Container:
    properties = Properties(storage, header)
    subject, date = _text(properties, _SUBJECT), _date(properties)
    attached = storage.iter_attachment_storages()
    return Container(
        reader="mail",
        media_type=MEDIA_TYPE,
        label="Isi surel",
        text=letterhead(_sender(properties), _text(properties, _TO), _text(properties, _CC), date, subject)
        + _body(properties),
        heading="Lampiran",
        prefix="Lampiran: ",
        members=tuple(_member(each, number) for number, each in enumerate(attached, 1)),
        title=subject,
        dates=mail_day(date),
    )


def _sender(properties: Properties) -> str:
    """Return name and address; within an office the address may be no mail address."""
    name = _text(properties, _SENDER_NAME)
    addresses = (_text(properties, _SENDER_SMTP), _text(properties, _SENDER_ADDRESS))
    address = next((address for address in addresses if "@" in address), "")
    return f"{name} <{address}>" if address and address != name else name or address


def _date(properties: Properties) -> str:
    """Return the Date header; Outlook's own times know no time zone."""
    header = str(HeaderParser().parsestr(_text(properties, _HEADERS, lines=True)).get("Date", ""))
    if header:
        return header
    for pid in (_SENT, _DELIVERED):
        moment = _attempt(lambda pid=pid: properties.date_prop_value(pid))  # type: ignore[misc]
        if isinstance(moment, datetime):
            return format_datetime(moment)
    return ""


def _body(properties: Properties) -> str:
    plain = _text(properties, _BODY, lines=True)
    if plain.strip():
        return plain
    raw = _attempt(lambda: properties.binary_prop_value(_HTML))
    charset = _attempt(lambda: properties.body_encoding) or ""
    page = visible(raw, charset)[1] if raw else visible(_text(properties, _HTML, lines=True).encode(), "utf-8")[1]
    return page


def _member(storage: Storage, number: int) -> Member:
    properties = Properties(storage, _ATTACHED)
    names = (_text(properties, pid) for pid in (_LONG_NAME, _SHORT_NAME, _SHOWN_NAME))
    name = next((name for name in names if name), f"lampiran {number}")
    inner = next((each for each in storage.storages if each.name.upper() == _INNER_LETTER.upper()), None)
    if inner:
        return Member(f"{name}.msg", 0, lambda: _letter(inner, _INNER))
    data = _attempt(lambda: properties.binary_prop_value(_DATA))
    if data is None:
        return Member(name, 0, bytes, "tidak disertakan di dalam surel ini")
    return Member(name, len(data), lambda: data)


def _text(properties: Properties, pid: int, lines: bool = False) -> str:
    text = _attempt(lambda: properties.str_prop_value(pid)) or ""
    return text if lines else one_line(text.replace("\0", ""))


def _attempt(call: Callable[[], T]) -> T | None:
    try:
        return call()
    except _ODD:
        return None
