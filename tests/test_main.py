"""The way in: what every worker process imports again."""

import subprocess
import sys

import pytest


def test_imports_nothing_yet() -> None:
    """Importing the way in loads no other part, so that a worker starts fast and small."""
    script = "import sys, ziarchive.__main__; print([name for name in sys.modules if name.startswith('ziarchive.')])"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "['ziarchive.__main__']"


@pytest.mark.skipif(sys.platform != "linux", reason="only there a fresh process has one thread")
def test_numpy_begins_no_threads() -> None:
    """What multiplies matrices faster would spin at every start, on a processor that the files need."""
    script = "import psutil, ziarchive.finding.near, ziarchive.search.columns; print(psutil.Process().num_threads())"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "1"
