"""Where a document meets a question: its pages, and the forms of the words that are marked in them."""

from ziarchive.finding.marks import MOST_FORMS, MOST_PARTS, Marks, marks
from ziarchive.query.parser import parse

PAGES = ("Pengawasan melekat oleh atasan", "Lampiran foto", "Tim kerja\nMENGAWASI, diawasi; tim kerja")


def test_every_form_of_a_word_is_named_once() -> None:
    """The forms are those of the text in lower case, the longest first, and only pages with one are told."""
    found = marks(PAGES, parse("awas", 2024).query)
    assert found.pages == (1, 3)
    assert found.forms == ("pengawasan", "mengawasi", "diawasi")


def test_a_phrase_is_one_form() -> None:
    """Words side by side are told with single spaces, wherever the line broke between them."""
    found = marks(("susunan tim\nkerja", "tim penilai"), parse('"tim kerja"', 2024).query)
    assert (found.pages, found.forms) == ((1,), ("tim kerja",))


def test_a_prefix_does_not_name_forms_without_end() -> None:
    """The list stays short enough to be looked for; the marked texts are whole."""
    words = " ".join(f"ab{number}" for number in range(2 * MOST_FORMS))
    found = marks((words,), parse("ab*", 2024).query)
    assert len(found.forms) == MOST_FORMS
    assert sum(met for _, met in found.texts[0]) == 2 * MOST_FORMS


def test_nothing_is_marked_without_a_question() -> None:
    """No page meets it, and no form is named."""
    assert (Marks().pages, Marks().forms) == ((), ())


def test_so_many_parts_are_marked() -> None:
    """A page that follows after very many marks is there, but unmarked."""
    found = marks(("awas " * MOST_PARTS, "awas"), parse("awas", 2024).query)
    assert found.pages == (1,) and found.texts[1] == (("awas", False),)
