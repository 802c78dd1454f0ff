"""A code typed alone names a place of the plan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive import plan, plans
from ziarchive.model import Code
from ziarchive.query.lonecode import LoneCode, lone_code, read_lone

PLAN = plan.load(plans.builtin_text("bpsi-lingtan-2024"), "bpsi-lingtan-2024")


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
    ("text", "codes"),
    [
        ("I.4", ["I.4"]),
        ("i-4-1-2", ["I.4.1.2"]),
        ("1.iv.c", ["I.4.2"]),
        ("I.9", []),
        ("I.4.1.99", []),
        ("6.ii.h", []),
        ("rapat", []),
    ],
)
def test_places(text: str, codes: list[str]) -> None:
    """A code leads to the plan's place, an official one by the plan's own map, and to nothing it does not have."""
    assert [str(code) for code in lone_code(text, PLAN)] == codes


def test_every_place_of_the_plan() -> None:
    """Each indicator and requirement is found by its code, and each indicator by its official codes."""
    for indicator in PLAN.indicators():
        assert lone_code(str(indicator.code), PLAN) == (indicator.code,)
        assert all(indicator.code in lone_code(lke, PLAN) for lke in indicator.lke)
        assert all(lone_code(str(item.code), PLAN) == (item.code,) for item in indicator.requirements)


@given(st.text(alphabet="AIVXivx0123456789.-_ abc", max_size=14))
def test_any_text(text: str) -> None:
    """Any text is one code of at least two parts, an official code, or none."""
    lone = read_lone(text)
    assert lone is None or (lone.code is None) == bool(lone.lke)
    assert lone is None or lone.code is None or len(lone.code.parts) > 1
