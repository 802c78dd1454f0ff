"""The way in: what every worker process imports again."""

import subprocess
import sys


def test_imports_nothing_yet() -> None:
    """Importing the way in loads no other part, so that a worker starts fast and small."""
    script = "import sys, ziarchive.__main__; print([name for name in sys.modules if name.startswith('ziarchive.')])"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "['ziarchive.__main__']"
