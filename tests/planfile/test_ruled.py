"""Words fall into the cells that ruling lines make, merged ones included."""

from ziarchive.planfile.ruled import Page, Rule, Word, rows

XS, YS = (0.0, 100.0, 200.0), (0.0, 50.0, 100.0)
DOWN = tuple(Rule(x, 0, 100) for x in XS)
ACROSS = tuple(Rule(y, 0, 200) for y in YS)


def word(text: str, x: float, y: float) -> Word:
    return Word(text, x - 5, y - 4, x + 5, y + 4)


def test_words_stand_in_their_cells_line_by_line() -> None:
    """A cell has its words from the top and the left, whatever order they were drawn in."""
    words = (
        word("dua", 40, 80),
        word("tiga", 20, 65),
        word("satu", 20, 80),
        word("empat", 150, 20),
        word("luar", 20, 150),
    )
    table, outside = rows(Page(words, ACROSS, DOWN))
    assert table == [("satu dua\ntiga", ""), ("", "empat")]
    assert [each.text for each in outside] == ["luar"]


def test_a_cell_merged_across_is_followed_by_a_blank() -> None:
    """Words on both sides of a missing line are one cell."""
    down = (DOWN[0], Rule(100, 0, 50), DOWN[2])
    table, _ = rows(Page((word("satu", 20, 80), word("dua", 150, 80)), ACROSS, down))
    assert table[0] == ("satu dua", "")


def test_a_cell_merged_downward_repeats() -> None:
    """A cell over two rows counts for both, wherever its words stand in it."""
    across = (ACROSS[0], Rule(50, 100, 200), ACROSS[2])
    table, _ = rows(Page((word("satu", 20, 20), word("dua", 150, 20)), across, DOWN))
    assert table == [("satu", ""), ("satu", "dua")]


def test_an_underlined_word_makes_no_row() -> None:
    """A line that ends at no other is not the table's."""
    underline = Rule(70, 10, 60)
    table, _ = rows(Page((word("satu", 20, 80),), (*ACROSS, underline), DOWN))
    assert len(table) == 2


def test_a_page_without_lines_has_no_table() -> None:
    """Words alone are text around a table."""
    assert rows(Page((word("satu", 20, 80),), (), ())) == ([], (word("satu", 20, 80),))
