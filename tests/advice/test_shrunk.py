"""Replacements that say much less."""

import pytest

from tests.advice.cabinet import Cabinet
from ziarchive.advice import Before, Weakness
from ziarchive.model import ReadState

PATH = "II.3.2.2_Laporan bulanan PPID_2024-05.pdf"


@pytest.mark.parametrize(
    ("before", "pages", "state", "said"),
    [
        (Before("lama", 90_000, 12, 20_000), ("kata " * 40,), ReadState.OK, "dari 12 menjadi 1 halaman"),
        (Before("lama", 90_000, 2, 6_000), ("kata " * 40, "kata " * 40), ReadState.OK, "dari 6.000 menjadi 400 huruf"),
        (Before("lama", 90_000, 2, 6_000), (), ReadState.EMPTY, "menjadi kosong"),
        (Before("lama", 90_000, 2, 6_000), ("kata " * 700, "kata " * 400), ReadState.OK, ""),
        (Before("lama", 90_000, 2, 6_000), ("", ""), ReadState.NO_TEXT, ""),
        (Before("lama", 1900, 1, 300), ("kata " * 20,), ReadState.OK, ""),
        (Before("lama", 90_000, 12, 6_000), ("kata " * 1200,), ReadState.OK, ""),
        (Before("lama", 90_000, 0, 0), (), ReadState.UNSUPPORTED, "dari 90.000 menjadi 900 byte"),
    ],
    ids=["pages", "text", "emptied", "a little less", "a signed scan", "a short note", "another format", "a video"],
)
def test_a_replacement(cabinet: Cabinet, before: Before, pages: tuple[str, ...], state: ReadState, said: str) -> None:
    """Half the pages or half the text is told; the scan of the signed paper has no text and is not less."""
    document = cabinet.put(PATH, *pages, state=state)
    found = [each.why for each in cabinet.advised(before={document.id: before}).standing if each.kind == "shrunk"]
    assert [said in why for why in found] == ([True] if said else [])


def test_the_same_content_has_replaced_nothing(cabinet: Cabinet) -> None:
    """What lay there before and lies there again is no replacement; another dismissal is asked for another one."""
    document = cabinet.put(PATH, "kata")
    assert "shrunk" not in cabinet.kinds(before={document.id: Before(document.sha256, 90_000, 9, 9_000)})
    first = cabinet.only(Weakness.SHRUNK, before={document.id: Before("a", 90_000, 9, 9_000)})
    other = cabinet.only(Weakness.SHRUNK, before={document.id: Before("b", 90_000, 9, 9_000)})
    assert first.key != other.key
