"""What an engine saw becomes text; specks and edges do not."""

from ziarchive.extract.pictures.seen import Seen, Word

LINE = [Word("Keputusan", 96), Word("Kepala", 95), Word("Balai", 90)]


def test_lines_and_paragraphs_become_text() -> None:
    """Words of a line are joined, paragraphs are parted by one empty line, and none stands at the ends."""
    assert Seen.of([[], LINE, [], [Word("\x00", 90)], [], LINE, []]).text == (
        "Keputusan Kepala Balai\n\nKeputusan Kepala Balai"
    )


def test_certainty_is_weighed_by_letters() -> None:
    """A long word counts more than a short one."""
    seen = Seen.of([[Word("Keputusan", 90), Word("dan", 60)]])
    assert (seen.sure, seen.score) == (82.5, 9.9)


def test_a_number_among_text_stays_though_unsure() -> None:
    """A document's number is no word, but belongs to the text around it."""
    assert "B-7/2024" in Seen.of([LINE, [Word("B-7/2024", 40), Word("~|", 12)]]).text
    assert "~|" not in Seen.of([LINE, [Word("B-7/2024", 40), Word("~|", 12)]]).text


def test_leaves_of_a_tree_are_no_text() -> None:
    """Scraps in a picture are dropped, although single ones look like words."""
    scraps = [[Word("Esta", 44), Word("4", 94)], [Word("};", 30), Word("Byatt}", 41), Word("on", 35)]]
    assert Seen.of(scraps) == Seen()


def test_a_banner_in_a_picture_stays() -> None:
    """Sure words are kept among scraps, and the scraps are not."""
    seen = Seen.of([[Word("Kerja", 93)], [Word("#~'_;;,.-", 20), Word("ees", 31), Word("-=-=", 9), Word("oe.", 22)]])
    assert seen.text == "Kerja"
