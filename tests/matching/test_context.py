"""What indicators are about."""

from importlib.resources import files

import pytest

from ziarchive import plan
from ziarchive.matching.context import Context
from ziarchive.matching.lexicon import Lexicon
from ziarchive.model import Code


@pytest.fixture(scope="module")
def context() -> Context:
    """The subjects of the built-in plan's indicators."""
    seed = plan.load((files("ziarchive.plans") / "bpsi-lingtan-2024.yaml").read_text(encoding="utf-8"), "seed")
    return Context(seed, Lexicon(seed))


def test_words_agree_with_the_indicator_that_speaks_of_them(context: Context) -> None:
    """The most with the one that has them all, and with none that has none."""
    agreements = context.agreements(frozenset(["benturan", "kepentingan", "implementasi"]))
    assert max(agreements, key=lambda code: agreements[code]) == Code((5, 5, 3))
    assert agreements[Code((5, 5, 3))] == pytest.approx(1)
    assert Code((4, 2, 1)) not in agreements


def test_words_of_no_indicator_lessen_the_agreement(context: Context) -> None:
    """The more of a title is about something else, the less it agrees."""
    alone, beside = (context.agreements(frozenset(said)) for said in (["gratifikasi"], ["gratifikasi", "kucing"]))
    assert beside[Code((5, 1, 1))] < alone[Code((5, 1, 1))]
    assert context.agreements(frozenset(["kucing"])) == context.agreements(frozenset()) == {}


def test_an_indicator_is_about_its_area_too(context: Context) -> None:
    """The words of its area and component are its own."""
    assert {"gratifikasi", "pengawasan"} <= context.about(Code((5, 1, 1)))
