"""What folders say."""

import pytest

from ziarchive.model import Area, Cadence, Code, Component, Indicator, Plan, Requirement, Schedule
from ziarchive.naming.places import Places

OPEN = Schedule(Cadence.EVENT, ())


def indicator(*parts: int, text: str, lke: tuple[str, ...], titles: tuple[str, ...]) -> Indicator:
    """An indicator with its required documents."""
    items = tuple(
        Requirement(Code((*parts, number)), title, "SK", OPEN, 2024) for number, title in enumerate(titles, 1)
    )
    return Indicator(Code(parts), text, "", "", "", lke, items)


PLAN = Plan(
    "kecil", "Rencana kecil", "Balai", 2024, None,
    (
        Area(Code((1,)), "Manajemen Perubahan", (
            Component(Code((1, 1)), "Penyusunan Tim Kerja", (
                indicator(1, 1, 1, text="SK tim kerja telah dibuat", lke=("A.I.1.i.a",), titles=("SK tim", "SOP tim")),
            )),
            Component(Code((1, 4)), "Perubahan Pola Pikir dan Budaya Kerja", (
                indicator(1, 4, 1, text="Pimpinan menjadi role model", lke=("A.I.1.i.b",), titles=("LHKPN",)),
                indicator(1, 4, 2, text="Budaya kerja dibangun", lke=("A.I.1.i.b",), titles=("Maklumat", "Banner")),
            )),
        )),
        Area(Code((5,)), "Penguatan Pengawasan", ()),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def places() -> Places:
    """The places of a small plan with gaps in its numbers."""
    return Places.of(PLAN)


@pytest.mark.parametrize(
    ("folders", "code"),
    [
        ((), None),
        (("2024",), None),
        (("Area I",), "I"),
        (("Area II",), None),
        (("I Rapat bulanan",), None),
        (("5. Pengawasan",), None),
        (("V Pengawasan",), "V"),
        (("Komponen 4",), None),
        (("Area I", "4"), "I.4"),
        (("Area I", "2"), "I"),
        (("Area I", "4 Foto-foto"), "I"),
        (("Area I", "Budaya kerja"), "I.4"),
        (("Area I", "Lain-lain", "4", "Kosong", "2"), "I.4.2"),
        (("Area I", "1.4.2"), "I.4.2"),
        (("Area I", "1.4", "2"), "I.4.2"),
        (("Area I", "1.1"), "I"),
        (("Area I", "1. Penyusunan Tim Kerja", "1.1"), "I.1"),
        (("Area I", "1. Penyusunan Tim Kerja", "1.1 SK tim kerja telah dibuat"), "I.1.1"),
        (("Area I", "4", "Indikator 2", "Bukti 1"), "I.4.2.1"),
    ],
)  # fmt: skip
def test_folders_are_read_in_the_light_of_those_above(
    places: Places, folders: tuple[str, ...], code: str | None
) -> None:
    """Numbers and names count below the place they belong to; what could mean two places means neither."""
    found = places.walk(folders).code
    assert (found and str(found)) == code


def test_an_lke_folder_of_two_indicators_leaves_both_open(places: Places) -> None:
    """A code that maps to several indicators is a guess, with both named."""
    place = places.walk(("A.I.1.i.b",))
    assert (place.code, place.guesses) == (None, (Code((1, 4, 1)), Code((1, 4, 2))))
    assert "mencakup I.4.1, I.4.2" in place.why[0]


def test_decomposed_and_no_break_folder_names_are_read(places: Places) -> None:
    """A no-break space is a space."""
    assert places.walk(("Area\u00a0I",)).code == Code((1,))


def test_folders_that_contradict_each_other_are_a_conflict(places: Places) -> None:
    """A code below another area's folder is told with both readings."""
    assert places.walk(("Area V", "I.4.1")).conflict == "folder «I.4.1» menunjuk I.4.1, tetapi folder di atasnya V"


def test_a_number_and_a_name_that_contradict_are_a_conflict(places: Places) -> None:
    """A Roman number before another area's name is told with both readings."""
    assert (
        places.walk(("V Manajemen Perubahan",)).conflict
        == "folder «V Manajemen Perubahan» bernomor V, tetapi bernama area I"
    )
