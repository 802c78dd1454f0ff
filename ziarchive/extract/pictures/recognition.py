"""Recognises the pages that are pictures: upright first, level next, then the better of two texts.

A picture is read as it stands; only when that gives little is it turned, so that what a scanner
delivers upright, as nearly everything is, costs one reading.
"""

import re
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Protocol

from PIL import Image

from ziarchive.extract.mail import within
from ziarchive.extract.pdf.legible import legibility
from ziarchive.extract.pictures import frames, views
from ziarchive.extract.pictures.seen import Failed, Seen
from ziarchive.extract.pictures.upright import ready
from ziarchive.extract.sniff import sniff
from ziarchive.extract.waiting import FLAG, without_notes
from ziarchive.model import ReadState
from ziarchive.ports import Extracted

_MODULES = {"tesseract": "ziarchive.extract.pictures.tesseract", "rapidocr": "ziarchive.extract.pictures.rapid"}
_SOLID, _SURE, _SPARSE = 0.6, 75.0, 40
"""Share of sure words, percent of certainty and letters from which on a picture is not turned to try another way:
upright ones have 0.7 to 0.9 and 85 to 97."""
_CLEARLY = 1.25
"""How many times the words of a digital text, such as a slide's over a picture, recognition must see."""
_WITHOUT = "Pengenalan tulisan (OCR) tidak menemukan teks; berkas dicari lewat namanya."
_BROKEN = "gambarnya rusak atau terlalu besar"
_LATE = "{} halaman lagi belum dikenali (batas waktu)."
_OUTDATED = re.compile(re.escape(_WITHOUT) + r"|\d+" + re.escape(_LATE[2:]))
"""What an earlier call said."""
_TURNS = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
"""Degrees clockwise; Pillow counts the other way."""
_NOTHING = Seen()
_Waiting = deque[tuple[int, int]]
"""Each page's place in the whole, and in the file that is open."""


class Engine(Protocol):
    """A module that reads one grey picture."""

    def see(self, picture: Image.Image) -> Seen: ...

    def turns(self, picture: Image.Image) -> tuple[int, ...]: ...


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of one page."""

    place: int
    seen: Seen = _NOTHING
    failure: str = ""


def recognise(path: Path, extracted: Extracted, name: str, seconds: float) -> Extracted:
    """Return `extracted` with what the engine `name` sees in its scans, as far as the time allows."""
    engine: Engine = import_module(_MODULES[name])
    outcomes = list(_outcomes(path, extracted, engine, time.monotonic() + seconds))
    pages, sure = list(extracted.pages), list(extracted.sure or (None,) * len(extracted.pages))
    for outcome in outcomes:
        if _better(outcome.seen.text, pages[outcome.place]):
            pages[outcome.place], sure[outcome.place] = outcome.seen.text, round(outcome.seen.sure)
    return _told(replace(extracted, pages=tuple(pages), sure=tuple(sure)), outcomes, name)


def see(picture: Image.Image, engine: Engine) -> Seen:
    """Return the text of a grey picture, whichever way it stands or leans; raises `Failed`."""
    best = engine.see(ready(picture))
    if best.solid >= _SOLID and best.sure >= _SURE and len(best.text) >= _SPARSE:
        return best
    for degrees in engine.turns(picture):
        turned = engine.see(ready(picture.transpose(_TURNS[degrees])))
        best = max(best, turned, key=lambda seen: seen.score)
    return best


def _outcomes(path: Path, extracted: Extracted, engine: Engine, end: float) -> Iterator[_Outcome]:
    """Yield page by page until the time is over; the first page always."""
    origins = extracted.origins or tuple((place,) for place in range(len(extracted.pages)))
    for members, places in groupby(extracted.scans, lambda place: origins[place][:-1]):
        for outcome in _of_one_file(path, members, deque((place, origins[place][-1]) for place in places), engine):
            yield outcome
            if time.monotonic() > end:
                return


def _of_one_file(path: Path, members: tuple[int, ...], waiting: _Waiting, engine: Engine) -> Iterator[_Outcome]:
    """Yield the waiting pages of the file itself, or of the file that lies at `members` in it."""
    try:
        with within.unpacked(path, members) as file, views.opened(file, sniff(file).media_type) as view:
            while waiting:
                outcome = _one(*waiting[0], view, engine)
                waiting.popleft()
                yield outcome
    except within.Lost as error:
        yield from (_Outcome(place, failure=str(error)) for place, _ in waiting)
    except (frames.Broken, frames.TooLarge):
        yield from (_Outcome(place, failure=_BROKEN) for place, _ in waiting)


def _one(place: int, page: int, view: views.View, engine: Engine) -> _Outcome:
    try:
        return _Outcome(place, see(view(page), engine))
    except Failed as error:
        return _Outcome(place, failure=str(error))
    except (frames.Broken, frames.TooLarge):
        return _Outcome(place, failure=_BROKEN)


def _better(seen: str, layer: str) -> bool:
    """Tell whether recognised text says more than the text layer; a layer without garbage must be outdone clearly."""
    new, old = legibility(seen), legibility(layer)
    clean = bool(old.words) and not old.garbage
    gained = new.words - 2 * new.garbage - (_CLEARLY if clean else 1.0) * (old.words - 2 * old.garbage)
    return gained > 0 or (gained == 0 and not clean and len(seen) > len(layer))


def _told(extracted: Extracted, outcomes: list[_Outcome], name: str) -> Extracted:
    """Return the state, the reason and the flags that fit the pages."""
    why = without_notes(_OUTDATED.sub("", extracted.why))
    failures = [f"Halaman {o.place + 1} tidak dikenali: {o.failure}." for o in outcomes if o.failure]
    left = extracted.scans[len(outcomes) :]
    late = [_LATE.format(len(left))] if left else []
    found = any(page.strip() for page in extracted.pages)
    whys = [*([] if found else [_WITHOUT]), why, *failures[:5], *late]
    read = any(percent is not None for percent in extracted.sure)
    added = ("ocr", "partial") if failures else ("ocr",)
    return replace(
        extracted,
        state=ReadState.OK if found else ReadState.NO_TEXT,
        why=" ".join(filter(None, whys)),
        text_from="+".join(dict.fromkeys(filter(None, (*extracted.text_from.split("+"), name if read else "")))),
        flags=tuple(flag for flag in dict.fromkeys((*extracted.flags, *added)) if left or flag != FLAG),
        scans=left,
    )
