"""The whole bench of the browser, small: every page is opened, everything is pressed, and the tables say so."""

import re
import subprocess
import sys
from pathlib import Path

from bench.browser import main as program
from bench.browser import visits
from bench.browser.visits import Opened
from tests.bench.browser.conftest import COUNT
from tests.conftest import missing


def test_the_bench_runs(home: Path) -> None:
    """Each page has its first paint, server time and size; each press its time."""
    if not visits.CHROMIUM.exists():
        missing(f"{visits.CHROMIUM} is missing")
    command = [sys.executable, "-m", "bench.browser", "--count", str(COUNT), "--rounds", "1", "--home", str(home)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert f"480 slots, {COUNT} documents" in told and "Busy before" in told
    for page in visits.PAGES:
        assert re.search(rf"^{re.escape(page)} +[\d,]+ +[\d,]+ +[\d,]+ +[\d,]+ +[\d,]+ +<= 1000 ms", told, re.MULTILINE)
    assert len(re.findall(r"<= 200 ms", told)) == 4


def test_goals_are_judged() -> None:
    """The median first paint, and the slowest press but one in twenty, meet their goals or do not."""
    slow, fast = Opened([1100.0], [1.0], [2048.0], [10.0]), Opened([90.0], [1.0], [2048.0], [10.0])
    told = str(program.pages_table({"slow": slow, "fast": fast}, "few"))
    assert re.search(r"^slow .* 2 .*NOT MET$", told, re.MULTILINE) and re.search(r"^fast .* met$", told, re.MULTILINE)
    told = str(program.presses_table({"slow": [10.0] * 9 + [300.0], "fast": [10.0]}))
    assert re.search(r"^slow .*NOT MET$", told, re.MULTILINE) and re.search(r"^fast .* met$", told, re.MULTILINE)
