"""Slides are read in the order they are shown, with all that is written on and beside them."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from tests.extract.contract import ExtractorContract
from tests.extract.made import convert
from ziarchive.extract import bounds
from ziarchive.extract.office import slides
from ziarchive.model import ReadState
from ziarchive.ports import Extracted

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
ROLE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
INCH = Inches(1)


def make(path: Path) -> Path:
    """Write a presentation with text, notes, a table, a group, a chart and a hidden slide."""
    show = Presentation()
    first = show.slides.add_slide(show.slide_layouts[1])
    first.shapes.title.text = "Rapat Evaluasi"
    first.placeholders[1].text = "butir satu\nbutir dua"
    first.notes_slide.notes_text_frame.text = "catatan pembicara"
    second = show.slides.add_slide(show.slide_layouts[6])
    table = second.shapes.add_table(2, 2, 0, 0, INCH, INCH).table
    table.cell(0, 0).text, table.cell(0, 1).text, table.cell(1, 1).text = "No", "Nama", "Siti"
    second.shapes.add_group_shape().shapes.add_textbox(0, 0, INCH, INCH).text_frame.text = "dalam grup"
    numbers = CategoryChartData()
    numbers.categories = ["Jan", "Feb"]
    numbers.add_series("Capaian", (1, 2))
    chart = second.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, INCH, INCH, numbers).chart
    chart.has_title = True
    chart.chart_title.text_frame.text = "Grafik"
    third = show.slides.add_slide(show.slide_layouts[5])
    third.shapes.title.text = "cadangan"
    third._element.set("show", "0")
    show.core_properties.title = "Paparan"
    show.save(str(path))
    return path


class TestPptx(ExtractorContract):
    """The reader of slides keeps the extractor's contract."""

    extractor = staticmethod(slides.extract)
    words = ("Rapat Evaluasi", "Siti", "cadangan")

    @pytest.fixture
    def sample(self, tmp_path: Path) -> Path:
        return make(tmp_path / "paparan.pptx")


@pytest.fixture(scope="session")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("paparan")
    opened = convert(folder, make(folder / "paparan.pptx"), "odp")
    return convert(folder, opened, "pptx:Impress MS PowerPoint 2007 XML")


class TestRealPptx(TestPptx):
    """The same presentation, saved by LibreOffice."""

    @pytest.fixture
    def sample(self, saved: Path, tmp_path: Path) -> Path:
        (tmp_path / "paparan.pptx").write_bytes(saved.read_bytes())
        return tmp_path / "paparan.pptx"


def test_reads_all_that_is_written(tmp_path: Path) -> None:
    """Shapes, notes, tables, groups and charts give their words; hidden slides are read and flagged."""
    found = slides.extract(make(tmp_path / "a.pptx"))
    assert found.pages[0] == "Rapat Evaluasi\nbutir satu\nbutir dua\ncatatan pembicara\n"
    assert found.pages[1].startswith("No\tNama\n\tSiti\ndalam grup\nGrafik\n")
    assert found.pages[1].endswith("Capaian\nJan\nFeb\n")
    assert (found.labels, found.flags) == (("Salindia 1", "Salindia 2", "Salindia 3"), ("hidden",))
    # The day of python-pptx's own template says nothing of this file.
    assert (found.title, found.dates) == ("Paparan", ())


