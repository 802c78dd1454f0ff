"""Scans get their text, pages keep the better one, and what was not recognised says why."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import ExifTags, Image
from reportlab.lib.pagesizes import A6
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from bench import worn
from tests.extract.pictured import WORDS, need_tesseract, page, recall
from ziarchive.extract import pdf
from ziarchive.extract.clean import clean
from ziarchive.extract.pictures import image, ocr, recognition, tesseract
from ziarchive.extract.pictures.seen import Failed, Seen
from ziarchive.model import ReadState
from ziarchive.ports import Extracted

LAYER = "Keputusan kepala balai tentang rapat pembahasan rencana aksi dan pelayanan publik di kantor. " * 3
BROKEN = "K€putusan k€pala ba1ai ten~tang rap~at pemba~hasan r€ncana a~ksi d~an pe1ayanan pub1ik " * 3


@pytest.fixture(scope="module")
def full() -> Image.Image:
    return page(WORDS * 2, (620, 877), 20)


@pytest.fixture(autouse=True)
def need(request: pytest.FixtureRequest) -> None:
    if "fake" not in request.fixturenames:
        need_tesseract()


@pytest.fixture
def scanned(tmp_path: Path, full: Image.Image) -> Callable[..., Path]:
    """Return a maker of PDFs whose pages are pictures of the page, each with a text layer or without."""

    def make(*layers: str) -> Path:
        canvas = Canvas(str(tmp_path / "pindai.pdf"), pagesize=A6)
        for layer in layers:
            stream = io.BytesIO()
            full.save(stream, "PNG")
            canvas.drawImage(ImageReader(stream), 0, 0, *A6)
            for row in range(0, len(layer), 90):
                line = canvas.beginText(20, 400 - row / 12)
                line.setFont("Helvetica", 5)
                line.setTextRenderMode(3)
                line.textOut(layer[row : row + 90])
                canvas.drawText(line)
            canvas.showPage()
        canvas.save()
        return tmp_path / "pindai.pdf"

    return make


def read(path: Path) -> Extracted:
    return ocr.recognise(path, (pdf if path.suffix == ".pdf" else image).extract(path))


def test_a_scanned_pdf_gets_its_text(scanned: Callable[..., Path]) -> None:
    """Its pages have words, how sure they are, and no reason is left."""
    found = read(scanned("", ""))
    assert (found.state, found.why, found.scans) == (ReadState.OK, "", ())
    assert (found.text_from, found.flags) == ("tesseract", ("ocr",))
    assert all(recall(text) > 0.95 and clean(text) == text for text in found.pages)
    assert all(percent is not None and percent > 80 for percent in found.sure)


def test_a_broken_layer_is_replaced(scanned: Callable[..., Path]) -> None:
    """Of a page whose layer is garbage the recognised text is kept; a good layer is not read again."""
    found = read(scanned(LAYER * 3, BROKEN))
    assert "Keputusan kepala balai" in found.pages[0] and recall(found.pages[1]) > 0.95
    assert found.sure[0] is None and found.sure[1] is not None
    assert (found.text_from, found.state) == ("pdfium+tesseract", ReadState.OK)


@pytest.mark.parametrize("degrees", [90, 5])
def test_pictures_are_set_upright(tmp_path: Path, full: Image.Image, degrees: int) -> None:
    """Turned by a quarter or askew, the words come back."""
    full.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255).save(tmp_path / "a.png")
    assert recall(read(tmp_path / "a.png").pages[0]) > 0.9


def test_the_cameras_turn_is_heeded(tmp_path: Path, full: Image.Image) -> None:
    """A photograph whose turn is only noted is read as it is seen."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    full.rotate(90, expand=True).save(tmp_path / "a.jpg", exif=exif)
    assert recall(read(tmp_path / "a.jpg").pages[0]) > 0.9


def test_every_frame_of_a_fax_is_a_page(tmp_path: Path) -> None:
    """Pages of a TIFF are recognised one by one; one without text stays empty."""
    first = page(WORDS[:3], (620, 300), 20).convert("1")
    others = [Image.new("1", first.size, 255), first]
    first.save(tmp_path / "faks.tif", save_all=True, append_images=others)
    found = read(tmp_path / "faks.tif")
    assert [bool(text) for text in found.pages] == [True, False, True]
    assert [percent is None for percent in found.sure] == [False, True, False]


def test_a_picture_without_text_says_so(tmp_path: Path) -> None:
    """Where nothing was seen, that is the reason."""
    Image.new("RGB", (300, 240), "beige").save(tmp_path / "a.png")
    found = read(tmp_path / "a.png")
    assert (found.state, found.scans, found.sure) == (ReadState.NO_TEXT, (), (None,))
    assert "tidak menemukan teks" in found.why and "belum" not in found.why


