"""Engines are found where they are installed, without loading them."""

import subprocess
import sys
from pathlib import Path

import pytest

from ziarchive.extract.pictures import engines, ocr
from ziarchive.model import ReadState
from ziarchive.ports import Extracted


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A system without an engine; returns the folder of its programs."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    monkeypatch.setattr(engines, "find_spec", lambda name: None)
    return tmp_path


def test_a_windows_installation_off_the_path_is_found(bare: Path) -> None:
    """The usual folder of the installer is looked into."""
    place = bare / "Tesseract-OCR" / "tesseract.exe"
    place.parent.mkdir()
    place.touch()
    assert (engines.tesseract(), ocr.engine(), ocr.advice()) == (str(place), "tesseract", "")


@pytest.mark.usefixtures("bare")
def test_the_second_engine_serves_without_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """RapidOCR is used where there is no tesseract, and only with the runtime of its models."""
    installed = {"rapidocr"}
    monkeypatch.setattr(engines, "find_spec", lambda name: name in installed or None)
    assert ocr.engine() == ""
    installed.add("onnxruntime")
    assert ocr.engine() == "rapidocr"


@pytest.mark.usefixtures("bare")
def test_without_an_engine_it_is_said_what_to_install(tmp_path: Path) -> None:
    """Nothing changes in what was read, and the advice names the program and the language."""
    scan = Extracted(ReadState.NO_TEXT, ("",), "Gambar.", "image/png", scans=(0,))
    assert ocr.recognise(tmp_path / "tidak-dibuka.png", scan) is scan
    assert ocr.engine() == "" and "Pasang Tesseract" in ocr.advice() and "tesseract-ocr-ind" in ocr.advice()


def test_asking_for_the_engine_loads_nothing_heavy() -> None:
    """The main process learns what is installed without loading pictures, PDFium or the engine."""
    code = (
        "import sys; from ziarchive.extract.pictures import ocr; ocr.engine(); ocr.advice(); "
        "print([name for name in ('PIL', 'pypdfium2', 'rapidocr', 'numpy') if name in sys.modules])"
    )
    outcome = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert outcome.stdout.strip() == "[]"
