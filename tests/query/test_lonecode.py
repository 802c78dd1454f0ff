"""A code typed alone names a place of the plan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive import plan, plans
from ziarchive.model import Code
from ziarchive.query import And, Field, Filter, Or, Query, Word, in_words
from ziarchive.query.lonecode import LoneCode, lead, read_lone
from ziarchive.query.parser import parse
from ziarchive.query.written import written

PLAN = plan.load(plans.builtin_text("bpsi-lingtan-2024"), "bpsi-lingtan-2024")
SK = Filter(Field.KIND, "SK")


def codes(box: str) -> list[str]:
    return [str(code) for code in lead(parse(box).query, PLAN).codes]


def code(text: str) -> Filter:
    return Filter(Field.CODE, text)


def item(text: str) -> Filter:
    return Filter(Field.LKE, text)


@pytest.mark.parametrize(
    ("text", "lone"),
    [
        ("I.4", LoneCode(Code((1, 4)))),
        ("I.4.1", LoneCode(Code((1, 4, 1)))),
        (" i-4-1-2 ", LoneCode(Code((1, 4, 1, 2)))),
        ("I_4_1_2", LoneCode(Code((1, 4, 1, 2)))),
        ("I 4 1 2", LoneCode(Code((1, 4, 1, 2)))),
        ("VI.2.1.1.", LoneCode(Code((6, 2, 1, 1)))),
        ("I.9", LoneCode(Code((1, 9)))),
        ("1.iv.c", LoneCode(None, "A.I.1.iv.c")),
        ("A.I.1.iv.c", LoneCode(None, "A.I.1.iv.c")),
        ("A-I-1-iv-c", LoneCode(None, "A.I.1.iv.c")),
    ],
)
def test_codes(text: str, lone: LoneCode) -> None:
    """Every spelling of a code is read, whether or not the plan has it."""
    assert read_lone(text) == lone


@pytest.mark.parametrize(
    "text",
    ["", "I", "V", "2024", "1.1", "1.4.1.2", "v2", "C.4", "I.4 rapat", "rapat I.4.1.2", '"I.4"', "I.4.1, I.4.2",
     "kode:I.4", "I.2024", "I.0.1"],
)  # fmt: skip
def test_no_codes(text: str) -> None:
    """A single number, digits alone, several codes, and a code among words are no lone code."""
    assert read_lone(text) is None


@pytest.mark.parametrize(
    ("box", "named"),
    [
        ("I.4", ["I.4"]),
        ("i-4-1-2", ["I.4.1.2"]),
        ("1.iv.c", ["I.4.2"]),
        ("I.9", []),
        ("I.4.1.99", []),
        ("6.ii.h", []),
        ("rapat", []),
        ("1.IV.C", ["I.4.2"]),
        ("(I.4.1)", ["I.4.1"]),
        ("I.4.1.", ["I.4.1"]),
        ("Ⅰ.4.1", ["I.4.1"]),
        ("butir 1.iv.c", ["I.4.2"]),
        ("kode I.4.1", ["I.4.1"]),
        ("I.4.1 I.4.2", ["I.4.1", "I.4.2"]),
        ("I.4.1, I.4.2", ["I.4.1", "I.4.2"]),
        ("I.4.1 ATAU I.4.2", ["I.4.1", "I.4.2"]),
        ("I.4.1.2,V.1.2.2", ["I.4.1.2", "V.1.2.2"]),
        ("1.iv.c I.4.2", ["I.4.2"]),
        ("I.4.1 I.9", ["I.4.1"]),
        ("I.4.1 area:I -jenis:SK", ["I.4.1"]),
        ("I.4.1 rapat", []),
        ("-I.4.1", []),
        ("–I.4.1", []),
        ('"I.4.1"', []),
        ("I.4.1 -draf", []),
        ("butir", []),
        ("", []),
    ],
)
def test_places(box: str, named: list[str]) -> None:
    """Codes lead to the plan's places, official ones by the plan's own map, and to nothing it does not have."""
    assert codes(box) == named


@pytest.mark.parametrize(
    ("box", "query", "problem"),
    [
        ("I.4.1", Or((code("I.4.1"), Word("I.4.1"))), ""),
        ("1.iv.c", Or((item("A.I.1.iv.c"), Word("1.iv.c"))), ""),
        ("I 4 1", Or((code("I.4.1"), And((Word("I"), Word("4"), Word("1"))))), ""),
        ("kode I.4.1", Or((code("I.4.1"), Word("I.4.1"))), ""),
        ("I.4.1 jenis:SK", And((Or((code("I.4.1"), Word("I.4.1"))), SK)), ""),
        ("I.9", Word("I.9"), ""),
        ("rapat", Word("rapat"), ""),
        ("I.4.1 rapat", And((Word("I.4.1"), Word("rapat"))), ""),
        (
            "I.4.1 I.4.2",
            Or((code("I.4.1"), code("I.4.2"), Word("I.4.1"), Word("I.4.2"))),
            "Beberapa kode: dicari dokumen dengan salah satunya.",
        ),
        ("I.4.1 ATAU I.4.2", Or((code("I.4.1"), code("I.4.2"), Word("I.4.1"), Word("I.4.2"))), ""),
    ],
)
def test_leads_to_documents(box: str, query: Query, problem: str) -> None:
    """The documents of the codes are found beside those that write them, and what was done is said."""
    led = lead(parse(box).query, PLAN)
    assert (led.query, led.problem) == (query, problem)
    assert parse(written(led.query)).query == led.query


def test_said() -> None:
    """The words above the hits name the item."""
    assert in_words(lead(parse("1.iv.c").query, PLAN).query) == "butir LKE A.I.1.iv.c ATAU kata «1.iv.c»"


def test_every_place_of_the_plan() -> None:
    """Each indicator and requirement is found by its code, and each indicator by its official codes."""
    for indicator in PLAN.indicators():
        assert codes(str(indicator.code)) == [str(indicator.code)]
        assert all(str(indicator.code) in codes(lke) for lke in indicator.lke)
        assert all(codes(str(each.code)) == [str(each.code)] for each in indicator.requirements)


@given(st.text(alphabet="AIVXivx0123456789.-_ abc", max_size=14))
def test_any_text(text: str) -> None:
    """Any text is one code of at least two parts, an official code, or none."""
    lone = read_lone(text)
    assert lone is None or (lone.code is None) == bool(lone.lke)
    assert lone is None or lone.code is None or len(lone.code.parts) > 1
