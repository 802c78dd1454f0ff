"""Documents that are no finished, readable, numbered paper: drafts, unreadable files, letters without a number."""

import re
from collections.abc import Iterator

from ziarchive.advice.answer import Advice, Exhibit, Weakness, name
from ziarchive.advice.kinds import NUMBERED, PICTURES
from ziarchive.gist.inside import Inside, Number
from ziarchive.model import Content, ReadState
from ziarchive.wording import READ_STATES, flag_words

SURE = 60
"""Percent of certainty of the worst page, below which what was recognised cannot be trusted."""
_LEAST = 200
"""Characters that must have been read before a text is said to lack something."""
_NAMED = re.compile(
    r"(?i)^\W*(?:draft?|konsep)(?![^\W_])|(?<![^\W_])(?:draft?|konsep)[\s_]*(?:v?\.?\d{1,2})?[\s_]*\)?(?:\(\d\))?$"
)
"""A title that begins or ends so, or with it in parentheses; in its middle it may be what a meeting spoke about."""


def draft(exhibit: Exhibit, inside: Inside) -> Iterator[Advice]:
    """Yield when a draft stands where a final document is expected."""
    document = exhibit.document
    if not exhibit.counts:
        return
    if inside.draft:
        said = f"Halaman pertama {name(document)} bertuliskan «{inside.draft}». Unggah dokumen final."
    elif _NAMED.search(document.placement.title):
        said = f"Nama {name(document)} menyebutnya draf. Unggah dokumen final, atau perbaiki namanya."
    elif "draft" in document.content.flags:
        said = f"{name(document)}: {flag_words('draft').help}"
    else:
        return
    yield exhibit.advice(Weakness.DRAFT, "", said)


def unreadable(exhibit: Exhibit) -> Iterator[Advice]:
    """Yield when the content could not be read, or hardly; a picture where one is asked for is fine."""
    content = exhibit.document.content
    if said := _unread(content, exhibit.status.requirement.kind):
        yield exhibit.advice(Weakness.UNREADABLE, content.state, f"{name(exhibit.document)}: {said}")


def _unread(content: Content, kind: str) -> str:
    if content.state.failed:
        return flag_words(content.state).help if not content.why else _ended(content.why)
    if kind in PICTURES or content.media_type.startswith(("video/", "audio/")):
        return ""
    if content.scans and content.chars < _LEAST:
        return f"{flag_words('scan').help} Jalankan ziarchive sync bila OCR sudah terpasang, atau unggah PDF berteks."
    if content.state is ReadState.NO_TEXT:
        return (
            f"{READ_STATES[ReadState.NO_TEXT]}, jadi isinya belum dapat diperiksa. "
            "Pindai ulang dengan jelas, atau unggah PDF yang teksnya dapat disalin."
        )
    if content.sure is not None and content.sure < SURE:
        return (
            f"tulisannya hanya terbaca {content.sure} % pasti pada halaman terburuk. "
            "Pindai ulang dengan lebih jelas, sekurangnya 300 dpi dan tegak."
        )
    return ""


def _ended(why: str) -> str:
    return why if "." in why else f"{why}. {flag_words(ReadState.CORRUPT).help}"


def unnumbered(exhibit: Exhibit, inside: Inside) -> Iterator[Advice]:
    """Yield when the text of a letter, decree or procedure shows no number."""
    document, item = exhibit.document, exhibit.status.requirement
    if not exhibit.counts or item.kind not in NUMBERED or not _is_letter(document.content):
        return
    if inside.number is Number.GIVEN:
        return
    lack = "nomornya masih kosong" if inside.number is Number.BLANK else "tidak ditemukan nomor"
    yield exhibit.advice(
        Weakness.NO_NUMBER,
        inside.number,
        f"Pada halaman pertama {name(document)} {lack}, padahal {item.kind} selalu bernomor. "
        "Unggah dokumen yang sudah bernomor; bila nomornya ada tetapi tidak terbaca, abaikan saran ini.",
    )


def _is_letter(content: Content) -> bool:
    """Tell whether enough was read, surely enough, of a file that is a paper and no chat, mail or picture."""
    read = content.state is ReadState.OK and content.chars >= _LEAST and not content.scans
    paper = not content.media_type.startswith(("image/", "message/", "text/")) and "whatsapp" not in content.text_from
    return read and paper and "partial" not in content.flags and (content.sure is None or content.sure >= SURE)
