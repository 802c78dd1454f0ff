"""Letters as files (EML): who wrote to whom, when and what; the attachments are members.

The parser's older policy is used on purpose: the newer one raises on the malformed headers that real
mail is full of.
"""

import mimetypes
from contextlib import ExitStack
from email import message_from_binary_file, policy
from email.errors import CloseBoundaryNotFoundDefect, HeaderParseError, StartBoundaryNotFoundDefect
from email.header import decode_header
from email.message import Message
from pathlib import Path

from ziarchive.extract.dates import day_and_time, mail_day
from ziarchive.extract.mail.container import Container, Member, one_line
from ziarchive.extract.plain.charset import decode
from ziarchive.extract.plain.webpage import visible
from ziarchive.model import ReadState
from ziarchive.ports import Extracted

MEDIA_TYPE = "message/rfc822"
LIMIT = 100 * 1024 * 1024
"""Bytes; four times what mail servers let pass."""
TOO_LARGE = Extracted(
    ReadState.OUT_OF_MEMORY,
    why=f"Surel ini lebih dari {LIMIT // 1024**2} MB: tidak dibaca. Simpan lampirannya di foldernya.",
    media_type=MEDIA_TYPE,
)
_CUT = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect)


def opened(path: Path, stack: ExitStack) -> Container | Extracted:
    """Return the letter, with its attachments as members."""
    if path.stat().st_size > LIMIT:
        return TOO_LARGE
    with path.open("rb") as stream:
        message = message_from_binary_file(stream, policy=policy.compat32)
    headers = _headers(message)
    leaves = _leaves(message)
    body = _body(leaves)
    date = headers.get("date", "")
    rest = [part for part in leaves if not _is_body(part)]
    return Container(
        reader="mail",
        media_type=MEDIA_TYPE,
        label="Isi surel",
        text=letterhead(
            headers.get("from", ""), headers.get("to", ""), headers.get("cc", ""), date, headers.get("subject", "")
        )
        + body,
        heading="Lampiran",
        prefix="Lampiran: ",
        members=tuple(_member(part, number) for number, part in enumerate(rest, 1)),
        title=headers.get("subject", ""),
        dates=mail_day(date),
        why="Surel ini terpotong: bagian akhirnya hilang. Simpan ulang dari program surel." if _cut(message) else "",
    )


def letterhead(sender: str, receiver: str, copies: str, date: str, subject: str) -> str:
    """Return the lines above a letter; `date` is a Date header, shown as a person writes it."""
    rows = (
        ("Dari", sender),
        ("Kepada", receiver),
        ("Tembusan", copies),
        ("Tanggal", day_and_time(date)),
        ("Perihal", subject),
    )
    return "".join(f"{name}: {value}\n" for name, value in rows if value) + "\n"


def _headers(message: Message) -> dict[str, str]:
    """Return the first of each header, decoded, by its name in small letters."""
    found: dict[str, str] = {}
    for name, raw in message.raw_items():
        found.setdefault(name.lower(), _decoded(str(raw)))
    return found


def _decoded(raw: str) -> str:
    """Return a header as its writer saw it; bytes beyond ASCII are decoded as any text."""
    text = decode(raw.encode("utf-8", "surrogateescape"))
    try:
        words = decode_header(text)
    except (HeaderParseError, ValueError):
        return one_line(text)
    return one_line("".join(w if isinstance(w, str) else decode(w, charset or "") for w, charset in words))


def _leaves(message: Message) -> list[Message]:
    """Return the parts that are no envelopes, in order; a letter within the letter is one part."""
    found: list[Message] = []
    waiting: list[Message] = [message]
    while waiting:
        part = waiting.pop()
        content = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(content, list):
            waiting += [child for child in reversed(content) if isinstance(child, Message)]
        else:
            found.append(part)
    return found


def _is_body(part: Message) -> bool:
    text = part.get_content_type() in ("text/plain", "text/html")
    return text and part.get_content_disposition() != "attachment" and not part.get_filename()


def _body(leaves: list[Message]) -> str:
    """Return the plain text, or what the web page shows when there is none."""
    bodies = [part for part in leaves if _is_body(part)]
    plain = "\n".join(_text(part) for part in bodies if part.get_content_type() == "text/plain")
    if plain.strip():
        return plain
    pages = (part for part in bodies if part.get_content_type() == "text/html")
    return "\n".join(visible(_content(part), part.get_content_charset(""))[1] for part in pages)


def _text(part: Message) -> str:
    return decode(_content(part), part.get_content_charset(""))


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _member(part: Message, number: int) -> Member:
    inner = part.get_payload()
    if isinstance(inner, list) and inner and isinstance(inner[0], Message):
        letter = inner[0].as_bytes(policy=policy.compat32)
        name = _headers(inner[0]).get("subject", "") or f"surel {number}"
        return Member(f"{name}.eml", len(letter), lambda: letter)
    suffix = mimetypes.guess_extension(part.get_content_type()) or ""
    name = _decoded(part.get_filename("")) or f"lampiran {number}{suffix}"
    return Member(name, len(inner or "") * 3 // 4, lambda: _content(part))


def _cut(message: Message) -> bool:
    return any(isinstance(defect, _CUT) for part in message.walk() for defect in part.defects)
