"""Snippets show the right page with the right words marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.word_pairs import FORMS, LOOK_ALIKES, MISREAD, PARTED, SPELLINGS, pairs
from ziarchive.query import Word
from ziarchive.query.parser import parse
from ziarchive.search.snippets import ENOUGH, WIDTH, best, marked

PAGES = (
    "Kata pengantar laporan tahunan.",
    "Rekap pengaduan masyarakat.\n\n  Pengaduan yang   masuk ditindaklanjuti oleh tim kerja.",
    "Penutup. Nomor I.4.1.2 dan 800/123. Aduan.",
    "",
)


def marks(pages: tuple[str, ...], box: str) -> list[str]:
    return [text for text, is_marked in best(pages, parse(box).query).parts if is_marked]


@pytest.mark.parametrize(
    ("box", "page", "expected"),
    [
        ("aduan", 2, ["pengaduan", "Pengaduan"]),
        ("mengadukan", 2, ["pengaduan", "Pengaduan"]),
        ("aduan penutup", 3, ["Penutup", "Aduan"]),
        ("LAPORAN", 1, ["laporan"]),
        ('"tim kerja"', 2, ["tim kerja"]),
        ('"kerja tim"', 0, []),
        ('"yang masuk"', 2, ["yang masuk"]),
        ("mas*", 2, ["masyarakat", "masuk"]),
        ("tindak lanjut", 2, ["ditindaklanjuti"]),
        ("I.4.1.2", 3, ["I.4.1.2"]),
        ("i-4-1", 3, ["I.4.1"]),
        ("I.4.*", 3, ["I.4"]),
        ("800/123", 3, ["800/123"]),
        ("penutup -aduan", 3, ["Penutup"]),
        ("rapat OR pengantar", 1, ["pengantar"]),
        ("jenis:SK", 0, []),
        ("judul:laporan", 0, []),
        ("-laporan", 0, []),
        ("", 0, []),
        ("tidak-ada", 0, []),
    ],
)
def test_page_and_marks(box: str, page: int, expected: list[str]) -> None:
    """The page that meets most of the query is shown, with the words that meet it marked."""
    assert best(PAGES, parse(box).query).page == page
    assert marks(PAGES, box) == expected


def test_earlier_page_when_equal() -> None:
    """Of two pages that meet the query alike the earlier one is shown."""
    assert best(("lain", "tim satu", "tim dua"), parse("tim").query).page == 2


def test_window() -> None:
    """A long page is cut at word boundaries around the densest place, and says that it is cut."""
    filler = "uraian kegiatan kantor " * 40
    text = f"rencana {filler} rencana aksi pengaduan {filler}"
    parts = best((text,), parse("rencana pengaduan").query).parts
    shown = "".join(part for part, _ in parts)
    assert [part for part, is_marked in parts if is_marked] == ["rencana", "pengaduan"]
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) <= WIDTH + 4
    assert set(shown.strip("… ").split()) <= set(text.split())


def test_whitespace() -> None:
    """A snippet has single spaces whatever the page's layout was."""
    shown = "".join(part for part, _ in best(PAGES, parse("masuk").query).parts)
    assert shown == "Rekap pengaduan masyarakat. Pengaduan yang masuk ditindaklanjuti oleh tim kerja."


def test_no_pages() -> None:
    """A document without text has an empty snippet on no page."""
    assert best((), parse("laporan").query).parts == ()
    assert best(("", " "), parse("laporan").query).page == 0


def test_marked_keeps_layout() -> None:
    """A marked page keeps its line breaks, and every form of the word is marked."""
    assert marked("Laporan\n  pelaporan", parse("lapor").query) == (
        ("Laporan", True),
        ("\n  ", False),
        ("pelaporan", True),
    )


@pytest.mark.parametrize(("one", "other"), pairs(FORMS + SPELLINGS + PARTED + MISREAD))
def test_what_finds_is_marked(one: str, other: str) -> None:
    """Whatever a word finds is marked: other forms and spellings, and what a scan was misread into."""
    for query, word in ((one, other), (other, one)):
        shown = "".join(text for text, is_marked in marked(f"Adapun {word} itu", Word(query)) if is_marked)
        assert shown in (word, word.replace("-", ""), word.rstrip("."), word.split("-")[0], word.split("-")[-1])
        assert shown


@pytest.mark.parametrize(("one", "other"), pairs(LOOK_ALIKES))
def test_look_alikes_are_not_marked(one: str, other: str) -> None:
    """What a word does not find is not marked."""
    assert marked(f"({other})", Word(one)) == ((f"({other})", False),)


@pytest.mark.parametrize(
    ("query", "text", "shown"),
    [
        ("ditindaklanjuti", "harus di tindak lanjuti segera", ["tindak lanjuti"]),
        ("tanggungjawab", "Penanggung\njawab: tim", ["Penanggung\njawab"]),
        ("pascapanen", "alat pasca panen", ["pasca panen"]),
        ("fotokopi", "foto copy KTP", ["foto copy"]),
        ("undangan", "Undangan menurut undang-undang dan perundang-undangan", ["Undangan"]),
        ("undang-undang", "menurut Undang Undang dan perundang-\nundangan", ["Undang Undang", "perundang-\nundangan"]),
        ("lapor", "Iaporan dan laporan", ["Iaporan", "laporan"]),
    ],
)
def test_marked_ways_of_writing(query: str, text: str, shown: list[str]) -> None:
    """A word is marked however it was written: apart, as a law, beside what was misread."""
    assert [part for part, is_marked in marked(text, Word(query)) if is_marked] == shown


def test_overlap_is_marked_once() -> None:
    """Text that meets the query twice is shown once."""
    text = "tim kerja zona"
    parts = marked(text, parse('tim "tim kerja" kerja').query)
    assert "".join(part for part, _ in parts) == text


@given(st.text(), st.text(max_size=20))
def test_nothing_is_lost(text: str, box: str) -> None:
    """Marking changes no text, but for Unicode compatibility forms, whatever is searched."""
    parts = marked(text, parse(box).query)
    again = marked("".join(part for part, _ in parts), parse(box).query)
    assert parts == again


@given(
    st.lists(st.text(alphabet="ab .İﬁ-/1", max_size=300), max_size=3),
    st.sampled_from(["a", "b*", "ab-1", "fi", "1"]),
)
def test_snippet_law(pages: list[str], box: str) -> None:
    """A snippet is never longer than its width, and a page is named exactly when a word is marked."""
    snippet = best(pages, parse(box).query)
    assert sum(len(part) for part, _ in snippet.parts) <= WIDTH + 4
    assert all(part for part, _ in snippet.parts)
    assert (snippet.page > 0) == any(met for page in pages for _, met in marked(page, parse(box).query))


@pytest.mark.parametrize(("words", "page"), [(ENOUGH - 1, 2), (ENOUGH, 1)])
def test_a_page_is_chosen_from_so_many_matches(words: int, page: int) -> None:
    """A file of one word is not read to its end; anything else is."""
    assert best(("tim " * words, "tim kerja"), parse("tim kerja").query).page == page
