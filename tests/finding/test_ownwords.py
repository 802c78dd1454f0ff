"""What an office adds to the built-in words, read when it has changed, and what is wrong with it."""

from pathlib import Path

import pytest

from ziarchive.finding.ownwords import OwnWords
from ziarchive.query.synonyms import OWN_FILE, Synonyms, builtin_text, load

BUILTIN = load(builtin_text())


def read(home: Path, stored: bytes) -> Synonyms:
    (home / OWN_FILE).write_bytes(stored)
    return OwnWords(home).current()


def test_without_a_list_of_its_own(tmp_path: Path) -> None:
    """An office that adds nothing has the built-in list, without a problem."""
    assert OwnWords(tmp_path).current() == BUILTIN and BUILTIN.problems == ()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
def test_own_words_are_added(tmp_path: Path, mark: bytes) -> None:
    """An office's own words mean the same from then on, beside all built-in ones, whatever editor stored them."""
    own = read(tmp_path, mark + b"# kantor kami\r\nBPTU | balai pembibitan\r\n")
    assert own.others["bptu",] == ("balai pembibitan",) and own.others["balai", "pembibitan"] == ("BPTU",)
    assert own.problems == () and BUILTIN.others.items() <= own.others.items()


def test_a_wrong_line_is_told(tmp_path: Path) -> None:
    """A line that makes no sense is named by its number; the others count."""
    own = read(tmp_path, b"# kantor\nBPTU\nBIB | balai inseminasi\n")
    (problem,) = own.problems
    assert f"{OWN_FILE} baris 2" in problem and "BPTU" in problem
    assert "balai inseminasi" in own.others["bib",]


def test_no_utf_8_is_told(tmp_path: Path) -> None:
    """A list in another encoding leaves the built-in one, and says how to store it."""
    own = read(tmp_path, "BIB | balai inseminasi".encode("utf-16"))
    (problem,) = own.problems
    assert OWN_FILE in problem and "UTF-8" in problem and own.others == BUILTIN.others


def test_a_change_counts_at_once(tmp_path: Path) -> None:
    """What is stored, changed or removed counts at the next question; until then it is the same object."""
    words, file = OwnWords(tmp_path), tmp_path / OWN_FILE
    before = words.current()
    assert words.current() is before
    file.write_text("BIB | balai inseminasi\n", encoding="utf-8")
    with_own = words.current()
    assert ("bib",) in with_own.others and words.current() is with_own
    file.write_text("BIB | balai inseminasi\nBPTU | balai pembibitan\n", encoding="utf-8")
    assert ("bptu",) in words.current().others
    file.unlink()
    assert words.current() == BUILTIN
