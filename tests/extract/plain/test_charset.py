"""Text of unknown encoding is decoded as its author saw it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.extract.plain.charset import decode
from ziarchive.extract.plain.utf16 import utf16_of

TEXTS = {
    "curly quotes": ("“évaluasi” – 5 €", "cp1252"),
    "Latin-1": ("Rapat évaluasi résumé", "latin-1"),
    "one letter": ("é", "cp1252"),
    "Russian": ("Протокол заседания комиссии", "cp1251"),
    "Arabic": ("محضر اجتماع اللجنة", "cp1256"),
    "Chinese": ("会议记录，出席人员名单如下", "gb18030"),
    "Japanese": ("議事録 出席者の一覧は次のとおりです", "shift_jis"),
    "UTF-16 without mark": ("Daftar hadir – 5 €", "utf-16-le"),
    "UTF-16 the other way": ("Daftar hadir – 5 €", "utf-16-be"),
}


@pytest.mark.parametrize(("text", "encoding"), TEXTS.values(), ids=TEXTS.keys())
def test_the_encoding_is_found(text: str, encoding: str) -> None:
    """Nothing is declared; the bytes tell."""
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("raw", "declared", "text"),
    [
        ("é".encode("cp1252"), "iso-8859-1", "é"),
        (b"\x93a\x94", "us-ascii", "“a”"),
        ("Ж".encode("koi8-r"), "koi8-r", "Ж"),
        ("é".encode(), "tidak-ada", "é"),
        ("é".encode("utf-8-sig"), "iso-8859-1", "é"),
        ("Rapat".encode("utf-16"), "utf-8", "Rapat"),
    ],
)
def test_a_declaration_is_believed_within_reason(raw: bytes, declared: str, text: str) -> None:
    """Latin-1 means Windows, an unknown name means nothing, and a mark of Unicode beats both."""
    assert decode(raw, declared) == text


@given(st.binary(max_size=300), st.sampled_from(["", "utf-8", "utf-16", "cp1252", "rot13", "base64", "idna"]))
def test_any_bytes_are_some_text(raw: bytes, declared: str) -> None:
    """Decoding never fails, whatever the bytes are said to be."""
    assert isinstance(decode(raw, declared), str)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\ufeff\0"), max_size=300))
def test_utf8_is_read_exactly(text: str) -> None:
    """What is valid UTF-8 is UTF-8."""
    assert decode(text.encode()) == text


@given(st.binary(max_size=300).filter(lambda raw: b"\0" not in raw and raw[:2] not in (b"\xff\xfe", b"\xfe\xff")))
def test_no_zeros_no_utf16(raw: bytes) -> None:
    """Text of single bytes is never taken for UTF-16."""
    assert utf16_of(raw) == ""
