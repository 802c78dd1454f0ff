"""RTF: striprtf turns the markup into text, after what costs it time or words has been put aside.

It reads character by character, so pictures go first; it drops headers, footers, notes and text boxes as
it drops font tables, so those are made plain; and its search for links takes forever on hostile lines.
"""

import codecs
import re
from pathlib import Path

from striprtf.striprtf import rtf_to_text

from ziarchive.extract.office.properties import days
from ziarchive.extract.outcome import Properties, Reading, failed, judged
from ziarchive.model import ReadState
from ziarchive.ports import Extracted

MEDIA_TYPE = "application/rtf"
FILE_BYTES = 200 * 1024 * 1024
MARKUP = 8 * 1024 * 1024
"""Bytes of markup, without pictures, that are read: some 20 seconds' work."""
_INFO = 64 * 1024
"""How far from the start the title and the date are looked for."""
_BINARY = re.compile(rb"\\bin(\d{1,9}) ?")
_HEX = re.compile(rb"[0-9a-fA-F\r\n]{256,}")
_PLAIN = tuple(
    (re.compile(rf"(?<!\\){pattern}"), instead)
    for pattern, instead in (
        (r"\\(?:(?:header|footer)[lrf]?|footnote|shptxt)(?![a-z]) ?", r"\\par "),
        (r"\{(?:\\\*\\shpinst|\\shp)(?![a-z])", "{"),
        (r"\\(?:nest)?cell(?![a-z]) ?", r"\\tab "),
        (r"\\page(?:bb(?!\d))?(?![a-z]) ?", "\f"),
        (r"\\u(?:c(?!\d)|-?\d{6,}) ?", ""),
        (r"\\ansicpg\d*", ""),
        ("HYPERLINK", ""),
        # Each at the start of its own line: striprtf's searches end with the line.
        (r"(\{\\field(?![a-z])|\\f\d)", r"\n\1"),
    )
)
_FONTS, _BRACE = re.compile(r"\{[^{}]*\\fonttbl"), re.compile(r"[{}]")
_FONT_TABLE = 256 * 1024
"""Characters; no real table of fonts is longer."""
_TABS = re.compile(r"\t+\n")
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{1,5})")
_TITLE = re.compile(r"\{\\title (.{0,1000}?)(?<!\\)\}", re.DOTALL)
_TIME = re.compile(r"\{\\(creatim|revtim)\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")


def extract(path: Path) -> Extracted:
    """Return the text, page by page where the author ended one."""
    if path.stat().st_size > FILE_BYTES:
        why = f"Berkas RTF ini lebih dari {FILE_BYTES // 1024**2} MB: tidak dibaca. Simpan ulang sebagai DOCX."
        return failed(ReadState.OUT_OF_MEMORY, why, MEDIA_TYPE)
    raw = path.read_bytes()
    if not raw.lstrip().startswith(b"{\\rtf"):
        why = "Awal berkas RTF ini rusak: tidak terbaca. Minta salinan yang utuh."
        return failed(ReadState.CORRUPT, why, MEDIA_TYPE)
    markup = _HEX.sub(b"", _without_binary(raw))
    whole = len(markup) <= MARKUP
    text, encoding = markup[:MARKUP].decode(_code_page(raw), "replace"), _code_page(raw)
    return judged(
        Reading(
            _text(text, encoding).split("\f"),
            properties=_about(text[:_INFO], encoding),
            missing_end=whole and _open_groups(text) > 0,
            left_out=() if whole else ("akhir",),
        ),
        MEDIA_TYPE,
        "striprtf",
    )


def _without_binary(raw: bytes) -> bytes:
    """Leave out what stands in the file as plain bytes, by its stated length."""
    kept, start = [], 0
    for match in _BINARY.finditer(raw):
        if match.start() >= start:
            kept.append(raw[start : match.start()])
            start = match.end() + int(match[1])
    return b"".join((*kept, raw[start:]))


def _code_page(raw: bytes) -> str:
    """Return the declared code page, or that of Western Windows."""
    declared = _CODE_PAGE.search(raw, 0, _INFO)
    name = f"cp{int(declared[1])}" if declared else "cp1252"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def _text(markup: str, encoding: str) -> str:
    for pattern, instead in _PLAIN:
        markup = pattern.sub(instead, markup)
    markup = _tame_fonts(markup)
    text: str = rtf_to_text(markup, encoding, errors="replace")  # type: ignore[no-untyped-call]
    return _TABS.sub("\n", text)


def _tame_fonts(markup: str) -> str:
    """End every entry of the font table, or striprtf seeks each one's end to the end of the table."""
    start = _FONTS.search(markup)
    if not start:
        return markup
    end = _group_end(markup, start.end())
    table = markup[start.start() : end] if end - start.end() < _FONT_TABLE else "{}"
    ended = table.replace("\n\\f", ";\n\\f")
    return f"{markup[: start.start()]}{ended}{markup[end:]}"


def _group_end(markup: str, start: int) -> int:
    """Return where the group ends in which `start` lies."""
    depth = 1
    for brace in _BRACE.finditer(markup, start):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.end()
    return len(markup)


def _open_groups(markup: str) -> int:
    return markup.count("{") - markup.count("\\{") - markup.count("}") + markup.count("\\}")


def _about(markup: str, encoding: str) -> Properties:
    title = _TITLE.search(markup)
    stated = {match[1]: f"{match[2]}-{int(match[3]):02}-{int(match[4]):02}" for match in _TIME.finditer(markup)}
    times = (stated[name] for name in ("creatim", "revtim") if name in stated)
    return Properties(_text(f"{{\\rtf1 {title[1]}}}", encoding) if title else "", days(times))