def package(path: Path, parts: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path


def slide(*words: str) -> str:
    paragraphs = "".join(f"<a:p><a:r><a:t>{word}</a:t></a:r></a:p>" for word in words)
    return f"<p:sld {A} {P} {R}><p:sp><p:txBody>{paragraphs}</p:txBody></p:sp></p:sld>"


def links(*targets: tuple[str, str, str]) -> str:
    rows = "".join(f'<Relationship Id="{i}" Type="{ROLE}{role}" Target="{target}"/>' for i, role, target in targets)
    return f"<Relationships>{rows}</Relationships>"


MINIMAL = {
    "ppt/presentation.xml": f'<p:presentation {P} {R}><p:sldIdLst><p:sldId r:id="b"/><p:sldId r:id="a"/></p:sldIdLst>'
    "</p:presentation>",
    "ppt/_rels/presentation.xml.rels": links(("a", "slide", "slides/slide1.xml"), ("b", "slide", "slides/slide2.xml")),
    "ppt/slides/slide1.xml": slide("satu"),
    "ppt/slides/slide2.xml": slide("dua"),
}
CASES = {
    "in the order shown": ({}, ("dua\n", "satu\n"), ()),
    "by number, when the order is lost": ({"ppt/_rels/presentation.xml.rels": "<a/>"}, ("satu\n", "dua\n"), ()),
    "a damaged slide": ({"ppt/slides/slide1.xml": ""}, ("dua\n", ""), ("partial",)),
    "macros": ({"ppt/vbaProject.bin": "x"}, ("dua\n", "satu\n"), ("macro",)),
    "a diagram": (
        {
            "ppt/slides/_rels/slide2.xml.rels": links(("x", "diagramData", "../diagrams/data1.xml")),
            "ppt/diagrams/data1.xml": f"<d {A}><pt><t><a:p><a:r><a:t>Ketua</a:t></a:r></a:p></t></pt></d>",
        },
        ("dua\nKetua\n", "satu\n"),
        (),
    ),
    "an old comment": (
        {
            "ppt/slides/_rels/slide2.xml.rels": links(("x", "comments", "../comments/c1.xml")),
            "ppt/comments/c1.xml": f"<p:cmLst {P}><p:cm><p:text>perbaiki</p:text></p:cm></p:cmLst>",
        },
        ("dua\nperbaiki\n", "satu\n"),
        (),
    ),
    "no number of the slide": (
        {
            "ppt/slides/slide2.xml": f'<p:sld {A} {P}><p:sp><p:nvSpPr><p:nvPr><p:ph type="sldNum"/></p:nvPr></p:nvSpPr>'
            '<a:p><a:fld type="slidenum"><a:t>2</a:t></a:fld></a:p></p:sp><p:sp><a:p><a:r><a:t>isi</a:t></a:r>'
            '<a:fld type="slidenum"><a:t>2</a:t></a:fld></a:p></p:sp></p:sld>'
        },
        ("isi\n", "satu\n"),
        (),
    ),
}


@pytest.mark.parametrize(("parts", "pages", "flags"), CASES.values(), ids=CASES.keys())
def test_reads_a_package(tmp_path: Path, parts: dict[str, str], pages: tuple[str, ...], flags: tuple[str, ...]) -> None:
    """Each construct of a package gives its words on its slide."""
    found = slides.extract(package(tmp_path / "a.pptx", MINIMAL | parts))
    assert (found.state, found.pages, found.flags) == (ReadState.OK, pages, flags)


def test_entities_are_never_expanded(tmp_path: Path) -> None:
    """No file of this computer gets into the text."""
    (tmp_path / "rahasia").write_text("RAHASIA")
    head = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{(tmp_path / "rahasia").as_uri()}">]>'
    parts = {"ppt/slides/slide1.xml": head + slide("aman", "&x;")}
    assert "RAHASIA" not in "".join(slides.extract(package(tmp_path / "a.pptx", MINIMAL | parts)).pages)


@pytest.mark.parametrize(
    "parts", [{"ppt/lain.xml": ""}, {"ppt/slides/slide1.xml": "rusak"}], ids=["no slides", "only broken ones"]
)
def test_without_slides_it_is_corrupt(tmp_path: Path, parts: dict[str, str]) -> None:
    """A package without any slide that can be read is corrupt, with a reason."""
    found = slides.extract(package(tmp_path / "a.pptx", parts))
    assert found.state is ReadState.CORRUPT and found.why


def test_pictures_only_have_no_text(tmp_path: Path) -> None:
    """Slides without words are readable, and say that they have no text."""
    found = slides.extract(
        package(tmp_path / "a.pptx", MINIMAL | {f"ppt/slides/slide{n}.xml": slide() for n in (1, 2)})
    )
    assert (found.state, found.pages) == (ReadState.NO_TEXT, ("", "")) and found.why


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package beyond the limits is refused, with a reason."""
    monkeypatch.setattr(bounds, "MEMBERS", 2)
    assert slides.extract(package(tmp_path / "a.pptx", MINIMAL)).state is ReadState.OUT_OF_MEMORY


def test_a_locked_member_is_a_password(tmp_path: Path) -> None:
    """A package whose members are locked is encrypted, not corrupt."""
    path = package(tmp_path / "a.pptx", MINIMAL)
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    assert slides.extract(path).state is ReadState.ENCRYPTED


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_part_of_a_file_is_a_failure(tmp_path: Path, share: float, settle: Callable[..., Extracted]) -> None:
    """A copy that broke off has no directory any more, and is never told as empty."""
    raw = make(tmp_path / "a.pptx").read_bytes()
    (tmp_path / "b.pptx").write_bytes(raw[: int(len(raw) * share)])
    assert settle(slides.extract, tmp_path / "b.pptx").state.failed
