"""Where the documents go in the binder."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.gaps.small import PLAN, document
from ziarchive.binder import places
from ziarchive.model import Code, Document
from ziarchive.naming.skeleton import folder

ITEMS = [item.code for item in PLAN.requirements()]
FORBIDDEN = set('<>:"\\|?*%#') | set(map(chr, range(32)))


def named(title: str, codes: Iterable[Code], path: str = "x.pdf", id: str = "a") -> Document:
    known = document("I.1.1.1", "2024-03")
    return replace(known, id=id, path=path, placement=replace(known.placement, title=title, codes=tuple(codes)))


def test_a_document_lies_in_the_canonical_folder_under_its_canonical_name() -> None:
    """The path is that of the plan's own skeleton and naming."""
    paths = places.placed(PLAN, [named("SK Tim", [Code.of("I.1.1.2")], "entah/sk.PDF")])
    assert paths == {"a": f"{folder(PLAN, Code.of('I.1.1.2'), PLAN.year)}/I.1.1.2_SK Tim_2024-03.pdf"}


def test_one_document_for_many_slots_has_one_place_and_all_its_codes() -> None:
    """It lies with the first of its codes, and its name says the others."""
    (path,) = places.placed(PLAN, [named("PK", map(Code.of, ("I.1.1.1", "I.2.1.1")))]).values()
    assert path.endswith("/I.1.1.1+I.2.1.1_PK_2024-03.pdf")


def test_names_that_clash_are_numbered() -> None:
    """Documents of one name, also in other capitals, are told apart, in the order of their paths."""
    titles = ("Laporan", "LAPORAN", "laporan")
    found = [named(title, [ITEMS[0]], f"{at}.pdf", str(at)) for at, title in enumerate(titles)]
    paths = places.placed(PLAN, found)
    assert [paths[id].rpartition("_")[2] for id in "012"] == ["2024-03.pdf", "2024-03 (2).pdf", "2024-03 (3).pdf"]


def test_codes_that_do_not_fit_are_left_out_of_a_name() -> None:
    """A document for very many requirements still has a title that can be read."""
    many = replace(PLAN.areas[0].components[0].indicators[0].requirements[0])
    codes = [many.code, *(Code((1, 1, 1, number)) for number in range(2, 60))]
    (path,) = places.placed(PLAN, [named("Perjanjian kinerja kepala balai", codes)]).values()
    assert path.endswith("/I.1.1.1_Perjanjian kinerja kepala balai_2024-03.pdf")


def test_a_document_without_a_title_is_called_by_its_requirement() -> None:
    """The name always says what the document is."""
    title = next(PLAN.requirements()).title
    assert title in next(iter(places.placed(PLAN, [named("", [ITEMS[0]])]).values()))


@given(
    st.lists(
        st.tuples(st.text(max_size=300), st.lists(st.sampled_from(ITEMS), min_size=1, max_size=12, unique=True)),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from(["x.pdf", "x", "y.Docx", "CON.txt"]),
)
def test_every_path_is_short_legal_and_its_own(found: list[tuple[str, list[Code]]], name: str) -> None:
    """Whatever a title holds, a path can be made on Windows and on Linux, and no two documents share one."""
    documents = [named(title, codes, f"{at}/{name}", str(at)) for at, (title, codes) in enumerate(found)]
    paths = places.placed(PLAN, documents)
    assert len({path.casefold() for path in paths.values()}) == len(documents)
    for path in paths.values():
        parts = path.split("/")
        assert len(f"data/{path}") < 200
        assert not FORBIDDEN & set(path)
        assert all(part and len(part.encode()) <= 255 and part == part.rstrip(" .") for part in parts)


@pytest.mark.parametrize(("codes", "kept"), [(("I.1.1.1", "I.2.1.1"), ("I.1.1.1",)), (("I.2.1.1",), None)])
def test_only_what_is_surely_for_the_part_is_taken(codes: tuple[str, ...], kept: tuple[str, ...] | None) -> None:
    """A document keeps those of its codes that the binder is about; one without any stays out."""
    wanted = {Code.of("I.1.1.1")}
    found = places.narrowed([named("x", map(Code.of, codes))], wanted)
    assert [each.placement.codes for each in found] == ([tuple(map(Code.of, kept))] if kept else [])
