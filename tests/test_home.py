"""What HOME adds to the built-in parts, and what is wrong with it."""

from pathlib import Path

import pytest

from ziarchive.home import read_synonyms
from ziarchive.query.synonyms import OWN_FILE, builtin_text, load
from ziarchive.settings import Settings

BUILTIN = load(builtin_text())


def write(home: Path, stored: bytes) -> Settings:
    (home / OWN_FILE).write_bytes(stored)
    return Settings(home)


def test_without_a_list_of_its_own(tmp_path: Path) -> None:
    """An office that adds nothing has the built-in list, without a problem."""
    assert read_synonyms(Settings(tmp_path)) == BUILTIN and BUILTIN.problems == ()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
def test_own_words_are_added(tmp_path: Path, mark: bytes) -> None:
    """An office's own words mean the same from then on, beside all built-in ones, whatever editor stored them."""
    own = read_synonyms(write(tmp_path, mark + b"# kantor kami\r\nBPTU | balai pembibitan\r\n"))
    assert own.others["bptu",] == ("balai pembibitan",) and own.others["balai", "pembibitan"] == ("BPTU",)
    assert own.problems == () and BUILTIN.others.items() <= own.others.items()


def test_a_wrong_line_is_told(tmp_path: Path) -> None:
    """A line that makes no sense is named by its number; the others count."""
    own = read_synonyms(write(tmp_path, b"# kantor\nBPTU\nBIB | balai inseminasi\n"))
    (problem,) = own.problems
    assert f"{OWN_FILE} baris 2" in problem and "BPTU" in problem
    assert "balai inseminasi" in own.others["bib",]


def test_no_utf_8_is_told(tmp_path: Path) -> None:
    """A list in another encoding leaves the built-in one, and says how to store it."""
    own = read_synonyms(write(tmp_path, "BIB | balai inseminasi".encode("utf-16")))
    (problem,) = own.problems
    assert OWN_FILE in problem and "UTF-8" in problem and own.others == BUILTIN.others
