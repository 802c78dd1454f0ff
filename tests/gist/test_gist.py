"""The gist of a text."""

import subprocess
import sys

from tests.gist.test_sketch import report
from ziarchive.gist import Gist, Inside, Number, gist
from ziarchive.gist.sketch import sketch


def test_a_gist_is_what_rules_and_sketches_need() -> None:
    """It holds the number, the draft's line and the sketch of a text."""
    text = f"DRAFT\nNomor : 12/SK/2024\n{report(1)}"
    assert gist((text,)) == Gist(Inside(Number.GIVEN, "DRAFT"), sketch((text,)))


def test_no_text_has_an_empty_gist() -> None:
    """A document without pages tells nothing."""
    assert gist(()) == Gist()


def test_a_worker_starts_with_little() -> None:
    """The room brings no other part of the program, as every worker process imports it."""
    code = "import sys, ziarchive.gist; print(*(name for name in sys.modules if name.startswith('ziarchive.')))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert set(loaded) == {"ziarchive.gist", "ziarchive.gist.inside", "ziarchive.gist.sketch"}
