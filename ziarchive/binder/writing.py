"""Writes a binder: the evidence first, then the pages that tell what became of it, then the checksums."""

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from ziarchive import __version__
from ziarchive.binder import sheet, sink
from ziarchive.binder.bag import Bag
from ziarchive.binder.contents import Binder
from ziarchive.binder.copying import Lost, NotCopied, Opener, pieces
from ziarchive.binder.pages import INDEX, STYLE, Site
from ziarchive.lke import Score
from ziarchive.lke.sheet import heading
from ziarchive.lke.sheet import lines as lke_lines
from ziarchive.lke.workbook import workbook as lke_workbook

Progress = Callable[[int, int], None]
"""Called with how many files are done, and how many there are."""
LKE = "LKE.xlsx"
_LISTS = {
    LKE: "setiap butir LKE dengan jawaban yang didukung dokumen, bukti dan catatan, untuk Excel",
    sheet.PATH: "setiap berkas menurut butir LKE, dengan tautan dan keadaannya, untuk Excel",
    "kesenjangan.csv": "setiap bukti dengan periode, jatuh tempo dan keadaannya",
}


@dataclass(frozen=True, slots=True)
class Written:
    """What came of it."""

    target: Path
    evidence: int
    """Files of it."""
    size: int
    """Bytes of everything below data/."""
    lost: tuple[Lost, ...]


def write(binder: Binder, target: Path, opener: Opener, progress: Progress) -> Written:
    """Write a binder to a ZIP where the name ends in .zip, else to a folder that is not there yet.

    Raises `CannotRun` when the place is taken, full or cannot be written, and what `opener` raises when
    more than one file is gone; nothing is left behind then.
    """
    with sink.opened(target, top=target.stem) as into:
        bag = Bag(into, binder.made)
        lost = _evidence(binder, bag, opener, progress)
        taken = {path.removeprefix("data/"): digest for path, digest in bag.payload.items()}
        _told(
            binder,
            bag,
            Site(binder, lost, taken, {path: _LISTS.get(path, "") for path in _named(binder)}),
        )
        bag.close(_info(binder, lost))
    return Written(target, len(taken), bag.size, lost)


def _evidence(binder: Binder, bag: Bag, opener: Opener, progress: Progress) -> tuple[Lost, ...]:
    lost: list[Lost] = []
    for done, filed in enumerate(binder.files):
        progress(done, len(binder.files))
        stamp = filed.document.stamp
        modified = sink.when(stamp.mtime_ns / 1e9)
        try:
            bag.add(filed.path, pieces(filed.document, opener), modified, stamp.size, packed=False)
        except NotCopied as error:
            lost.append(Lost(filed, str(error)))
    progress(len(binder.files), len(binder.files))
    return tuple(lost)


def _told(binder: Binder, bag: Bag, site: Site) -> None:
    """Write everything that is no evidence."""

    def add(path: str, text: Generator[bytes]) -> None:
        bag.add(path, text, binder.made, packed=True)

    add(INDEX, site.index())
    for path, text in site.components():
        with closing(text):
            add(path, text)
    add(STYLE, _whole(files("ziarchive.binder").joinpath("binder.css").read_bytes()))
    add(sheet.PATH, _whole(sheet.workbook(sheet.lines(binder, site.digests))))
    if binder.score:
        add(LKE, _whole(_shaped(binder, binder.score, site)))
    for path, raw in binder.extras.items():
        add(path, _whole(raw))


def _named(binder: Binder) -> Iterator[str]:
    """Yield the paths of the lists, in the order in which the index names them."""
    if binder.score:
        yield LKE
    yield from (sheet.PATH, *binder.extras)


def _shaped(binder: Binder, score: Score, site: Site) -> bytes:
    """Return the sheet in the shape of the LKE, with the paths of the evidence that is here."""
    filed = {each.document.id: each.path for each in binder.files if each.path in site.digests}
    wanted = {
        each.item.code
        for each in score.items
        if binder.within is None or any(one.code.within(binder.within) for one in each.indicators)
    }
    lines = (line for line in lke_lines(score, lambda shown: filed.get(shown.id, "")) if line.item in wanted)
    return lke_workbook(heading(score), lines)


def _whole(raw: bytes) -> Generator[bytes]:
    yield raw


def _info(binder: Binder, lost: tuple[Lost, ...]) -> dict[str, str]:
    plan = binder.report.plan
    about = f"Bukti Zona Integritas {plan.year}, {binder.title}, keadaan per {binder.report.on.isoformat()}."
    within = str(binder.within or "")
    missing = f" {len(lost)} berkas tidak dapat disertakan; lihat data/{INDEX}." if lost else ""
    return {
        "Source-Organization": plan.unit,
        "External-Description": about + missing,
        "External-Identifier": "/".join(filter(None, (plan.id, within, binder.report.on.isoformat()))),
        "Bagging-Date": binder.made.date().isoformat(),
        "Bag-Software-Agent": f"ziarchive {__version__}",
    }
