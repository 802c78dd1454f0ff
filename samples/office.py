"""The demo office: some 120 generated files, a believable half-finished year, from `office.yaml`.

`python -m samples HOME` writes them, reads them once, and records what people decided.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path, PurePosixPath

import yaml

from samples import oddities, pictures, render
from samples.paper import Paper
from samples.text import compose
from ziarchive.wording import MONTHS

ON = date(2024, 7, 10)
"""The day the half-finished year is looked at."""

Maker = Callable[[Paper, Path], None]

_BY_SUFFIX: Mapping[str, Maker] = {
    ".pdf": render.pdf,
    ".docx": render.word,
    ".png": pictures.screenshot,
    ".jpg": pictures.photo,
    ".jpeg": pictures.photo,
    ".xlsx": oddities.sheet,
}
_BY_NAME: Mapping[str, Maker] = {
    "scan": pictures.scan,
    "locked": oddities.locked,
    "truncated": oddities.truncated,
    "empty": oddities.empty,
    "word": render.word,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One file of the table."""

    path: str
    """Relative to the archive, POSIX style."""
    kind: str
    dated: date
    title: str
    make: Maker


def rows() -> Iterator[Row]:
    """Yield the files of `office.yaml` in its order."""
    table = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    for folder, files in table.items():
        for name, cells in files.items():
            yield _row(f"{folder}/{name}", *cells)


def _row(path: str, kind: str, dated: date, title: str = "", how: str = "") -> Row:
    name = PurePosixPath(path)
    make = _BY_NAME[how] if how else _BY_SUFFIX[name.suffix]
    return Row(path, kind, dated, title or _title(name.stem), make)


def _title(stem: str) -> str:
    """Return the middle of code_title_period, or all of a name that is not canonical."""
    parts = stem.split("_")
    return parts[1] if len(parts) == 3 else stem


def period_words(path: str, dated: date) -> str:
    """Return the period that a document itself names: its quarter or semester, else its month."""
    found = re.search(r"(?:TW|Triwulan)\s*(II|I|2|1)\b|TW(\d)|(Semester I\b|S1\b)", path)
    if not found:
        return f"{MONTHS[dated.month - 1]} {dated.year}"
    if found[3]:
        return f"Semester I {dated.year}"
    roman = {"1": "I", "2": "II", "4": "IV"}
    number = found[1] or found[2]
    return f"Triwulan {roman.get(number, number)} {dated.year}"


def fill(home: Path, on: date | None = None) -> int:
    """Write the files dated by `on` (default: `ON`) into `home`/archive and return how many."""
    wanted = [row for row in rows() if row.dated <= (on or ON)]
    for row in wanted:
        target = home / "archive" / row.path
        target.parent.mkdir(parents=True, exist_ok=True)
        row.make(compose(row.kind, row.title, period_words(row.path, row.dated), row.dated), target)
        stamp = datetime.combine(row.dated, time(8, 30), UTC).timestamp()
        os.utime(target, (stamp, stamp))
    return len(wanted)
