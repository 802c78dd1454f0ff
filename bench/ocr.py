"""The bench of recognition: known pages become bad scans; how many of their words come back?

    python -m bench.ocr [--pages 6] [--scratch FOLDER]

Ours is a reader's whole way (`image.extract`, then `ocr.recognise`); beside it plain `tesseract -l ind` on
the same file in the same run, which is what one types first.
"""

import argparse
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image

from bench import worn
from bench.memory import peaks
from samples import render
from samples.text import compose
from ziarchive.extract.pictures import engines, image, ocr

KINDS = ("SK", "Notulen", "Laporan", "Daftar hadir", "Surat", "SOP")
"""Prose, lists, tables and names."""
GOALS = {"clean, 150 dpi": 0.95} | dict.fromkeys(worn.DEGRADED, 0.85)


@dataclass(slots=True)
class Tally:
    """What one way of reading gave for one kind of scan."""

    found: int = 0
    asked: int = 0
    seconds: list[float] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / self.asked if self.asked else 0.0

    def add(self, truth: str, text: str, seconds: float) -> None:
        wanted = words(truth)
        self.found += (wanted & words(text)).total()
        self.asked += wanted.total()
        self.seconds.append(seconds)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the bench; return 0 also when a goal is not met, and 1 without an engine."""
    parser = argparse.ArgumentParser(prog="python -m bench.ocr", description=__doc__)
    parser.add_argument("--pages", type=int, default=6, help="pages of each kind of scan (default: 6)")
    parser.add_argument("--scratch", type=Path, help="where to write them")
    options = parser.parse_args(arguments)
    if not ocr.engine():
        print(ocr.advice(), file=sys.stderr)
        return 1
    with TemporaryDirectory(dir=options.scratch) as scratch, peaks() as most:
        tallies = measure(options.pages, Path(scratch))
    print(table(tallies))
    print(f"\npeak memory: {most.own} MB, and {most.engine} MB in the engine's process")
    return 0


def measure(count: int, scratch: Path) -> dict[str, tuple[Tally, Tally]]:
    """Return by kind of scan what we and plain tesseract found."""
    tallies = {name: (Tally(), Tally()) for name in worn.WAYS}
    for number, (truth, page) in enumerate(pages(count, scratch)):
        for name, (ours, plain) in tallies.items():
            print(f"page {number + 1} of {count}: {name}", file=sys.stderr, flush=True)
            path = worn.WAYS[name](page, scratch / f"{number}")
            ours.add(truth, *_clocked(_ours, path))
            if engines.tesseract():
                plain.add(truth, *_clocked(_plain, path))
            path.unlink()
    return tallies


def pages(count: int, scratch: Path) -> Iterator[tuple[str, Image.Image]]:
    """Yield each page's text and its grey picture at 300 dpi."""
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        path = scratch / "page.pdf"
        render.pdf(compose(kind, f"{kind} Tim Kerja Zona Integritas", f"bagian {number}", date(2024, 3, 15)), path)
        document = pypdfium2.PdfDocument(path)
        try:
            text = document[0].get_textpage().get_text_range().replace("\ufffe", "-")
            yield text, document[0].render(scale=300 / 72, grayscale=True).to_pil().convert("L")
        finally:
            document.close()


def words(text: str) -> Counter[str]:
    """Return the words of two letters or digits at least, which are what a search finds."""
    return Counter(re.findall(r"\w{2,}", text.casefold()))


def table(tallies: dict[str, tuple[Tally, Tally]]) -> str:
    """Return the plain text table."""
    lines = [f"{'word recall, %':24}{'ziarchive':>10}{'plain':>8}{'s a page':>10}{'plain':>8}  goal"]
    lines.append("-" * len(lines[0]))
    for name, (ours, plain) in tallies.items():
        goal = GOALS.get(name)
        verdict = "" if goal is None else f">= {100 * goal:g}  {'met' if ours.recall >= goal else 'NOT MET'}"
        cells = f"{_percent(ours):>10}{_percent(plain):>8}{_seconds(ours):>10}{_seconds(plain):>8}"
        lines.append(f"{name:24}{cells}  {verdict}".rstrip())
    return "\n".join(lines)


def _percent(tally: Tally) -> str:
    return f"{100 * tally.recall:.1f}" if tally.asked else "-"


def _seconds(tally: Tally) -> str:
    return f"{sum(tally.seconds) / len(tally.seconds):.1f}" if tally.seconds else "-"


def _clocked(read: Callable[[Path], str], path: Path) -> tuple[str, float]:
    start = time.perf_counter()
    text = read(path)
    return text, time.perf_counter() - start


def _ours(path: Path) -> str:
    return "\n".join(ocr.recognise(path, image.extract(path)).pages)


def _plain(path: Path) -> str:
    command = [engines.tesseract(), str(path), "stdout", "-l", "ind"]
    alone = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # its threads only hinder one another
    return subprocess.run(command, capture_output=True, check=False, env=alone).stdout.decode("utf-8", "replace")


if __name__ == "__main__":
    sys.exit(main())
