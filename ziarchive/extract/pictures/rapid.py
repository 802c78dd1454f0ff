"""Recognises text with the library RapidOCR, for machines where tesseract cannot be installed.

Its models see Latin letters beside others; it finds lines by itself, whichever way they lean a little.
"""

import os
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Any

from PIL import Image

from ziarchive.extract.pictures.seen import Failed, Seen, Word

_SIDE = 2000
"""Pixels of the longer side, at most: its text finder works on small copies anyway."""

_PARAMETERS = {
    "Global.log_level": "critical",
    "Global.use_cls": False,  # it turns single lines upside down that stand upright
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
}


def see(picture: Image.Image) -> Seen:
    """Return the text of a grey picture as it stands; raises `Failed`."""
    small = picture.convert("RGB")
    small.thumbnail((_SIDE, _SIDE))
    try:
        found = _engine()(small)
    except Exception as error:  # a library of many parts, each with errors of its own
        raise Failed(f"RapidOCR gagal ({type(error).__name__})") from error
    if found.boxes is None or not found.txts:
        return Seen()
    return Seen.of(_lines(zip(found.boxes, found.txts, found.scores, strict=True)))


def turns(picture: Image.Image) -> tuple[int, ...]:
    """Return every turn: nothing tells which."""
    return (180, 90, 270)


@cache
def _engine() -> Any:
    # Its runtime otherwise keeps a store of what it does, and sends it to its maker.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    return import_module("rapidocr").RapidOCR(params=_PARAMETERS)


def _lines(found: Iterable[tuple[Any, str, float]]) -> Iterable[list[Word]]:
    """Group boxes whose middles lie in one line, each line from left to right."""
    boxes = sorted(((_middle(box), _height(box), float(box[0][0]), text, score * 100) for box, text, score in found))
    line: list[tuple[float, str, float]] = []
    last = None
    for middle, height, left, text, sure in boxes:
        if last is not None and middle - last > height / 2:
            yield _words(line)
            line = []
        line.append((left, text, sure))
        last = middle
    yield _words(line)


def _words(line: list[tuple[float, str, float]]) -> list[Word]:
    return [Word(word, sure) for _, text, sure in sorted(line) for word in text.split()]


def _middle(box: Any) -> float:
    return float(box[0][1] + box[2][1]) / 2


def _height(box: Any) -> float:
    return float(box[3][1] - box[0][1])