class Fake:
    """An engine that sees what it is told to, picture by picture."""

    def __init__(self, *answers: Seen | Failed, turns: tuple[int, ...] = ()) -> None:
        self.answers = list(answers)
        self.sizes: list[tuple[int, int]] = []
        self._turns = turns

    def see(self, picture: Image.Image) -> Seen:
        self.sizes.append(picture.size)
        answer = self.answers.pop(0)
        if isinstance(answer, Failed):
            raise answer
        return answer

    def turns(self, picture: Image.Image) -> tuple[int, ...]:
        return self._turns


GOOD, POOR = Seen("Rapat membahas pembangunan Zona Integritas 2024", 92, 40, 0.9), Seen("xq", 30, 1)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Fake], None]]:
    """Return what puts a fake in tesseract's place."""

    def put(engine: Fake) -> None:
        monkeypatch.setattr(tesseract, "see", engine.see)
        monkeypatch.setattr(tesseract, "turns", engine.turns)

    yield put


def test_a_convincing_page_is_read_once() -> None:
    """What is sure and long is not turned."""
    engine = Fake(GOOD, turns=(180,))
    assert recognition.see(Image.new("L", (90, 50), 255), engine) == GOOD


def test_the_best_turn_wins() -> None:
    """Among the turns the one with the most certain letters is kept, and a quarter turn swaps the sides."""
    engine = Fake(POOR, POOR, GOOD, POOR, turns=(180, 90, 270))
    assert recognition.see(Image.new("L", (90, 50), 255), engine) == GOOD
    assert engine.sizes == [(90, 50), (90, 50), (50, 90), (50, 90)]


def recognise(path: Path, engine: Fake, fake: Callable[[Fake], None], seconds: float = 60) -> Extracted:
    fake(engine)
    return recognition.recognise(path, pdf.extract(path), "tesseract", seconds)


def test_a_page_that_fails_leaves_the_others(scanned: Callable[..., Path], fake: Callable[[Fake], None]) -> None:
    """One page over its time is named; the rest has text."""
    found = recognise(scanned("", ""), Fake(Failed("tidak selesai dalam 45 detik"), GOOD), fake)
    assert (found.pages, found.sure) == (("", GOOD.text), (None, 92))
    assert found.why == "Halaman 1 tidak dikenali: tidak selesai dalam 45 detik."
    assert found.flags == ("ocr", "partial")


def test_over_time_the_rest_is_left_for_another_call(
    scanned: Callable[..., Path], fake: Callable[[Fake], None]
) -> None:
    """The pages that had no turn stay scans, and a second call reads on without losing the first."""
    path = scanned("", "")
    first = recognise(path, Fake(GOOD), fake, seconds=0)
    assert (first.scans, first.sure) == ((1,), (92, None)) and "1 halaman lagi" in first.why
    fake(Fake(GOOD))
    second = recognition.recognise(path, first, "tesseract", 60)
    assert (second.scans, second.sure, second.why) == ((), (92, 92), "")


def test_a_worse_text_is_not_taken(scanned: Callable[..., Path], fake: Callable[[Fake], None]) -> None:
    """A layer in pieces is kept where recognition sees still less."""
    layer = LAYER[:250] + " BAI\\IDUNG d€sa pub1ik "
    found = recognise(scanned(layer), Fake(Seen("rapat", 95, 5)), fake)
    assert "Keputusan kepala balai" in found.pages[0]
    assert (found.sure, found.text_from, found.flags) == ((None,), "pdfium", ("ocr",))


@pytest.mark.parametrize(
    ("seen", "layer", "taken"),
    [
        ("rapat 12", "", True),
        ("4,40 4,28", "", True),
        ("", "", False),
        ("", "halaman dua", False),
        ("Rapat kerja zona integritas", "Rapat kerja zona integritas", False),
        ("Rapat kerja zona integritas tahun", "Rapat kerja zona integritas", False),
        ("Rapat kerja zona integritas dihadiri seluruh pegawai balai", "halaman dua", True),
        ("Rapat kerja zona integritas", "Rapat k€rja zona integr1tas", True),
        ("xqvw bhjqzs kwqjx", "halaman", False),
    ],
)
def test_the_text_that_says_more_is_kept(seen: str, layer: str, taken: bool) -> None:
    """Digital text is replaced only where recognition sees clearly more; broken text where it sees as much."""
    assert recognition._better(seen, layer) is taken


def test_a_grained_table_is_read_whole(tmp_path: Path) -> None:
    """Grain at 150 dots an inch, which makes an engine take the page for a picture, costs no words."""
    worn.WAYS["grey and grainy"](page(WORDS * 2, (2480, 3508), 80), tmp_path / "a")
    assert recall(read(tmp_path / "a.png").pages[0]) > 0.9
