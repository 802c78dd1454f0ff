"""Finds the engines that recognise text, without loading them."""

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

_ROOTS = ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")
"""Environment variables of the folders that Windows installers use."""


def tesseract() -> str:
    """Return where the program is: on the path, or where its Windows installer puts it; empty without."""
    roots = [Path(root) for name in _ROOTS if (root := os.environ.get(name))]
    folders = [folder / "Tesseract-OCR" for root in roots for folder in (root, root / "Programs")]
    found = (str(folder / "tesseract.exe") for folder in folders if (folder / "tesseract.exe").is_file())
    return shutil.which("tesseract") or next(found, "")


def rapidocr() -> bool:
    """Tell whether the library and the runtime of its models are installed."""
    return all(find_spec(name) for name in ("rapidocr", "onnxruntime"))
